//! Opinions of constituents (群众意见): the codes by which a deputy is found, where an opinion goes, and by when it is answered.

mod alphabet;
mod code;
mod fact;
mod hotline;
mod ids;
mod opinion;
mod place;
mod refusal;
mod survey;
mod tracking;
mod treatment;
mod unit;
mod waits;
mod words;

pub use code::{Code, CodeKind, SERIAL_BITS, SIGN_BITS};
pub use fact::{CodeFact, Fact};
pub use hotline::{Ticketed, ticketed};
pub use ids::{CodeId, OpinionId, TargetId, mark};
pub use opinion::{By, Closing, Done, Opinion, Stage};
pub use place::{chain, speaks_for};
pub use refusal::Refusal;
pub use suggestions_rules::SuggestionId;
pub use survey::survey_due;
pub use tracking::{TRACKING_BYTES, Tracking};
pub use treatment::{Expected, Treatment};
pub use waits::{LEAST_OPEN, LONGEST_OPEN, Waits, waited};
pub use words::{Score, Topic, Way};
