//! The tests of `kernel`, one program: a file each, linked once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod calendar;
mod days;
