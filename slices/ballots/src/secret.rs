//! The electronic way of a round (秘密表决): halls by name, the booth without names, what is published.
//!
//! `desk` acts by name, `booth` without: it shares the tables of the list and of sealed ballots with the desk, and nothing else.

pub mod api;
pub mod booth;
pub(crate) mod chain;
pub mod crypto;
pub mod desk;
pub(crate) mod pages;
pub mod published;
pub mod show;
pub(crate) mod store;
pub(crate) mod vote;
