//! Who lays documents out as PDF.

use axum::http::StatusCode;

use super::{Paper, Poster};
use crate::{Fault, Problem};

/// Lays documents out. The binary brings one (`press`), so that no other crate waits for a typesetter to compile.
pub trait Press: Send + Sync {
    /// One document as PDF.
    ///
    /// # Errors
    /// When no Chinese font is found, or the document cannot be laid out.
    fn print(&self, paper: &Paper) -> Result<Vec<u8>, Unprinted>;

    /// Several documents as one PDF with a table of contents.
    ///
    /// # Errors
    /// As [`Press::print`].
    fn bind(&self, bound: &Bound) -> Result<Vec<u8>, Unprinted>;

    /// Several documents as one PDF, each from a new page, and nothing before them.
    ///
    /// # Errors
    /// As [`Press::print`].
    fn gather(&self, papers: &[Paper]) -> Result<Vec<u8>, Unprinted>;

    /// A poster or table card as PDF.
    ///
    /// # Errors
    /// As [`Press::print`].
    fn post(&self, poster: &Poster) -> Result<Vec<u8>, Unprinted>;
}

/// Several documents bound into one file (归档).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The title over the contents, line by line.
    pub lines: Vec<String>,
    /// What the file is about, a line each.
    pub facts: Vec<String>,
    /// The heads of the contents' four columns: place, document, day, page.
    pub columns: [String; 4],
    /// What it holds, in order.
    pub entries: Vec<Entry>,
}

/// Several documents in one file, each from a new page: all certificates of an election.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheaf(pub Vec<Paper>);

/// One line of the contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub title: String,
    /// Of which day, as written; may be empty.
    pub day: String,
    /// The document; without one, what stands in place of its page.
    pub paper: Result<Paper, String>,
}

/// Why there is no PDF.
#[derive(Debug)]
pub enum Unprinted {
    /// No font knows Chinese.
    NoFont,
    /// Something that should not happen.
    Fault(Fault),
}

impl From<Unprinted> for Problem {
    fn from(unprinted: Unprinted) -> Self {
        match unprinted {
            Unprinted::NoFont => Self::request(StatusCode::SERVICE_UNAVAILABLE, "kit-paper-no-font"),
            Unprinted::Fault(fault) => Self::Fault(fault),
        }
    }
}
