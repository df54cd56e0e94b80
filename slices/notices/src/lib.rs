//! Notices (通知): what each person is told of matters that concern them, when a clock is worth a reminder, and how.
//!
//! `follow` turns facts into notices, `remind` clocks, `letters` notices into mail; `inbox` shows them, `choices` says how often,
//! `hooks` keeps the other systems that are told of facts.

mod api;
mod audience;
pub mod choices;
mod duty;
mod fact;
mod follow;
pub mod hooks;
pub mod inbox;
mod keep;
pub mod letters;
mod pages;
mod polls;
pub mod remind;

pub use api::api;
pub use follow::FOLLOWER;
pub use pages::pages;

use accounts_rules::Actor;
use kernel::{AccountId, Refusal, Refused};
use kit::Problem;

/// The account of whoever asks, in person: whoever acts for a deputy reads neither the deputy's notices nor, meanwhile, their own.
fn own(actor: &Actor) -> Result<AccountId, Problem> {
    let account = actor.account.ok_or(Problem::SignIn)?;
    if actor.acting_for.is_some() {
        return Err(Refused::new(Refusal::NotYours, "notices-refused-acting").into());
    }
    Ok(account)
}
