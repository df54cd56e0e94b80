//! 提交、撤回: the lead deputy hands it in, and may take it back in writing.

use crate::{
    Act, Done, Entered, Fact, Given, Hand, Held, Lead, Limit, Occasion, Refusal, RemarkId, SessionId, Stage,
    Submission, Suggestion,
};

impl Suggestion {
    /// The lead deputy hands it in, complete; those who have not answered by now do not sign it.
    ///
    /// It belongs to the session of that day, and keeps it when it was returned. Between sessions a clock starts by which it
    /// must be assigned.
    ///
    /// # Errors
    /// When it is not complete, typed by another and not confirmed, or handed in already.
    pub fn submit(self, hand: Hand, session: SessionId, occasion: Occasion, given: &Given<'_>) -> Done {
        self.led_by(hand)?;
        if !self.with_the_deputy() {
            return Err(self.not_now(Act::Submit));
        }
        self.confirmed(hand)?;
        self.sheet.complete().map_err(|_| Refusal::Incomplete)?;
        let before = if let Stage::Returned { submission, .. } = &self.stage { Some(submission) } else { None };
        let session = if before.is_some() { self.session } else { session };
        let returns = before.map_or(0, |submission| submission.returns.saturating_add(1));
        let insisted = before.is_some_and(|submission| submission.insisted);
        let entered = match self.lead.entered {
            Entered::For { by } => Entered::Confirmed { by, at: given.now },
            entered @ (Entered::Own | Entered::Confirmed { .. }) => entered,
        };
        let assign_by = match occasion {
            Occasion::InSession => None,
            Occasion::Between => Some(given.due(Limit::Assign)),
        };
        let fact = Fact::Submitted { occasion, signers: self.signers(), assign_by };
        let stage = Stage::Submitted(Submission { at: given.now, occasion, assign_by, returns, insisted });
        Ok((Self { session, stage, lead: Lead { entered, ..self.lead }, ..self }, fact))
    }

    /// The lead deputy takes it back in writing; handling ends at once and a number given stays given.
    ///
    /// # Errors
    /// When not the lead in person, not handed in, or closed.
    pub fn withdraw(self, hand: Hand, reason: RemarkId, given: &Given<'_>) -> Done {
        self.led_by(hand)?;
        hand.in_person(Act::Withdraw)?;
        let held = match self.stage {
            Stage::Submitted(submission) | Stage::Returned { submission, .. } => Held::Submitted(submission),
            Stage::Refusing(refusing) => Held::Submitted(refusing.submission),
            Stage::Accepted(accepted) => Held::Accepted(accepted),
            Stage::Numbered(numbered) => Held::Numbered(numbered),
            Stage::Handling(handling) => Held::Handling(handling),
            Stage::Draft
            | Stage::Cosigning { .. }
            | Stage::Refused { .. }
            | Stage::Closed { .. }
            | Stage::Withdrawn { .. } => {
                return Err(self.not_now(Act::Withdraw));
            }
        };
        Ok((Self { stage: Stage::Withdrawn { held, at: given.now, reason }, ..self }, Fact::Withdrawn { reason }))
    }
}
