//! 联名: deputies of the same congress are asked, and each answers in person.

use kernel::{Moment, PersonId};

use crate::{Act, Answer, Bill, Cosigner, Done, Fact, Filer, Hand, Refusal};

impl Bill {
    /// The lead deputy asks others to sign; who was asked already is not asked twice.
    ///
    /// # Errors
    /// When nobody new is named, the lead names the own person, or it lies with the congress.
    pub fn ask(mut self, hand: Hand, people: &[PersonId], now: Moment) -> Done {
        self.led_by(hand)?;
        if !self.is_free() {
            return Err(self.not_now(Act::Ask));
        }
        if people.contains(&hand.person) {
            return Err(Refusal::LeadAsked);
        }
        let mut asked = vec![];
        if let Filer::Deputies { signers, .. } = &mut self.filer {
            for person in people {
                if !signers.iter().any(|signer| signer.person == *person) {
                    signers.push(Cosigner { person: *person, invited: now, answer: Answer::Asked });
                    asked.push(*person);
                }
            }
        }
        if asked.is_empty() { Err(Refusal::NobodyAsked) } else { Ok((self, Fact::SignersAsked { people: asked })) }
    }

    /// A deputy who was asked signs, in person.
    ///
    /// # Errors
    /// When not asked, not in person, signed or declined already, or handed in already.
    pub fn sign(self, hand: Hand, now: Moment) -> Done {
        let signed = self.answer(hand, Act::Sign, Answer::Confirmed(now))?;
        Ok((signed, Fact::Signed { person: hand.person }))
    }

    /// A deputy who was asked says no, or takes the signature back while the bill lies with its deputies. Whom the office entered off a
    /// sheet says so that it is not the own signature, until the presidium decides.
    ///
    /// # Errors
    /// When not asked, not in person, declined already, or handed in already.
    pub fn decline(self, hand: Hand, now: Moment) -> Done {
        let declined = self.answer(hand, Act::Decline, Answer::Declined(now))?;
        let person = hand.person;
        let fact = if declined.on_paper() { Fact::SignDenied { person } } else { Fact::SignDeclined { person } };
        Ok((declined, fact))
    }

    fn answer(mut self, hand: Hand, act: Act, answer: Answer) -> Result<Self, Refusal> {
        if hand.through.is_some() {
            return Err(Refusal::InPerson);
        }
        let open = self.is_free() || (act == Act::Decline && self.on_paper() && self.is_undecided());
        let not_now = self.not_now(act);
        let signers = match &mut self.filer {
            Filer::Deputies { signers, .. } => signers.as_mut_slice(),
            Filer::Organ { .. } => &mut [],
        };
        let asked = signers.iter_mut().find(|signer| signer.person == hand.person).ok_or(Refusal::NotAsked)?;
        let answers = match asked.answer {
            Answer::Asked => true,
            Answer::Confirmed(_) => act == Act::Decline,
            Answer::Declined(_) => false,
        };
        if !open || !answers {
            return Err(not_now);
        }
        asked.answer = answer;
        Ok(self)
    }
}
