//! What happened, as the journal keeps it for ever: identities and plain data only. What people typed stands in the rows.

use kernel::{BodyId, Day, Verb};
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, EntryId, LetterKind, ReportKind, SessionId, SuggestionId, Turn};

/// What happened under supervision. The subject of the record is the key suggestion, the letter, the case,
/// the evaluation, the inquiry or the words of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of `Key` and `Letter`")]
pub enum Fact {
    /// The chairpersons' meeting set a suggestion as a key one.
    KeyMarked { suggestion: SuggestionId },
    /// A step was added to the plan.
    StepPlanned { entry: EntryId, by: Day },
    /// A step was done.
    StepDone { entry: EntryId, late: bool },
    /// A visit on the spot was recorded.
    VisitRecorded { entry: EntryId, day: Day },
    /// An interim or the final report came in.
    ReportFiled { entry: EntryId, kind: ReportKind },
    /// A policy that came of it was recorded.
    PolicyRecorded { entry: EntryId, day: Day },
    /// Its supervision was concluded.
    KeyConcluded,
    /// It is no longer a key suggestion.
    KeyLifted,
    /// An urging letter was sent to a unit.
    LetterIssued { suggestion: SuggestionId, unit: BodyId, due: Day, kind: LetterKind },
    /// The unit answered it.
    LetterAnswered { late: bool },
    /// The office asked again.
    LetterSentBack { due: Day },
    /// The office closed it.
    LetterClosed,
    /// The office took it back.
    LetterWithdrawn,
    /// A file was laid to a letter, to an entry of a key suggestion or to an item of an inquiry.
    EvidenceLaid { entry: Option<EntryId>, sha256: String },
    /// Somebody is dissatisfied with a part: it is listed under a number.
    CaseListed { suggestion: SuggestionId, assignment: AssignmentId, unit: BodyId, year: i16, n: u32 },
    /// Somebody was named who sees to it.
    CaseOwned,
    /// Nobody is dissatisfied any more.
    CaseTurned,
    /// The suggestion ended while somebody was.
    CaseEnded,
    /// An evaluation of units was begun.
    EvaluationDrafted,
    /// Its scheme was changed.
    SchemeRevised,
    /// It was opened: the scheme is fixed under its SHA-256; whether deputies score.
    EvaluationOpened { hash: String, scored: bool },
    /// A deputy scored a unit; what was given stays beside the journal.
    Scored { unit: BodyId },
    /// The totals of a vote on the spot were entered.
    VotesEntered { unit: BodyId, ballots: u32, satisfied: u32, basically: u32, dissatisfied: u32, invalid: u32 },
    /// Figures were counted and fixed.
    EvaluationComputed,
    /// The units were told.
    EvaluationTold { appeal_until: Day },
    /// A unit appealed.
    Appealed { unit: BodyId },
    /// The office answered.
    AppealRuled { unit: BodyId, upheld: bool },
    /// Results are final.
    EvaluationDecided,
    /// They were published.
    EvaluationPublished,
    /// The office wrote beside the numbers of a session's report.
    AnnualWritten { session: SessionId },
    /// A special inquiry was begun.
    InquiryBegun { day: Day },
    /// A question was put on its list.
    QuestionListed { entry: EntryId, unit: BodyId },
    /// A question was struck off before the units knew of it.
    QuestionStruck { entry: EntryId },
    /// The units were sent the questions.
    InquiryTold { day: Day },
    /// It took place.
    InquiryHeld,
    /// What was answered was written down.
    QuestionAnswered { entry: EntryId },
    /// The totals of a vote on a unit were entered.
    InquiryVoted {
        unit: BodyId,
        turn: Turn,
        ballots: u32,
        satisfied: u32,
        basically: u32,
        dissatisfied: u32,
        invalid: u32,
    },
    /// What a unit is to put right was listed.
    ItemListed { entry: EntryId, unit: BodyId, due: Day },
    /// The unit said what it will do.
    ItemPlanned { entry: EntryId, unit: BodyId },
    /// The unit reported what was put right.
    ItemReported { entry: EntryId, unit: BodyId, late: bool },
    /// The office sent the report back.
    ItemSentBack { entry: EntryId, unit: BodyId, due: Day },
    /// The office found it put right.
    ItemSettled { entry: EntryId, unit: BodyId },
    /// The inquiry ended with its result.
    InquiryConcluded,
    /// It will not take place; whether the units knew of it.
    InquiryCalledOff { told: bool },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::KeyMarked { .. } => "supervision.key-marked",
            Self::StepPlanned { .. } => "supervision.step-planned",
            Self::StepDone { .. } => "supervision.step-done",
            Self::VisitRecorded { .. } => "supervision.visit-recorded",
            Self::ReportFiled { .. } => "supervision.report-filed",
            Self::PolicyRecorded { .. } => "supervision.policy-recorded",
            Self::KeyConcluded => "supervision.key-concluded",
            Self::KeyLifted => "supervision.key-lifted",
            Self::LetterIssued { .. } => "supervision.letter-issued",
            Self::LetterAnswered { .. } => "supervision.letter-answered",
            Self::LetterSentBack { .. } => "supervision.letter-sent-back",
            Self::LetterClosed => "supervision.letter-closed",
            Self::LetterWithdrawn => "supervision.letter-withdrawn",
            Self::EvidenceLaid { .. } => "supervision.evidence-laid",
            Self::CaseListed { .. } => "supervision.case-listed",
            Self::CaseOwned => "supervision.case-owned",
            Self::CaseTurned => "supervision.case-turned",
            Self::CaseEnded => "supervision.case-ended",
            Self::EvaluationDrafted => "supervision.evaluation-drafted",
            Self::SchemeRevised => "supervision.scheme-revised",
            Self::EvaluationOpened { .. } => "supervision.evaluation-opened",
            Self::Scored { .. } => "supervision.scored",
            Self::VotesEntered { .. } => "supervision.votes-entered",
            Self::EvaluationComputed => "supervision.evaluation-computed",
            Self::EvaluationTold { .. } => "supervision.evaluation-told",
            Self::Appealed { .. } => "supervision.appealed",
            Self::AppealRuled { .. } => "supervision.appeal-ruled",
            Self::EvaluationDecided => "supervision.evaluation-decided",
            Self::EvaluationPublished => "supervision.evaluation-published",
            Self::AnnualWritten { .. } => "supervision.annual-written",
            Self::InquiryBegun { .. } => "supervision.inquiry-begun",
            Self::QuestionListed { .. } => "supervision.question-listed",
            Self::QuestionStruck { .. } => "supervision.question-struck",
            Self::InquiryTold { .. } => "supervision.inquiry-told",
            Self::InquiryHeld => "supervision.inquiry-held",
            Self::QuestionAnswered { .. } => "supervision.question-answered",
            Self::InquiryVoted { .. } => "supervision.inquiry-voted",
            Self::ItemListed { .. } => "supervision.item-listed",
            Self::ItemPlanned { .. } => "supervision.item-planned",
            Self::ItemReported { .. } => "supervision.item-reported",
            Self::ItemSentBack { .. } => "supervision.item-sent-back",
            Self::ItemSettled { .. } => "supervision.item-settled",
            Self::InquiryConcluded => "supervision.inquiry-concluded",
            Self::InquiryCalledOff { .. } => "supervision.inquiry-called-off",
        }
    }
}
