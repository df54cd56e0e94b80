//! Steps forward in time, each at the hour at which people and offices act.

use kernel::{Day, Moment, WorkingCalendar};

use crate::{Chance, story::days};

/// Steps forward in time.
pub struct Walk<'a> {
    chance: Chance,
    start: Day,
    calendar: &'a WorkingCalendar,
    /// Days from the first step to the last.
    pub after: i32,
    last: Moment,
}

impl<'a> Walk<'a> {
    /// Sets out on a day.
    pub const fn from(start: Day, calendar: &'a WorkingCalendar, chance: Chance) -> Self {
        Self { chance, start, calendar, after: 0, last: Moment::from_millis(0) }
    }

    /// A deputy's step, on any day.
    pub fn anyone(&mut self, least: u64, most: u64) -> Moment {
        self.after += days(self.chance.between(least, most));
        let day = self.start.plus_days(self.after);
        self.moment(day)
    }

    /// An office's step, on the last working day up to the one drawn.
    pub fn office(&mut self, least: u64, most: u64) -> Moment {
        self.after += days(self.chance.between(least, most));
        let mut day = self.start.plus_days(self.after);
        while !self.calendar.works(day) && day > self.last.day() {
            day = day.plus_days(-1);
        }
        self.moment(day)
    }

    /// A number of days, which are not walked.
    pub fn days(&mut self, least: u64, most: u64) -> i32 {
        days(self.chance.between(least, most))
    }

    /// Between half past eight and five, and never before the step before.
    fn moment(&mut self, day: Day) -> Moment {
        let minutes = i64::try_from(510 + self.chance.below(510)).unwrap_or(540);
        let millis = minutes * 60_000 + i64::try_from(self.chance.below(60_000)).unwrap_or(0);
        self.last = day.start().plus_millis(millis).max(self.last.plus_millis(61_000));
        self.last
    }
}
