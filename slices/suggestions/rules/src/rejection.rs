//! 不满意的答复: which words oblige a unit to handle a matter again, and how often a part was rejected.

use kernel::{Day, PersonId};

use crate::{Assignment, Judgement, Round, RoundStage, RuleBook, Score};

impl RuleBook {
    /// Whether a word asks for another reply: the result is not accepted, or the work where the congress counts it (`redo.scores`).
    fn rejects(&self, word: &Judgement) -> bool {
        word.result == Score::Dissatisfied || (self.redo_either_score.value && word.process == Score::Dissatisfied)
    }
}

impl Round {
    /// Who rejected the reply, with the day of the word: the lead deputy, or every signer where the congress counts them (`redo.signers`).
    pub(crate) fn rejections(&self, lead: PersonId, book: &RuleBook) -> Vec<(PersonId, Day)> {
        let words = self.deliveries().iter().filter_map(|delivery| Some((delivery.signer, delivery.judgement?)));
        let counted = words.filter(|(signer, _)| *signer == lead || book.redo_every_signer.value);
        counted.filter(|(_, word)| book.rejects(word)).map(|(signer, word)| (signer, word.at.day())).collect()
    }

    /// The day of the first 不满意 of anybody on anything: from then on the office is to decide whether it is handled again.
    #[must_use]
    pub fn first_dissatisfied(&self) -> Option<Day> {
        let words = self.deliveries().iter().filter_map(|delivery| delivery.judgement);
        words.filter(Judgement::dissatisfied).map(|word| word.at.day()).min()
    }

    /// Whether the office still waits for the other signers before the unit handles it again (`redo.order`).
    #[must_use]
    pub fn redo_waits(&self, book: &RuleBook, today: Day) -> bool {
        book.redo_after_window.value && !self.heard_out(today)
    }

    /// From which day the office's time to decide is counted: the first 不满意, or the window's end where it waits for that.
    #[must_use]
    pub fn decides_from(&self, book: &RuleBook) -> Option<Day> {
        let first = self.first_dissatisfied()?;
        match &self.stage {
            RoundStage::Delivered { judge_by, .. } if book.redo_after_window.value => Some(first.max(*judge_by)),
            _ => Some(first),
        }
    }

    /// The last day on which the office decides, where somebody is dissatisfied and a day was given.
    #[must_use]
    pub const fn redo_by(&self) -> Option<Day> {
        match &self.stage {
            RoundStage::Delivered { redo_by, .. } => *redo_by,
            _ => None,
        }
    }

    pub(crate) const fn decide_by(&mut self, day: Day) {
        if let RoundStage::Delivered { redo_by, .. } = &mut self.stage {
            *redo_by = Some(day);
        }
    }
}

impl Assignment {
    /// How many of its replies were rejected. A round that was opened because somebody else was dissatisfied, or because a closed matter
    /// was taken up again, is none by itself.
    #[must_use]
    pub fn rejected_rounds(&self, lead: PersonId, book: &RuleBook) -> u16 {
        let rejected = self.rounds().filter(|round| !round.rejections(lead, book).is_empty()).count();
        u16::try_from(rejected).unwrap_or(u16::MAX)
    }
}
