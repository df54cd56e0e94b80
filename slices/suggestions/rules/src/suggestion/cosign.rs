//! 征集附议: deputies are asked to second a suggestion and each answers in person.

use kernel::PersonId;

use crate::{Act, Answer, Cosigner, Done, Fact, Given, Hand, Limit, Refusal, Stage, Suggestion};

impl Suggestion {
    /// The lead deputy asks others to second it; who was asked already is not asked twice.
    ///
    /// # Errors
    /// When nobody new is named, when the lead names the own person, or when it lies with the congress.
    pub fn invite(mut self, hand: Hand, people: &[PersonId], given: &Given<'_>) -> Done {
        self.led_by(hand)?;
        if !self.with_the_deputy() {
            return Err(self.not_now(Act::Invite));
        }
        if people.contains(&self.lead.person) {
            return Err(Refusal::LeadInvited);
        }
        let mut asked = vec![];
        for person in people {
            if !self.cosigners.iter().any(|cosigner| cosigner.person == *person) {
                self.cosigners.push(Cosigner { person: *person, invited: given.now, answer: Answer::Asked });
                asked.push(*person);
            }
        }
        if asked.is_empty() {
            return Err(Refusal::NobodyInvited);
        }
        let until = match self.stage {
            Stage::Cosigning { until } => until,
            _ => given.due(Limit::Cosign),
        };
        let stage = match self.stage {
            Stage::Draft => Stage::Cosigning { until },
            other => other,
        };
        Ok((Self { stage, ..self }, Fact::CosignersInvited { people: asked, until }))
    }

    /// A deputy who was asked confirms that it is the own true wish.
    ///
    /// # Errors
    /// When not asked, not in person, answered already, or handed in already.
    pub fn cosign(self, hand: Hand, given: &Given<'_>) -> Done {
        let answered = self.answer(hand, Act::Cosign, Answer::Confirmed(given.now))?;
        Ok((answered, Fact::Cosigned { person: hand.person }))
    }

    /// A deputy who was asked says no.
    ///
    /// # Errors
    /// As for [`Suggestion::cosign`].
    pub fn decline_cosign(self, hand: Hand, given: &Given<'_>) -> Done {
        let answered = self.answer(hand, Act::DeclineCosign, Answer::Declined(given.now))?;
        Ok((answered, Fact::CosignDeclined { person: hand.person }))
    }

    fn answer(mut self, hand: Hand, act: Act, answer: Answer) -> Result<Self, Refusal> {
        hand.in_person(act)?;
        let not_now = self.not_now(act);
        let open = self.with_the_deputy();
        let asked = self.cosigners.iter_mut().find(|cosigner| cosigner.person == hand.person);
        let cosigner = asked.ok_or(Refusal::NotInvited)?;
        if !open || cosigner.answer != Answer::Asked {
            return Err(not_now);
        }
        cosigner.answer = answer;
        Ok(self)
    }
}
