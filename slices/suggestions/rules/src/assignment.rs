//! An assignment: one unit's part in one suggestion.

use kernel::{BodyId, Day, Moment};
use serde::{Deserialize, Serialize};

use crate::{Act, AssignmentId, Extension, Given, Handler, Limit, Objection, Refusal, RemarkId, Round, Settled};

/// A unit's part (suggestions.md §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 独办.
    Sole,
    /// 主办, with co-units.
    Lead,
    /// 会办: gives its opinion to the lead unit.
    Co,
    /// 分办: each replies for its own part.
    Separate,
    /// 参阅: sees it and owes nothing.
    Reader,
}

/// One unit's part in one suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Its identity.
    pub id: AssignmentId,
    /// The unit.
    pub unit: BodyId,
    /// Its part.
    pub role: Role,
    /// When it was assigned; its clocks start here.
    pub assigned: Moment,
    /// The last day to sign for it in time.
    pub sign_by: Day,
    /// The last day for the first reply, or for the co-opinion; a granted extension moves it.
    pub due: Day,
    /// The assignment it took over from, when another unit's objection was upheld.
    pub after: Option<AssignmentId>,
    /// Its objections that were ruled on, oldest first.
    pub settled: Vec<Settled>,
    /// The extensions asked for, oldest first; only the last may be without an answer.
    pub extensions: Vec<Extension>,
    /// How far the unit has come.
    pub work: Work,
}

/// How far a unit has come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
#[expect(
    clippy::large_enum_variant,
    reason = "most parts are being handled: a box would be one more place to go for nearly all"
)]
pub enum Work {
    /// 参阅: nothing is awaited of the unit.
    Reading,
    /// 待签收.
    Waiting,
    /// 会办中: a co-unit that signed and owes its opinion.
    Advising { signed: Moment },
    /// 会办意见已送.
    Advised { signed: Moment, at: Moment, opinion: RemarkId },
    /// 办理中: a unit that replies, in its present round after those past.
    Handling { signed: Moment, past: Vec<Round>, round: Round },
    /// 待裁定: the unit objects; its work stands as it was before.
    Objecting { before: Box<Self>, objection: Objection },
    /// 已改办: the objection was upheld and another unit has the part.
    PassedOn { before: Box<Self>, to: AssignmentId, at: Moment },
}

impl Role {
    /// All parts.
    pub const ALL: [Self; 5] = [Self::Sole, Self::Lead, Self::Co, Self::Separate, Self::Reader];

    /// Whether a unit in this part replies to the deputies.
    #[must_use]
    pub const fn replies(self) -> bool {
        match self {
            Self::Sole | Self::Lead | Self::Separate => true,
            Self::Co | Self::Reader => false,
        }
    }

    /// The limit that its main clock runs by; a reader's runs for nothing.
    #[must_use]
    pub const fn limit(self) -> Limit {
        match self {
            Self::Sole | Self::Lead | Self::Separate => Limit::Reply,
            Self::Co | Self::Reader => Limit::CoOpinion,
        }
    }

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sole => "sole",
            Self::Lead => "lead",
            Self::Co => "co",
            Self::Separate => "separate",
            Self::Reader => "reader",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

impl Work {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Waiting => "waiting",
            Self::Advising { .. } => "advising",
            Self::Advised { .. } => "advised",
            Self::Handling { .. } => "handling",
            Self::Objecting { .. } => "objecting",
            Self::PassedOn { .. } => "passed-on",
        }
    }

    /// All rounds, the present one last, also while an objection lies.
    fn rounds(&self) -> (&[Round], Option<&Round>) {
        match self {
            Self::Handling { past, round, .. } => (past, Some(round)),
            Self::Objecting { before, .. } | Self::PassedOn { before, .. } => before.rounds(),
            Self::Reading | Self::Waiting | Self::Advising { .. } | Self::Advised { .. } => (&[], None),
        }
    }

    pub(crate) fn each_round(&mut self, change: &mut impl FnMut(&mut Round)) {
        match self {
            Self::Handling { past, round, .. } => past.iter_mut().chain([round]).for_each(change),
            Self::Objecting { before, .. } | Self::PassedOn { before, .. } => before.each_round(change),
            Self::Reading | Self::Waiting | Self::Advising { .. } | Self::Advised { .. } => {}
        }
    }

    /// When the unit signed for it.
    fn signed(&self) -> Option<Moment> {
        match self {
            Self::Reading | Self::Waiting => None,
            Self::Advising { signed } | Self::Advised { signed, .. } | Self::Handling { signed, .. } => Some(*signed),
            Self::Objecting { before, .. } | Self::PassedOn { before, .. } => before.signed(),
        }
    }
}

impl Assignment {
    pub(crate) fn give(handler: Handler, role: Role, after: Option<AssignmentId>, given: &Given<'_>) -> Self {
        Self {
            id: handler.id,
            unit: handler.unit,
            role,
            assigned: given.now,
            sign_by: given.due(Limit::SignFor),
            due: given.due(role.limit()),
            after,
            settled: vec![],
            extensions: vec![],
            work: if role == Role::Reader { Work::Reading } else { Work::Waiting },
        }
    }

    /// The unit signs for it; one that replies enters its first round, whose clock has run since the assignment.
    pub(crate) fn sign_for(self, given: &Given<'_>) -> Result<(Self, bool), Refusal> {
        if self.work != Work::Waiting {
            return Err(self.not_now(Act::SignFor));
        }
        let signed = given.now;
        let work = if self.role.replies() {
            Work::Handling { signed, past: vec![], round: Round::open(1, self.assigned, self.due) }
        } else {
            Work::Advising { signed }
        };
        let late = given.today() > self.sign_by;
        Ok((Self { work, ..self }, late))
    }

    pub(crate) fn advise(self, opinion: RemarkId, given: &Given<'_>) -> Result<(Self, bool), Refusal> {
        if self.role.replies() {
            return Err(Refusal::NotCoUnit);
        }
        let Work::Advising { signed } = self.work else { return Err(self.not_now(Act::Advise)) };
        let late = given.today() > self.due;
        Ok((Self { work: Work::Advised { signed, at: given.now, opinion }, ..self }, late))
    }

    /// Does something to the present round.
    pub(crate) fn in_round<T>(
        self,
        act: Act,
        step: impl FnOnce(Round) -> Result<(Round, T), Refusal>,
    ) -> Result<(Self, T), Refusal> {
        if !self.role.replies() {
            return Err(Refusal::CoUnitRepliesNot);
        }
        let Work::Handling { signed, past, round } = self.work else { return Err(self.not_now(act)) };
        let (round, said) = step(round)?;
        Ok((Self { work: Work::Handling { signed, past, round }, ..self }, said))
    }

    /// Opens the next round.
    pub(crate) fn redo(self, given: &Given<'_>) -> Result<(Self, Round), Refusal> {
        if !self.role.replies() {
            return Err(Refusal::CoUnitRepliesNot);
        }
        let Work::Handling { signed, mut past, round } = self.work else { return Err(self.not_now(Act::OrderRedo)) };
        let next = round.redo(given)?;
        past.push(round);
        Ok((Self { work: Work::Handling { signed, past, round: next.clone() }, ..self }, next))
    }

    /// Opens a round of a closed matter that is taken up again.
    pub(crate) fn reopen(self, given: &Given<'_>) -> Result<(Self, Round), Refusal> {
        let Work::Handling { signed, mut past, round } = self.work else { return Err(self.not_now(Act::Reopen)) };
        let next = round.reopen(given)?;
        past.push(round);
        Ok((Self { work: Work::Handling { signed, past, round: next.clone() }, ..self }, next))
    }

    /// The present round, where the unit can work on one.
    #[must_use]
    pub const fn round(&self) -> Option<&Round> {
        match &self.work {
            Work::Handling { round, .. } => Some(round),
            Work::Reading
            | Work::Waiting
            | Work::Advising { .. }
            | Work::Advised { .. }
            | Work::Objecting { .. }
            | Work::PassedOn { .. } => None,
        }
    }

    /// All rounds, the present one last.
    pub fn rounds(&self) -> impl Iterator<Item = &Round> {
        let (past, present) = self.work.rounds();
        past.iter().chain(present)
    }

    /// When the unit signed for it.
    #[must_use]
    pub fn signed(&self) -> Option<Moment> {
        self.work.signed()
    }

    /// Whether its unit signed for it and works on it, or has: talks about it may be recorded.
    #[must_use]
    pub const fn is_handled(&self) -> bool {
        matches!(self.work, Work::Advising { .. } | Work::Advised { .. } | Work::Handling { .. })
    }

    /// Whether it is still this unit's part.
    #[must_use]
    pub const fn live(&self) -> bool {
        !matches!(self.work, Work::PassedOn { .. })
    }

    pub(crate) const fn not_now(&self, act: Act) -> Refusal {
        Refusal::NotNow { act, stage: self.work.word() }
    }
}
