//! Everything technical, once: the database, the journal, jobs, pages, sheets, search.

pub mod audit;
pub mod backup;
pub mod blobs;
pub mod calendar;
pub mod charts;
pub mod config;
pub mod db;
mod fault;
pub mod follow;
pub mod jobs;
pub mod journal;
pub mod list;
pub mod outbox;
pub mod paper;
pub mod picture;
pub mod search;
pub mod sheets;
pub mod site;
#[cfg(feature = "testing")]
pub mod testing;
pub mod web;
pub mod words;

pub use fault::Fault;
pub use site::Site;
pub use web::{Problem, View};
