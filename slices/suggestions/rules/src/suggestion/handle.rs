//! 办理: what a unit, its checker and the signers do to one assignment.

use kernel::AccountId;

use crate::{
    Act, Assignment, AssignmentId, Done, Fact, Given, Hand, Handling, Judgement, Letter, Refusal, RemarkId, Round,
    RoundStage, Score, Stage, Suggestion,
};

impl Suggestion {
    /// The unit signs for it (签收).
    ///
    /// # Errors
    /// When it was signed for before, or when nothing is being handled.
    pub fn sign_for(self, id: AssignmentId, given: &Given<'_>) -> Done {
        let (now, (unit, late)) = self.at_work(Act::SignFor, id, |assignment| {
            let unit = assignment.unit;
            assignment.sign_for(given).map(|(assignment, late)| (assignment, (unit, late)))
        })?;
        Ok((now, Fact::SignedFor { assignment: id, unit, late }))
    }

    /// A co-unit gives its opinion to the lead unit (会办意见); it does not answer the deputies.
    ///
    /// # Errors
    /// When the unit is not a co-unit, has not signed for it, or has given it before.
    pub fn advise(self, id: AssignmentId, opinion: RemarkId, given: &Given<'_>) -> Done {
        let (now, (unit, late)) = self.at_work(Act::Advise, id, |assignment| {
            let unit = assignment.unit;
            assignment.advise(opinion, given).map(|(assignment, late)| (assignment, (unit, late)))
        })?;
        Ok((now, Fact::Advised { assignment: id, unit, opinion, late }))
    }

    /// The unit drafts or redrafts its reply (拟稿).
    ///
    /// # Errors
    /// When the unit does not reply, has not signed for it, or when the reply is past drafting.
    pub fn draft_reply(self, id: AssignmentId, letter: Letter) -> Done {
        let (now, round) = self.in_round(Act::DraftReply, id, |round| round.draft(letter).map(|round| (round, ())))?;
        Ok((now, Fact::ReplyDrafted { assignment: id, round: round.0 }))
    }

    /// The draft goes to the assigning body to be checked (送审).
    ///
    /// # Errors
    /// When there is no draft, it only sends the deputy elsewhere, or requests have no answer where the congress requires one.
    pub fn send_to_check(self, id: AssignmentId, given: &Given<'_>) -> Done {
        self.answers(id, given)?;
        let (now, (round, ())) =
            self.in_round(Act::SendToCheck, id, |round| round.send_to_check(given).map(|round| (round, ())))?;
        Ok((now, Fact::ReplySentToCheck { assignment: id, round }))
    }

    /// The checker sends it back: form, aim, or nobody talked with the deputy (驳回).
    ///
    /// # Errors
    /// When it is not being checked.
    pub fn send_back(self, id: AssignmentId, reason: RemarkId, given: &Given<'_>) -> Done {
        let (now, (round, ())) =
            self.in_round(Act::SendBack, id, |round| round.send_back(reason, given).map(|round| (round, ())))?;
        Ok((now, Fact::ReplySentBack { assignment: id, round, reason }))
    }

    /// The checker lets it pass (审核通过).
    ///
    /// # Errors
    /// When it is not being checked.
    pub fn pass(self, id: AssignmentId, given: &Given<'_>) -> Done {
        let (now, (round, ())) = self.in_round(Act::Pass, id, |round| round.pass(given).map(|round| (round, ())))?;
        Ok((now, Fact::ReplyPassed { assignment: id, round }))
    }

    /// The unit's head signs it with a class of the congress's dictionary (签发). A late reply is taken and marked late.
    ///
    /// # Errors
    /// When it has not passed the check where one is required, when the dictionary has no such class, or when requests have no answer
    /// where the congress requires one.
    pub fn sign_reply(self, id: AssignmentId, signer: AccountId, class: &str, given: &Given<'_>) -> Done {
        self.answers(id, given)?;
        let (now, (round, (signature, late))) = self.in_round(Act::SignReply, id, |round| {
            let (round, signature) = round.sign(signer, class, given)?;
            let late = round.late(given.today());
            Ok((round, (signature, late)))
        })?;
        let (class, counted_as) = (signature.class, signature.counted_as);
        Ok((now, Fact::ReplySigned { assignment: id, round, class, counted_as, late }))
    }

    /// It goes to every signer; each has a window of its own to judge (送达).
    ///
    /// # Errors
    /// When it is not signed.
    pub fn deliver(self, id: AssignmentId, given: &Given<'_>) -> Done {
        let to = self.signers();
        let (now, (round, judge_by)) = self.in_round(Act::Deliver, id, |round| round.deliver(&to, given))?;
        Ok((now, Fact::ReplyDelivered { assignment: id, round, to, judge_by }))
    }

    /// A signer judges the way and the result, in person, straight to the congress (评价).
    ///
    /// # Errors
    /// When the person is no signer, has judged this round, or is dissatisfied without a reason.
    pub fn judge(
        self,
        id: AssignmentId,
        hand: Hand,
        (process, result): (Score, Score),
        reason: Option<RemarkId>,
        given: &Given<'_>,
    ) -> Done {
        hand.in_person(Act::Judge)?;
        let signer = hand.person;
        let judgement = Judgement { process, result, reason, at: given.now };
        let (now, (round, ())) =
            self.in_round(Act::Judge, id, |round| round.judge(signer, judgement, given).map(|round| (round, ())))?;
        Ok((now, Fact::ReplyJudged { assignment: id, round, signer, process, result, reason }))
    }

    /// The unit is told to handle it again, with a new clock, because a signer is dissatisfied (重新办理).
    ///
    /// # Errors
    /// When no signer is, or when the present reply is not delivered.
    pub fn order_redo(self, id: AssignmentId, reason: RemarkId, given: &Given<'_>) -> Done {
        let (now, (unit, next)) = self.at_work(Act::OrderRedo, id, |assignment| {
            let unit = assignment.unit;
            assignment.redo(given).map(|(assignment, next)| (assignment, (unit, next)))
        })?;
        Ok((now, Fact::RedoOrdered { assignment: id, unit, round: next.ordinal, due: next.due, reason }))
    }

    /// Whether the letter that lies drafted answers the requests. One that was checked is signed as it is: nobody could add to it.
    fn answers(&self, id: AssignmentId, given: &Given<'_>) -> Result<(), Refusal> {
        let part = self.stage.handling().and_then(|handling| handling.handlers.find(id));
        let drafted =
            |part: &&Assignment| part.round().is_some_and(|round| matches!(round.stage, RoundStage::Drafted { .. }));
        part.filter(drafted).map_or(Ok(()), |part| self.answered_enough(part, given.book))
    }

    pub(super) fn at_work<T>(
        self,
        act: Act,
        id: AssignmentId,
        step: impl FnOnce(Assignment) -> Result<(Assignment, T), Refusal>,
    ) -> Result<(Self, T), Refusal> {
        let Stage::Handling(Handling { numbered, assigned, handlers }) = self.stage else {
            return Err(self.not_now(act));
        };
        let (handlers, said) = handlers.change(id, step)?;
        Ok((Self { stage: Stage::Handling(Handling { numbered, assigned, handlers }), ..self }, said))
    }

    pub(super) fn in_round<T>(
        self,
        act: Act,
        id: AssignmentId,
        step: impl FnOnce(Round) -> Result<(Round, T), Refusal>,
    ) -> Result<(Self, (u16, T)), Refusal> {
        self.at_work(act, id, |assignment| {
            assignment.in_round(act, |round| {
                let ordinal = round.ordinal;
                step(round).map(|(round, said)| (round, (ordinal, said)))
            })
        })
    }
}
