//! 退办: a unit objects that a matter is not its own; somebody who assigns rules; every hop is kept (suggestions.md §3, §7).

use kernel::{BodyId, Day, Moment};

use crate::{Act, Assignment, AssignmentId, Given, Handler, Handlers, Limit, MendRefusal, Refusal, RemarkId, Work};

/// An objection that lies before the assigning body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objection {
    /// When.
    pub at: Moment,
    /// Why the matter is not the unit's own.
    pub reason: RemarkId,
    /// 职责依据: on what of its duties the unit rests that, where it says so.
    pub basis: Option<RemarkId>,
    /// The unit proposed; advice, not binding.
    pub proposed: BodyId,
    /// The last day to rule on it in time.
    pub rule_by: Day,
}

/// Why a unit objects, in words kept beside the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// Why the matter is not the unit's own.
    pub reason: RemarkId,
    /// 职责依据: on what of its duties the unit rests that.
    pub basis: Option<RemarkId>,
}

impl From<RemarkId> for Grounds {
    fn from(reason: RemarkId) -> Self {
        Self { reason, basis: None }
    }
}

/// An objection that was ruled on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// What was ruled on.
    pub objection: Objection,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: RemarkId,
    /// The assignment that took over; without it the objection was refused.
    pub to: Option<AssignmentId>,
}

/// What the ruling says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// 不予改办: it stays where it is.
    Refuse,
    /// 改办: another unit gets the part.
    PassOn(Handler),
}

impl Assignment {
    /// Whether its unit may object now: its reply is not signed, its window is open.
    fn may_object(&self, given: &Given<'_>) -> Result<(), Refusal> {
        if !self.unanswered() {
            return Err(self.not_now(Act::Object));
        }
        let from = self.settled.last().map_or(self.assigned, |last| last.at).day();
        if given.today() > given.explain(Limit::Objection, from).due.day {
            return Err(Refusal::ObjectionLate);
        }
        Ok(())
    }

    /// The unit objects, within its window and before its reply is signed.
    pub(crate) fn object(self, proposed: BodyId, grounds: Grounds, given: &Given<'_>) -> Result<Self, Refusal> {
        self.may_object(given)?;
        if proposed == self.unit {
            return Err(MendRefusal::UnitHadIt.into());
        }
        let Grounds { reason, basis } = grounds;
        let objection = Objection { at: given.now, reason, basis, proposed, rule_by: given.due(Limit::Ruling) };
        Ok(Self { work: Work::Objecting { before: Box::new(self.work), objection }, ..self })
    }

    /// The ruling; where it passes the part on, the unit's work is kept as it stood.
    fn rule(mut self, to: Option<AssignmentId>, reason: RemarkId, given: &Given<'_>) -> Result<Self, Refusal> {
        let Work::Objecting { before, objection } = self.work else { return Err(self.not_now(Act::RuleObjection)) };
        self.settled.push(Settled { objection, at: given.now, reason, to });
        let work = match to {
            Some(to) => Work::PassedOn { before, to, at: given.now },
            None => *before,
        };
        Ok(Self { work, ..self })
    }
}

impl Handlers {
    /// The assignments along one chain of hops, that one first, the one first assigned last.
    pub(crate) fn chain(&self, id: AssignmentId) -> impl Iterator<Item = &Assignment> {
        std::iter::successors(self.find(id), |part| part.after.and_then(|before| self.find(before)))
    }

    /// Rulings so far along the chain of hops that led to that assignment.
    #[must_use]
    pub fn rulings(&self, id: AssignmentId) -> usize {
        self.chain(id).map(|part| part.settled.len()).sum()
    }

    /// How many times the part was passed on before it came to that assignment (推诿次数).
    #[must_use]
    pub fn hops(&self, id: AssignmentId) -> usize {
        self.chain(id).count().saturating_sub(1)
    }

    /// Whether the hops hang together: what took over names what it took over from, and the other way round. Where no ruling passed it
    /// on, the assigning body gave it to another unit of its own accord.
    pub(crate) fn linked(&self) -> bool {
        self.all().all(|part| {
            let to = part.settled.last().and_then(|last| last.to);
            let forward = match &part.work {
                Work::PassedOn { to: next, .. } => {
                    to.is_none_or(|to| to == *next) && self.find(*next).is_some_and(|next| next.after == Some(part.id))
                }
                _ => to.is_none(),
            };
            let backward = part.after.is_none_or(|before| {
                self.find(before)
                    .is_some_and(|before| matches!(before.work, Work::PassedOn { to, .. } if to == part.id))
            });
            forward && backward
        })
    }

    /// Whether that unit may not get the part: it has one in the matter, or had this one on its way here.
    fn closed_to(&self, unit: BodyId, id: AssignmentId) -> bool {
        self.live().any(|part| part.unit == unit) || self.chain(id).any(|part| part.unit == unit)
    }

    /// Whether the unit of that assignment may object now; the second ruling along a chain is final.
    ///
    /// # Errors
    /// Why it may not: the rulings are used up, its window is over, its reply signed.
    pub fn may_object(&self, id: AssignmentId, given: &Given<'_>) -> Result<(), Refusal> {
        if self.rulings(id) >= usize::from(given.book.objection_rounds.value) {
            return Err(Refusal::ObjectionsUsedUp);
        }
        self.find(id).map_or(Ok(()), |part| part.may_object(given))
    }

    /// A unit objects.
    pub(crate) fn object(
        self,
        id: AssignmentId,
        proposed: BodyId,
        grounds: Grounds,
        given: &Given<'_>,
    ) -> Result<(Self, BodyId), Refusal> {
        self.may_object(id, given)?;
        self.change(id, |part| {
            let unit = part.unit;
            part.object(proposed, grounds, given).map(|part| (part, unit))
        })
    }

    /// Rules on an objection; the new unit's clocks start now, the others' run on.
    pub(crate) fn rule(
        self,
        id: AssignmentId,
        ruling: Ruling,
        reason: RemarkId,
        given: &Given<'_>,
    ) -> Result<(Self, Assignment), Refusal> {
        let Ruling::PassOn(handler) = ruling else {
            return self.change(id, |part| part.rule(None, reason, given).map(|part| (part.clone(), part)));
        };
        let lies = self.find(id).is_some_and(|part| matches!(part.work, Work::Objecting { .. }));
        if lies && self.closed_to(handler.unit, id) {
            return Err(MendRefusal::UnitHadIt.into());
        }
        let (handlers, role) = self.change(id, |part| {
            let role = part.role;
            part.rule(Some(handler.id), reason, given).map(|part| (part, role))
        })?;
        let next = Assignment::give(handler, role, Some(id), given);
        Ok((handlers.and(next.clone()), next))
    }
}
