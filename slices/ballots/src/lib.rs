//! Ballots (表决) on paper: what is voted on, rounds, two entries of every bundle, the report, the announcement, corrections.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod pages;
mod papers;
pub mod queries;
mod result;
pub mod secret;
mod sight;
mod store;

pub use api::api;
pub use pages::pages;
pub use store::{Edition, Item, Kept, Published, Signed};
