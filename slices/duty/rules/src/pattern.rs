//! 接待日: on which days a station receives, and what a day off does to them.

use std::collections::BTreeMap;

use kernel::{Day, WorkingCalendar};
use serde::{Deserialize, Serialize};

use crate::{Hours, PatternId, moon::lunar_day};

/// The longest a reception day moves for a holiday, in days: no holiday with its weekends is longer.
const FARTHEST: i32 = 15;
/// The longest range for which days are told, in days: two years.
pub const LONGEST: i32 = 731;

/// By what the days of a pattern are found. Each holds its numbers in order, each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "meets", rename_all = "kebab-case")]
pub enum Meets {
    /// By weekday: Monday is 1, Sunday 7; of these the first, second … of the month, or every one where nothing is named.
    Weekday {
        /// 1 to 7.
        days: Vec<u8>,
        /// 1 to 5; empty: every week.
        weeks: Vec<u8>,
    },
    /// By the day of the month; a month without that day has none.
    Monthday {
        /// 1 to 31.
        days: Vec<u8>,
    },
    /// 逢场日: on days whose last figure is one of these, by the civil calendar.
    Market {
        /// 0 to 9.
        figures: Vec<u8>,
    },
    /// 农历逢场日: on days of the moon whose last figure is one of these.
    Lunar {
        /// 0 to 9.
        figures: Vec<u8>,
    },
}

/// 遇节假日: what becomes of a reception day on which nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shift {
    /// 顺延: the next working day.
    Next,
    /// 提前: the working day before.
    Previous,
    /// 取消: none is held.
    Skip,
    /// 照常: it is held all the same, as on market days.
    Keep,
}

/// One pattern of a station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Which.
    pub id: PatternId,
    /// By what its days are found.
    pub meets: Meets,
    /// The months in which it is held, 1 to 12; empty: every month.
    pub months: Vec<u8>,
    /// From when to when.
    pub hours: Hours,
    /// 每次几名代表.
    pub deputies: u8,
    /// What a day off does.
    pub shift: Shift,
    /// Its first day.
    pub since: Day,
    /// Its last day, where it has one.
    pub until: Option<Day>,
}

/// One day on which a pattern is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The day.
    pub day: Day,
    /// The day it would have been but for a holiday.
    pub meant: Day,
}

impl Shift {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Next, Self::Previous, Self::Skip, Self::Keep];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Previous => "previous",
            Self::Skip => "skip",
            Self::Keep => "keep",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// The day on which it is held, if at all.
    #[must_use]
    pub fn moved(self, day: Day, calendar: &WorkingCalendar) -> Option<Day> {
        if calendar.works(day) {
            return Some(day);
        }
        let step = match self {
            Self::Keep => return Some(day),
            Self::Skip => return None,
            Self::Next => 1,
            Self::Previous => -1,
        };
        (1..=FARTHEST).map(|n| day.plus_days(n * step)).find(|other| calendar.works(*other))
    }
}

impl Meets {
    /// The words of the kinds, in the order in which they are offered.
    pub const KINDS: [&str; 4] = ["weekday", "monthday", "market", "lunar"];

    /// Puts one together of a kind and its numbers, sorted and each once; nothing where a number cannot be or none is named.
    #[must_use]
    pub fn of(kind: &str, numbers: &[u8], weeks: &[u8]) -> Option<Self> {
        let within = |all: &[u8], from: u8, to: u8| {
            let mut all = all.to_vec();
            all.sort_unstable();
            all.dedup();
            all.iter().all(|n| (from..=to).contains(n)).then_some(all)
        };
        let some = |from, to| within(numbers, from, to).filter(|all| !all.is_empty());
        match kind {
            "weekday" => Some(Self::Weekday { days: some(1, 7)?, weeks: within(weeks, 1, 5)? }),
            "monthday" if weeks.is_empty() => Some(Self::Monthday { days: some(1, 31)? }),
            "market" if weeks.is_empty() => Some(Self::Market { figures: some(0, 9)? }),
            "lunar" if weeks.is_empty() => Some(Self::Lunar { figures: some(0, 9)? }),
            _ => None,
        }
    }

    /// The word of its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Weekday { .. } => "weekday",
            Self::Monthday { .. } => "monthday",
            Self::Market { .. } => "market",
            Self::Lunar { .. } => "lunar",
        }
    }

    /// Its numbers.
    #[must_use]
    pub fn numbers(&self) -> &[u8] {
        match self {
            Self::Weekday { days, .. } | Self::Monthday { days } => days,
            Self::Market { figures } | Self::Lunar { figures } => figures,
        }
    }

    /// Of weekdays: which of the month; otherwise none.
    #[must_use]
    pub fn weeks(&self) -> &[u8] {
        match self {
            Self::Weekday { weeks, .. } => weeks,
            Self::Monthday { .. } | Self::Market { .. } | Self::Lunar { .. } => &[],
        }
    }

    /// Whether a day is one of them, holidays aside.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        let (_, _, of_month) = day.parts();
        let of_month = u8::try_from(of_month).unwrap_or(0);
        match self {
            Self::Weekday { days, weeks } => {
                let weekday = u8::try_from(day.weekday()).unwrap_or(0);
                let week = of_month.saturating_sub(1) / 7 + 1;
                days.contains(&weekday) && (weeks.is_empty() || weeks.contains(&week))
            }
            Self::Monthday { days } => days.contains(&of_month),
            Self::Market { figures } => figures.contains(&(of_month % 10)),
            Self::Lunar { figures } => lunar_day(day).is_some_and(|of_moon| figures.contains(&(of_moon % 10))),
        }
    }
}

impl Pattern {
    /// The days in a range, both ends within it, on which it is held; two that a holiday moves onto one day are held once.
    #[must_use]
    pub fn days(&self, since: Day, until: Day, calendar: &WorkingCalendar) -> Vec<Held> {
        let first = since.plus_days(-FARTHEST);
        let count = until.days_since(first).min(LONGEST + 2 * FARTHEST) + FARTHEST;
        let meant = (0..=count).map(|n| first.plus_days(n)).filter(|day| self.meant_on(*day));
        let mut held = BTreeMap::new();
        for meant in meant {
            let Some(day) = self.shift.moved(meant, calendar) else { continue };
            if (since..=until).contains(&day) {
                // The day that was meant stays, whatever is moved onto it.
                let kept = held.entry(day).or_insert(meant);
                if meant == day {
                    *kept = meant;
                }
            }
        }
        held.into_iter().map(|(day, meant)| Held { day, meant }).collect()
    }

    fn meant_on(&self, day: Day) -> bool {
        let month = u8::try_from(day.parts().1).unwrap_or(0);
        self.since <= day
            && self.until.is_none_or(|until| day <= until)
            && (self.months.is_empty() || self.months.contains(&month))
            && self.meets.holds(day)
    }
}
