//! Why a file as a whole was not taken: said once, for the person who sent it.

use kernel::{Refusal, Refused};

use crate::web::Wrong;

/// Why a file could not be read as a table. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// No bytes, or no row with anything in it.
    Empty,
    /// More bytes than are taken; `most` in MiB.
    TooBig {
        /// The greatest size, in MiB.
        most: u64,
    },
    /// Unpacked it would be larger than is taken, as only a file made to do harm is.
    Bomb,
    /// An old `.xls`, or a file under a password: both look alike from outside.
    OldOrLocked,
    /// Neither XLSX nor text: a picture, a PDF, another archive.
    NotATable,
    /// An XLSX whose inside is broken.
    Damaged {
        /// What the reader met, for the operator.
        what: String,
    },
    /// Text in neither UTF-8 nor GB18030.
    Encoding,
    /// More rows than are taken.
    Rows {
        /// The greatest number of rows.
        most: u64,
    },
    /// More columns than are taken.
    Columns {
        /// The greatest number of columns.
        most: usize,
    },
    /// None of the first rows names the columns wanted.
    NoHeader {
        /// The titles wanted, in Chinese, joined.
        wanted: String,
    },
    /// Columns that must be there are not.
    Missing {
        /// Their titles, joined.
        titles: String,
    },
    /// A column stands there twice.
    Twice {
        /// Its title.
        title: String,
        /// Where, as a spreadsheet names columns: `B, F`.
        places: String,
    },
    /// The file's own last line counts other rows than it has: part of it is gone.
    Cut {
        /// The rows its last line counts.
        said: u64,
        /// The rows it has.
        has: u64,
    },
}

impl From<Unreadable> for Refused {
    fn from(why: Unreadable) -> Self {
        let refused = |key| Self::new(Refusal::Unfit, key);
        match why {
            Unreadable::Empty => refused("sheets-file-empty"),
            Unreadable::TooBig { most } => refused("sheets-file-too-big").with("most", most),
            Unreadable::Bomb => refused("sheets-file-bomb"),
            Unreadable::OldOrLocked => refused("sheets-file-old-or-locked"),
            Unreadable::NotATable => refused("sheets-file-not-a-table"),
            Unreadable::Damaged { .. } => refused("sheets-file-damaged"),
            Unreadable::Encoding => refused("sheets-file-encoding"),
            Unreadable::Rows { most } => refused("sheets-file-rows").with("most", most),
            Unreadable::Columns { most } => refused("sheets-file-columns").with("most", most),
            Unreadable::NoHeader { wanted } => refused("sheets-file-no-header").with("wanted", wanted),
            Unreadable::Missing { titles } => refused("sheets-file-missing-columns").with("titles", titles),
            Unreadable::Twice { title, places } => {
                refused("sheets-file-column-twice").with("title", title).with("places", places)
            }
            Unreadable::Cut { said, has } => refused("sheets-file-cut").with("said", said).with("has", has),
        }
    }
}

impl From<Unreadable> for Wrong {
    fn from(why: Unreadable) -> Self {
        let Refused { key, values, .. } = why.into();
        Self { key, values }
    }
}
