//! One reader for all tables people send: XLSX, CSV in UTF-8, GB18030 or UTF-16.

use std::{
    fs::File,
    io::{self, Read, Seek},
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use super::{Flaw, Unreadable, delimited, excel};

/// How much of a file is taken. Beyond it the whole file is refused, never cut.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes as uploaded.
    pub bytes: u64,
    /// Bytes an XLSX may have when unpacked.
    pub unpacked: u64,
    /// Rows with anything in them, the header included.
    pub rows: u64,
    /// Columns.
    pub columns: usize,
    /// Bytes of text in one cell; a longer cell is marked, not refused.
    pub cell: usize,
}

impl Limits {
    /// What an import takes unless its spec says otherwise: 64 MiB (512 unpacked), 200,000 rows, 200 columns.
    pub const USUAL: Self = Self { bytes: 64 << 20, unpacked: 512 << 20, rows: 200_000, columns: 200, cell: 96 << 10 };
}

/// One row as it was read. The reader uses the same `Line` again and again: copy what is to be kept.
#[derive(Debug, Default)]
pub struct Line {
    /// The row's number as the person sees it in the spreadsheet, from 1. In CSV the line on which the row begins.
    pub at: u64,
    /// The sheet of a workbook, from 0.
    pub sheet: usize,
    cells: Vec<String>,
    used: usize,
    /// Cells whose text cannot be trusted: their column from 0 and why.
    pub flaws: Vec<(usize, Flaw)>,
}

impl Line {
    pub(super) fn of_sheet(sheet: usize) -> Self {
        Self { sheet, ..Self::default() }
    }

    pub(super) fn begin(&mut self, at: u64) {
        self.at = at;
        self.used = 0;
        self.flaws.clear();
    }

    /// Lets `write` fill the cell of `column`, longer texts than `most` bytes cut and marked; cells left out before are empty.
    pub(super) fn fill(&mut self, column: usize, most: usize, write: impl FnOnce(&mut String) -> Option<Flaw>) {
        if self.cells.len() <= column {
            self.cells.resize_with(column + 1, String::new);
        }
        let fresh = self.cells.iter_mut().take(column + 1).skip(self.used);
        fresh.for_each(String::clear);
        self.used = self.used.max(column + 1);
        let Some(text) = self.cells.get_mut(column) else { return };
        let mut flaw = write(text);
        if text.len() > most {
            shorten(text, most);
            flaw = Some(Flaw::TooLong);
        }
        self.flaws.extend(flaw.map(|flaw| (column, flaw)));
    }

    /// The cells from the first column to the last that has anything.
    #[must_use]
    pub fn cells(&self) -> &[String] {
        let cells = self.cells.get(..self.used).unwrap_or_default();
        let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        cells.get(..filled).unwrap_or_default()
    }

    /// The text of a cell, empty where the row has none.
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(..self.used).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }
}

/// Cuts at a character's border. The cell is marked as flawed, so its row is never taken in this form.
fn shorten(text: &mut String, most: usize) {
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
}

/// What the taker of rows answers: go on, leave this sheet for the next, or stop with a reason.
pub type Next = ControlFlow<Stop>;

/// Why no more rows of this sheet are wanted.
#[derive(Debug)]
pub enum Stop {
    /// This sheet is not the one: try the next.
    NextSheet,
    /// Enough, without blame.
    Enough,
    /// The file is unfit.
    Unfit(Unreadable),
}

/// Reads the table in the file, handing over each row that has anything in it, in order.
///
/// In a workbook the visible sheets are offered one after another until one is taken to its end.
///
/// # Errors
/// [`Unreadable`] for every file that is no whole, well-formed table within the limits, whatever its bytes.
pub fn read(path: &Path, limits: &Limits, take: &mut dyn FnMut(&Line) -> Next) -> Result<(), Unreadable> {
    // A file made to harm may trip an arithmetic check inside the XLSX reader; that is the file's fault, not ours.
    let outcome = catch_unwind(AssertUnwindSafe(|| read_any(path, limits, take)));
    outcome.unwrap_or_else(|_| Err(Unreadable::Damaged { what: "the reader stumbled".to_owned() }))
}

fn read_any(path: &Path, limits: &Limits, take: &mut dyn FnMut(&Line) -> Next) -> Result<(), Unreadable> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    if size > limits.bytes {
        return Err(Unreadable::TooBig { most: limits.bytes >> 20 });
    }
    let mut head = [0u8; 512];
    let mut filled = 0;
    while let Some(rest) = head.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            count => filled += count,
        }
    }
    file.rewind()?;
    let head = head.get(..filled).unwrap_or_default();
    match kind(head) {
        Kind::Empty => Err(Unreadable::Empty),
        Kind::Old => Err(Unreadable::OldOrLocked),
        Kind::Other => Err(Unreadable::NotATable),
        Kind::Xlsx => excel::read(file, limits, take),
        Kind::Text => delimited::read(file, limits, take),
    }
}

/// Whether bytes just uploaded can be a table at all, so that a letter or a picture is refused before anything is kept of it.
///
/// # Errors
/// Says what they are instead.
pub fn looks_like_a_table(bytes: &[u8]) -> Result<(), Unreadable> {
    match kind(bytes.get(..512).unwrap_or(bytes)) {
        Kind::Empty => Err(Unreadable::Empty),
        Kind::Old => Err(Unreadable::OldOrLocked),
        Kind::Other => Err(Unreadable::NotATable),
        // An archive lists its parts by name; a letter's or a picture album's has no such part.
        Kind::Xlsx if !bytes.windows(11).any(|name| name.eq_ignore_ascii_case(b"xl/workbook")) => {
            Err(Unreadable::NotATable)
        }
        Kind::Xlsx | Kind::Text => Ok(()),
    }
}

enum Kind {
    Empty,
    Old,
    Other,
    Xlsx,
    Text,
}

fn kind(head: &[u8]) -> Kind {
    let starts = |magic: &[u8]| head.starts_with(magic);
    if head.is_empty() {
        Kind::Empty
    } else if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        Kind::Xlsx
    } else if starts(&[0xd0, 0xcf, 0x11, 0xe0]) {
        Kind::Old
    } else if starts(b"%PDF") || starts(b"{\\rtf") || (head.contains(&0) && !starts(&[0xff, 0xfe])) {
        Kind::Other
    } else {
        Kind::Text
    }
}

/// The disk gave out while a file was read: told as damage, since the person can only send it again.
impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        Self::Damaged { what: error.to_string() }
    }
}
