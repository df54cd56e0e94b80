//! Everything technical, once: the database, the journal, jobs, pages, sheets, search.

pub mod blobs;
pub mod charts;
mod fault;
pub mod follow;
pub mod jobs;
pub mod list;
pub mod outbox;
pub mod search;
pub mod sheets;

pub use fault::Fault;
