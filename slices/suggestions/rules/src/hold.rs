//! 审查占用: whoever opens a paper to decide on it has it for some minutes, so that two clerks never decide over each other.
//!
//! It is a courtesy with a clock, not a stage: it lapses by itself, and what the rules allow is asked of the paper as ever.

use kernel::{AccountId, Moment};

use crate::{Act, Done, Fact, Given, Stage, Suggestion};

/// A paper somebody is checking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Who.
    pub by: AccountId,
    /// Since when.
    pub since: Moment,
    /// When it lapses unless it is renewed before.
    pub until: Moment,
}

impl Hold {
    /// Takes it up, or goes on with it, for as long as the rule book says (`check.hold`).
    ///
    /// # Errors
    /// With the hold of somebody else, while that stands.
    pub fn take(before: Option<Self>, by: AccountId, given: &Given<'_>) -> Result<Self, Self> {
        match before.filter(|hold| hold.stands(given.now)) {
            Some(other) if other.by != by => Err(other),
            Some(own) => Ok(Self { until: until(given), ..own }),
            None => Ok(Self::begin(by, given)),
        }
    }

    /// Begins now, whoever had it.
    #[must_use]
    pub fn begin(by: AccountId, given: &Given<'_>) -> Self {
        Self { by, since: given.now, until: until(given) }
    }

    /// Whether it has not lapsed.
    #[must_use]
    pub fn stands(&self, now: Moment) -> bool {
        now < self.until
    }

    /// Whether it stands in the way of somebody.
    #[must_use]
    pub fn bars(&self, other: AccountId, now: Moment) -> bool {
        self.by != other && self.stands(now)
    }
}

fn until(given: &Given<'_>) -> Moment {
    given.now.plus_millis(i64::from(given.book.check_hold.value) * 60_000)
}

impl Suggestion {
    /// Another clerk takes the checking over from one who has it.
    ///
    /// # Errors
    /// When it is not lying to be checked.
    pub fn take_over_check(self, from: AccountId) -> Done {
        let Stage::Submitted(_) = self.stage else { return Err(self.not_now(Act::Check)) };
        Ok((self, Fact::CheckTakenOver { from }))
    }
}
