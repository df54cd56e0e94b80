//! Appointments (任免): offices and who holds them, proposals from the draft to the filing, the public announcements.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
pub mod files;
mod look;
mod pages;
mod papers;
pub mod queries;
mod sheet;
mod sight;
mod store;

pub use api::api;
pub use desk::elected::FROM_ELECTIONS;
pub use pages::pages;
pub use sheet::HoldersSheet;
pub use store::{Kept, Person, Seat};
