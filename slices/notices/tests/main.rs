//! The tests of `notices`, one program: a file each, linked once.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod hooks;
mod inbox;
mod letters;
mod named;
mod reminders;
mod rounds;
mod settings;
mod world;
