//! Opinions of constituents (群众意见): finding a deputy by place, name or code, saying something without an account, following it,
//! and what deputies, offices and units do with it.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod files;
mod follow;
mod found;
mod hotline;
mod keys;
mod pages;
mod papers;
pub mod queries;
mod sight;
mod store;
mod ticket;
mod voice;

pub use api::api;
pub use follow::FROM_SUGGESTIONS;
pub use found::SOURCE;
pub use pages::pages;

/// Erases the contact data of what was over long enough.
pub const FORGET: kit::jobs::Work =
    kit::jobs::Work { kind: "opinions.forget", doing: |site, _| Box::pin(desk::contact::forget_old(site)) };

/// Tells whoever lets a person wait beyond the clock.
pub const REMIND: kit::jobs::Work =
    kit::jobs::Work { kind: "opinions.remind", doing: |site, _| Box::pin(desk::remind::remind(site)) };

pub use ticket::Ticket;
