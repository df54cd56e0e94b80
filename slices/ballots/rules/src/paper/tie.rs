//! A tie that the adopted method leaves to the presidium (主席团决定): its decision is written down before the result is announced.

use kernel::Text;

use super::{Fact, Refusal, Round, Stage};
use crate::round::{Decided, Figures, Outcome, TieNext};

impl Round {
    /// The tie that waits for the presidium; nothing where the method says otherwise or nothing is tied.
    #[must_use]
    pub fn tie_to_decide(&self, outcome: &Outcome) -> Option<Decided> {
        match outcome {
            Outcome::Decided(decided) if decided.seats_left > 0 && self.spec.rule.tie == TieNext::PresidiumDecides => {
                Some(decided.clone())
            }
            Outcome::Decided(_) | Outcome::Void(_) => None,
        }
    }

    /// Writes down whom of the tied the presidium decided for: as many as places are left. Said again before the announcement, the last word
    /// stands.
    ///
    /// # Errors
    /// When nothing is reported, nothing waits for the presidium, or the names are not so many of the tied.
    pub fn decide_tie(&self, figures: &Figures, taken: &[Text<60>]) -> Result<Fact, Refusal> {
        let Stage::Reported { .. } = self.stage else { return Err(Refusal::NotReported) };
        let decided = self.tie_to_decide(&self.outcome(figures, &[]).value).ok_or(Refusal::NoTie)?;
        let mut names: Vec<&str> = taken.iter().map(Text::as_str).collect();
        names.sort_unstable();
        names.dedup();
        let tied = names.iter().all(|name| decided.tied.iter().any(|tally| tally.name == *name));
        if !tied || names.len() != taken.len() || u32::try_from(names.len()).ok() != Some(decided.seats_left) {
            return Err(Refusal::TieNames { left: decided.seats_left });
        }
        Ok(Fact::TieDecided { edition: self.edition })
    }

    /// Whether the result can be announced with what the presidium said so far.
    ///
    /// # Errors
    /// When a tie waits for its decision.
    pub fn tie_settled(&self, outcome: &Outcome) -> Result<(), Refusal> {
        self.tie_to_decide(outcome).map_or(Ok(()), |decided| Err(Refusal::TieOpen { left: decided.seats_left }))
    }
}
