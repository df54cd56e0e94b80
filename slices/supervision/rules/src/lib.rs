//! How a congress follows the handling of suggestions (督办): key suggestions, urging letters, the register of dissatisfied cases.
//!
//! Every verb consumes the thing and gives back the new one with its [`Fact`], or a [`Refusal`]. Pure: the moment and all identities are
//! handed in. Basis: 代表法 (2025) 52; of inquiries 监督法 (2024) 47–50.

mod annual;
mod case;
mod evaluation;
mod evidence;
mod fact;
mod figures;
mod ids;
mod inquiry;
mod item;
mod key;
mod letter;
mod refusal;
mod scheme;

pub use annual::{AnnualWords, Example, MOST_EXAMPLES, example_line};
pub use case::{CaseStage, Word, dissatisfied};
pub use evaluation::{Appeal, AppealRuling, Correction, Evaluation, EvaluationStage, Judged};
pub use evidence::MOST_FILES;
pub use fact::Fact;
pub use figures::{Figures, Handled, Measure, Ratio, Said};
pub use ids::{AnnualId, CaseId, EntryId, EvaluationId, InquiryId, KeyId, LetterId, mark};
pub use inquiry::{Answer, Inquiry, InquiryKind, InquiryStage, InquiryTerms, MOST_ASKED, Poll, Question, Turn};
pub use item::{Item, ItemPlan, ItemReport, ItemStanding};
pub use key::{Key, KeyStage, KeyTerms, MOST_STEPS, Matter, Policy, Report, ReportKind, Step, Visit};
pub use letter::{Letter, LetterAnswer, LetterKind, LetterNumber, LetterStage, LetterTo, LetterWords};
pub use refusal::Refusal;
pub use scheme::{FULL, Grade, Level, Line, MOST_LINES, Outcome, Scheme, Unfit, Way, Worked};
pub use suggestions_rules::{AssignmentId, SessionId, SuggestionId};
