//! 协调: units of a matter disagree; an office or a transfer office coordinates, and what came of it is kept (suggestions.md §8).

use kernel::{BodyId, Day, Moment, Refusal as Family};

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

/// Why what units disagree on cannot be raised, or settled, so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceRefusal {
    /// Two units at least disagree, each with a part of its own in the matter.
    Unfit,
    /// It was settled before.
    Settled,
    /// It is coordinated neither before it was raised nor in days to come.
    DayUnfit,
}

impl DifferenceRefusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unfit => "suggestions-refused-difference-unfit",
            Self::Settled => "suggestions-refused-difference-settled",
            Self::DayUnfit => "suggestions-refused-coordination-day-unfit",
        }
    }

    /// The family it belongs to.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::Unfit | Self::DayUnfit => Family::Unfit,
            Self::Settled => Family::NotNow,
        }
    }
}

impl From<DifferenceRefusal> for Refusal {
    fn from(why: DifferenceRefusal) -> Self {
        Self::Differing(why)
    }
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
            return Err(DifferenceRefusal::Unfit.into());
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
            return Err(DifferenceRefusal::Settled.into());
        }
        if day < self.at.day() || day > given.today() {
            return Err(DifferenceRefusal::DayUnfit.into());
        }
        let fact = Fact::DifferenceSettled { difference: self.id, by, between: self.between.clone(), day, outcome };
        Ok((Self { settled: Some(Coordination { by, day, outcome, at: given.now }), ..self }, fact))
    }
}
