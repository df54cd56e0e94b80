//! 协调: units of a matter disagree; an office or a transfer office coordinates, and what came of it is kept (suggestions.md §8).

use kernel::{BodyId, Day, Moment};

use crate::{Act, DifferenceId, Fact, Given, Refusal, RemarkId, Role, Stage, Suggestion};

/// What units of a matter disagree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its identity.
    pub id: DifferenceId,
    /// The body that raised it: one of the units, or who stands above them.
    pub by: BodyId,
    /// The units that disagree, at least two.
    pub between: Vec<BodyId>,
    /// On what.
    pub about: RemarkId,
    /// When it was raised.
    pub at: Moment,
    /// How it was settled; nothing while it is open.
    pub settled: Option<Coordination>,
}

/// What came of coordinating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coordination {
    /// The body that coordinated.
    pub by: BodyId,
    /// The day of it.
    pub day: Day,
    /// What was agreed or decided.
    pub outcome: RemarkId,
    /// When it was written down.
    pub at: Moment,
}

impl Suggestion {
    /// Somebody who works on it says that units of it disagree, and on what.
    ///
    /// # Errors
    /// When it is not being handled; when fewer than two units are named, or one that has no part of its own in it.
    pub fn differ(
        &self,
        id: DifferenceId,
        by: BodyId,
        mut between: Vec<BodyId>,
        about: RemarkId,
        given: &Given<'_>,
    ) -> Result<(Difference, Fact), Refusal> {
        let Stage::Handling(handling) = &self.stage else { return Err(self.not_now(Act::NoteInRoom)) };
        between.sort_unstable();
        between.dedup();
        let has = |unit: &BodyId| handling.handlers.live().any(|part| part.unit == *unit && part.role != Role::Reader);
        if between.len() < 2 || !between.iter().all(has) {
            return Err(Refusal::DifferenceUnfit);
        }
        let fact = Fact::DifferenceRaised { difference: id, by, between: between.clone(), about };
        Ok((Difference { id, by, between, about, at: given.now, settled: None }, fact))
    }
}

impl Difference {
    /// Who stands above the units writes down what came of coordinating.
    ///
    /// # Errors
    /// When it was settled before, or the day lies before it was raised or in days to come.
    pub fn settle(self, by: BodyId, day: Day, outcome: RemarkId, given: &Given<'_>) -> Result<(Self, Fact), Refusal> {
        if self.settled.is_some() {
            return Err(Refusal::DifferenceSettled);
        }
        if day < self.at.day() || day > given.today() {
            return Err(Refusal::CoordinationDayUnfit);
        }
        let fact = Fact::DifferenceSettled { difference: self.id, by, between: self.between.clone(), day, outcome };
        Ok((Self { settled: Some(Coordination { by, day, outcome, at: given.now }), ..self }, fact))
    }
}
