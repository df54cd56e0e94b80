//! The tests of `roster`, one program: a file each, linked once.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod cards;
mod checks;
mod corrections;
mod desk_mandates;
mod desk_people;
mod directory;
mod elected;
mod elected_again;
mod nation;
mod pages;
mod queries;
mod sessions;
mod set_up;
mod sheet;
mod world;
