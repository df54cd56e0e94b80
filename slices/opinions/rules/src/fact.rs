//! What happened, as the journal keeps it for ever: identities and plain words. Who wrote, what and from where stands in rows that can be erased.

use kernel::{BodyId, PersonId, Verb};
use serde::{Deserialize, Serialize};

use crate::{By, Closing, CodeKind, Score, SuggestionId, TargetId, Treatment, Way};

/// What happened to an opinion, which is the subject of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of `Opinion`")]
pub enum Fact {
    /// It came in; `reception`: at which reception of a station it was said.
    Received {
        way: Way,
        deputy: Option<PersonId>,
        #[serde(default)]
        reception: Option<TargetId>,
    },
    /// Somebody answered it; `for_deputy`: staff typed the deputy's answer.
    Answered {
        by: By,
        round: u16,
        #[serde(default)]
        for_deputy: bool,
    },
    /// The office gave it to a body; `taken`: the one that had it and has it no more.
    Assigned {
        unit: BodyId,
        treatment: Treatment,
        hard: bool,
        #[serde(default)]
        taken: Option<BodyId>,
    },
    /// Somebody of the office proposes to give it to a body; who answers for the office has to agree.
    Proposed {
        unit: BodyId,
        treatment: Treatment,
        hard: bool,
        #[serde(default)]
        taken: Option<BodyId>,
    },
    /// The proposal was sent back.
    SentBack,
    /// The body signed for it.
    SignedFor { unit: BodyId },
    /// The body gave it back: it is not its matter.
    GivenBack { unit: BodyId },
    /// The body said to the office what it thought of it, or that it took note.
    FedBack { unit: BodyId, treatment: Treatment },
    /// It was given to 12345.
    ToHotline {
        hard: bool,
        #[serde(default)]
        taken: Option<BodyId>,
    },
    /// It was handed to another congress.
    HandedOn {
        from: BodyId,
        to: BodyId,
        #[serde(default)]
        taken: Option<BodyId>,
    },
    /// A deputy takes it up in a suggestion.
    Suggested { suggestion: Option<SuggestionId> },
    /// The suggestion it was taken up in was replied to; the deputies have the letter.
    RaisedReplied { suggestion: SuggestionId },
    /// The suggestion it was taken up in was withdrawn; it is to be handled again.
    RaisedDropped { suggestion: SuggestionId },
    /// The person was told where it belongs.
    Elsewhere { channel: String },
    /// Its clock ran out: nobody said a first word, or nobody answered; `unit` had it.
    Overdue { unit: Option<BodyId>, first_word: bool },
    /// The person judged the answer; `again`: it is handled once more.
    Judged { score: Score, round: u16, again: bool },
    /// It was closed.
    Closed { how: Closing },
    /// The person agreed that a body sees who said it, or took that back.
    Agreed { body: BodyId, given: bool },
    /// The person agreed that the deputy sees who said it, or took that back.
    AgreedDeputy { deputy: PersonId, given: bool },
    /// The person was asked again some weeks after it was over.
    Surveyed { score: Score },
    /// Name, telephone and recording were erased.
    ContactForgotten,
    /// Somebody opened the contact data, and why.
    ContactOpened { reason: String },
}

/// What happened to a code, which is the subject of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum CodeFact {
    /// A code was made for somebody.
    Issued { deputy: PersonId },
    /// It leads nowhere any more.
    Revoked { deputy: PersonId },
    /// A code was made for a station, a reception, an activity.
    Made { kind: CodeKind, target: TargetId },
    /// It leads to another of the same kind now: two stations were merged.
    Moved { kind: CodeKind, from: TargetId, to: TargetId },
    /// That code leads nowhere any more.
    Ended { kind: CodeKind, target: TargetId },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Received { .. } => "opinion.received",
            Self::Answered { .. } => "opinion.answered",
            Self::Assigned { .. } => "opinion.assigned",
            Self::Proposed { .. } => "opinion.proposed",
            Self::SentBack => "opinion.sent-back",
            Self::SignedFor { .. } => "opinion.signed-for",
            Self::GivenBack { .. } => "opinion.given-back",
            Self::FedBack { .. } => "opinion.fed-back",
            Self::ToHotline { .. } => "opinion.to-hotline",
            Self::Agreed { .. } => "opinion.agreed",
            Self::AgreedDeputy { .. } => "opinion.agreed-deputy",
            Self::Surveyed { .. } => "opinion.surveyed",
            Self::ContactForgotten => "opinion.contact-forgotten",
            Self::HandedOn { .. } => "opinion.handed-on",
            Self::Suggested { .. } => "opinion.suggested",
            Self::RaisedReplied { .. } => "opinion.raised-replied",
            Self::RaisedDropped { .. } => "opinion.raised-dropped",
            Self::Elsewhere { .. } => "opinion.elsewhere",
            Self::Overdue { .. } => "opinion.overdue",
            Self::Judged { .. } => "opinion.judged",
            Self::Closed { .. } => "opinion.closed",
            Self::ContactOpened { .. } => "opinion.contact-opened",
        }
    }
}

impl Verb for CodeFact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Issued { .. } => "code.issued",
            Self::Revoked { .. } => "code.revoked",
            Self::Made { .. } => "code.made",
            Self::Moved { .. } => "code.moved",
            Self::Ended { .. } => "code.ended",
        }
    }
}
