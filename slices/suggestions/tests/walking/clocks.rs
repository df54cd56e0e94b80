//! Day arithmetic of another kind: days are numbers, and working days are told by how many there were up to a day.

use kernel::{Day, Span, WorkingCalendar};

/// A day as the number of days since 1 January 1970.
pub type Number = i64;

const MONTHS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

fn leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn length(year: i64, month: usize) -> i64 {
    MONTHS[month] + i64::from(month == 1 && leap(year))
}

/// The number of a day; `month` counts from nought.
fn numbered(year: i64, month: usize, day: i64) -> Number {
    let years: i64 = (1970..year).map(|year| 365 + i64::from(leap(year))).sum();
    years + (0..month).map(|month| length(year, month)).sum::<i64>() + day - 1
}

/// The number of a day.
pub fn number(day: Day) -> Number {
    let (year, month, day) = day.parts();
    numbered(year.into(), usize::try_from(month).unwrap() - 1, day.into())
}

/// How many working days there were up to each day from the beginning of 2026 on.
pub struct Clocks {
    first: Number,
    worked: Vec<i64>,
}

impl Clocks {
    /// Of a calendar.
    pub fn of(calendar: &WorkingCalendar) -> Self {
        let first = numbered(2026, 0, 1);
        let moved: Vec<(Number, bool)> =
            calendar.exceptions().map(|(day, exception)| (number(day), exception.working)).collect();
        let mut count = 0;
        let works = |at: Number| {
            let said = moved.iter().find(|(day, _)| *day == at).map(|(_, works)| *works);
            said.unwrap_or((at + 3) % 7 < 5) // the first of January 1970 was a Thursday
        };
        let worked = (first..first + 12 * 366).map(|at| {
            count += i64::from(works(at));
            count
        });
        Self { first, worked: worked.collect() }
    }

    /// The last day of a span that begins on that day.
    pub fn last(&self, from: Day, span: Span) -> Number {
        match span {
            Span::Days(days) => number(from) + i64::from(days),
            Span::Months(months) => {
                let (year, month, day) = from.parts();
                let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
                let (year, month) = (months / 12, usize::try_from(months % 12).unwrap());
                numbered(year, month, i64::from(day).min(length(year, month)))
            }
            Span::WorkingDays(days) => {
                let before = self.worked[usize::try_from(number(from) - self.first).unwrap()];
                let at = self.worked.partition_point(|worked| *worked < before + i64::from(days));
                self.first + i64::try_from(at).unwrap()
            }
        }
    }
}
