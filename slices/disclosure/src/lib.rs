//! Disclosure to the public (公开): editions of closed suggestions with passages hidden, the log of what was taken down, open data.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod fields;
mod found;
mod pages;
pub mod queries;
mod store;
mod stream;

pub use api::api;
pub use found::SOURCE;
pub use pages::pages;
pub use store::DisclosureKept;
