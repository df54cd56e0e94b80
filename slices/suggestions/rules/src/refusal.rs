//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

use crate::{Act, DifferenceRefusal, MendRefusal};

/// Why a verb was refused. Variant names are the locale keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The suggestion, assignment or round is in a stage where this cannot be done.
    NotNow {
        /// What was tried.
        act: Act,
        /// The stage it is in.
        stage: &'static str,
    },
    /// Only the lead deputy may.
    NotLead,
    /// Only a deputy who was asked to second it may.
    NotInvited,
    /// Only a signer to whom the reply was delivered may.
    NotSigner,
    /// A deputy judges, withdraws and seconds in person.
    InPerson(Act),
    /// The deputy for whom it was typed has not confirmed it.
    EntryUnconfirmed,
    /// The sheet is not complete; `Sheet::complete` tells what is missing.
    Incomplete,
    /// Nobody was named.
    NobodyInvited,
    /// The lead deputy cannot second the own suggestion.
    LeadInvited,
    /// It was never returned for editing, which comes first.
    ReturnFirst,
    /// The lead deputy insisted on it: it is not refused again.
    InsistedUpon,
    /// The congress's list has no such ground.
    UnknownGround,
    /// The congress's list has no such disposal.
    UnknownDisposal,
    /// The congress's dictionary has no such category.
    UnknownCategory,
    /// The congress's dictionary has no such class.
    UnknownClass,
    /// It goes with another already.
    MergedAlready,
    /// Others go with it.
    OthersMerged,
    /// The other goes with a third itself.
    MasterMerged,
    /// The other is of another congress, or not on its way to the units.
    MasterUnfit,
    /// It goes with no other.
    NotMerged,
    /// It is assigned with the one it goes with.
    GoesWithMaster,
    /// A transfer office has it already.
    RoutedAlready,
    /// No transfer office has it.
    NotRouted,
    /// A transfer office has it to divide: it is taken back first.
    WithTransfer,
    /// Lead with co needs a co-unit; separate handling needs two units; nobody twice.
    HandlersUnfit,
    /// There is no such assignment in this suggestion.
    NoAssignment,
    /// A co-unit gives its opinion to the lead unit and does not reply itself.
    CoUnitRepliesNot,
    /// Only a co-unit gives a co-opinion.
    NotCoUnit,
    /// The window for objections is over.
    ObjectionLate,
    /// The rulings that a part may go through are used up.
    ObjectionsUsedUp,
    /// An extension is asked on or before the due day.
    ExtensionLate,
    /// An extension was asked for, or granted, before.
    ExtensionAskedAlready,
    /// The unit was given more time as often as the congress allows.
    ExtensionsUsedUp,
    /// The day asked for lies before the due day or beyond the longer limit.
    ExtensionUnfit,
    /// There is no extension to answer.
    NoExtensionAsked,
    /// 不满意 needs a reason.
    ReasonNeeded,
    /// This signer has judged this reply already.
    JudgedAlready,
    /// The day promised is past, not later than the one before, or too far off.
    PromiseDayUnfit,
    /// What is taken over gets a day in a later year.
    PromiseYearUnfit,
    /// The reply with the promise is out: it is reported on, not struck.
    PromiseBinds,
    /// The reply with the promise is not out yet.
    PromiseNotOut,
    /// The promise has been answered, settled or struck, or there is no second reply.
    PromiseNotNow,
    /// Its day has passed: the unit answers, the office takes it over.
    PromiseOverdue,
    /// The unit moved the day as often as the congress allows.
    PromiseChangesUsedUp,
    /// It is settled after a second reply, or as not kept once its day has passed.
    PromiseUnanswered,
    /// What was not kept, or is rejected by the lead deputy, is settled with a reason.
    PromiseReasonNeeded,
    /// After a second 不满意 the unit meets the lead deputy, or explains in particular, before it is closed.
    FaceToFaceFirst,
    /// Only what was planned or not possible is taken up again; the rest is done again or kept as promised.
    NotToReopen,
    /// The congress requires a promise in a reply of that class.
    PromiseFirst,
    /// The congress requires an answer to each request of the suggestion.
    PointsFirst,
    /// The reply only sends the deputy to another unit: an objection made too late.
    OnlyElsewhere,
    /// What units disagree on cannot be raised, or settled, so.
    Differing(DifferenceRefusal),
    /// What the assigning body decided is not put right so.
    Mending(MendRefusal),
    /// Nobody is dissatisfied: there is nothing to redo.
    NobodyDissatisfied,
    /// The congress's list has no such way of talking.
    UnknownWay,
    /// A talk lies neither before its part was assigned nor in days to come.
    ContactDayUnfit,
    /// The talk was with nobody who signed the suggestion.
    ContactWithUnfit,
    /// Only the deputy it was with confirms or disputes it.
    NotContacted,
    /// It was confirmed, disputed or withdrawn before.
    ContactAnswered,
    /// The deputy confirmed it: it stands.
    ContactConfirmed,
    /// The congress requires a talk with a signer before the reply is signed.
    ContactFirst,
    /// The lead deputy asked to be met, and the congress requires it before the reply is signed.
    MeetingFirst,
    /// The draft was shown to somebody else.
    NotShown,
    /// A draft is shown to signers alone.
    ShownToUnfit,
    /// One shown to that signer waits for an answer.
    ShownAlready,
    /// The shown draft was answered or taken back.
    ShownAnswered,
    /// Who doubted takes the doubt back, nobody else.
    NotDoubter,
    /// The time to doubt the class is over.
    DoubtLate,
    /// Somebody's doubt waits for its answer.
    DoubtOpen,
    /// This one doubted the reply as often as the congress allows.
    DoubtsUsedUp,
    /// It was answered or taken back before.
    DoubtAnswered,
    /// The reply has that class already.
    ClassTheSame,
    /// No clock that runs would come to another day.
    NothingMoves,
    /// A lead unit has not delivered its reply.
    ReplyOutstanding,
    /// A signer may still judge until the window's end.
    JudgementsOutstanding,
    /// The lead deputy is dissatisfied with a first reply: it must be redone before anything is closed.
    RedoOutstanding,
}

impl Refusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotNow { .. } => "suggestions-refused-not-now",
            Self::NotLead => "suggestions-refused-not-lead",
            Self::NotInvited => "suggestions-refused-not-invited",
            Self::NotSigner => "suggestions-refused-not-signer",
            Self::InPerson(_) => "suggestions-refused-in-person",
            Self::EntryUnconfirmed => "suggestions-refused-entry-unconfirmed",
            Self::Incomplete => "suggestions-refused-incomplete",
            Self::NobodyInvited => "suggestions-refused-nobody-invited",
            Self::LeadInvited => "suggestions-refused-lead-invited",
            Self::ReturnFirst => "suggestions-refused-return-first",
            Self::InsistedUpon => "suggestions-refused-insisted-upon",
            Self::UnknownGround => "suggestions-refused-unknown-ground",
            Self::UnknownDisposal => "suggestions-refused-unknown-disposal",
            Self::UnknownCategory => "suggestions-refused-unknown-category",
            Self::UnknownClass => "suggestions-refused-unknown-class",
            Self::MergedAlready => "suggestions-refused-merged-already",
            Self::OthersMerged => "suggestions-refused-others-merged",
            Self::MasterMerged => "suggestions-refused-master-merged",
            Self::MasterUnfit => "suggestions-refused-master-unfit",
            Self::NotMerged => "suggestions-refused-not-merged",
            Self::GoesWithMaster => "suggestions-refused-goes-with-master",
            Self::RoutedAlready => "suggestions-refused-routed-already",
            Self::NotRouted => "suggestions-refused-not-routed",
            Self::WithTransfer => "suggestions-refused-with-transfer",
            Self::HandlersUnfit => "suggestions-refused-handlers-unfit",
            Self::NoAssignment => "suggestions-refused-no-assignment",
            Self::CoUnitRepliesNot => "suggestions-refused-co-unit-replies-not",
            Self::NotCoUnit => "suggestions-refused-not-co-unit",
            Self::ObjectionLate => "suggestions-refused-objection-late",
            Self::ObjectionsUsedUp => "suggestions-refused-objections-used-up",
            Self::ExtensionLate => "suggestions-refused-extension-late",
            Self::ExtensionAskedAlready => "suggestions-refused-extension-asked-already",
            Self::ExtensionsUsedUp => "suggestions-refused-extensions-used-up",
            Self::ExtensionUnfit => "suggestions-refused-extension-unfit",
            Self::NoExtensionAsked => "suggestions-refused-no-extension-asked",
            Self::ReasonNeeded => "suggestions-refused-reason-needed",
            Self::JudgedAlready => "suggestions-refused-judged-already",
            Self::NobodyDissatisfied => "suggestions-refused-nobody-dissatisfied",
            Self::UnknownWay => "suggestions-refused-unknown-way",
            Self::ContactDayUnfit => "suggestions-refused-contact-day-unfit",
            Self::ContactWithUnfit => "suggestions-refused-contact-with-unfit",
            Self::NotContacted => "suggestions-refused-not-contacted",
            Self::ContactAnswered => "suggestions-refused-contact-answered",
            Self::ContactConfirmed => "suggestions-refused-contact-confirmed",
            Self::ContactFirst => "suggestions-refused-contact-first",
            Self::MeetingFirst => "suggestions-refused-meeting-first",
            Self::PromiseDayUnfit => "suggestions-refused-promise-day-unfit",
            Self::PromiseYearUnfit => "suggestions-refused-promise-year-unfit",
            Self::PromiseBinds => "suggestions-refused-promise-binds",
            Self::PromiseNotOut => "suggestions-refused-promise-not-out",
            Self::PromiseNotNow => "suggestions-refused-promise-not-now",
            Self::PromiseOverdue => "suggestions-refused-promise-overdue",
            Self::PromiseChangesUsedUp => "suggestions-refused-promise-changes-used-up",
            Self::PromiseUnanswered => "suggestions-refused-promise-unanswered",
            Self::PromiseReasonNeeded => "suggestions-refused-promise-reason-needed",
            Self::FaceToFaceFirst => "suggestions-refused-face-to-face-first",
            Self::NotToReopen => "suggestions-refused-not-to-reopen",
            Self::PromiseFirst => "suggestions-refused-promise-first",
            Self::PointsFirst => "suggestions-refused-points-first",
            Self::OnlyElsewhere => "suggestions-refused-only-elsewhere",
            Self::NotShown => "suggestions-refused-not-shown",
            Self::ShownToUnfit => "suggestions-refused-shown-to-unfit",
            Self::ShownAlready => "suggestions-refused-shown-already",
            Self::ShownAnswered => "suggestions-refused-shown-answered",
            Self::NotDoubter => "suggestions-refused-not-doubter",
            Self::DoubtLate => "suggestions-refused-doubt-late",
            Self::DoubtOpen => "suggestions-refused-doubt-open",
            Self::DoubtsUsedUp => "suggestions-refused-doubts-used-up",
            Self::DoubtAnswered => "suggestions-refused-doubt-answered",
            Self::ClassTheSame => "suggestions-refused-class-the-same",
            Self::Differing(why) => why.key(),
            Self::Mending(why) => why.key(),
            Self::NothingMoves => "suggestions-refused-nothing-moves",
            Self::ReplyOutstanding => "suggestions-refused-reply-outstanding",
            Self::JudgementsOutstanding => "suggestions-refused-judgements-outstanding",
            Self::RedoOutstanding => "suggestions-refused-redo-outstanding",
        }
    }

    /// The family it belongs to.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::NotLead
            | Self::NotInvited
            | Self::NotSigner
            | Self::NotContacted
            | Self::NotDoubter
            | Self::NotShown
            | Self::InPerson(_) => Family::NotYours,
            Self::NotNow { .. }
            | Self::EntryUnconfirmed
            | Self::ObjectionLate
            | Self::ObjectionsUsedUp
            | Self::ExtensionLate
            | Self::ExtensionAskedAlready
            | Self::ExtensionsUsedUp
            | Self::NoExtensionAsked
            | Self::ReturnFirst
            | Self::InsistedUpon
            | Self::MergedAlready
            | Self::OthersMerged
            | Self::MasterMerged
            | Self::NotMerged
            | Self::GoesWithMaster
            | Self::RoutedAlready
            | Self::NotRouted
            | Self::WithTransfer
            | Self::JudgedAlready
            | Self::NobodyDissatisfied
            | Self::ContactAnswered
            | Self::ContactConfirmed
            | Self::ContactFirst
            | Self::MeetingFirst
            | Self::PromiseBinds
            | Self::PromiseNotOut
            | Self::PromiseNotNow
            | Self::PromiseOverdue
            | Self::PromiseChangesUsedUp
            | Self::PromiseUnanswered
            | Self::PromiseFirst
            | Self::PointsFirst
            | Self::OnlyElsewhere
            | Self::NotToReopen
            | Self::FaceToFaceFirst
            | Self::DoubtLate
            | Self::DoubtOpen
            | Self::ShownAlready
            | Self::ShownAnswered
            | Self::DoubtsUsedUp
            | Self::DoubtAnswered
            | Self::NothingMoves
            | Self::ReplyOutstanding
            | Self::JudgementsOutstanding
            | Self::RedoOutstanding => Family::NotNow,
            Self::NoAssignment => Family::Missing,
            Self::Differing(why) => why.family(),
            Self::Mending(why) => why.family(),
            Self::Incomplete
            | Self::NobodyInvited
            | Self::LeadInvited
            | Self::UnknownGround
            | Self::UnknownDisposal
            | Self::UnknownCategory
            | Self::UnknownClass
            | Self::UnknownWay
            | Self::ContactDayUnfit
            | Self::ContactWithUnfit
            | Self::ShownToUnfit
            | Self::MasterUnfit
            | Self::HandlersUnfit
            | Self::CoUnitRepliesNot
            | Self::NotCoUnit
            | Self::ExtensionUnfit
            | Self::PromiseDayUnfit
            | Self::PromiseYearUnfit
            | Self::PromiseReasonNeeded
            | Self::ClassTheSame
            | Self::ReasonNeeded => Family::Unfit,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let refused = Self::new(refusal.family(), refusal.key());
        match refusal {
            Refusal::NotNow { stage, .. } => refused.with("stage", stage),
            _ => refused,
        }
    }
}
