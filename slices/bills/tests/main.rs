//! The tests of `bills`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod consult;
mod desk;
mod on_paper;
mod pages;
mod reports;
mod walk;
mod world;
