//! 纸质议案: in most congresses a bill is a sheet that deputies sign and hand to the secretariat; the office enters it.

use kernel::{BodyId, Level, Moment, PersonId};

use crate::{
    Act, Answer, Bill, BillId, Cosigner, Done, Fact, Filer, Given, Late, Refusal, Sheet, Sitting, Stage, Submission,
    needed,
};

/// What stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnPaper {
    /// 领衔代表.
    pub lead: PersonId,
    /// Those who signed beside the lead deputy.
    pub signers: Vec<PersonId>,
    /// When it was handed in: deadline and session are those of this moment, not of the day it is typed.
    pub received: Moment,
    /// What it says.
    pub sheet: Sheet,
}

impl Bill {
    /// The office enters a sheet that enough deputies have signed (地方组织法 22 ¶2).
    ///
    /// # Errors
    /// When not complete, signed by too few, from a moment that has not come or at which the congress did not sit, or too late where late
    /// ones are not taken.
    pub fn receive_paper(id: BillId, congress: BodyId, sitting: Sitting, from: OnPaper, given: &Given<'_>) -> Done {
        let OnPaper { lead, signers: named, received, sheet } = from;
        if received > given.now {
            return Err(Refusal::ReceivedLater);
        }
        if !sitting.sits {
            return Err(Refusal::NotSitting);
        }
        sheet.complete().map_err(|_| Refusal::Incomplete)?;
        let mut signers: Vec<Cosigner> = vec![];
        for person in named {
            if person != lead && !signers.iter().any(|signer| signer.person == person) {
                signers.push(Cosigner { person, invited: received, answer: Answer::Confirmed(received) });
            }
        }
        let late = given.terms.deadline.is_some_and(|deadline| received > deadline);
        let stage = Stage::Submitted(Submission { at: received, late });
        let filer = Filer::Deputies { lead, signers, paper: true };
        let bill = Self { id, congress, session: sitting.session, filer, sheet, stage, files: vec![], consult: None };
        bill.signed_enough(given)?;
        if late && given.terms.late == Late::Refused {
            return Err(Refusal::TooLate);
        }
        let signers = bill.signers();
        Ok((bill, Fact::ReceivedOnPaper { lead, signers, received, late }))
    }

    /// The office mends what it typed wrongly off the sheet. The sheet itself stays as it was signed.
    ///
    /// # Errors
    /// When deputies drafted it here themselves, when it is numbered, or not complete.
    pub fn retype(self, sheet: Sheet) -> Done {
        if !self.is_retypable() {
            return Err(self.not_now(Act::Edit));
        }
        sheet.complete().map_err(|_| Refusal::Incomplete)?;
        Ok((Self { sheet, ..self }, Fact::Retyped))
    }

    /// Whether the office may still mend what it typed off the sheet.
    #[must_use]
    pub const fn is_retypable(&self) -> bool {
        self.on_paper() && matches!(self.stage, Stage::Submitted(_))
    }

    /// Whether too few are left who signed it.
    pub(crate) fn signed_too_few(&self, level: Level) -> bool {
        needed(level).is_ok_and(|need| u32::try_from(self.signers().len()).unwrap_or(u32::MAX) < need)
    }

    /// Whether as many have signed as the law asks.
    pub(crate) fn signed_enough(&self, given: &Given<'_>) -> Result<(), Refusal> {
        let need = needed(given.level)?;
        let has = u32::try_from(self.signers().len()).unwrap_or(u32::MAX);
        if has < need { Err(Refusal::TooFewSigners { has, need }) } else { Ok(()) }
    }
}
