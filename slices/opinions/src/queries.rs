//! What lists and pages show.

pub mod book;
pub mod codes;
pub mod detail;
pub mod find;
pub mod list;
pub mod place;
pub mod report;
pub mod stations;
