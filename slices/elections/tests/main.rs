//! The tests of `elections`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod again;
mod basics;
mod boxes;
mod held;
mod leaders;
mod leaving;
mod left;
mod linked;
mod number;
mod objections;
mod pages;
mod postponed;
mod primary;
mod progress;
mod recount;
mod voters;
mod world;
