//! Duty at the stations (值班接待): reception days, rosters, leave, swaps, who was there, and who is short of the year's turns.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod ics;
mod pages;
mod papers;
pub mod queries;
mod sight;
mod store;

pub use api::api;
pub use pages::pages;
pub use queries::mine::involved;

/// Publishes drafts whose day has come. Daily, before the notices remind.
pub const PUBLISH: kit::jobs::Work =
    kit::jobs::Work { kind: "duty.publish", doing: |site, _| Box::pin(desk::roster::publish_due(site)) };
