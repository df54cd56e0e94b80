//! Disclosure to the public (公开): which suggestions may be disclosed, what is hidden in them, and how one is taken down again.
//!
//! What was written is never changed: an edition is the text with passages hidden, each decided by a person.

mod disclosure;
mod fact;
mod finders;
mod ground;
mod ids;
mod matter;
mod passage;
mod refusal;

pub use disclosure::{Disclosure, Edition, Extent, RemovalNumber, Stage};
pub use fact::Fact;
pub use ground::Ground;
pub use ids::{DisclosureId, mark};
pub use matter::{Letter, Matter};
pub use passage::{Part, Passage, PassageKind, occurrences, propose, redact};
pub use refusal::Refusal;
pub use suggestions_rules::{AssignmentId, SessionId, SuggestionId};
