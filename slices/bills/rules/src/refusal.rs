//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

use crate::{MOST_CONSULT_DAYS, MOST_FILES};

/// The verbs of this noun, as the refusals and the table of the law name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// 保存.
    Edit,
    /// 作废草稿.
    Discard,
    /// 添加附件.
    Attach,
    /// 删除附件.
    Detach,
    /// 邀请联名.
    Ask,
    /// 联名.
    Sign,
    /// 不联名、撤回联名.
    Decline,
    /// 提交.
    Submit,
    /// 退回补正.
    Return,
    /// 编号.
    Number,
    /// 审查意见.
    Review,
    /// 征求联名代表意见.
    Consult,
    /// 答复是否同意转为建议.
    Speak,
    /// 主席团决定.
    Decide,
    /// 撤回.
    Withdraw,
    /// 主席团对撤回的意见.
    AnswerWithdrawal,
    /// 大会表决.
    Vote,
    /// 审议结果报告.
    Report,
}

impl Act {
    /// All of them, in the order of the work.
    pub const ALL: [Self; 18] = [
        Self::Edit,
        Self::Discard,
        Self::Attach,
        Self::Detach,
        Self::Ask,
        Self::Sign,
        Self::Decline,
        Self::Submit,
        Self::Return,
        Self::Number,
        Self::Review,
        Self::Consult,
        Self::Speak,
        Self::Decide,
        Self::Withdraw,
        Self::AnswerWithdrawal,
        Self::Vote,
        Self::Report,
    ];
}

/// Why a verb was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The bill is in a stage where this cannot be done.
    NotNow {
        /// What was tried.
        act: Act,
        /// The stage it is in.
        stage: &'static str,
    },
    /// Only the lead deputy may; of an organ's bill, the office.
    NotLead,
    /// Only a deputy who was asked to sign it may.
    NotAsked,
    /// A deputy does it in person.
    InPerson,
    /// The sheet is not complete; `Sheet::complete` tells what is missing.
    Incomplete,
    /// Nobody new was named.
    NobodyAsked,
    /// The lead deputy signs by handing it in.
    LeadAsked,
    /// So many more deputies must sign it (地方组织法 22).
    TooFewSigners {
        /// How many there are, the lead deputy counted.
        has: u32,
        /// How many there must be.
        need: u32,
    },
    /// It is said to have been received at a moment that has not come.
    ReceivedLater,
    /// Some of those named on the sheet have not signed it, and too few are left: it can only become a suggestion.
    SignaturesDenied,
    /// There are as many files as there may be.
    TooManyFiles,
    /// There is no such file.
    NoFile,
    /// A village has no congress.
    NoCongress,
    /// The congress does not sit (地方组织法 22).
    NotSitting,
    /// The deadline is over, and late bills are not taken.
    TooLate,
    /// A township has no such organ.
    NoSuchOrgan,
    /// The session's terms let no delegation put a bill.
    DelegationsMayNot,
    /// There is no such disposal.
    UnknownDisposal,
    /// It goes to a committee, but none is named.
    ReferredToNobody,
    /// A township has no committee to refer it to.
    NoCommittee,
    /// A bill of an organ comes before the congress.
    OrganIsHeard,
    /// A suggestion needs a deputy to answer to.
    NobodySigned,
    /// It came after the deadline: it can only become a suggestion.
    OnlySuggestion,
    /// The presidium departs from the proposal, or there is none: that needs a reason.
    ReasonNeeded,
    /// The day to report lies before tomorrow.
    ReportDayPast,
    /// Those who signed were asked before.
    ConsultedBefore,
    /// The day to answer is past, or too far off.
    ConsultDayUnfit,
    /// Nobody asked this deputy whether it may be treated as a suggestion.
    NotConsulted,
    /// The day to answer is over.
    ConsultOver,
    /// The deputy said so before.
    SaidAlready,
    /// Those who signed have time to answer, and not all have.
    ConsultRuns,
    /// The terms of the session want those who signed to be asked first.
    ConsultFirst,
    /// Those who put it asked to withdraw it: that is answered first.
    WithdrawalWaits,
    /// More votes than deputies, or no deputies.
    VotesUnfit,
}

impl Refusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotNow { .. } => "bills-refused-not-now",
            Self::NotLead => "bills-refused-not-lead",
            Self::NotAsked => "bills-refused-not-asked",
            Self::InPerson => "bills-refused-in-person",
            Self::Incomplete => "bills-refused-incomplete",
            Self::NobodyAsked => "bills-refused-nobody-asked",
            Self::LeadAsked => "bills-refused-lead-asked",
            Self::TooFewSigners { .. } => "bills-refused-too-few-signers",
            Self::ReceivedLater => "bills-refused-received-later",
            Self::SignaturesDenied => "bills-refused-signatures-denied",
            Self::TooManyFiles => "bills-refused-too-many-files",
            Self::NoFile => "bills-refused-no-file",
            Self::NoCongress => "bills-refused-no-congress",
            Self::NotSitting => "bills-refused-not-sitting",
            Self::TooLate => "bills-refused-too-late",
            Self::NoSuchOrgan => "bills-refused-no-such-organ",
            Self::DelegationsMayNot => "bills-refused-delegations-may-not",
            Self::UnknownDisposal => "bills-refused-unknown-disposal",
            Self::ReferredToNobody => "bills-refused-referred-to-nobody",
            Self::NoCommittee => "bills-refused-no-committee",
            Self::OrganIsHeard => "bills-refused-organ-is-heard",
            Self::NobodySigned => "bills-refused-nobody-signed",
            Self::OnlySuggestion => "bills-refused-only-suggestion",
            Self::ReasonNeeded => "bills-refused-reason-needed",
            Self::ReportDayPast => "bills-refused-report-day-past",
            Self::ConsultedBefore => "bills-refused-consulted-before",
            Self::ConsultDayUnfit => "bills-refused-consult-day-unfit",
            Self::NotConsulted => "bills-refused-not-consulted",
            Self::ConsultOver => "bills-refused-consult-over",
            Self::SaidAlready => "bills-refused-said-already",
            Self::ConsultRuns => "bills-refused-consult-runs",
            Self::ConsultFirst => "bills-refused-consult-first",
            Self::WithdrawalWaits => "bills-refused-withdrawal-waits",
            Self::VotesUnfit => "bills-refused-votes-unfit",
        }
    }

    /// The family it belongs to.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::NotLead | Self::NotAsked | Self::InPerson | Self::NotConsulted => Family::NotYours,
            Self::NotNow { .. }
            | Self::TooFewSigners { .. }
            | Self::NotSitting
            | Self::TooLate
            | Self::ConsultedBefore
            | Self::ConsultOver
            | Self::SaidAlready
            | Self::WithdrawalWaits => Family::NotNow,
            Self::Incomplete
            | Self::NobodyAsked
            | Self::LeadAsked
            | Self::ReceivedLater
            | Self::SignaturesDenied
            | Self::TooManyFiles
            | Self::NoFile
            | Self::NoCongress
            | Self::NoSuchOrgan
            | Self::DelegationsMayNot
            | Self::UnknownDisposal
            | Self::ReferredToNobody
            | Self::NoCommittee
            | Self::OrganIsHeard
            | Self::NobodySigned
            | Self::OnlySuggestion
            | Self::ReasonNeeded
            | Self::ReportDayPast
            | Self::ConsultDayUnfit
            | Self::ConsultRuns
            | Self::ConsultFirst
            | Self::VotesUnfit => Family::Unfit,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let refused = Self::new(refusal.family(), refusal.key());
        match refusal {
            Refusal::NotNow { stage, .. } => refused.with("stage", stage),
            Refusal::TooManyFiles => refused.with("most", MOST_FILES),
            Refusal::ConsultDayUnfit => refused.with("most", MOST_CONSULT_DAYS),
            Refusal::TooFewSigners { has, need } => refused.with("has", has).with("need", need),
            _ => refused,
        }
    }
}
