//! Whose an import is: the congress of its page, for who holds the right there.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Problem, Site,
    sheets::{self, ImportId, Place},
};

use crate::body_name;

/// A noun's import by spreadsheet.
#[derive(Clone, Copy, Debug)]
pub struct Imports {
    /// What its sheet is called: `voters`.
    pub kind: &'static str,
    /// Who may.
    pub right: Right,
    /// Where its uploads are listed under the congress's address: `voter-imports`.
    pub home: &'static str,
}

impl Imports {
    /// The place, for those who may import there.
    ///
    /// # Errors
    /// When the actor may not; missing where there is no such body.
    pub async fn place(&self, site: &Site, actor: &Actor, id: BodyId) -> Result<Place, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        actor.may(self.right, id)?;
        // Whose right reaches everywhere asks for what there is, too.
        let name = body_name(&mut site.db(), id).await?;
        if name.is_empty() {
            return Err(Problem::missing());
        }
        Ok(Place { body: id, home: format!("/congresses/{id}/{}", self.home), name })
    }

    /// The place of an import whose congress the actor may import for.
    ///
    /// # Errors
    /// As if there were none, for anybody else.
    pub async fn mine(&self, site: &Site, actor: &Actor, id: ImportId) -> Result<Place, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let import = sheets::find(&mut site.db(), self.kind, id).await?.ok_or_else(Problem::missing)?;
        let body = import.body.ok_or_else(Problem::missing)?;
        actor.may(self.right, body).map_err(|_| Problem::missing())?;
        self.place(site, actor, body).await
    }
}
