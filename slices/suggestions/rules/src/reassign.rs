//! 改派、增加承办单位: the assigning body puts its own assignment right, without an objection of the unit, and before the answer is signed.

use kernel::Refusal as Family;

use crate::{Act, Assignment, AssignmentId, Given, Handler, Handlers, Refusal, Role, Work};

/// Why what the assigning body decided is not put right so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MendRefusal {
    /// That unit has a part in the matter, or had this one before.
    UnitHadIt,
    /// The answer is signed for which a co-unit would write its opinion.
    AnsweredAlready,
    /// It has that category already.
    CategoryTheSame,
}

impl MendRefusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::UnitHadIt => "suggestions-refused-unit-had-it",
            Self::AnsweredAlready => "suggestions-refused-answered-already",
            Self::CategoryTheSame => "suggestions-refused-category-the-same",
        }
    }

    /// The family it belongs to.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::UnitHadIt | Self::CategoryTheSame => Family::Unfit,
            Self::AnsweredAlready => Family::NotNow,
        }
    }
}

impl From<MendRefusal> for Refusal {
    fn from(why: MendRefusal) -> Self {
        Self::Mending(why)
    }
}

impl Assignment {
    /// Whether it can still go to another unit: no opinion given, no first reply signed, no objection that lies.
    pub(crate) fn unanswered(&self) -> bool {
        match &self.work {
            Work::Waiting | Work::Advising { .. } => true,
            Work::Handling { round, .. } => round.ordinal == 1 && round.signature().is_none(),
            Work::Reading | Work::Advised { .. } | Work::Objecting { .. } | Work::PassedOn { .. } => false,
        }
    }

    /// Another unit gets it; what this one did is kept as it stood.
    fn hand_on(self, to: AssignmentId, given: &Given<'_>) -> Result<Self, Refusal> {
        if !self.unanswered() {
            return Err(self.not_now(Act::Reassign));
        }
        Ok(Self { work: Work::PassedOn { before: Box::new(self.work), to, at: given.now }, ..self })
    }
}

impl Handlers {
    /// Whether that part can be given to another unit now.
    #[must_use]
    pub fn may_reassign(&self, id: AssignmentId) -> bool {
        self.find(id).is_some_and(Assignment::unanswered)
    }

    /// Whether one more unit can be given a part now. A co-unit writes to the lead unit: once the present answer is signed, nobody waits
    /// for it.
    #[must_use]
    pub fn may_add(&self) -> bool {
        self.replying()
            .any(|part| part.role == Role::Separate || part.round().is_none_or(|round| round.signature().is_none()))
    }

    /// Another unit gets the part, with clocks of its own from now; the others' run on. A unit that objected to it does not get it back.
    pub(crate) fn reassign(
        self,
        id: AssignmentId,
        handler: Handler,
        given: &Given<'_>,
    ) -> Result<(Self, Assignment), Refusal> {
        let has_one = self.live().any(|part| part.unit == handler.unit);
        let objected = self.chain(id).any(|part| part.unit == handler.unit && !part.settled.is_empty());
        if self.may_reassign(id) && (has_one || objected) {
            return Err(MendRefusal::UnitHadIt.into());
        }
        let (handlers, role) = self.change(id, |part| {
            let role = part.role;
            part.hand_on(handler.id, given).map(|part| (part, role))
        })?;
        let next = Assignment::give(handler, role, Some(id), given);
        Ok((handlers.and(next.clone()), next))
    }

    /// One more unit: a co-unit beside the one that answers, which is the lead unit then; another where several answer separately.
    pub(crate) fn add(mut self, handler: Handler, given: &Given<'_>) -> Result<(Self, Assignment), Refusal> {
        if self.live().any(|part| part.unit == handler.unit) {
            return Err(MendRefusal::UnitHadIt.into());
        }
        if !self.may_add() {
            return Err(MendRefusal::AnsweredAlready.into());
        }
        let role = if self.replying().any(|part| part.role == Role::Separate) { Role::Separate } else { Role::Co };
        self.each(|part| {
            if part.live() && part.role == Role::Sole {
                part.role = Role::Lead;
            }
        });
        let next = Assignment::give(handler, role, None, given);
        Ok((self.and(next.clone()), next))
    }
}
