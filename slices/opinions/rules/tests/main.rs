//! The tests of `opinions-rules`, one program: a file each, linked once.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod codes;
mod way;
