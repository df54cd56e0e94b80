//! 起草: a draft is kept as typed, by the deputy's own hand or by another's.

use kernel::BodyId;

use crate::{
    Act, Answer, Done, Entered, Fact, Given, Hand, Lead, Refusal, SessionId, Sheet, Source, Stage, Suggestion,
    SuggestionId,
};

impl Suggestion {
    /// A deputy, or somebody for the deputy, begins a draft.
    #[must_use]
    pub fn draft(id: SuggestionId, congress: BodyId, session: SessionId, hand: Hand, sheet: Sheet) -> (Self, Fact) {
        let entered = hand.through.map_or(Entered::Own, |by| Entered::For { by });
        let lead = Lead { person: hand.person, entered };
        let fact = Fact::Drafted { lead: hand.person };
        let sheet = sourced(None, sheet);
        (
            Self {
                id,
                congress,
                session,
                lead,
                cosigners: vec![],
                sheet,
                stage: Stage::Draft,
                merged: None,
                routed: None,
                open_when_closed: false,
            },
            fact,
        )
    }

    /// The sheet is changed, before it is handed in or after it was returned.
    ///
    /// Who seconded a text that now reads otherwise is asked again: a co-signature is for the words that were seen.
    ///
    /// # Errors
    /// When another deputy leads it, or when it lies with the congress.
    pub fn edit(mut self, hand: Hand, sheet: Sheet, given: &Given<'_>) -> Done {
        self.led_by(hand)?;
        if !self.with_the_deputy() {
            return Err(self.not_now(Act::Edit));
        }
        let sheet = sourced(self.sheet.source, sheet);
        let mut asked_again = vec![];
        if self.sheet.reads_otherwise(&sheet) {
            for cosigner in &mut self.cosigners {
                if matches!(cosigner.answer, Answer::Confirmed(_)) {
                    cosigner.answer = Answer::Asked;
                    asked_again.push(cosigner.person);
                }
            }
        }
        let entered = match (self.lead.entered, hand.through) {
            (_, Some(by)) => Entered::For { by },
            (Entered::For { by }, None) => Entered::Confirmed { by, at: given.now },
            (entered, None) => entered,
        };
        let lead = Lead { entered, ..self.lead };
        Ok((Self { sheet, lead, ..self }, Fact::Edited { asked_again }))
    }

    /// The deputy confirms what somebody has typed (代录确认).
    ///
    /// # Errors
    /// When it is not the deputy in person, or when there is nothing to confirm.
    pub fn confirm_entry(self, hand: Hand, given: &Given<'_>) -> Done {
        self.led_by(hand)?;
        hand.in_person(Act::ConfirmEntry)?;
        match self.lead.entered {
            Entered::For { by } if self.with_the_deputy() => {
                let lead = Lead { entered: Entered::Confirmed { by, at: given.now }, ..self.lead };
                Ok((Self { lead, ..self }, Fact::EntryConfirmed))
            }
            Entered::For { .. } | Entered::Own | Entered::Confirmed { .. } => Err(self.not_now(Act::ConfirmEntry)),
        }
    }

    /// The deputy throws away what was never handed in (作废草稿). Nothing is left of it but the fact.
    ///
    /// # Errors
    /// When it is not the deputy in person, or when it was handed in once: then it is withdrawn, not thrown away.
    pub fn discard(self, hand: Hand) -> Result<Fact, Refusal> {
        self.led_by(hand)?;
        hand.in_person(Act::Discard)?;
        if self.stage.private() { Ok(Fact::Discarded) } else { Err(self.not_now(Act::Discard)) }
    }

    pub(super) const fn with_the_deputy(&self) -> bool {
        match self.stage {
            Stage::Draft | Stage::Cosigning { .. } | Stage::Returned { .. } => true,
            Stage::Submitted(_)
            | Stage::Refusing(_)
            | Stage::Refused { .. }
            | Stage::Accepted(_)
            | Stage::Numbered(_)
            | Stage::Handling(_)
            | Stage::Closed { .. }
            | Stage::Withdrawn { .. } => false,
        }
    }

    pub(super) const fn confirmed(&self, hand: Hand) -> Result<(), Refusal> {
        match (self.lead.entered, hand.through) {
            (Entered::For { .. }, Some(_)) => Err(Refusal::EntryUnconfirmed),
            _ => Ok(()),
        }
    }
}

/// That it comes from a bill stays said, and nobody says so of another.
fn sourced(was: Option<Source>, sheet: Sheet) -> Sheet {
    let source = if was == Some(Source::Bill) { was } else { sheet.source.filter(|source| *source != Source::Bill) };
    Sheet { source, ..sheet }
}
