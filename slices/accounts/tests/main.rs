//! The tests of `accounts`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod api;
mod pages;
mod posts;
mod provider;
mod sign_in;
mod world;
