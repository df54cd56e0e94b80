//! What may happen to a promise.

use kernel::{AccountId, Day};

use crate::{
    Act, Assignment, Fact, Given, Hand, Limit, Promise, PromiseStep, Refusal, RemarkId, Said, Score, SecondReply,
    Standing, StepKind, Suggestion,
};

/// What a verb on a promise gives back.
pub type Promised = Result<(Promise, Fact), Refusal>;

impl Promise {
    /// The unit takes it off its draft (删去).
    ///
    /// # Errors
    /// When the reply is out: then it binds.
    pub fn strike(self, of: &Suggestion, given: &Given<'_>) -> Promised {
        let part = of.promising(self.assignment)?;
        if of.binds(&self) {
            return Err(Refusal::PromiseBinds);
        }
        self.is_open()?;
        let fact = Fact::PromiseStruck { promise: self.id, assignment: part.id };
        Ok((Self { standing: Standing::Struck { at: given.now }, ..self }, fact))
    }

    /// The unit reports how far it has come (填报进展).
    ///
    /// # Errors
    /// When it is not open, or its reply is not out.
    pub fn report(self, of: &Suggestion, words: RemarkId, given: &Given<'_>) -> Promised {
        let unit = self.running(of)?.unit;
        let fact = Fact::PromiseReported { promise: self.id, assignment: self.assignment, unit, words };
        let next = self.and(StepKind::Reported, words, given);
        Ok((Self { report_by: given.due(Limit::Progress), ..next }, fact))
    }

    /// The unit promises a later day, with a reason (调整期限).
    ///
    /// # Errors
    /// When the day has passed, the unit moved it as often as the congress allows, or the new day does not fit.
    pub fn move_day(self, of: &Suggestion, due: Day, reason: RemarkId, given: &Given<'_>) -> Promised {
        let unit = self.running(of)?.unit;
        if given.today() > self.due {
            return Err(Refusal::PromiseOverdue);
        }
        if self.moves() >= usize::from(given.book.promise_changes.value) {
            return Err(Refusal::PromiseChangesUsedUp);
        }
        if due <= self.due || due > given.explain(Limit::Promise, self.made.day()).due.day {
            return Err(Refusal::PromiseDayUnfit);
        }
        let (promise, assignment, was) = (self.id, self.assignment, self.due);
        let fact = Fact::PromiseMoved { promise, assignment, unit, was, due, reason };
        Ok((Self { due, ..self.and(StepKind::Moved { was, due }, reason, given) }, fact))
    }

    /// The unit's head says what became of it, to every signer (二次答复).
    ///
    /// # Errors
    /// When it is not open, its reply is not out, or the dictionary has no such class.
    pub fn answer(
        self,
        of: &Suggestion,
        by: AccountId,
        (kept, class, words): (bool, &str, RemarkId),
        given: &Given<'_>,
    ) -> Promised {
        let unit = self.running(of)?.unit;
        let class = given.book.class(class).ok_or(Refusal::UnknownClass)?;
        let (at, judge_by, to) = (given.now, given.due(Limit::Judge), of.signers());
        let said = to.iter().map(|signer| (*signer, None)).collect();
        let (code, counted_as) = (class.code.clone(), class.canonical);
        let reply = SecondReply { at, by, words, kept, class: code.clone(), counted_as, judge_by, said };
        let (promise, assignment) = (self.id, self.assignment);
        let fact =
            Fact::PromiseAnswered { promise, assignment, unit, kept, class: code, counted_as, words, to, judge_by };
        Ok((Self { standing: Standing::Answered(reply), ..self }, fact))
    }

    /// A signer judges the second reply, in person, straight to the congress.
    ///
    /// # Errors
    /// When there is none to judge, the person is no signer, has judged it, or is dissatisfied without a reason.
    pub fn judge(
        mut self,
        of: &Suggestion,
        hand: Hand,
        (result, reason): (Score, Option<RemarkId>),
        given: &Given<'_>,
    ) -> Promised {
        hand.in_person(Act::Judge)?;
        of.promising(self.assignment)?;
        if result == Score::Dissatisfied && reason.is_none() {
            return Err(Refusal::ReasonNeeded);
        }
        let signer = hand.person;
        let Standing::Answered(reply) = &mut self.standing else { return Err(Refusal::PromiseNotNow) };
        let word = reply.said.iter_mut().find(|(person, _)| *person == signer).ok_or(Refusal::NotSigner)?;
        if word.1.is_some() {
            return Err(Refusal::JudgedAlready);
        }
        word.1 = Some(Said { result, reason, at: given.now });
        let fact = Fact::PromiseJudged { promise: self.id, assignment: self.assignment, signer, result, reason };
        Ok((self, fact))
    }

    /// The office does not find the second reply enough: the unit goes on (退回继续办理).
    ///
    /// # Errors
    /// When there is no second reply.
    pub fn send_back(self, of: &Suggestion, reason: RemarkId, given: &Given<'_>) -> Promised {
        let unit = of.promising(self.assignment)?.unit;
        let Standing::Answered(_) = self.standing else { return Err(Refusal::PromiseNotNow) };
        let fact = Fact::PromiseSentBack { promise: self.id, assignment: self.assignment, unit, reason };
        let next = self.and(StepKind::SentBack, reason, given);
        Ok((Self { standing: Standing::Open, report_by: given.due(Limit::Progress), ..next }, fact))
    }

    /// The office takes it off the ledger as kept or not (销号).
    ///
    /// # Errors
    /// When signers may still judge, when its day has not passed and there is no second reply, or when a reason is missing.
    pub fn settle(self, of: &Suggestion, kept: bool, reason: Option<RemarkId>, given: &Given<'_>) -> Promised {
        let unit = of.promising(self.assignment)?.unit;
        let (rejected, reply) = self.to_settle(of, kept, given)?;
        if (rejected || !kept) && reason.is_none() {
            return Err(Refusal::PromiseReasonNeeded);
        }
        let fact = Fact::PromiseSettled { promise: self.id, assignment: self.assignment, unit, kept, reason };
        Ok((Self { standing: Standing::Settled { reply, at: given.now, kept, reason }, ..self }, fact))
    }

    /// The office carries it into a later year (跨年转办).
    ///
    /// # Errors
    /// When it is not open, or the day is in no later year.
    pub fn take_over(self, of: &Suggestion, due: Day, reason: RemarkId, given: &Given<'_>) -> Promised {
        let unit = self.running(of)?.unit;
        if due.parts().0 <= self.due.parts().0 || due < given.today() {
            return Err(Refusal::PromiseYearUnfit);
        }
        let (promise, assignment, was) = (self.id, self.assignment, self.due);
        let fact = Fact::PromiseTakenOver { promise, assignment, unit, was, due, reason };
        let next = self.and(StepKind::TakenOver { was, due }, reason, given);
        Ok((Self { due, report_by: given.due(Limit::Progress), ..next }, fact))
    }

    /// Whether the lead deputy is dissatisfied, and the second reply there is.
    fn to_settle(
        &self,
        of: &Suggestion,
        kept: bool,
        given: &Given<'_>,
    ) -> Result<(bool, Option<SecondReply>), Refusal> {
        match &self.standing {
            Standing::Answered(reply) if !reply.heard_out(given.today()) => Err(Refusal::JudgementsOutstanding),
            Standing::Answered(reply) => {
                let lead = reply.word_of(of.lead.person);
                Ok((lead.is_some_and(|word| word.result == Score::Dissatisfied), Some(reply.clone())))
            }
            Standing::Open if self.overdue(given.today()) && !kept && of.binds(self) => Ok((false, None)),
            Standing::Open => Err(Refusal::PromiseUnanswered),
            Standing::Struck { .. } | Standing::Settled { .. } => Err(Refusal::PromiseNotNow),
        }
    }

    /// The part of a promise that is open and binds.
    fn running<'a>(&self, of: &'a Suggestion) -> Result<&'a Assignment, Refusal> {
        let part = of.promising(self.assignment)?;
        self.is_open()?;
        if of.binds(self) { Ok(part) } else { Err(Refusal::PromiseNotOut) }
    }

    fn is_open(&self) -> Result<(), Refusal> {
        if self.standing == Standing::Open { Ok(()) } else { Err(Refusal::PromiseNotNow) }
    }

    fn and(mut self, kind: StepKind, words: RemarkId, given: &Given<'_>) -> Self {
        self.steps.push(PromiseStep { at: given.now, kind, words });
        self
    }
}
