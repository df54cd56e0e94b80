//! The roster by spreadsheet: template, upload, preview with reasons, commit. The pages are those of every noun's import.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Problem, Site,
    sheets::{self, ImportId, Place},
};

use crate::{desk, sheet::RosterSheet, store::body};

/// The place, for those who may import there.
pub(crate) async fn place(site: &Site, actor: &Actor, id: BodyId) -> Result<Place, Problem> {
    desk::allowed(actor, Right::RosterImport, id)?;
    let name = body::congress(&mut site.db(), id).await?.ok_or_else(Problem::missing)?.body.name;
    Ok(Place { body: id, home: format!("/congresses/{id}/imports"), name })
}

/// The place of an import whose congress the actor may import for.
pub(crate) async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Place, Problem> {
    super::signed_in(actor)?;
    let import = sheets::find(&mut site.db(), "roster", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    desk::allowed(actor, Right::RosterImport, body).map_err(|_| Problem::missing())?;
    place(site, actor, body).await
}

kit::import_pages! { Actor, RosterSheet, "/imports/roster", "roster-import-title", place, mine }
