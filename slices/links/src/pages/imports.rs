//! Links by spreadsheet: template, upload, preview with reasons, commit. The pages are those of every noun's import.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Problem, Site,
    sheets::{self, ImportId, Place},
};

use crate::{queries, sheet::LinkSheet};

/// The place, for those who may import there.
pub(crate) async fn place(site: &Site, actor: &Actor, id: BodyId) -> Result<Place, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::LinkKeep, id)?;
    let held = queries::congresses(&mut site.db(), actor, Right::LinkKeep).await?;
    let name = held.into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)?.name;
    Ok(Place { body: id, home: format!("/congresses/{id}/links/imports"), name })
}

/// The place of an import whose congress the actor may import for.
pub(crate) async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Place, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "links", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    actor.may(Right::LinkKeep, body).map_err(|_| Problem::missing())?;
    place(site, actor, body).await
}

kit::import_pages! { Actor, LinkSheet, "/imports/links", "links-import-title", place, mine }
