//! What a unit's part waits for, by what is known of it.

use super::{super::clocks::Number, Share};

impl Share {
    /// What is awaited of whom, and by when.
    pub fn awaits(&self) -> (&'static str, Option<Number>) {
        match self.work {
            "waiting" => ("sign-for", Some(self.sign_by)),
            "advising" => ("opinion", Some(self.due)),
            "objecting" => ("ruling", Some(self.rule_by)),
            "handling" => self.letter_awaits(),
            _ => ("nothing", None),
        }
    }

    fn letter_awaits(&self) -> (&'static str, Option<Number>) {
        let by = self.rounds.last().copied();
        match self.letter {
            "signed" => ("delivery", None),
            "delivered" if self.words.values().any(|word| *word == Some(true)) => ("redo", self.redo_by),
            "delivered" if self.words.values().all(Option::is_some) => ("nothing", None),
            "delivered" => ("judgement", Some(self.judge_by)),
            _ if self.asked.is_some() => ("consent", Some(self.due)),
            "checking" => ("check", by),
            "passed" => ("signature", by),
            _ => ("reply", by),
        }
    }
}
