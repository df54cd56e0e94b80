//! Spreadsheets in and out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod export;
mod import;
mod killed;
mod office;
mod pages;
mod people;
mod read;
