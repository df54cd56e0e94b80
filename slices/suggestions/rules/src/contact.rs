//! 沟通: a unit keeps when, how and with whom it talked about its part, and the deputy says with one tap whether it was so
//! (suggestions.md §8). Nothing is edited afterwards: a wrong record is withdrawn and made again.

use kernel::{Day, Moment, PersonId, Text};

use crate::{AssignmentId, ContactId, Fact, Hand, Refusal, RemarkId, Round};

/// One talk between a unit and a deputy, as the unit recorded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its identity.
    pub id: ContactId,
    /// The unit's part it belongs to.
    pub assignment: AssignmentId,
    /// What is recorded.
    pub talk: Talk,
    /// Whether the way counted as face to face when it was recorded.
    pub face: bool,
    /// When it was recorded.
    pub recorded: Moment,
    /// What became of the record.
    pub word: Word,
}

/// What a unit records of a talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// The day of the talk.
    pub day: Day,
    /// The code of the way, one of the congress's list: `phone`.
    pub way: String,
    /// The deputy it was with: the lead deputy, or one who seconded it.
    pub with: PersonId,
    /// Who came or spoke for the unit, with rank (suggestions.md §16: clerks without power come to answer).
    pub by: Text<120>,
    /// Where, when it was somewhere.
    pub place: Option<Text<120>>,
    /// What the deputy said.
    pub said: RemarkId,
    /// Whether the draft of the reply was shown.
    pub draft_shown: bool,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
pub enum Word {
    /// 待代表确认.
    Waiting,
    /// 代表已确认: it stands for good.
    Confirmed { at: Moment },
    /// 代表有异议: it does not count, and the unit may withdraw it.
    Disputed { at: Moment, reason: RemarkId },
    /// 已撤回.
    Withdrawn { at: Moment },
}

impl Word {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed { .. } => "confirmed",
            Self::Disputed { .. } => "disputed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

impl Contact {
    /// The deputy says that it was so (确认), in person or through who may act for the deputy.
    ///
    /// # Errors
    /// When it was another deputy, or when it was answered or withdrawn before.
    pub fn confirm(self, hand: Hand, at: Moment) -> Result<(Self, Fact), Refusal> {
        self.waits_for(hand)?;
        let fact = Fact::ContactConfirmed { contact: self.id, assignment: self.assignment };
        Ok((Self { word: Word::Confirmed { at }, ..self }, fact))
    }

    /// The deputy says that it was not so, and why (异议).
    ///
    /// # Errors
    /// As [`Contact::confirm`].
    pub fn dispute(self, hand: Hand, reason: RemarkId, at: Moment) -> Result<(Self, Fact), Refusal> {
        self.waits_for(hand)?;
        let fact = Fact::ContactDisputed { contact: self.id, assignment: self.assignment, reason };
        Ok((Self { word: Word::Disputed { at, reason }, ..self }, fact))
    }

    /// The unit takes back what the deputy has not confirmed (撤回).
    ///
    /// # Errors
    /// When the deputy confirmed it, or it was withdrawn before.
    pub fn withdraw(self, at: Moment) -> Result<(Self, Fact), Refusal> {
        match self.word {
            Word::Confirmed { .. } => Err(Refusal::ContactConfirmed),
            Word::Withdrawn { .. } => Err(Refusal::ContactAnswered),
            Word::Waiting | Word::Disputed { .. } => {
                let fact = Fact::ContactWithdrawn { contact: self.id, assignment: self.assignment };
                Ok((Self { word: Word::Withdrawn { at }, ..self }, fact))
            }
        }
    }

    /// Whether it counts towards what a round demands: of that round, neither disputed nor withdrawn. A deputy who has not
    /// answered yet holds nobody up.
    #[must_use]
    pub fn counts_in(&self, round: &Round) -> bool {
        let stands = matches!(self.word, Word::Waiting | Word::Confirmed { .. });
        stands && self.talk.day >= round.opened.day()
    }

    fn waits_for(&self, hand: Hand) -> Result<(), Refusal> {
        if self.talk.with != hand.person {
            return Err(Refusal::NotContacted);
        }
        if self.word == Word::Waiting { Ok(()) } else { Err(Refusal::ContactAnswered) }
    }
}
