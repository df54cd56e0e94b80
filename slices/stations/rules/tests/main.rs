//! The tests of `stations-rules`, one program: a file each, linked once.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod grade;
mod station;
mod year;
