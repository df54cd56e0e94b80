//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is only a draft: nobody was told.
    Draft,
    /// It is published: what was told is changed turn by turn.
    Published,
    /// The code is good on the day of the turn alone.
    OtherDay,
    /// The day has not come.
    NotYet,
    /// The day is over.
    Past,
    /// It is noted so already.
    Marked,
    /// The swap is settled.
    SwapSettled,
    /// It was not asked of them.
    NotAsked,
    /// The station is not open.
    NotOpen,
    /// A roster stands for some of these days already.
    Overlaps,
    /// No pattern gives a day within them.
    NoDays,
    /// Nobody belongs to the station.
    Nobody,
    /// The other has a turn that day, or is on leave.
    Busy,
    /// Nobody is on the roster that is to be told.
    Unfilled,
    /// Somebody on it has taken leave since.
    OnLeave,
    /// The pattern is ended.
    Ended,
    /// A swap of this turn was asked already.
    SwapAsked,
}

impl Refusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "duty-refused-draft",
            Self::Published => "duty-refused-published",
            Self::OtherDay => "duty-refused-other-day",
            Self::NotYet => "duty-refused-not-yet",
            Self::Past => "duty-refused-past",
            Self::Marked => "duty-refused-marked",
            Self::SwapSettled => "duty-refused-swap-settled",
            Self::NotAsked => "duty-refused-not-asked",
            Self::NotOpen => "duty-refused-not-open",
            Self::Overlaps => "duty-refused-overlaps",
            Self::NoDays => "duty-refused-no-days",
            Self::Nobody => "duty-refused-nobody",
            Self::Busy => "duty-refused-busy",
            Self::Unfilled => "duty-refused-unfilled",
            Self::OnLeave => "duty-refused-on-leave",
            Self::Ended => "duty-refused-ended",
            Self::SwapAsked => "duty-refused-swap-asked",
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::new(Family::NotNow, refusal.key())
    }
}
