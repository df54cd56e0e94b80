//! The tests of `links-rules`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod kinds;
mod rolling;
mod spreading;
