//! The tests of `elections-rules`, one program: a file each, linked once.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod election;
mod result;
