//! Letters and calls leave after the commit, signed, and not for the inside of the network.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod calls;
mod letters;
mod reach;
mod world;
