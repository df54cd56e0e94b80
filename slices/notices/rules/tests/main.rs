//! The tests of `notices-rules`, one program: a file each, linked once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod differing;
mod disclosing;
mod doubts;
mod moving;
mod promises;
mod reminding;
mod telling;
mod voices;
