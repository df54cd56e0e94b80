//! 不作为建议: the office gives ground, disposal and words; the lead deputy acknowledges, or insists (suggestions.md §5).

use crate::{Act, Done, Fact, Given, Hand, Refusal, Refusing, RemarkId, Stage, Submission, Suggestion};

impl Suggestion {
    /// The office would not take it as a suggestion. Where the rule book asks for the deputy's word, this only proposes it.
    ///
    /// # Errors
    /// When it is not lying to be checked, was never returned for editing though it must have been, was insisted upon, or when
    /// the lists have no such ground or disposal.
    pub fn refuse(self, ground: &str, disposal: &str, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Submitted(submission) = self.stage else { return Err(self.not_now(Act::Refuse)) };
        if submission.insisted {
            return Err(Refusal::InsistedUpon);
        }
        if given.book.refusal_after_return.value && submission.returns == 0 {
            return Err(Refusal::ReturnFirst);
        }
        let ground = given.book.ground(ground).ok_or(Refusal::UnknownGround)?.code.clone();
        let disposal = given.book.disposal(disposal).ok_or(Refusal::UnknownDisposal)?.code.clone();
        let (at, waits) = (given.now, given.book.refusal_acknowledged.value);
        let fact = Fact::RefusalProposed { ground: ground.clone(), disposal: disposal.clone(), waits, reason };
        let refusing = Refusing { submission, at, ground, disposal, reason };
        let stage = if waits { Stage::Refusing(refusing) } else { Stage::Refused { refusing, at } };
        Ok((Self { stage, ..self }, fact))
    }

    /// The lead deputy agrees, in person.
    ///
    /// # Errors
    /// When not the lead in person, or when no refusal waits.
    pub fn acknowledge_refusal(self, hand: Hand, given: &Given<'_>) -> Done {
        self.led_by(hand)?;
        hand.in_person(Act::AcknowledgeRefusal)?;
        let Stage::Refusing(refusing) = self.stage else { return Err(self.not_now(Act::AcknowledgeRefusal)) };
        Ok((Self { stage: Stage::Refused { refusing, at: given.now }, ..self }, Fact::RefusalAcknowledged))
    }

    /// The lead deputy insists, in person and with a reason: it lies to be checked again and is not refused a second time.
    ///
    /// # Errors
    /// As [`Suggestion::acknowledge_refusal`].
    pub fn insist(self, hand: Hand, reason: RemarkId) -> Done {
        self.led_by(hand)?;
        hand.in_person(Act::Insist)?;
        let Stage::Refusing(refusing) = self.stage else { return Err(self.not_now(Act::Insist)) };
        let submission = Submission { insisted: true, ..refusing.submission };
        Ok((Self { stage: Stage::Submitted(submission), ..self }, Fact::InsistedUpon { reason }))
    }
}
