//! 承诺事项: what a unit promises in its reply and keeps later, with its day, its progress, the second reply and the deputies' word
//! on it (suggestions.md §11.4). Nothing is edited: every report and every other day asked for stays.

mod verbs;

use kernel::{AccountId, Day, Moment, PersonId, Text};
pub use verbs::Promised;

use crate::{AssignmentId, Canonical, PromiseId, RemarkId, Score};

/// One promise of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its identity.
    pub id: PromiseId,
    /// The unit's part it belongs to.
    pub assignment: AssignmentId,
    /// The round in whose reply, or after it, it was made.
    pub round: u16,
    /// What is promised.
    pub words: Text<500>,
    /// When it was recorded.
    pub made: Moment,
    /// The day it was first promised for.
    pub first_due: Day,
    /// The day it is promised for now.
    pub due: Day,
    /// The last day for the next report.
    pub report_by: Day,
    /// What happened to it while it was open, oldest first.
    pub steps: Vec<PromiseStep>,
    /// How far it has come.
    pub standing: Standing,
}

/// One thing that happened to an open promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromiseStep {
    /// When.
    pub at: Moment,
    /// What.
    pub kind: StepKind,
    /// The report, or the reason.
    pub words: RemarkId,
}

/// What happens to an open promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the day it had and the day it has")]
pub enum StepKind {
    /// 进展.
    Reported,
    /// 调整期限, by the unit.
    Moved { was: Day, due: Day },
    /// 跨年转办, by the office.
    TakenOver { was: Day, due: Day },
    /// 退回继续办理: the second reply was not enough.
    SentBack,
}

/// How far a promise has come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
pub enum Standing {
    /// 办理中.
    Open,
    /// 已删去, before the reply was out.
    Struck { at: Moment },
    /// 已二次答复: the deputies may judge it, the office settles it.
    Answered(SecondReply),
    /// 已销号.
    Settled { reply: Option<SecondReply>, at: Moment, kept: bool, reason: Option<RemarkId> },
}

/// What a unit says when the day has come (二次答复).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondReply {
    /// When.
    pub at: Moment,
    /// The account of the unit's head.
    pub by: AccountId,
    /// The words.
    pub words: RemarkId,
    /// Whether the unit says that the promise is kept.
    pub kept: bool,
    /// The class of the result as it is now, in the congress's own dictionary.
    pub class: String,
    /// What that class was counted as when it was given.
    pub counted_as: Canonical,
    /// The last day to judge it in time.
    pub judge_by: Day,
    /// What each signer said; nothing is a state of its own.
    pub said: Vec<(PersonId, Option<Said>)>,
}

/// One signer's word on a second reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// 办理结果.
    pub result: Score,
    /// Why, needed for 不满意.
    pub reason: Option<RemarkId>,
    /// When.
    pub at: Moment,
}

impl Standing {
    /// All words, in the order of the work.
    pub const WORDS: [&'static str; 5] = ["open", "answered", "kept", "not-kept", "struck"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Struck { .. } => "struck",
            Self::Answered(_) => "answered",
            Self::Settled { kept: true, .. } => "kept",
            Self::Settled { kept: false, .. } => "not-kept",
        }
    }
}

impl StepKind {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Moved { .. } => "moved",
            Self::TakenOver { .. } => "taken-over",
            Self::SentBack => "sent-back",
        }
    }

    /// The day it had and the day it got, where it got another.
    #[must_use]
    pub const fn days(self) -> Option<(Day, Day)> {
        match self {
            Self::Moved { was, due } | Self::TakenOver { was, due } => Some((was, due)),
            Self::Reported | Self::SentBack => None,
        }
    }
}

impl SecondReply {
    /// Whether scores may be shown to the unit: the window is over, whoever has spoken.
    #[must_use]
    pub fn scores_open(&self, today: Day) -> bool {
        today > self.judge_by
    }

    /// Whether no signer's word is waited for any more: everybody has spoken or the window is over. Then the office may settle it.
    #[must_use]
    pub fn heard_out(&self, today: Day) -> bool {
        today > self.judge_by || self.said.iter().all(|(_, word)| word.is_some())
    }

    /// What that signer said.
    #[must_use]
    pub fn word_of(&self, signer: PersonId) -> Option<Said> {
        self.said.iter().find(|(person, _)| *person == signer).and_then(|(_, word)| *word)
    }
}

impl Promise {
    /// The second reply, once there is one that was not sent back.
    #[must_use]
    pub const fn reply(&self) -> Option<&SecondReply> {
        match &self.standing {
            Standing::Answered(reply) | Standing::Settled { reply: Some(reply), .. } => Some(reply),
            Standing::Open | Standing::Struck { .. } | Standing::Settled { reply: None, .. } => None,
        }
    }

    /// How many second replies there were.
    #[must_use]
    pub fn answers(&self) -> usize {
        let back = self.steps.iter().filter(|step| step.kind == StepKind::SentBack).count();
        back + usize::from(self.reply().is_some())
    }

    /// How many times the unit moved its day.
    #[must_use]
    pub fn moves(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step.kind, StepKind::Moved { .. })).count()
    }

    /// Whether it was taken over into a later year (跨年转办).
    #[must_use]
    pub fn taken_over(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.kind, StepKind::TakenOver { .. }))
    }

    /// Whether its day has passed without a second reply.
    #[must_use]
    pub fn overdue(&self, today: Day) -> bool {
        self.standing == Standing::Open && today > self.due
    }

    /// The promise as a unit may see it: scores that are not yet open are left out.
    #[must_use]
    pub fn veiled(mut self, today: Day) -> Self {
        if let Standing::Answered(reply) | Standing::Settled { reply: Some(reply), .. } = &mut self.standing
            && !reply.scores_open(today)
        {
            reply.said.iter_mut().for_each(|(_, word)| *word = None);
        }
        self
    }
}
