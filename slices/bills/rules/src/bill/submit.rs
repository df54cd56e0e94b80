//! 提交: enough deputies have signed, the congress sits, the sheet is complete.

use crate::{Act, Bill, Done, Fact, Given, Hand, Late, Refusal, Sitting, Stage, Submission};

impl Bill {
    /// The lead deputy hands it in; those who have not answered by now do not sign it.
    ///
    /// What was returned to be corrected counts as handed in when it first was.
    ///
    /// # Errors
    /// When not complete, signed by too few (地方组织法 22 ¶2), the congress does not sit, or too late where late ones are not taken.
    pub fn submit(self, hand: Hand, sitting: Sitting, given: &Given<'_>) -> Done {
        self.led_by(hand)?;
        if !self.is_free() {
            return Err(self.not_now(Act::Submit));
        }
        if !sitting.sits {
            return Err(Refusal::NotSitting);
        }
        self.sheet.complete().map_err(|_| Refusal::Incomplete)?;
        self.signed_enough(given)?;
        let over = given.terms.deadline.is_some_and(|deadline| given.now > deadline);
        let late = self.stage.submission().map_or(over, |before| before.late);
        if late && given.terms.late == Late::Refused {
            return Err(Refusal::TooLate);
        }
        let stage = Stage::Submitted(Submission { at: given.now, late });
        let signers = self.signers();
        Ok((Self { session: sitting.session, stage, ..self }, Fact::Submitted { signers, late }))
    }
}
