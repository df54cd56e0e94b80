//! The electronic way of a round (秘密表决): what may be voted on so, how far it is, what may happen next, what its totals are as figures.
//!
//! Pure: counts, hashes and keys are handed in; who signed what is checked where keys are known.

mod fact;
mod figures;
mod hall;
mod refusal;
mod sheet;
mod trustee;

pub use fact::Fact;
pub use figures::figures;
pub use hall::{Beginning, Hall, HallStage};
pub use refusal::Refusal;
pub use sheet::{Asked, asked};
pub use trustee::Trustee;

/// Fewest voters where the method says nothing else: totals of fewer say who chose what.
pub const LEAST: u32 = 7;
/// Seconds among which a phone draws when it registers.
pub const WINDOW: u32 = 20;

/// What a phone signs to be given a ballot.
#[must_use]
pub fn collect_words(vote: &str, blinded: &str) -> String {
    format!("{vote}|collect|{blinded}")
}

/// What a phone signs when its credential stands in the list.
#[must_use]
pub fn confirm_words(vote: &str, setup: &str) -> String {
    format!("{vote}|confirm|{setup}")
}

/// What the blind signature is for.
#[must_use]
pub fn token_words(vote: &str, credential: &str) -> String {
    format!("ballot-token|{vote}|{credential}")
}

/// What the board signs when a ballot is in.
#[must_use]
pub fn receipt_words(vote: &str, tracker: &str, height: u64, event: &str) -> String {
    format!("{vote}|receipt|{tracker}|{height}|{event}")
}
