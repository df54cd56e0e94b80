//! 恢复办理: a closed matter that could not be done then is taken up again when conditions change (suggestions.md §2).

use crate::{
    Act, AssignmentId, Canonical, Done, Fact, Given, Handling, Limit, Refusal, RemarkId, Round, Stage, Suggestion,
};

impl Suggestion {
    /// The office opens a new round, with a clock of its own, for a part whose reply said planned or not now.
    ///
    /// # Errors
    /// When the matter is not closed, or the reply of that part counts as solved or in progress.
    pub fn reopen(self, id: AssignmentId, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Closed { handling, .. } = self.stage else { return Err(self.not_now(Act::Reopen)) };
        let Handling { numbered, assigned, handlers } = handling;
        let (handlers, (unit, next)) = handlers.change(id, |part| {
            let unit = part.unit;
            part.reopen(given).map(|(part, next)| (part, (unit, next)))
        })?;
        let stage = Stage::Handling(Handling { numbered, assigned, handlers });
        let fact = Fact::Reopened { assignment: id, unit, round: next.ordinal, due: next.due, reason };
        Ok((Self { stage, ..self }, fact))
    }
}

impl Round {
    /// The next round of a matter that is taken up again.
    pub(crate) fn reopen(&self, given: &Given<'_>) -> Result<Self, Refusal> {
        let class = self.signature().map(|signature| signature.counted_as);
        if !matches!(class, Some(Canonical::Planned | Canonical::NotNow)) {
            return Err(Refusal::NotToReopen);
        }
        let next = Self::open(self.ordinal.saturating_add(1), given.now, given.due(Limit::Reopen));
        Ok(Self { reopened: true, ..next })
    }
}
