//! The tests of `elections`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod held;
mod left;
mod pages;
mod voters;
mod world;
