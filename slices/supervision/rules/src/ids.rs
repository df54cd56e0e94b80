//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of key suggestions: of the supervision, not of the suggestion supervised.
    pub enum Key {}
    /// Marks identities of what the file of a key suggestion holds: steps, visits, reports, policies; of questions and items of an inquiry.
    pub enum Entry {}
    /// Marks identities of urging letters.
    pub enum Letter {}
    /// Marks identities of cases in the register.
    pub enum Case {}
    /// Marks identities of what the office writes beside the numbers of a report.
    pub enum Annual {}
    /// Marks identities of special inquiries.
    pub enum Inquiry {}
    /// Marks identities of evaluations.
    pub enum Evaluation {}
}

/// Names one key suggestion.
pub type KeyId = Id<mark::Key>;
/// Names one step, visit, report or policy of a key suggestion, one question or item of an inquiry.
pub type EntryId = Id<mark::Entry>;
/// Names one urging letter.
pub type LetterId = Id<mark::Letter>;
/// Names one case of the register.
pub type CaseId = Id<mark::Case>;
/// Names what the office wrote beside the numbers of one report.
pub type AnnualId = Id<mark::Annual>;
/// Names one special inquiry.
pub type InquiryId = Id<mark::Inquiry>;
/// Names one evaluation.
pub type EvaluationId = Id<mark::Evaluation>;
