//! The tests of `appointments`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod dismissed;
mod elected;
mod files;
mod holders;
mod pages;
mod proposed;
mod rounds;
mod together;
mod vacancies;
mod world;
