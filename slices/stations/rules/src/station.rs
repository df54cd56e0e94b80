//! What becomes of a station: planned → open ⇄ suspended → merged into another, or closed.

use crate::{Fact, Refusal, StationId, Step};

/// Where a station stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 筹建.
    Planned,
    /// 开放.
    Open,
    /// 暂停.
    Suspended,
    /// 并入另一站; its codes and its history lead there.
    Merged(StationId),
    /// 撤销.
    Closed,
}

/// A step with all it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It opens, or opens again.
    Open,
    /// It is closed for a while.
    Suspend,
    /// It goes into another.
    Merge(StationId),
    /// It ends.
    Close,
}

impl Stage {
    /// The words of all stages, in the order of filters.
    pub const WORDS: [&'static str; 5] = ["planned", "open", "suspended", "merged", "closed"];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Suspended => "suspended",
            Self::Merged(_) => "merged",
            Self::Closed => "closed",
        }
    }

    /// Reads the word, with the station it went into.
    #[must_use]
    pub fn read(word: &str, into: Option<StationId>) -> Option<Self> {
        Some(match word {
            "planned" => Self::Planned,
            "open" => Self::Open,
            "suspended" => Self::Suspended,
            "merged" => Self::Merged(into?),
            "closed" => Self::Closed,
            _ => return None,
        })
    }

    /// Whether something can still be kept of it.
    #[must_use]
    pub const fn lives(self) -> bool {
        matches!(self, Self::Planned | Self::Open | Self::Suspended)
    }

    /// The steps that can be taken now.
    #[must_use]
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::Planned => &[Step::Open, Step::Close],
            Self::Open => &[Step::Suspend, Step::Merge, Step::Close],
            Self::Suspended => &[Step::Open, Step::Merge, Step::Close],
            Self::Merged(_) | Self::Closed => &[],
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// When the station is over, or stands there already.
    pub fn take(self, change: Change) -> Result<(Self, Fact), Refusal> {
        if !self.lives() {
            return Err(Refusal::Over);
        }
        match (self, change) {
            (Self::Planned | Self::Suspended, Change::Open) => Ok((Self::Open, Fact::Opened)),
            (Self::Open, Change::Suspend) => Ok((Self::Suspended, Fact::Suspended)),
            (Self::Open | Self::Suspended, Change::Merge(into)) => Ok((Self::Merged(into), Fact::Merged { into })),
            (_, Change::Close) => Ok((Self::Closed, Fact::Closed)),
            _ => Err(Refusal::NotThatStep),
        }
    }
}
