//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod bill;
mod consult;
mod files;
mod load;
mod numbering;
mod remarks;
mod save;
mod terms;

pub(crate) use files::{drop_file, keep_file};
pub use load::Kept;
pub(crate) use load::{read, take};
pub(crate) use numbering::next_number;
pub(crate) use remarks::{Words, keep_words};
pub(crate) use save::{begin, discard, save};
pub use terms::Laid;
pub(crate) use terms::{lay_terms, terms};
