//! What is done with an inquiry: prepared, told, held, voted on, followed, ended.

use kernel::{BodyId, Day, Moment, Text};

use super::{Answer, Inquiry, InquiryStage, InquiryTerms, MOST_ASKED, Poll, Question, Turn};
use crate::{EntryId, Fact, InquiryId, Item, Refusal};

/// What a verb answers.
type Done = Result<(Inquiry, Fact), Refusal>;

impl Inquiry {
    /// Begins one.
    #[must_use]
    pub fn begin(id: InquiryId, congress: BodyId, terms: InquiryTerms, now: Moment) -> (Self, Fact) {
        let (questions, polls, items, told) = (vec![], vec![], vec![], None);
        let fact = Fact::InquiryBegun { day: terms.day };
        let stage = InquiryStage::Preparing;
        (Self { id, congress, terms, begun: now, told, questions, polls, items, stage }, fact)
    }

    fn going(&self) -> Result<(), Refusal> {
        match self.stage {
            InquiryStage::Concluded { .. } | InquiryStage::CalledOff { .. } => Err(Refusal::InquiryOver),
            _ => Ok(()),
        }
    }

    pub(crate) fn held(&self) -> Result<(), Refusal> {
        self.going()?;
        if self.stage == InquiryStage::Held { Ok(()) } else { Err(Refusal::InquiryNotHeld) }
    }

    /// Adds a question; also on the spot, after the units were told.
    ///
    /// # Errors
    /// When it was held already, or the list is full.
    pub fn ask(mut self, id: EntryId, unit: BodyId, asker: Text<30>, words: Text<500>) -> Done {
        self.going()?;
        if self.stage == InquiryStage::Held {
            return Err(Refusal::InquiryHeld);
        }
        if self.questions.len() >= MOST_ASKED {
            return Err(Refusal::TooManyQuestions);
        }
        self.questions.push(Question { id, unit, asker, words, answer: None });
        Ok((self, Fact::QuestionListed { entry: id, unit }))
    }

    /// Strikes a question off before the units know of it.
    ///
    /// # Errors
    /// When they do, or there is none.
    pub fn strike(mut self, id: EntryId) -> Done {
        self.going()?;
        if self.stage != InquiryStage::Preparing {
            return Err(Refusal::InquiryTold);
        }
        let place = self.questions.iter().position(|one| one.id == id).ok_or(Refusal::NoSuchQuestion)?;
        self.questions.remove(place);
        Ok((self, Fact::QuestionStruck { entry: id }))
    }

    /// Sends the units the questions.
    ///
    /// # Errors
    /// When that was done, or there is no question.
    pub fn tell(self, now: Moment) -> Done {
        self.going()?;
        if self.stage != InquiryStage::Preparing {
            return Err(Refusal::InquiryTold);
        }
        if self.questions.is_empty() {
            return Err(Refusal::NoQuestions);
        }
        let fact = Fact::InquiryTold { day: self.terms.day };
        Ok((Self { told: Some(now), stage: InquiryStage::Told, ..self }, fact))
    }

    /// The inquiry has taken place.
    ///
    /// # Errors
    /// When the units were not told, it was held, or its day has not come.
    pub fn hold(self, now: Moment) -> Done {
        self.going()?;
        match self.stage {
            InquiryStage::Preparing => Err(Refusal::InquiryNotTold),
            InquiryStage::Told if now.day() < self.terms.day => Err(Refusal::InquiryAhead),
            InquiryStage::Told => Ok((Self { stage: InquiryStage::Held, ..self }, Fact::InquiryHeld)),
            _ => Err(Refusal::InquiryHeld),
        }
    }

    /// Writes down what was answered, at the inquiry or in writing after it.
    ///
    /// # Errors
    /// When the units were not told, there is no such question, or it was answered.
    pub fn answer(mut self, id: EntryId, words: Text<4000>, remark: Option<Text<500>>, now: Moment) -> Done {
        self.going()?;
        if self.stage == InquiryStage::Preparing {
            return Err(Refusal::InquiryNotTold);
        }
        let question = self.questions.iter_mut().find(|one| one.id == id).ok_or(Refusal::NoSuchQuestion)?;
        if question.answer.is_some() {
            return Err(Refusal::QuestionAnswered);
        }
        question.answer = Some(Answer { at: now, words, remark });
        let fact = Fact::QuestionAnswered { entry: id };
        Ok((self, fact))
    }

    /// Enters the totals of a vote on a unit; later ones take the place of those before.
    ///
    /// # Errors
    /// When it was not held, the unit was not asked, the votes do not add up, or the second comes without the first.
    pub fn vote(mut self, poll: Poll) -> Done {
        self.held()?;
        if !self.units().contains(&poll.unit) {
            return Err(Refusal::UnitNotAsked);
        }
        if !poll.fits() {
            return Err(Refusal::PollUnfit);
        }
        let of = |unit, turn| move |one: &Poll| (one.unit, one.turn) == (unit, turn);
        if poll.turn == Turn::Second && !self.polls.iter().any(of(poll.unit, Turn::First)) {
            return Err(Refusal::FirstVoteMissing);
        }
        let before = of(poll.unit, poll.turn);
        self.polls.retain(|one| !before(one));
        self.polls.push(poll);
        self.polls.sort_by_key(|one| (one.unit, one.turn));
        let Poll { unit, turn, ballots, satisfied, basically, dissatisfied, invalid } = poll;
        Ok((self, Fact::InquiryVoted { unit, turn, ballots, satisfied, basically, dissatisfied, invalid }))
    }

    /// Lists what a unit is to put right, and by when.
    ///
    /// # Errors
    /// When it was not held, the list is full, or the day is not after today.
    pub fn list(mut self, id: EntryId, unit: BodyId, problem: Text<500>, due: Day, now: Moment) -> Done {
        self.held()?;
        if self.items.len() >= MOST_ASKED {
            return Err(Refusal::TooManyItems);
        }
        if due <= now.day() {
            return Err(Refusal::DayNotAhead);
        }
        self.items.push(Item { id, unit, problem, due, plan: None, reports: vec![], settled: None });
        Ok((self, Fact::ItemListed { entry: id, unit, due }))
    }

    /// Does something with one item.
    pub(crate) fn of_item(mut self, id: EntryId, verb: impl FnOnce(&mut Item) -> Result<Fact, Refusal>) -> Done {
        self.held()?;
        let item = self.items.iter_mut().find(|item| item.id == id).ok_or(Refusal::NoSuchItem)?;
        let fact = verb(item)?;
        Ok((self, fact))
    }

    /// Ends it with its result.
    ///
    /// # Errors
    /// When it was not held, a question waits for its answer, or an item is not settled.
    pub fn conclude(self, result: Text<4000>, now: Moment) -> Done {
        self.held()?;
        let count = self.questions.iter().filter(|one| one.answer.is_none()).count();
        if count > 0 {
            return Err(Refusal::QuestionsOpen { count });
        }
        let count = self.items.iter().filter(|item| item.settled.is_none()).count();
        if count > 0 {
            return Err(Refusal::ItemsOpen { count });
        }
        Ok((Self { stage: InquiryStage::Concluded { at: now, result }, ..self }, Fact::InquiryConcluded))
    }

    /// It will not take place.
    ///
    /// # Errors
    /// When it took place, or is over.
    pub fn call_off(self, reason: Text<500>, now: Moment) -> Done {
        self.going()?;
        if self.stage == InquiryStage::Held {
            return Err(Refusal::InquiryHeld);
        }
        let fact = Fact::InquiryCalledOff { told: self.told.is_some() };
        Ok((Self { stage: InquiryStage::CalledOff { at: now, reason }, ..self }, fact))
    }
}
