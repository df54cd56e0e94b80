//! How many contacts are owed: a year's number, spread over its days.
//!
//! 每年不少于 N 次 is counted by calendar years, as offices count: two visits in January are both of the year's. On a day of the year as many are
//! owed as its share of the days gone by, rounded down; of a link that began within the year, from the day it began.

use kernel::Day;

/// Days before the end of a share on which somebody is reminded.
const AHEAD: i32 = 30;

/// The first and the last day of the year of a day.
#[must_use]
pub fn year_of(day: Day) -> (Day, Day) {
    let (year, _, _) = day.parts();
    let first = Day::new(year, 1, 1).unwrap_or(day);
    (first, Day::new(year, 12, 31).unwrap_or(day))
}

/// How many contacts of the year are owed on a day.
#[must_use]
pub fn owed(times: u16, since: Day, as_of: Day) -> u32 {
    let (first, last) = year_of(as_of);
    let from = first.max(since);
    if as_of < from {
        return 0;
    }
    let gone = u32::try_from(as_of.days_since(from) + 1).unwrap_or(0);
    let all = u32::try_from(last.days_since(first) + 1).unwrap_or(365);
    u32::from(times) * gone / all.max(1)
}

/// How many will be owed soon: who has fewer is reminded.
#[must_use]
pub fn soon_owed(times: u16, since: Day, today: Day) -> u32 {
    let (_, last) = year_of(today);
    owed(times, since, today.plus_days(AHEAD).min(last))
}
