//! Where the documents that the default names can be read.

use super::Entry;

const SOURCES: &str = include_str!("../../data/sources.csv");

/// A document and its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentSource {
    /// As entries name it.
    pub document: &'static str,
    /// Where it can be read.
    pub address: &'static str,
}

/// Every document that has an address.
pub fn sources() -> impl Iterator<Item = DocumentSource> {
    let read =
        |line: &'static str| line.split_once(',').map(|(document, address)| DocumentSource { document, address });
    SOURCES.lines().skip(1).filter_map(read)
}

impl Entry {
    /// Where its document can be read, where that is known.
    #[must_use]
    pub fn source(&self) -> Option<DocumentSource> {
        sources().find(|source| self.document.contains(source.document))
    }
}
