//! What happened, as the journal keeps it for ever: identities and plain data only. Reasons are remarks beside it.

use kernel::{Day, Moment, PersonId, Verb};
use serde::{Deserialize, Serialize};

use crate::{Disposal, FileId, FileKind, Late, Organ, RemarkId, SuggestionId};

/// What happened to a bill. The subject of the record is the bill; of [`Fact::TermsSet`], the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of `Bill`, `Disposal` and `Terms`")]
pub enum Fact {
    /// A draft was begun.
    Drafted { lead: PersonId },
    /// The sheet was changed; `asked_again` signed the older text.
    Edited { asked_again: Vec<PersonId> },
    /// A file was added; `asked_again` signed before this draft text.
    Attached { file: FileId, kind: FileKind, sha256: String, asked_again: Vec<PersonId> },
    /// A file was taken away; `asked_again` signed with that draft text.
    Detached { file: FileId, asked_again: Vec<PersonId> },
    /// The draft was thrown away before it was ever handed in.
    Discarded,
    /// Deputies were asked to sign it.
    SignersAsked { people: Vec<PersonId> },
    /// A deputy signed it.
    Signed { person: PersonId },
    /// A deputy said no, or took the signature back.
    SignDeclined { person: PersonId },
    /// It was handed in.
    Submitted { signers: Vec<PersonId>, late: bool },
    /// An organ's bill came in and was entered by the office.
    Received { organ: Organ },
    /// A sheet that deputies had signed came in and was entered by the office; deadline and session are those of that moment.
    ReceivedOnPaper { lead: PersonId, signers: Vec<PersonId>, received: Moment, late: bool },
    /// The office mended what it had typed off the sheet.
    Retyped,
    /// Whom the office had entered off a sheet says that it is not the own signature.
    SignDenied { person: PersonId },
    /// It was returned to be corrected.
    Returned { reason: RemarkId },
    /// It was numbered.
    Numbered { series: String, n: u32 },
    /// The committee proposed what is to become of it.
    Reviewed { proposal: Disposal, reason: RemarkId },
    /// Those who signed were asked whether it may be treated as a suggestion.
    SignersConsulted { people: Vec<PersonId>, until: Day },
    /// One of them answered; `last` where nobody else is silent.
    SignerSpoke { person: PersonId, agrees: bool, reason: Option<RemarkId>, last: bool },
    /// The presidium decided. `suggestion` is the suggestion it becomes, which is made when this fact is followed.
    Decided { decision: Disposal, reason: Option<RemarkId>, suggestion: Option<SuggestionId>, report_by: Option<Day> },
    /// Those who put it ask to withdraw it from the agenda.
    WithdrawalAsked { reason: RemarkId },
    /// The presidium does not agree to that.
    WithdrawalRefused { reason: RemarkId },
    /// It was withdrawn.
    Withdrawn { reason: RemarkId },
    /// The congress voted; votes against and abstentions where they were told.
    Voted { yes: u32, all: u32, no: Option<u32>, abstain: Option<u32>, adopted: bool },
    /// The committee to which it was referred has reported.
    Reported { report: RemarkId },
    /// The terms of a session were set.
    TermsSet {
        deadline: Option<Moment>,
        late: Late,
        delegations: bool,
        report_months: u16,
        #[serde(default)]
        consult_first: bool,
        #[serde(default)]
        consult_days: u16,
        pattern: String,
    },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Drafted { .. } => "bill.drafted",
            Self::Edited { .. } => "bill.edited",
            Self::Attached { .. } => "bill.attached",
            Self::Detached { .. } => "bill.detached",
            Self::Discarded => "bill.discarded",
            Self::SignersAsked { .. } => "bill.signers-asked",
            Self::Signed { .. } => "bill.signed",
            Self::SignDeclined { .. } => "bill.sign-declined",
            Self::Submitted { .. } => "bill.submitted",
            Self::Received { .. } => "bill.received",
            Self::ReceivedOnPaper { .. } => "bill.received-on-paper",
            Self::Retyped => "bill.retyped",
            Self::SignDenied { .. } => "bill.sign-denied",
            Self::Returned { .. } => "bill.returned",
            Self::Numbered { .. } => "bill.numbered",
            Self::Reviewed { .. } => "bill.reviewed",
            Self::SignersConsulted { .. } => "bill.signers-consulted",
            Self::SignerSpoke { .. } => "bill.signer-spoke",
            Self::Decided { .. } => Self::DECIDED,
            Self::WithdrawalAsked { .. } => "bill.withdrawal-asked",
            Self::WithdrawalRefused { .. } => "bill.withdrawal-refused",
            Self::Withdrawn { .. } => "bill.withdrawn",
            Self::Voted { .. } => "bill.voted",
            Self::Reported { .. } => "bill.reported",
            Self::TermsSet { .. } => "bill.terms-set",
        }
    }
}

impl Fact {
    /// The verb that makes a suggestion of a bill, where it names one.
    pub const DECIDED: &'static str = "bill.decided";
}
