//! The tests of `ballots`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod hall;
mod methods;
mod pages;
mod rankings;
mod rounds;
mod signed;
mod world;
