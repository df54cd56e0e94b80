//! The clocks: the first word within hours, the handling within working days, both entries of the rule book. And how long a form
//! is open before it is believed that a person filled it in.

use kernel::{Day, Due, Moment, Span, WorkingCalendar};
use suggestions_rules::OpinionRules;

use crate::{Refusal, Stage};

/// Milliseconds a form is open at least: the price of each opinion, which a person does not notice and a flood does.
pub const LEAST_OPEN: i64 = 3_000;
/// Milliseconds a form is open at most: a day.
pub const LONGEST_OPEN: i64 = 86_400_000;

/// What is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The first word, until a moment.
    FirstWord(Moment),
    /// The answer of the body it was given to.
    Handling(Due),
}

impl Waits {
    /// What is waited for now; nothing where no clock runs: a suggestion has its own. Until there is one the longer time of handling runs,
    /// so that nobody waits for ever on a suggestion that nobody wrote.
    #[must_use]
    pub fn of(stage: &Stage, rules: &OpinionRules, calendar: &WorkingCalendar) -> Option<Self> {
        match stage {
            Stage::Received { at } | Stage::Proposed { at, .. } => {
                Some(Self::FirstWord(at.plus_millis(i64::from(rules.first_hours.value) * 3_600_000)))
            }
            // Nobody gains a day by signing late, or never: it counts from signing where that was in time, and else from when it was given.
            Stage::Assigned { at, hard, signed, .. } => {
                let last = Due::count(calendar, at.day(), rules.sign.value).day;
                let from = signed.map(Moment::day).filter(|signed| *signed <= last).unwrap_or(at.day());
                Some(Self::handling(from, *hard, rules, calendar))
            }
            Stage::Hotline { at, hard } => Some(Self::handling(at.day(), *hard, rules, calendar)),
            Stage::Suggested { at, suggestion: None } => Some(Self::handling(at.day(), true, rules, calendar)),
            _ => None,
        }
    }

    fn handling(from: Day, hard: bool, rules: &OpinionRules, calendar: &WorkingCalendar) -> Self {
        let span: Span = if hard { rules.hard.value } else { rules.plain.value };
        Self::Handling(Due::count(calendar, from, span))
    }

    /// The last day on which it is in time.
    #[must_use]
    pub fn day(&self) -> Day {
        match self {
            Self::FirstWord(until) => until.day(),
            Self::Handling(due) => due.day,
        }
    }

    /// Whether it is late.
    #[must_use]
    pub fn late(&self, now: Moment) -> bool {
        match self {
            Self::FirstWord(until) => now > *until,
            Self::Handling(due) => now.day() > due.day,
        }
    }
}

/// Whether a form was open as long as a person needs, and not for ever.
///
/// # Errors
/// Says which of the two it was not.
pub fn waited(opened: Moment, now: Moment) -> Result<(), Refusal> {
    match now.millis().saturating_sub(opened.millis()) {
        open if open < LEAST_OPEN => Err(Refusal::TooQuick),
        open if open > LONGEST_OPEN => Err(Refusal::TooLate),
        _ => Ok(()),
    }
}
