//! The tests of `kit`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod backup;
mod blobs;
mod calendar;
mod charts;
mod db;
mod follow;
mod form;
mod jobs;
mod journal;
mod list;
mod migrations;
mod pages;
mod papers;
mod refused;
mod search;
mod search_feed;
