//! One deputy's place in a turn: planned, published, attended or missed.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatStage {
    /// On a draft.
    Planned,
    /// Told to the deputy.
    Published,
    /// The deputy was there.
    Attended,
    /// The deputy was not.
    Missed,
}

/// How it is known that a deputy was there, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// By the code of the turn.
    Code,
    /// By hand.
    Hand,
}

/// What is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// 到岗.
    Attended,
    /// 缺席.
    Missed,
}

impl SeatStage {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Published, Self::Attended, Self::Missed];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Published => "published",
            Self::Attended => "attended",
            Self::Missed => "missed",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

impl How {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Hand => "hand",
        }
    }
}

impl Mark {
    /// The stage it leads to.
    #[must_use]
    pub const fn stage(self) -> SeatStage {
        match self {
            Self::Attended => SeatStage::Attended,
            Self::Missed => SeatStage::Missed,
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        [Self::Attended, Self::Missed].into_iter().find(|one| one.stage().word() == word)
    }
}

/// Notes who was there. Nobody was anywhere on a day that has not come; what was noted by hand can be put right by hand, and a code says
/// only that somebody is there, on the day itself. 代表法 (2025) 58: duty is recorded, so it is recorded as it was.
///
/// # Errors
/// Says why it cannot be noted now.
pub const fn mark_seat(now: SeatStage, mark: Mark, how: How, days_since: i32) -> Result<SeatStage, Refusal> {
    if matches!(now, SeatStage::Planned) {
        return Err(Refusal::Draft);
    }
    match how {
        How::Code if days_since != 0 => Err(Refusal::OtherDay),
        How::Code if matches!(now, SeatStage::Attended) => Err(Refusal::Marked),
        How::Code | How::Hand if days_since < 0 => Err(Refusal::NotYet),
        How::Hand
            if matches!((now, mark), (SeatStage::Attended, Mark::Attended) | (SeatStage::Missed, Mark::Missed)) =>
        {
            Err(Refusal::Marked)
        }
        How::Code => Ok(SeatStage::Attended),
        How::Hand => Ok(mark.stage()),
    }
}
