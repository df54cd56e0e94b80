//! Ballots sealed here, checked by those who had no part in it.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

mod archives;
mod ballots;
mod folder;
mod forged;
mod peers;
mod phone;
mod tampered;
mod vectors;
mod world;
