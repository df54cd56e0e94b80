//! Elections (选举): days, districts, candidates, rounds, results, certificates; vacancies, resignations, recalls; public notices.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod pages;
mod papers;
pub mod queries;
mod sheet;
mod sight;
pub mod store;

pub use api::api;
pub use pages::pages;
pub use sheet::VotersSheet;
