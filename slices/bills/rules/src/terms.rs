//! The terms of one session: what the law leaves to the congress, its presidium or its rules of procedure.

use kernel::{Level, Moment};
use serde::{Deserialize, Serialize};

use crate::{NumberPattern, SessionId};

/// What becomes of a bill of deputies that comes after the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Late {
    /// It is taken, marked late, and can only be treated as a suggestion (as in Qinghai's rules, 6; suggestions.md §5).
    AsSuggestion,
    /// It is not taken.
    Refused,
}

/// The terms of one session. Numbers no law of the state names stand here, with a default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Until when deputies may hand in bills (议案截止时间), set by the presidium; none: until the session closes.
    pub deadline: Option<Moment>,
    /// What becomes of later ones.
    pub late: Late,
    /// Whether the congress's rules of procedure let a delegation put a bill.
    pub delegations: bool,
    /// Months in which a committee reports on a bill referred to it: half a year in one city's rules.
    pub report_months: u16,
    /// Whether those who signed must be asked before their bill is treated as a suggestion: no law says so, one province does it.
    pub consult_first: bool,
    /// Days in which they answer, where the office names no day.
    pub consult_days: u16,
    /// How numbers are written.
    pub pattern: NumberPattern,
}

/// Most months to report: a bill is not carried through a whole year of sessions unheard.
pub const MOST_MONTHS: u16 = 24;

/// Most days to answer whether a bill may be treated as a suggestion.
pub const MOST_CONSULT_DAYS: u16 = 30;

impl Terms {
    /// The default, for a session whose office has set nothing.
    ///
    /// # Errors
    /// Never with the pattern shipped.
    pub fn usual() -> Result<Self, String> {
        let pattern = NumberPattern::parse(Self::USUAL_PATTERN)?;
        let (consult_first, consult_days) = (false, Self::USUAL_CONSULT_DAYS);
        let (late, delegations, report_months) = (Late::AsSuggestion, false, 6);
        Ok(Self { deadline: None, late, delegations, report_months, consult_first, consult_days, pattern })
    }

    /// Days to answer where none were set.
    pub const USUAL_CONSULT_DAYS: u16 = 3;

    /// The pattern of numbers where none was set.
    pub const USUAL_PATTERN: &'static str = "议案第{n}号";
}

impl Late {
    /// Both.
    pub const ALL: [Self; 2] = [Self::AsSuggestion, Self::Refused];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AsSuggestion => "as-suggestion",
            Self::Refused => "refused",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|late| late.word() == word)
    }
}

/// The latest session of the congress, and whether it sits today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The session.
    pub session: SessionId,
    /// Whether it sits.
    pub sits: bool,
}

/// What a verb is given to work with.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Now.
    pub now: Moment,
    /// The level of the congress.
    pub level: Level,
    /// The terms of the session.
    pub terms: &'a Terms,
}
