//! What the command line does with the roster: take a sheet in, send one out. Printing is the command's.

use std::{path::Path, sync::Arc};

use kernel::{AreaCode, BodyId};
use kit::{
    Fault, Problem, Site,
    sheets::{self, BadRows, ImportId, Kind, Show, Upload},
    words::Lang,
};

use crate::{
    desk::set_up::{SetUp, set_up},
    sheet::{self, RosterSheet},
    store::body,
};

/// A row that cannot be taken, or is taken with a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The row as the spreadsheet numbers it.
    pub row: i64,
    /// The key of the column; empty for the row as a whole.
    pub column: String,
    /// The sentence.
    pub message: String,
    /// Whether the row is taken all the same.
    pub warning: bool,
}

/// What reading a file came to, before anything is kept.
#[derive(Clone, Debug)]
pub struct Staged {
    /// To commit it.
    pub id: ImportId,
    /// Rows read.
    pub rows: i64,
    /// Rows that cannot be taken.
    pub bad: i64,
    /// What is to be known of the file as a whole; when nothing was read, why.
    pub notes: Vec<String>,
    /// Whether it can be committed.
    pub ready: bool,
}

/// Reads areas and bodies in, as a new installation needs them; may be run again.
pub async fn prepare(site: &Site, below: Option<&AreaCode>) -> Result<SetUp, Fault> {
    set_up(site, below).await
}

/// Reads a roster file and checks it; nothing is kept yet. With an area, the roster is that congress's, without, each row names its own.
///
/// # Errors
/// Missing when the area has no congress; a fault when the file or the database refuses.
pub async fn stage(site: &Site, path: &Path, area: Option<&AreaCode>, lang: Lang) -> Result<Staged, Problem> {
    let congress: Option<BodyId> = match area {
        Some(area) => {
            let kept = body::congress_of(&mut site.db(), area).await?;
            Some(kept.ok_or_else(Problem::missing)?.body.id)
        }
        None => None,
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = sheets::open(site, "roster", congress, None, &name).await?;
    let import = sheets::stage(site, &Arc::new(RosterSheet::new(site)), id, Upload::from_path(path)?).await?;
    let notes = import.notes.iter().map(|note| note.sentence(lang)).collect();
    let ready = import.state == sheets::State::Staged && import.good() > 0;
    Ok(Staged { id, rows: import.rows, bad: import.bad, notes, ready })
}

/// What is said of the rows of a staged file, at most `most` rows.
pub async fn said(site: &Site, id: ImportId, most: i64, lang: Lang) -> Result<Vec<Said>, Fault> {
    let rows = sheets::rows(&mut site.db(), id, Show::Said, 0, most).await?;
    let of_row = |row: sheets::StagedRow| {
        let line = row.line;
        row.said.into_iter().map(move |one| Said {
            row: line,
            message: one.sentence(lang),
            column: one.column,
            warning: one.warning,
        })
    };
    Ok(rows.into_iter().flat_map(of_row).collect())
}

/// Keeps the good rows of a staged file; answers with how many.
///
/// # Errors
/// Refused while bad rows are left and were not to be left out.
pub async fn commit(site: &Site, id: ImportId, leave_out_bad: bool) -> Result<u64, Problem> {
    let bad = if leave_out_bad { BadRows::LeaveOut } else { BadRows::Stop };
    Ok(sheets::commit(site, &RosterSheet::new(site), id, None, bad).await?.rows)
}

/// Writes the deputies in office of an area and inside it to a file, `.xlsx` or `.csv` by its name; answers with the number of rows.
///
/// # Errors
/// When the name ends otherwise, or the database or the disk refuses.
pub async fn export(site: &Site, area: &AreaCode, path: &Path, lang: Lang) -> Result<u64, Fault> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let kind = Kind::parse(ending).ok_or_else(|| Fault::new("the file's name must end in .xlsx or .csv"))?;
    let table = sheet::inside(site.db(), kind, lang, area).await?;
    table.keep(path)?;
    Ok(table.rows)
}
