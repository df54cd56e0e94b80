//! From when to when a station receives.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Minutes of a day.
pub const MINUTES: u16 = 24 * 60;

/// From one minute of the day to a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hours {
    begins: u16,
    ends: u16,
}

impl Hours {
    /// Both in minutes after midnight; nothing where the end is not later, or not of that day.
    #[must_use]
    pub const fn new(begins: u16, ends: u16) -> Option<Self> {
        if begins < ends && ends <= MINUTES { Some(Self { begins, ends }) } else { None }
    }

    /// The minute it begins.
    #[must_use]
    pub const fn begins(self) -> u16 {
        self.begins
    }

    /// The minute it ends.
    #[must_use]
    pub const fn ends(self) -> u16 {
        self.ends
    }

    /// Reads the minute of the day from `9:00`, `09:00` or `9：00`.
    #[must_use]
    pub fn minute(text: &str) -> Option<u16> {
        let text = text.trim().replace('：', ":");
        let (hour, minute) = text.split_once(':')?;
        let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || minute.len() != 2 || !digits(minute) {
            return None;
        }
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        let at = hour * 60 + minute;
        (minute < 60 && at <= MINUTES).then_some(at)
    }

    /// A minute of the day as people write it: `09:00`.
    #[must_use]
    pub fn clock(minute: u16) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", Self::clock(self.begins), Self::clock(self.ends))
    }
}
