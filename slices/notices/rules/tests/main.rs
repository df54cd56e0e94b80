//! The tests of `notices-rules`, one program: a file each, linked once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod appointing;
mod counting;
mod differing;
mod disclosing;
mod doubts;
mod duty;
mod linking;
mod moving;
mod promises;
mod reminding;
mod telling;
mod voices;
mod watching;
