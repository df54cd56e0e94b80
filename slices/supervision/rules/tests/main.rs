//! The tests of `supervision-rules`, one program: a file each, linked once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod annual;
mod evaluation;
mod inquiry;
mod key;
mod letter;
