//! How a congress follows the handling of suggestions (督办): key suggestions, urging letters, the register of dissatisfied cases.
//!
//! Every verb consumes the thing and gives back the new one with its [`Fact`], or a [`Refusal`]. Pure: the moment and all identities are
//! handed in. Basis: 代表法 (2025) 52.

mod case;
mod fact;
mod ids;
mod key;
mod letter;
mod refusal;

pub use case::{CaseStage, Judged, dissatisfied};
pub use fact::Fact;
pub use ids::{CaseId, EntryId, KeyId, LetterId, mark};
pub use key::{Key, KeyStage, KeyTerms, MOST_STEPS, Matter, Policy, Report, ReportKind, Step, Visit};
pub use letter::{Letter, LetterAnswer, LetterKind, LetterNumber, LetterStage, LetterTo, LetterWords};
pub use refusal::Refusal;
pub use suggestions_rules::{AssignmentId, SessionId, SuggestionId};
