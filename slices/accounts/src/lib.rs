//! Accounts: who signs in, how, with which posts, and for whom they act.

pub mod acting;
pub mod activation;
pub mod actor;
mod answer;
pub mod api;
pub mod attach;
pub mod authority;
pub mod cli;
pub mod device;
pub mod edit;
mod fact;
mod gate;
pub mod issue;
pub mod pages;
pub mod password;
pub mod posts;
pub mod provider;
pub mod queries;
pub mod secret;
pub mod sign_in;
pub mod store;
pub mod tokens;
pub mod totp;
pub mod visits;

pub use fact::{Fact, Way};
