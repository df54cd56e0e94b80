//! The tests of `supervision`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod annual;
mod contacts;
mod crossing;
mod evaluations;
mod evaluations_at_once;
mod evidence;
mod forms;
mod inquiries;
mod inquiries_at_once;
mod inquiries_walk;
mod keys;
mod letters;
mod mappings;
mod rates;
mod statistics;
mod walk;
mod world;
