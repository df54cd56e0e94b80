//! What happened, as the journal keeps it for ever: identities and plain data only. Reasons are remarks beside it.

use std::collections::BTreeMap;

use kernel::{AccountId, BodyId, Day, PersonId, Verb};
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, AttachmentId, Because, BillId, Canonical, ContactId, DifferenceId, DoubtId, Found, Moved, NoteId,
    Occasion, Outcome, PromiseId, RemarkId, Role, Score, ShownId, SuggestionId,
};

/// One unit's part in an assignment, as the fact keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignedTo {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The unit.
    pub unit: BodyId,
    /// Its part.
    pub role: Role,
    /// The last day for its reply or co-opinion.
    pub due: Day,
}

/// One unit that has it to read, as the fact keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadBy {
    /// The part it has.
    pub assignment: AssignmentId,
    /// The unit.
    pub unit: BodyId,
}

/// What happened to a suggestion. The subject of the record is the suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of `Suggestion`, `Assignment` and `Round`")]
pub enum Fact {
    /// A draft was begun.
    Drafted { lead: PersonId },
    /// The presidium treats a bill as a suggestion: lead deputy and signers stay.
    MadeOfBill { bill: BillId, lead: PersonId, signers: Vec<PersonId> },
    /// The sheet was changed; `asked_again` seconded the older text.
    Edited { asked_again: Vec<PersonId> },
    /// The draft was thrown away before it was ever handed in; nothing else is left of it.
    Discarded,
    /// The deputy confirmed what somebody had typed.
    EntryConfirmed,
    /// Deputies were asked to second it.
    CosignersInvited { people: Vec<PersonId>, until: Day },
    /// A deputy seconded it.
    Cosigned { person: PersonId },
    /// A deputy said no.
    CosignDeclined { person: PersonId },
    /// It was handed in.
    Submitted { occasion: Occasion, signers: Vec<PersonId>, assign_by: Option<Day> },
    /// The lead deputy took it back.
    Withdrawn { reason: RemarkId },
    /// It was returned for editing.
    Returned { reason: RemarkId },
    /// Another clerk took its checking over.
    CheckTakenOver { from: AccountId },
    /// The office would not take it as a suggestion; `waits` for the lead deputy's word, or final.
    RefusalProposed { ground: String, disposal: String, waits: bool, reason: RemarkId },
    /// The lead deputy agreed.
    RefusalAcknowledged,
    /// The lead deputy insisted; it lies to be checked again.
    InsistedUpon { reason: RemarkId },
    /// It spoke of two matters: the office left one here and made another paper of the second (拆件).
    Severed { into: SuggestionId, reason: RemarkId },
    /// It was made of a paper that spoke of two matters; deputy and signers are those of that paper.
    SeveredFrom {
        from: SuggestionId,
        lead: PersonId,
        signers: Vec<PersonId>,
        occasion: Occasion,
        assign_by: Option<Day>,
    },
    /// It was accepted and classed.
    Accepted { category: String },
    /// It was given another category.
    Reclassed { was: String, category: String, reason: RemarkId },
    /// It was numbered.
    Numbered { series: String, n: u32 },
    /// It goes with another on the same matter.
    Merged { into: SuggestionId, reason: RemarkId },
    /// It goes its own way again; without a reason when the other was withdrawn.
    Separated { from: SuggestionId, reason: Option<RemarkId> },
    /// A transfer office got it, to divide it among its units.
    Routed { to: BodyId, by: Day },
    /// A transfer office passed it on to another.
    RoutedOn { from: BodyId, to: BodyId, by: Day, reason: RemarkId },
    /// A transfer office sent it back, or the office took it back from there.
    RoutedBack { from: BodyId, recalled: bool, reason: RemarkId },
    /// It was assigned.
    Assigned { to: Vec<AssignedTo> },
    /// Units got it to read.
    GivenToRead { to: Vec<ReadBy> },
    /// A unit signed for it.
    SignedFor { assignment: AssignmentId, unit: BodyId, late: bool },
    /// A co-unit gave its opinion to the lead unit.
    Advised { assignment: AssignmentId, unit: BodyId, opinion: RemarkId, late: bool },
    /// A unit objected that the matter is not its own.
    Objected {
        assignment: AssignmentId,
        unit: BodyId,
        proposed: BodyId,
        reason: RemarkId,
        #[serde(default)]
        basis: Option<RemarkId>,
    },
    /// The objection was refused.
    ObjectionRefused { assignment: AssignmentId, unit: BodyId, reason: RemarkId },
    /// The objection was upheld; another unit has the part, which has now been passed on so many times.
    PassedOn { assignment: AssignmentId, unit: BodyId, to: AssignedTo, hops: u16, reason: RemarkId },
    /// The assigning body gave the part to another unit of its own accord.
    Reassigned { assignment: AssignmentId, unit: BodyId, to: AssignedTo, hops: u16, reason: RemarkId },
    /// The assigning body gave one more unit a part.
    UnitAdded { to: AssignedTo, reason: RemarkId },
    /// A unit asked for more time.
    ExtensionAsked { assignment: AssignmentId, unit: BodyId, until: Day, reason: RemarkId },
    /// It got it; the deputies are told.
    ExtensionGranted { assignment: AssignmentId, unit: BodyId, was: Day, due: Day, reason: Option<RemarkId> },
    /// It did not.
    ExtensionRefused { assignment: AssignmentId, unit: BodyId, reason: Option<RemarkId> },
    /// A reply was drafted or redrafted.
    ReplyDrafted { assignment: AssignmentId, round: u16 },
    /// The draft went to be checked.
    ReplySentToCheck { assignment: AssignmentId, round: u16 },
    /// The checker sent it back.
    ReplySentBack { assignment: AssignmentId, round: u16, reason: RemarkId },
    /// The checker let it pass.
    ReplyPassed { assignment: AssignmentId, round: u16 },
    /// The unit's head signed it.
    ReplySigned { assignment: AssignmentId, round: u16, class: String, counted_as: Canonical, late: bool },
    /// It reached every signer.
    ReplyDelivered { assignment: AssignmentId, round: u16, to: Vec<PersonId>, judge_by: Day },
    /// A signer judged it.
    ReplyJudged {
        assignment: AssignmentId,
        round: u16,
        signer: PersonId,
        process: Score,
        result: Score,
        reason: Option<RemarkId>,
    },
    /// What a signer answered beside the scores, by the codes of the form's questions, in the words of their choices.
    FormAnswered { assignment: AssignmentId, round: u16, signer: PersonId, answers: BTreeMap<String, String> },
    /// The office telephoned a signer who had not judged.
    JudgementCalledFor { assignment: AssignmentId, round: u16, person: PersonId, words: RemarkId },
    /// The unit was told to handle it again.
    RedoOrdered { assignment: AssignmentId, unit: BodyId, round: u16, due: Day, reason: RemarkId },
    /// A closed matter was taken up again: the unit has a new round.
    Reopened { assignment: AssignmentId, unit: BodyId, round: u16, due: Day, reason: RemarkId },
    /// A unit recorded that it talked with a deputy; what was said is a remark beside the record.
    ContactRecorded { contact: ContactId, assignment: AssignmentId, unit: BodyId, with: PersonId, day: Day },
    /// The deputy said that it was so.
    ContactConfirmed { contact: ContactId, assignment: AssignmentId },
    /// The deputy said that it was not so.
    ContactDisputed { contact: ContactId, assignment: AssignmentId, reason: RemarkId },
    /// The unit took an unconfirmed record back.
    ContactWithdrawn { contact: ContactId, assignment: AssignmentId },
    /// Who works on it left a note for the others.
    RoomNoted { note: NoteId, sender: BodyId, words: RemarkId },
    /// A unit showed the draft of its reply to a signer.
    DraftShown { shown: ShownId, assignment: AssignmentId, unit: BodyId, round: u16, to: PersonId },
    /// The signer said what should be changed, or that there is nothing.
    DraftAnswered { shown: ShownId, assignment: AssignmentId, unit: BodyId, by: PersonId, words: Option<RemarkId> },
    /// The unit shows it no longer.
    DraftTakenBack { shown: ShownId, assignment: AssignmentId },
    /// Units of it disagree; who works on it said so.
    DifferenceRaised { difference: DifferenceId, by: BodyId, between: Vec<BodyId>, about: RemarkId },
    /// An office or a transfer office coordinated, and it was settled.
    DifferenceSettled { difference: DifferenceId, by: BodyId, between: Vec<BodyId>, day: Day, outcome: RemarkId },
    /// A signer, or the office, doubts the class of a reply.
    ClassDoubted {
        doubt: DoubtId,
        assignment: AssignmentId,
        unit: BodyId,
        round: u16,
        by: Option<PersonId>,
        class: String,
        reason: RemarkId,
    },
    /// The unit's head kept the class.
    DoubtKept { doubt: DoubtId, assignment: AssignmentId, unit: BodyId, by: Option<PersonId>, reason: RemarkId },
    /// The unit's head gave the reply another class.
    ClassChanged {
        doubt: DoubtId,
        assignment: AssignmentId,
        unit: BodyId,
        round: u16,
        by: Option<PersonId>,
        was: String,
        class: String,
        counted_as: Canonical,
        reason: RemarkId,
    },
    /// Who doubted took it back.
    DoubtWithdrawn { doubt: DoubtId, assignment: AssignmentId },
    /// A unit promised something by a day; it `binds` at once where its reply is out already.
    PromiseMade { promise: PromiseId, assignment: AssignmentId, unit: BodyId, round: u16, due: Day, binds: bool },
    /// The unit took a promise off its draft.
    PromiseStruck { promise: PromiseId, assignment: AssignmentId },
    /// The unit reported how far it has come.
    PromiseReported { promise: PromiseId, assignment: AssignmentId, unit: BodyId, words: RemarkId },
    /// The unit promised a later day.
    PromiseMoved { promise: PromiseId, assignment: AssignmentId, unit: BodyId, was: Day, due: Day, reason: RemarkId },
    /// The unit's head said what became of it.
    PromiseAnswered {
        promise: PromiseId,
        assignment: AssignmentId,
        unit: BodyId,
        kept: bool,
        class: String,
        counted_as: Canonical,
        words: RemarkId,
        to: Vec<PersonId>,
        judge_by: Day,
    },
    /// A signer judged the second reply.
    PromiseJudged {
        promise: PromiseId,
        assignment: AssignmentId,
        signer: PersonId,
        result: Score,
        reason: Option<RemarkId>,
    },
    /// The office did not find the second reply enough.
    PromiseSentBack { promise: PromiseId, assignment: AssignmentId, unit: BodyId, reason: RemarkId },
    /// The office took it off the ledger.
    PromiseSettled { promise: PromiseId, assignment: AssignmentId, unit: BodyId, kept: bool, reason: Option<RemarkId> },
    /// The office carried it into a later year.
    PromiseTakenOver {
        promise: PromiseId,
        assignment: AssignmentId,
        unit: BodyId,
        was: Day,
        due: Day,
        reason: RemarkId,
    },
    /// A file was added to the sheet or, where an assignment is named, to its reply.
    AttachmentAdded { attachment: AttachmentId, sha256: String, assignment: Option<AssignmentId>, round: Option<u16> },
    /// A file was taken away again.
    AttachmentRemoved { attachment: AttachmentId, assignment: Option<AssignmentId> },
    /// The office looked back on it after it was closed.
    LookedBack { found: Found, words: RemarkId },
    /// Due days were counted again, under other rules or another calendar.
    DaysMoved { because: Because, moved: Vec<Moved> },
    /// It was closed.
    Closed { outcome: Outcome },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Drafted { .. } => "suggestion.drafted",
            Self::MadeOfBill { .. } => "suggestion.made-of-bill",
            Self::Edited { .. } => "suggestion.edited",
            Self::Discarded => "suggestion.discarded",
            Self::EntryConfirmed => "suggestion.entry-confirmed",
            Self::CosignersInvited { .. } => "suggestion.cosigners-invited",
            Self::Cosigned { .. } => "suggestion.cosigned",
            Self::CosignDeclined { .. } => "suggestion.cosign-declined",
            Self::Submitted { .. } => "suggestion.submitted",
            Self::Withdrawn { .. } => "suggestion.withdrawn",
            Self::Returned { .. } => "suggestion.returned",
            Self::CheckTakenOver { .. } => "suggestion.check-taken-over",
            Self::RefusalProposed { .. } => "suggestion.refusal-proposed",
            Self::RefusalAcknowledged => "suggestion.refusal-acknowledged",
            Self::InsistedUpon { .. } => "suggestion.insisted-upon",
            Self::Severed { .. } => "suggestion.severed",
            Self::SeveredFrom { .. } => "suggestion.severed-from",
            Self::Accepted { .. } => "suggestion.accepted",
            Self::Reclassed { .. } => "suggestion.reclassed",
            Self::Numbered { .. } => "suggestion.numbered",
            Self::Merged { .. } => "suggestion.merged",
            Self::Separated { .. } => "suggestion.separated",
            Self::Routed { .. } => "suggestion.routed",
            Self::RoutedOn { .. } => "suggestion.routed-on",
            Self::RoutedBack { .. } => "suggestion.routed-back",
            Self::GivenToRead { .. } => "suggestion.given-to-read",
            Self::Assigned { .. } => "suggestion.assigned",
            Self::SignedFor { .. } => "suggestion.signed-for",
            Self::Advised { .. } => "suggestion.advised",
            Self::Objected { .. } => "suggestion.objected",
            Self::ObjectionRefused { .. } => "suggestion.objection-refused",
            Self::PassedOn { .. } => "suggestion.passed-on",
            Self::Reassigned { .. } => "suggestion.reassigned",
            Self::UnitAdded { .. } => "suggestion.unit-added",
            Self::ExtensionAsked { .. } => "suggestion.extension-asked",
            Self::ExtensionGranted { .. } => "suggestion.extension-granted",
            Self::ExtensionRefused { .. } => "suggestion.extension-refused",
            Self::ReplyDrafted { .. } => "suggestion.reply-drafted",
            Self::ReplySentToCheck { .. } => "suggestion.reply-sent-to-check",
            Self::ReplySentBack { .. } => "suggestion.reply-sent-back",
            Self::ReplyPassed { .. } => "suggestion.reply-passed",
            Self::ReplySigned { .. } => "suggestion.reply-signed",
            Self::ReplyDelivered { .. } => "suggestion.reply-delivered",
            Self::ReplyJudged { .. } => "suggestion.reply-judged",
            Self::FormAnswered { .. } => "suggestion.form-answered",
            Self::JudgementCalledFor { .. } => "suggestion.judgement-called-for",
            Self::RedoOrdered { .. } => "suggestion.redo-ordered",
            Self::Reopened { .. } => "suggestion.reopened",
            Self::ContactRecorded { .. } => "suggestion.contact-recorded",
            Self::ContactConfirmed { .. } => "suggestion.contact-confirmed",
            Self::ContactDisputed { .. } => "suggestion.contact-disputed",
            Self::ContactWithdrawn { .. } => "suggestion.contact-withdrawn",
            Self::RoomNoted { .. } => "suggestion.room-noted",
            Self::DraftShown { .. } => "suggestion.draft-shown",
            Self::DraftAnswered { .. } => "suggestion.draft-answered",
            Self::DraftTakenBack { .. } => "suggestion.draft-taken-back",
            Self::DifferenceRaised { .. } => "suggestion.difference-raised",
            Self::DifferenceSettled { .. } => "suggestion.difference-settled",
            Self::ClassDoubted { .. } => "suggestion.class-doubted",
            Self::DoubtKept { .. } => "suggestion.doubt-kept",
            Self::ClassChanged { .. } => "suggestion.class-changed",
            Self::DoubtWithdrawn { .. } => "suggestion.doubt-withdrawn",
            Self::PromiseMade { .. } => "suggestion.promise-made",
            Self::PromiseStruck { .. } => "suggestion.promise-struck",
            Self::PromiseReported { .. } => "suggestion.promise-reported",
            Self::PromiseMoved { .. } => "suggestion.promise-moved",
            Self::PromiseAnswered { .. } => "suggestion.promise-answered",
            Self::PromiseJudged { .. } => "suggestion.promise-judged",
            Self::PromiseSentBack { .. } => "suggestion.promise-sent-back",
            Self::PromiseSettled { .. } => "suggestion.promise-settled",
            Self::PromiseTakenOver { .. } => "suggestion.promise-taken-over",
            Self::AttachmentAdded { .. } => "suggestion.attachment-added",
            Self::AttachmentRemoved { .. } => "suggestion.attachment-removed",
            Self::LookedBack { .. } => "suggestion.looked-back",
            Self::DaysMoved { .. } => "suggestion.days-moved",
            Self::Closed { .. } => "suggestion.closed",
        }
    }
}
