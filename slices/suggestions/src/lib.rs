//! Suggestions (代表建议): filed, seconded, checked, numbered, assigned, answered, judged, redone, closed.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
mod assigning;
pub mod checks;
pub mod desk;
mod explained;
mod files;
mod found;
mod from_bill;
mod ledger;
mod pages;
mod papers;
mod points;
pub mod queries;
mod rated;
mod sight;
mod store;
mod wanted;

pub use api::api;
pub use desk::calendar::COUNT_AGAIN;
pub use found::SOURCE;
pub use from_bill::FROM_BILLS;
pub use pages::pages;
pub use sight::Sight;
pub use store::Kept;
