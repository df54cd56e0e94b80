//! Time limits: counted once when a clock starts, explained on demand, judged by a day that is handed in.

use kernel::{Day, Due, Moment, WorkingCalendar};

use crate::{Entry, Limit, RuleBook};

/// What a verb is given to work with: the moment, the rules of the place and the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Now.
    pub now: Moment,
    /// The rule book of the congress and term.
    pub book: &'a RuleBook,
    /// The State Council's calendar.
    pub calendar: &'a WorkingCalendar,
}

/// A due date with the whole of its working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The day and how it was counted.
    pub due: Due,
    /// Which step it limits.
    pub limit: Limit,
    /// The entry of the rule book that was applied, with its document.
    pub rule: Entry,
}

/// How far back a limit that ran out is looked for, in days.
const FARTHEST_BACK: i32 = 5 * 366;

impl Given<'_> {
    /// Today, in Beijing.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// The last day of a limit that starts on `from`, with its working.
    #[must_use]
    pub fn explain(&self, limit: Limit, from: Day) -> Explained {
        let due = Due::count(self.calendar, from, self.book.span(limit));
        Explained { due, limit, rule: self.book.entry(limit.key()) }
    }

    /// The latest day from which a limit has run out by today, where there is one within the last few years.
    #[must_use]
    pub fn run_out_since(&self, limit: Limit) -> Option<Day> {
        let (today, span) = (self.today(), self.book.span(limit));
        let over = |from: &Day| Due::count(self.calendar, *from, span).day <= today;
        (0..=FARTHEST_BACK).map(|days| today.plus_days(-days)).find(over)
    }

    /// The last day of a limit that starts today.
    #[must_use]
    pub fn due(&self, limit: Limit) -> Day {
        Due::count(self.calendar, self.today(), self.book.span(limit)).day
    }
}
