//! The tests of `bills-rules`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod consult;
mod law_table;
mod paper;
mod properties;
mod scene;
mod stories;
