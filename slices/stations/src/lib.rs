//! Liaison stations (代表联络站): the register, deputies' homes, what happens there, yearly plans, ledgers, stars.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod pages;
mod queries;
mod sheet;
mod sight;
mod store;

pub use api::api;
pub use pages::pages;
pub use store::Station;
