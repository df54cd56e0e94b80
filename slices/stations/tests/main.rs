//! The tests of `stations`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod events;
mod grades;
mod pages;
mod photos;
mod register;
mod serving;
mod world;
mod years;
