//! The staged rows, page by page, with their reasons.

use serde::{Deserialize, Serialize};

use super::{CellError, ImportId, Status};
use crate::{
    Fault,
    db::{Ask, Db, FromRow, Row, Sql},
};

/// One staged row as the preview shows it.
#[derive(Clone, Debug, Serialize)]
pub struct StagedRow {
    /// The row's number in the spreadsheet.
    pub line: i64,
    /// How it stands.
    pub status: Status,
    /// Its texts in the order of the spec's columns.
    pub cells: Vec<String>,
    /// What is said of it.
    pub said: Vec<CellError>,
}

impl StagedRow {
    /// What is said of the cell of `column`; with an empty name, of the row as a whole.
    pub fn said_of<'a>(&'a self, column: &'a str) -> impl Iterator<Item = &'a CellError> {
        self.said.iter().filter(move |said| said.column == column)
    }
}

impl FromRow for StagedRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        let (line, status) = (row.take()?, Status::of_number(row.take()?));
        let (cells, said) = (row.take::<String>()?, row.take::<Option<String>>()?);
        let said = said.map(|said| serde_json::from_str(&said)).transpose()?.unwrap_or_default();
        Ok(Self { line, status, cells: serde_json::from_str(&cells)?, said })
    }
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Show {
    /// All.
    #[default]
    All,
    /// Those with an error or a warning.
    Said,
    /// Those that cannot be taken.
    Bad,
}

impl Show {
    /// As it stands in an address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Said => "said",
            Self::Bad => "bad",
        }
    }
}

fn select(id: ImportId, show: Show, after: i64) -> Sql {
    let sql = Sql::new("select line, status, cells, reasons from import_row where import = {}").bind(id);
    let sql = match show {
        Show::All => sql,
        Show::Said => sql.add(" and status > 0"),
        Show::Bad => sql.add(" and status > 0 and status = 2"),
    };
    sql.add(" and line > {}").bind(after).add(" order by line")
}

/// At most `most` rows that come after the row numbered `after` (0 for the first page).
///
/// # Errors
/// When the database refuses or a row cannot be read.
pub async fn rows(
    ask: &mut impl Ask,
    id: ImportId,
    show: Show,
    after: i64,
    most: i64,
) -> Result<Vec<StagedRow>, Fault> {
    ask.all(select(id, show, after).add(" limit {}").bind(most)).await
}

/// Every row of the kind wanted, one after another.
///
/// # Errors
/// As [`rows`], or what `take` gives back.
pub async fn each_row(
    db: &Db,
    id: ImportId,
    show: Show,
    take: impl FnMut(StagedRow) -> Result<(), Fault>,
) -> Result<(), Fault> {
    db.each(select(id, show, 0), take).await
}
