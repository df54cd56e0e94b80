//! The roster as a spreadsheet, in and out.

mod check;
mod columns;
mod export;
mod keep;
mod known;

use kernel::BodyId;
use kit::{
    Fault, Site,
    db::{Ask, Tx},
    sheets::{Cells, Column, Said, SheetSpec, Taking},
};

pub use check::Row;
pub use columns::COLUMNS;
pub use export::{deputies, found, inside};
pub use known::Known;

/// The roster of one congress, or, where the import has no body, of every congress that the rows name.
#[derive(Clone)]
pub struct RosterSheet {
    site: Site,
}

impl RosterSheet {
    /// A sheet that gives new people their identities from this site.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        Self { site: site.clone() }
    }
}

impl SheetSpec for RosterSheet {
    type Row = Row;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "roster"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, body: Option<BodyId>) -> Result<Known, Fault> {
        Known::load(ask, body).await
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Row> {
        check::check(&self.site, known, cells, said)
    }

    async fn keep(&self, tx: &mut Tx, known: &mut Known, rows: Vec<Row>, _: &Taking) -> Result<(), Fault> {
        keep::keep(tx, &self.site, known, rows).await
    }

    async fn finish(&self, tx: &mut Tx, known: Known, taking: &Taking) -> Result<(), Fault> {
        keep::finish(tx, &known, taking).await
    }
}
