//! The tests of `suggestions-rules`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod advice;
#[path = "../../tests/walking/clocks.rs"]
mod clocks;
mod contacts;
mod copying;
mod differences;
mod doubts;
mod elsewhere;
mod hinting;
mod holding;
mod holidays;
mod law_table;
mod mapping;
mod merging;
mod of_bill;
mod points;
mod promises;
mod properties;
mod rates;
mod reassigning;
mod recounting;
mod rejections;
mod rounds;
mod routing;
mod scene;
mod severing;
mod shown;
mod sources;
mod stories;
