//! The tests of `roster-rules`, one program: a file each, linked once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bodies;
mod correction;
mod mandate;
