//! Questions that lists and pages ask.

pub mod chart;
pub mod deputies;
pub mod directory;
pub mod duplicates;
pub mod namesakes;
pub mod people;
pub mod places;
pub mod seats;

/// Totals are counted this far; beyond it a page says "more than".
pub const COUNTED: i64 = 10_000;

/// A total as people read it: the number, or more than was counted.
#[must_use]
pub fn counted(total: i64) -> String {
    if total > COUNTED { format!("{COUNTED}+") } else { total.to_string() }
}

/// Lines on a page.
pub const PAGE: u16 = 25;
