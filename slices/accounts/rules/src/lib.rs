//! Who may do what: duties, posts, rights and the actor who holds them. Pure rules, no clock, no storage.
//!
//! Start reading at `rights.rs`, the one table from which everything here follows.

mod actor;
mod duty;
mod refusal;
mod rights;

pub use actor::{Actor, Post};
pub use duty::{Duty, Reach, UnknownDuty};
pub use refusal::NotAllowed;
pub use rights::Right;
