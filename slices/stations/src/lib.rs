//! Liaison stations (代表联络站): the register, deputies' homes, what happens there, yearly plans, ledgers, stars.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod follow;
mod pages;
mod queries;
mod sheet;
mod sight;
mod store;

pub use api::api;
pub use follow::{FROM_OPINIONS, MERGED};
pub use pages::pages;
pub use store::Station;

/// Erases names and telephones of visitors that are old enough.
pub const FORGET: kit::jobs::Work =
    kit::jobs::Work { kind: "stations.forget", doing: |site, _| Box::pin(desk::event::forget_old(site)) };
