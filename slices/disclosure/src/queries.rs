//! What lists and pages show. Other nouns' tables are read through the views they publish.

pub(crate) mod book;
pub mod data;
pub mod held;
pub mod list;
pub mod matter;
pub mod removals;
pub mod show;
pub mod work;
