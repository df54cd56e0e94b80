//! Questions that lists and pages ask.

pub mod chart;
pub mod deputies;
pub mod directory;
pub mod duplicates;
pub mod people;
pub mod places;
pub mod seats;

/// One page of a list, and where the next begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The lines.
    pub items: Vec<T>,
    /// The opaque mark to hand back for the next page; nothing on the last.
    pub next: Option<String>,
    /// How many lines there are in all, counted up to [`COUNTED`].
    pub total: i64,
}

/// Totals are counted this far; beyond it a page says "more than".
pub const COUNTED: i64 = 10_000;

/// A total as people read it: the number, or more than was counted.
#[must_use]
pub fn counted(total: i64) -> String {
    if total > COUNTED { format!("{COUNTED}+") } else { total.to_string() }
}

/// Lines on a page.
pub const PAGE: usize = 25;

impl<T> Page<T> {
    /// Cuts the one line too many that was asked for, and marks where to go on.
    pub(crate) fn cut(mut items: Vec<T>, size: usize, total: i64, mark: impl FnOnce(&T) -> String) -> Self {
        let more = items.len() > size;
        items.truncate(size);
        let next = if more { items.last().map(mark) } else { None };
        Self { items, next, total }
    }
}

/// A mark of two parts, the first text, the second an identity: `zhangsan~0190…`.
pub(crate) fn mark(first: &str, id: impl std::fmt::Display) -> String {
    format!("{first}~{id}")
}

/// Reads a mark; nothing when somebody made it up, which begins the list anew.
pub(crate) fn read_mark<N>(mark: &str) -> Option<(String, kernel::Id<N>)> {
    let (first, id) = mark.rsplit_once('~')?;
    Some((first.to_owned(), id.parse().ok()?))
}
