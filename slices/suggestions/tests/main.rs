//! The tests of `suggestions`, one program: a file each, linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod advice;
mod alike;
mod as_read;
mod assigning_table;
mod calendars;
mod calls;
mod contacts;
mod contacts_pages;
mod desk;
mod differences;
mod doubts;
mod drafts;
mod form_questions;
mod from_bill;
mod hints;
mod holds;
mod holidays;
mod judgements;
mod key;
mod letters;
mod lists;
mod merging;
mod notices;
mod objections;
mod origins;
mod papers;
mod points;
mod promises;
mod promises_pages;
mod reassigning;
mod refusals;
mod room;
mod routing;
mod rules;
mod rules_of_a_term;
mod scans;
mod search;
mod severing;
mod shown;
mod shown_pages;
mod sight;
mod spoken;
mod tables;
mod twins;
mod walk;
mod walking;
mod window;
mod world;
