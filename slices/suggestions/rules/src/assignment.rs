//! An assignment: one unit's part in one suggestion.

use kernel::{BodyId, Day, Moment};
use serde::{Deserialize, Serialize};

use crate::{Act, AssignmentId, Given, Limit, Refusal, RemarkId, Round};

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
    /// The last day for the first reply, or for the co-opinion.
    pub due: Day,
    /// How far the unit has come.
    pub work: Work,
}

/// How far a unit has come. Objection and re-assignment will stand beside these.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
pub enum Work {
    /// 待签收.
    Waiting,
    /// 会办中: a co-unit that signed and owes its opinion.
    Advising { signed: Moment },
    /// 会办意见已送.
    Advised { signed: Moment, at: Moment, opinion: RemarkId },
    /// 办理中: a unit that replies, in its present round after those past.
    Handling { signed: Moment, past: Vec<Round>, round: Round },
}

/// A unit to be named in an assignment, with the identity the assignment will have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// The identity of the assignment to be made.
    pub id: AssignmentId,
    /// The unit.
    pub unit: BodyId,
}

/// How a suggestion is handed to units.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Form {
    /// 独办.
    Sole(Handler),
    /// 主办+会办.
    Joint { lead: Handler, co: Vec<Handler> },
    /// 分办.
    Separate(Vec<Handler>),
}

/// The units that handle a suggestion: one alone, one lead with co-units, or several separately; nobody twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handlers(Vec<Assignment>);

/// The assignments do not add up to a form of handling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsound;

impl Role {
    /// All parts.
    pub const ALL: [Self; 4] = [Self::Sole, Self::Lead, Self::Co, Self::Separate];

    /// Whether a unit in this part replies to the deputies.
    #[must_use]
    pub const fn replies(self) -> bool {
        match self {
            Self::Sole | Self::Lead | Self::Separate => true,
            Self::Co => false,
        }
    }

    /// The limit that its main clock runs by.
    #[must_use]
    pub const fn limit(self) -> Limit {
        match self {
            Self::Sole | Self::Lead | Self::Separate => Limit::Reply,
            Self::Co => Limit::CoOpinion,
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
            Self::Waiting => "waiting",
            Self::Advising { .. } => "advising",
            Self::Advised { .. } => "advised",
            Self::Handling { .. } => "handling",
        }
    }
}

impl Assignment {
    fn give(handler: Handler, role: Role, given: &Given<'_>) -> Self {
        Self {
            id: handler.id,
            unit: handler.unit,
            role,
            assigned: given.now,
            sign_by: given.due(Limit::SignFor),
            due: given.due(role.limit()),
            work: Work::Waiting,
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

    /// The present round, where there is one.
    #[must_use]
    pub const fn round(&self) -> Option<&Round> {
        match &self.work {
            Work::Handling { round, .. } => Some(round),
            Work::Waiting | Work::Advising { .. } | Work::Advised { .. } => None,
        }
    }

    /// All rounds, the present one last.
    pub fn rounds(&self) -> impl Iterator<Item = &Round> {
        let past: &[Round] = match &self.work {
            Work::Handling { past, .. } => past,
            Work::Waiting | Work::Advising { .. } | Work::Advised { .. } => &[],
        };
        past.iter().chain(self.round())
    }

    /// When the unit signed for it.
    #[must_use]
    pub const fn signed(&self) -> Option<Moment> {
        match &self.work {
            Work::Waiting => None,
            Work::Advising { signed } | Work::Advised { signed, .. } | Work::Handling { signed, .. } => Some(*signed),
        }
    }

    const fn not_now(&self, act: Act) -> Refusal {
        Refusal::NotNow { act, stage: self.work.word() }
    }
}

impl Handlers {
    /// Makes the assignments of a form, all clocks starting now.
    pub(crate) fn form(form: Form, given: &Given<'_>) -> Result<Self, Refusal> {
        let give = |handler, role| Assignment::give(handler, role, given);
        let assignments = match form {
            Form::Sole(unit) => vec![give(unit, Role::Sole)],
            Form::Joint { lead, co } => {
                std::iter::once(give(lead, Role::Lead)).chain(co.into_iter().map(|unit| give(unit, Role::Co))).collect()
            }
            Form::Separate(units) => units.into_iter().map(|unit| give(unit, Role::Separate)).collect(),
        };
        Self::read(assignments).map_err(|Unsound| Refusal::HandlersUnfit)
    }

    /// Reads assignments as one form of handling.
    ///
    /// # Errors
    /// When they add up to none: a sole unit beside others, a lead without co-units, one separate unit, a unit twice.
    pub fn read(assignments: Vec<Assignment>) -> Result<Self, Unsound> {
        let count = |role| assignments.iter().filter(|assignment| assignment.role == role).count();
        let sound = match (count(Role::Sole), count(Role::Lead), count(Role::Co), count(Role::Separate)) {
            (1, 0, 0, 0) => true,
            (0, 1, co, 0) => co > 0,
            (0, 0, 0, separate) => separate > 1,
            _ => false,
        };
        let twice = assignments.iter().enumerate().any(|(at, assignment)| {
            assignments.iter().skip(at + 1).any(|other| other.unit == assignment.unit || other.id == assignment.id)
        });
        if sound && !twice { Ok(Self(assignments)) } else { Err(Unsound) }
    }

    /// Every assignment, in the order given.
    pub fn all(&self) -> impl Iterator<Item = &Assignment> {
        self.0.iter()
    }

    /// The assignments whose units reply to the deputies.
    pub fn replying(&self) -> impl Iterator<Item = &Assignment> {
        self.0.iter().filter(|assignment| assignment.role.replies())
    }

    /// The assignment of that identity.
    #[must_use]
    pub fn find(&self, id: AssignmentId) -> Option<&Assignment> {
        self.0.iter().find(|assignment| assignment.id == id)
    }

    pub(crate) fn each_round(&mut self, mut change: impl FnMut(AssignmentId, &mut Round)) {
        for assignment in &mut self.0 {
            if let Work::Handling { past, round, .. } = &mut assignment.work {
                past.iter_mut().chain([round]).for_each(|round| change(assignment.id, round));
            }
        }
    }

    pub(crate) fn change<T>(
        mut self,
        id: AssignmentId,
        step: impl FnOnce(Assignment) -> Result<(Assignment, T), Refusal>,
    ) -> Result<(Self, T), Refusal> {
        let at = self.0.iter().position(|assignment| assignment.id == id).ok_or(Refusal::NoAssignment)?;
        let (changed, said) = step(self.0.remove(at))?;
        self.0.insert(at, changed);
        Ok((self, said))
    }
}
