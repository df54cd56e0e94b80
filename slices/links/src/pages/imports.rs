//! Links by spreadsheet: template, upload, preview with reasons, commit. The pages are those of every noun's import.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Problem, Site,
    sheets::{ImportId, Place},
};
use roster_views::Imports;

use crate::sheet::LinkSheet;

const IMPORTS: Imports = Imports { kind: "links", right: Right::LinkKeep, home: "links/imports" };

/// The place, for those who may import there.
pub(crate) async fn place(site: &Site, actor: &Actor, id: BodyId) -> Result<Place, Problem> {
    IMPORTS.place(site, actor, id).await
}

/// The place of an import whose congress the actor may import for.
pub(crate) async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Place, Problem> {
    IMPORTS.mine(site, actor, id).await
}

kit::import_pages! { Actor, LinkSheet, "/imports/links", "links-import-title", place, mine }
