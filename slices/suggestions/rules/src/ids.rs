//! Names of this noun's things.

use kernel::Id;
pub use roster_rules::SessionId;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of suggestions.
    pub enum Suggestion {}
    /// Marks identities of assignments.
    pub enum Assignment {}
    /// Marks identities of remarks: reasons and words that people typed, kept beside the journal.
    pub enum Remark {}
    /// Marks identities of bills, which are another noun's.
    pub enum Bill {}
    /// Marks identities of records of talks with deputies.
    pub enum Contact {}
    /// Marks identities of drafts shown to signers.
    pub enum Shown {}
    /// Marks identities of notes in the case room.
    pub enum Note {}
    /// Marks identities of what units of a matter disagree on.
    pub enum Difference {}
    /// Marks identities of doubts about the class of a reply.
    pub enum Doubt {}
    /// Marks identities of promises.
    pub enum Promise {}
    /// Marks identities of attachments.
    pub enum Attachment {}
}

/// Names one suggestion.
pub type SuggestionId = Id<mark::Suggestion>;
/// Names one assignment of a suggestion to a unit.
pub type AssignmentId = Id<mark::Assignment>;
/// Names one remark.
pub type RemarkId = Id<mark::Remark>;
/// Names the bill a suggestion was made of.
pub type BillId = Id<mark::Bill>;
/// Names one attachment.
pub type AttachmentId = Id<mark::Attachment>;
/// Names one record of a talk with a deputy.
pub type ContactId = Id<mark::Contact>;
/// Names one draft shown to a signer.
pub type ShownId = Id<mark::Shown>;
/// Names one note in the case room.
pub type NoteId = Id<mark::Note>;
/// Names one thing that units of a matter disagree on.
pub type DifferenceId = Id<mark::Difference>;
/// Names one doubt about the class of a reply.
pub type DoubtId = Id<mark::Doubt>;
/// Names one promise of a unit.
pub type PromiseId = Id<mark::Promise>;
