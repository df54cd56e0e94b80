//! 满意率: what share of those who answered is satisfied, and what share answered at all (suggestions.md §10). Whole numbers only.

use crate::Outcome;

/// How many said what: the four columns of every statistic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 满意.
    pub satisfied: u64,
    /// 基本满意.
    pub basically: u64,
    /// 不满意.
    pub dissatisfied: u64,
    /// 未反馈.
    pub unanswered: u64,
}

impl Tally {
    /// How many of one column.
    #[must_use]
    pub const fn of(self, outcome: Outcome) -> u64 {
        match outcome {
            Outcome::Satisfied => self.satisfied,
            Outcome::Basically => self.basically,
            Outcome::Dissatisfied => self.dissatisfied,
            Outcome::Unanswered => self.unanswered,
        }
    }

    /// How many answered.
    #[must_use]
    pub const fn answered(self) -> u64 {
        self.satisfied + self.basically + self.dissatisfied
    }

    /// All of them.
    #[must_use]
    pub const fn all(self) -> u64 {
        self.answered() + self.unanswered
    }

    /// 满意率 in thousandths: the satisfied among those who answered; nothing where nobody did. Silence is no satisfaction.
    #[must_use]
    pub fn satisfaction(self) -> Option<u64> {
        thousandths(self.satisfied, self.answered())
    }

    /// 反馈率 in thousandths: those who answered among all.
    #[must_use]
    pub fn response(self) -> Option<u64> {
        thousandths(self.answered(), self.all())
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            satisfied: self.satisfied + other.satisfied,
            basically: self.basically + other.basically,
            dissatisfied: self.dissatisfied + other.dissatisfied,
            unanswered: self.unanswered + other.unanswered,
        }
    }
}

/// A share, rounded to the nearest thousandth, halves up.
fn thousandths(part: u64, whole: u64) -> Option<u64> {
    (2 * part * 1000 + whole).checked_div(2 * whole)
}
