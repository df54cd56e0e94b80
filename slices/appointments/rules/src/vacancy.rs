//! What is held and what is vacant, and since when: asked of a day, never stored.

use kernel::Day;

/// One time for which an office is or was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The first day.
    pub since: Day,
    /// The last day; nothing while it is held.
    pub until: Option<Day>,
    /// Whether somebody only acts: the office is vacant meanwhile.
    pub acting: bool,
}

impl Held {
    /// Whether it is held on that day. The last day is one of them.
    #[must_use]
    pub fn on(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|last| day <= last)
    }
}

/// How an office stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How many hold it.
    pub held: u32,
    /// How many act.
    pub acting: u32,
    /// How many places are vacant, where their number is fixed.
    pub vacant: Option<u32>,
    /// Since when, where somebody held it before.
    pub since: Option<Day>,
}

/// How an office with so many places stands on a day.
#[must_use]
pub fn overview(quota: Option<u32>, held: &[Held], today: Day) -> Standing {
    let count = |acting: bool| held.iter().filter(|one| one.acting == acting && one.on(today)).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (now, acting) = (number(count(false)), number(count(true)));
    let vacant = quota.map(|quota| quota.saturating_sub(now));
    let left = held.iter().filter(|one| !one.acting).filter_map(|one| one.until).filter(|last| *last < today).max();
    let since = left.filter(|_| vacant.is_some_and(|vacant| vacant > 0)).map(|last| last.plus_days(1));
    Standing { held: now, acting, vacant, since }
}

/// The farthest that one may look ahead for ends of terms.
pub const MOST_MONTHS: u32 = 60;

/// The last day of a term: the day before the next one began, else five years from its first (地方组织法 9).
#[must_use]
pub fn term_ends(began: Day, ended: Option<Day>) -> Day {
    ended.unwrap_or_else(|| began.plus_months(60)).plus_days(-1)
}

/// Whether a term is over, or will be within so many months.
#[must_use]
pub fn ends_within(ends: Day, today: Day, months: u32) -> bool {
    ends <= today.plus_months(i32::try_from(months.min(MOST_MONTHS)).unwrap_or(0))
}

/// For how many days somebody acts, the first and today counted.
#[must_use]
pub fn acting_days(since: Day, today: Day) -> u32 {
    u32::try_from(today.days_since(since)).map_or(0, |days| days.saturating_add(1))
}
