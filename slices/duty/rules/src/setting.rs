//! 值班规定 of a congress.

use kernel::Day;
use serde::{Deserialize, Serialize};

/// What a congress sets for its stations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// 每名代表每年至少接待几次.
    pub least: u8,
    /// 提前几天公布, calendar days.
    pub ahead: u8,
    /// 到期自动公布: a draft that is not published by its day is published by the clock.
    #[serde(default = "by_itself")]
    pub by_clock: bool,
}

/// What was set before there was a choice.
const fn by_itself() -> bool {
    true
}

/// Where a congress set nothing: twice a year each, told three days ahead, which is what places that wrote their practice down ask for
/// most; no law names a number.
impl Default for Setting {
    fn default() -> Self {
        Self { least: 2, ahead: 3, by_clock: true }
    }
}

impl Setting {
    /// The most turns a year that can be asked of a deputy.
    pub const MOST: u8 = 52;
    /// The most days ahead.
    pub const FARTHEST: u8 = 60;

    /// Nothing where a number is out of reach.
    #[must_use]
    pub const fn new(least: u8, ahead: u8, by_clock: bool) -> Option<Self> {
        if least <= Self::MOST && ahead <= Self::FARTHEST { Some(Self { least, ahead, by_clock }) } else { None }
    }

    /// Whether the clock publishes a draft that begins on `first`: its day has come, and it is not over.
    #[must_use]
    pub fn due(self, first: Day, today: Day) -> bool {
        self.by_clock && publish_by(self, first) <= today && today <= first
    }
}

/// The last day on which a roster that begins on `first` is published in time.
#[must_use]
pub fn publish_by(setting: Setting, first: Day) -> Day {
    first.plus_days(-i32::from(setting.ahead))
}
