//! 登记承诺: a unit keeps what it promises in its reply.

use kernel::{Day, Text};

use crate::{
    Act, Assignment, AssignmentId, Canonical, Demand, Fact, Given, Limit, Promise, PromiseId, Refusal, RoundStage,
    RuleBook, Stage, Standing, Suggestion,
};

impl Suggestion {
    /// The unit records a promise once its reply is drafted, or afterwards.
    ///
    /// # Errors
    /// When the matter is neither handled nor closed, there is no reply of that unit, or the day is past or too far off.
    pub fn make_promise(
        &self,
        part: AssignmentId,
        id: PromiseId,
        (words, due): (Text<500>, Day),
        given: &Given<'_>,
    ) -> Result<(Promise, Fact), Refusal> {
        self.promising(part)?;
        if due < given.today() || due > given.due(Limit::Promise) {
            return Err(Refusal::PromiseDayUnfit);
        }
        self.keep_vow(part, id, (words, due), given)
    }

    /// A point of a letter becomes the promise that the unit ticked, while the letter is signed. Its day was looked at when it was
    /// written; one that passed meanwhile holds no reply up, and shows at once as overdue.
    ///
    /// # Errors
    /// When the matter is neither handled nor closed, or there is no reply of that unit.
    pub fn keep_vow(
        &self,
        part: AssignmentId,
        id: PromiseId,
        (words, due): (Text<500>, Day),
        given: &Given<'_>,
    ) -> Result<(Promise, Fact), Refusal> {
        let part = self.promising(part)?;
        let round = part.round().filter(|round| round.letter().is_some());
        let round = round.ok_or_else(|| part.not_now(Act::Promise))?.ordinal;
        let promise = Promise {
            id,
            assignment: part.id,
            round,
            words,
            made: given.now,
            first_due: due,
            due,
            report_by: given.due(Limit::Progress),
            steps: vec![],
            standing: Standing::Open,
        };
        let (assignment, unit, binds) = (part.id, part.unit, self.binds(&promise));
        let fact = Fact::PromiseMade { promise: id, assignment, unit, round, due, binds };
        Ok((promise, fact))
    }

    /// The part a promise belongs to, while the matter is handled or after it was closed: a promise outlives the closing.
    pub(crate) fn promising(&self, part: AssignmentId) -> Result<&Assignment, Refusal> {
        let (Stage::Handling(handling) | Stage::Closed { handling, .. }) = &self.stage else {
            return Err(self.not_now(Act::Promise));
        };
        let part = handling.handlers.find(part).ok_or(Refusal::NoAssignment)?;
        if !part.role.replies() {
            return Err(Refusal::CoUnitRepliesNot);
        }
        if part.live() { Ok(part) } else { Err(part.not_now(Act::Promise)) }
    }

    /// Whether a promise binds: the reply in which it was made is delivered.
    #[must_use]
    pub fn binds(&self, promise: &Promise) -> bool {
        let part = self.stage.handling().and_then(|handling| handling.handlers.find(promise.assignment));
        let round = part.and_then(|part| part.rounds().find(|round| round.ordinal == promise.round));
        round.is_some_and(|round| matches!(round.stage, RoundStage::Delivered { .. }))
    }

    /// Whether a promise may be known of where this is the suggestion as it may be seen: drafts of others are not in it.
    #[must_use]
    pub fn shows(&self, promise: &Promise) -> bool {
        let part = self.stage.handling().and_then(|handling| handling.handlers.find(promise.assignment));
        let part = part.filter(|part| part.live());
        let round = part.and_then(|part| part.rounds().find(|round| round.ordinal == promise.round));
        round.is_some_and(|round| round.letter().is_some())
    }

    /// Whether a reply of that class may be signed as far as promises go: one that says that work is going on carries a promise
    /// where the congress requires it.
    ///
    /// # Errors
    /// When it carries none.
    pub fn promised_enough(
        &self,
        part: &Assignment,
        promises: &[Promise],
        class: &str,
        book: &RuleBook,
    ) -> Result<(), Refusal> {
        let going_on = book.class(class).is_some_and(|class| class.canonical == Canonical::InProgress);
        let required = book.promise_before_signing.value == Demand::Required;
        if required && going_on && !part.promises(promises) { Err(Refusal::PromiseFirst) } else { Ok(()) }
    }
}

impl Assignment {
    /// Whether anything that is not struck is promised in its part, or will be when its letter is signed.
    #[must_use]
    pub fn promises(&self, promises: &[Promise]) -> bool {
        let letter = self.round().and_then(|round| round.letter());
        let ticked = letter.is_some_and(|letter| letter.points.iter().any(|point| point.vow().is_some()));
        ticked
            || promises.iter().any(|one| one.assignment == self.id && !matches!(one.standing, Standing::Struck { .. }))
    }
}
