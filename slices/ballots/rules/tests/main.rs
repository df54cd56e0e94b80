//! The tests of `ballots-rules`, one program: a file each, linked once.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod heap;
mod methods;
mod paper;
mod ranking;
mod rating;
mod round;
mod tellers;
