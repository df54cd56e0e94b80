//! The tests of `opinions`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod abuse;
mod again;
mod found;
mod hotline;
mod later;
mod listed;
mod raised;
mod said;
mod stations;
mod units;
mod worked;
mod world;
