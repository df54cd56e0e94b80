//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod disclosure;
mod edition;
mod removal;

pub use disclosure::DisclosureKept;
pub(crate) use disclosure::{Facets, begin, of_suggestion, read, save, take};
pub use edition::HiddenKind;
pub(crate) use edition::{EditionKept, PassageKept, ReplyKept, hidden, read_edition, write_edition};
pub(crate) use removal::{log, next_removal};
