//! Opinions of constituents (群众意见): finding a deputy by place, name or code, saying something without an account, following it,
//! and what deputies, offices and units do with it.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod files;
mod keys;
mod pages;
mod picture;
pub mod queries;
mod sight;
mod store;
mod ticket;

pub use api::api;
pub use pages::pages;
pub use ticket::Ticket;
