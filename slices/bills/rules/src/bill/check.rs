//! 审核、编号、审查: the office checks the form, the committee proposes what is to become of it.

use kernel::Text;

use crate::{
    Act, Bill, Disposal, Done, Fact, Filer, Given, Number, Numbered, Refusal, RemarkId, Review, Reviewed, Stage,
};

impl Bill {
    /// The office returns it to its deputies to be corrected.
    ///
    /// # Errors
    /// When it does not lie to be checked, or when an organ or a signed sheet put it: the office corrects that with those who put it.
    pub fn give_back(self, reason: RemarkId, given: &Given<'_>) -> Done {
        let (Stage::Submitted(submission), Filer::Deputies { paper: false, .. }) = (&self.stage, &self.filer) else {
            return Err(self.not_now(Act::Return));
        };
        let stage = Stage::Returned { submission: *submission, at: given.now, reason };
        Ok((Self { stage, ..self }, Fact::Returned { reason }))
    }

    /// It gets its number, dense and unique in its session: whoever counts hands it in.
    ///
    /// # Errors
    /// When it does not lie to be checked.
    pub fn number(self, number: Number, given: &Given<'_>) -> Done {
        let Stage::Submitted(submission) = self.stage else { return Err(self.not_now(Act::Number)) };
        let fact = Fact::Numbered { series: number.series.clone(), n: number.n };
        let stage = Stage::Numbered(Numbered { submission, number, at: given.now });
        Ok((Self { stage, ..self }, fact))
    }

    /// The committee's opinion; until the presidium has decided, a newer one takes its place.
    ///
    /// # Errors
    /// When it has no number yet or is decided, or when the law lets that not become of it.
    pub fn review(self, by: Text<60>, proposal: Disposal, reason: RemarkId, given: &Given<'_>) -> Done {
        proposal.fits(&self, given.level).or_else(|refusal| self.named_first(Act::Review, refusal))?;
        let (numbered, _) = self.stage.before_decision(Act::Review)?;
        let fact = Fact::Reviewed { proposal: proposal.clone(), reason };
        let review = Review { by, proposal, at: given.now, reason };
        Ok((Self { stage: Stage::Reviewed(Reviewed { numbered, review }), ..self }, fact))
    }

    /// That a thing cannot be done in this stage is said before that it does not fit.
    pub(super) const fn named_first(&self, act: Act, refusal: Refusal) -> Result<(), Refusal> {
        match self.stage {
            Stage::Numbered(_) | Stage::Reviewed(_) => Err(refusal),
            _ => Err(self.not_now(act)),
        }
    }
}
