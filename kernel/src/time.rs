//! Moments and days. The office's day is Beijing's: UTC+8 all year since 1991.

use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil};
use serde::{Deserialize, Serialize};

const BEIJING_MILLIS: i64 = 8 * 3_600_000;
const DAY_MILLIS: i64 = 86_400_000;

/// An instant, in whole milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    /// From milliseconds since the epoch.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the epoch.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The day in Beijing on which this instant falls.
    #[must_use]
    pub fn day(self) -> Day {
        let days = (self.0 + BEIJING_MILLIS).div_euclid(DAY_MILLIS);
        let epoch = civil::date(1970, 1, 1);
        Day(epoch.checked_add(days.days()).unwrap_or(civil::Date::MAX))
    }

    /// This instant moved by a number of milliseconds, forward or back.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Hour and minute in Beijing, for people to read.
    #[must_use]
    pub fn clock(self) -> (i64, i64) {
        let minutes = (self.0 + BEIJING_MILLIS).rem_euclid(DAY_MILLIS) / 60_000;
        (minutes / 60, minutes % 60)
    }
}

/// `2026-03-10 09:05`, in Beijing.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = self.clock();
        write!(f, "{} {hour:02}:{minute:02}", self.day())
    }
}

/// One day of the civil calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(civil::Date);

/// The text is not a day of the calendar written `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayError(pub String);

impl Day {
    /// The day `year-month-day`, or nothing where the calendar has none.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Year, month 1–12 and day of the month.
    #[must_use]
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day `count` calendar days later, or earlier when negative; stops at the calendar's ends.
    #[must_use]
    pub fn plus_days(self, count: i32) -> Self {
        self.0.checked_add(count.days()).map_or(self, Self)
    }

    /// The same day of the month `count` months later; a missing day becomes the last of that month.
    ///
    /// 2026-08-31 and 6 months give 2027-02-28 (law.md F28).
    #[must_use]
    pub fn plus_months(self, count: i32) -> Self {
        self.0.checked_add(count.months()).map_or(self, Self)
    }

    /// Whole days from `earlier` to this day; negative when this day comes first.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        earlier.0.until(self.0).map_or(0, |span| span.get_days())
    }

    /// Monday is 1, Sunday is 7.
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// The first instant of this day in Beijing.
    #[must_use]
    pub fn start(self) -> Moment {
        let days = i64::from(self.days_since(Self(civil::date(1970, 1, 1))));
        Moment(days * DAY_MILLIS - BEIJING_MILLIS)
    }

    /// The first instant of the next day in Beijing.
    #[must_use]
    pub fn end(self) -> Moment {
        self.start().plus_millis(DAY_MILLIS)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
impl FromStr for Day {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let parsed = if plain { text.parse().ok() } else { None };
        parsed.map(Self).ok_or_else(|| DayError(text.to_owned()))
    }
}
impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a day written YYYY-MM-DD", self.0)
    }
}
impl std::error::Error for DayError {}
