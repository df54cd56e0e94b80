//! 起草: a deputy drafts a bill; the office enters one that an organ puts.

use kernel::{BodyId, Text};

use crate::{
    Act, Bill, BillId, Done, Fact, Filer, Given, Hand, Organ, Refusal, SessionId, Sheet, Sitting, Stage, Submission,
};

impl Bill {
    /// A deputy begins a draft, in person.
    ///
    /// # Errors
    /// When somebody else does it for the deputy.
    pub fn draft(id: BillId, congress: BodyId, session: SessionId, hand: Hand, sheet: Sheet) -> Done {
        if hand.through.is_some() {
            return Err(Refusal::InPerson);
        }
        let lead = hand.person;
        let filer = Filer::Deputies { lead, signers: vec![], paper: false };
        Ok((
            Self { id, congress, session, filer, sheet, stage: Stage::Draft, files: vec![], consult: None },
            Fact::Drafted { lead },
        ))
    }

    /// The office enters a bill that an organ puts (地方组织法 22 ¶1). No deadline is set for organs.
    ///
    /// # Errors
    /// When such an organ may not put a bill here, the congress does not sit, or the sheet is not complete.
    pub fn receive(
        id: BillId,
        congress: BodyId,
        sitting: Sitting,
        (organ, name): (Organ, Text<60>),
        sheet: Sheet,
        given: &Given<'_>,
    ) -> Done {
        organ.may_put(given.level, given.terms.delegations)?;
        if !sitting.sits {
            return Err(Refusal::NotSitting);
        }
        sheet.complete().map_err(|_| Refusal::Incomplete)?;
        let (session, filer) = (sitting.session, Filer::Organ { organ, name });
        let stage = Stage::Submitted(Submission { at: given.now, late: false });
        Ok((
            Self { id, congress, session, filer, sheet, stage, files: vec![], consult: None },
            Fact::Received { organ },
        ))
    }

    /// The sheet is changed. Who signed a text that now reads otherwise is asked again: a signature is for the words that were seen.
    ///
    /// # Errors
    /// When another leads it, or when it lies with the congress.
    pub fn edit(mut self, hand: Hand, sheet: Sheet) -> Done {
        self.led_by(hand)?;
        if !self.is_free() {
            return Err(self.not_now(Act::Edit));
        }
        let asked_again = if self.sheet.reads_otherwise(&sheet) { self.ask_again() } else { vec![] };
        Ok((Self { sheet, ..self }, Fact::Edited { asked_again }))
    }

    /// The deputy throws away what was never handed in. Nothing is left of it but the fact.
    ///
    /// # Errors
    /// When not the lead in person, or when it was handed in once: then it is withdrawn.
    pub fn discard(self, hand: Hand) -> Result<Fact, Refusal> {
        self.led_by(hand)?;
        if self.stage == Stage::Draft { Ok(Fact::Discarded) } else { Err(self.not_now(Act::Discard)) }
    }
}
