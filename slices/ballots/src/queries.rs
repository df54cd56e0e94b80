//! What lists and pages show. Other nouns' tables are read through the views they publish.

mod items;
pub mod people;
mod show;

pub use items::{BY_DAY, ItemFilter, ItemLine, items};
pub use show::{Around, around};
