//! 表决、审议结果、撤回: how a bill ends.

use crate::{Act, Asked, Bill, Closed, Done, Ending, Fact, Filer, Given, Hand, Held, Refusal, RemarkId, Stage, Vote};

impl Bill {
    /// Those who put it withdraw it. From the agenda it goes only with the presidium's consent, which is asked here (地方组织法 22 ¶3).
    ///
    /// Deputies do it by the lead deputy in person; an organ by its letter, deputies who put it on paper also by one, which the office
    /// enters: `hand` is none.
    ///
    /// # Errors
    /// When it is another's, was never handed in, was voted on, or is ended.
    pub fn withdraw(self, hand: Option<Hand>, reason: RemarkId, given: &Given<'_>) -> Done {
        self.moved_by(hand)?;
        let at = given.now;
        let held = match self.stage {
            Stage::Agenda { decided, asked: None } => {
                let stage = Stage::Agenda { decided, asked: Some(Asked { at, reason }) };
                return Ok((Self { stage, ..self }, Fact::WithdrawalAsked { reason }));
            }
            Stage::Submitted(submission) | Stage::Returned { submission, .. } => Held::Submitted(submission),
            Stage::Numbered(numbered) => Held::Numbered(numbered),
            Stage::Reviewed(reviewed) => Held::Reviewed(reviewed),
            Stage::Referred { decided, report_by } => Held::Referred(decided, report_by),
            Stage::Draft | Stage::Agenda { .. } | Stage::Closed(_) | Stage::Withdrawn { .. } => {
                return Err(self.not_now(Act::Withdraw));
            }
        };
        Ok((Self { stage: Stage::Withdrawn { held, at, reason }, ..self }, Fact::Withdrawn { reason }))
    }

    /// The presidium agrees to the withdrawal: the congress considers it no further. Or it does not agree, with a reason.
    ///
    /// # Errors
    /// When nobody asked, or the reason for a refusal is missing.
    pub fn answer_withdrawal(self, refused: Option<RemarkId>, given: &Given<'_>) -> Done {
        let Stage::Agenda { decided, asked: Some(asked) } = self.stage else {
            return Err(self.not_now(Act::AnswerWithdrawal));
        };
        let (stage, fact) = match refused {
            Some(reason) => (Stage::Agenda { decided, asked: None }, Fact::WithdrawalRefused { reason }),
            None => {
                let (held, reason) = (Held::Agenda(decided), asked.reason);
                (Stage::Withdrawn { held, at: given.now, reason }, Fact::Withdrawn { reason })
            }
        };
        Ok((Self { stage, ..self }, fact))
    }

    /// The congress votes: more than half of all deputies adopt it (地方组织法 25).
    ///
    /// # Errors
    /// When it is not on the agenda, a withdrawal waits for its answer, or the numbers cannot be.
    pub fn vote(self, vote: Vote, given: &Given<'_>) -> Done {
        let decided = match self.stage {
            Stage::Agenda { asked: Some(_), .. } => return Err(Refusal::WithdrawalWaits),
            Stage::Agenda { decided, asked: None } => decided,
            _ => return Err(self.not_now(Act::Vote)),
        };
        if !vote.is_fit() {
            return Err(Refusal::VotesUnfit);
        }
        let (Vote { yes, all, no, abstain }, adopted) = (vote, vote.adopted());
        let fact = Fact::Voted { yes, all, no, abstain, adopted };
        let stage = Stage::Closed(Closed { decided, at: given.now, ending: Ending::Voted(vote) });
        Ok((Self { stage, ..self }, fact))
    }

    /// The committee to which it was referred has reported, and the standing committee has taken the report.
    ///
    /// # Errors
    /// When it was not referred.
    pub fn report(self, report: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Referred { decided, .. } = self.stage else { return Err(self.not_now(Act::Report)) };
        let stage = Stage::Closed(Closed { decided, at: given.now, ending: Ending::Reported(report) });
        Ok((Self { stage, ..self }, Fact::Reported { report }))
    }

    fn moved_by(&self, hand: Option<Hand>) -> Result<(), Refusal> {
        match (&self.filer, hand) {
            (Filer::Deputies { .. }, Some(hand)) => self.led_by(hand),
            (Filer::Organ { .. } | Filer::Deputies { paper: true, .. }, None) => Ok(()),
            (Filer::Deputies { paper: false, .. }, None) | (Filer::Organ { .. }, Some(_)) => Err(Refusal::NotLead),
        }
    }
}
