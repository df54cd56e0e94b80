//! Due dates that explain themselves.

use serde::{Deserialize, Serialize};

use crate::{Day, DayKind, WorkingCalendar};

/// How long something may take. The day it begins is not counted (law.md §1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Whole calendar months; a missing day becomes the month's last. Not shifted by holidays (law.md F28).
    Months(u16),
    /// Calendar days. Not shifted by holidays.
    Days(u16),
    /// Working days by the State Council's calendar.
    WorkingDays(u16),
}

/// One day that mattered on the way to a due date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The day.
    pub day: Day,
    /// Whether it was counted (a make-up working day) or passed over (weekend or holiday).
    pub counted: bool,
    /// The occasion, where a document named one: 春节.
    pub occasion: Option<String>,
    /// The document, where one spoke.
    pub source: Option<String>,
}

/// A due date and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The last day on which the thing is in time.
    pub day: Day,
    /// The day the clock started; not counted.
    pub from: Day,
    /// The span applied.
    pub span: Span,
    /// The days that were passed over or counted against the usual week, in order. Empty for months and calendar days.
    pub steps: Vec<Step>,
    /// Years that the count ran through though nobody has published their calendar: weekends only were known.
    pub unpublished_years: Vec<i16>,
    /// Whether the months' rule cut a missing day down to the month's last.
    pub month_end: bool,
}

impl Due {
    /// Counts `span` from `from` by `calendar`.
    #[must_use]
    pub fn count(calendar: &WorkingCalendar, from: Day, span: Span) -> Self {
        let plain = |day, month_end| Self { day, from, span, steps: vec![], unpublished_years: vec![], month_end };
        match span {
            Span::Months(months) => {
                let day = from.plus_months(i32::from(months));
                plain(day, day.parts().2 != from.parts().2)
            }
            Span::Days(days) => plain(from.plus_days(i32::from(days)), false),
            Span::WorkingDays(days) => {
                let mut due = plain(from, false);
                due.walk(calendar, days);
                due
            }
        }
    }

    fn walk(&mut self, calendar: &WorkingCalendar, mut left: u16) {
        while left > 0 {
            self.day = self.day.plus_days(1);
            self.note_year(calendar);
            let (counted, exception) = match calendar.kind(self.day) {
                DayKind::Workday => {
                    left -= 1;
                    continue;
                }
                DayKind::Weekend => (false, None),
                DayKind::Holiday(exception) => (false, Some(exception)),
                DayKind::MakeUp(exception) => (true, Some(exception)),
            };
            left -= u16::from(counted);
            self.steps.push(Step {
                day: self.day,
                counted,
                occasion: exception.map(|e| e.occasion.clone()),
                source: exception.map(|e| e.source.clone()),
            });
        }
    }

    fn note_year(&mut self, calendar: &WorkingCalendar) {
        let year = self.day.parts().0;
        if self.unpublished_years.last() != Some(&year) && !calendar.knows_year(year) {
            self.unpublished_years.push(year);
        }
    }

    /// Days left on `today`: 0 on the due day itself, negative when overdue.
    #[must_use]
    pub fn days_left(&self, today: Day) -> i32 {
        self.day.days_since(today)
    }
}
