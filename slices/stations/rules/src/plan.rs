//! How far an item of a yearly plan is, asked of a day.

use kernel::Day;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Its month is to come, or runs.
    Ahead,
    /// Its month is over, and nothing was done.
    Late,
    /// An event did it.
    Done,
    /// It was given up.
    Dropped,
}

impl Progress {
    /// How far an item of that year and month is on a day.
    #[must_use]
    pub fn of((year, month): (i64, i64), done: bool, dropped: bool, today: Day) -> Self {
        let (now, running, _) = today.parts();
        match (done, dropped) {
            (true, _) => Self::Done,
            (_, true) => Self::Dropped,
            _ if (year, month) < (i64::from(now), i64::from(running)) => Self::Late,
            _ => Self::Ahead,
        }
    }

    /// The word in locale keys and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Late => "late",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}
