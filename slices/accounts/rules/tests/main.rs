//! The tests of `accounts-rules`, one program: a file each, linked once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod matrix;
mod sign_in;
