//! What happened, as the journal keeps it for ever: identities and days. Reasons stand in rows that can be erased.

use kernel::{Day, PersonId, Verb};
use serde::{Deserialize, Serialize};

use crate::{How, Mark, PatternId, Refusal, RosterId, SeatId, Setting, StationId, SwapId, TurnId};

/// Why the clock could not publish a draft on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stuck {
    /// Nobody is on it.
    Unfilled,
    /// Somebody on it took leave since, serves there no longer, or holds no mandate any more.
    OnLeave,
    /// Its first turn is over.
    Past,
}

impl Stuck {
    /// What a refusal to publish means; nothing where it is none of these.
    #[must_use]
    pub const fn of(refusal: Refusal) -> Option<Self> {
        match refusal {
            Refusal::Unfilled => Some(Self::Unfilled),
            Refusal::OnLeave => Some(Self::OnLeave),
            Refusal::Past => Some(Self::Past),
            _ => None,
        }
    }

    /// The word in rows and JSON; the key of what to do.
    #[must_use]
    pub const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Unfilled => ("unfilled", "duty-stuck-unfilled"),
            Self::OnLeave => ("on-leave", "duty-stuck-on-leave"),
            Self::Past => ("past", "duty-stuck-past"),
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        [Self::Unfilled, Self::OnLeave, Self::Past].into_iter().find(|why| why.told().0 == word)
    }
}

/// What happened. The subject of the record is the roster, or whatever else the first field names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Fact {
    /// A congress set what it asks of its stations.
    Set { setting: Setting },
    /// A station got a pattern.
    PatternMade { pattern: PatternId, station: StationId },
    /// A pattern holds no longer than a day.
    PatternEnded { pattern: PatternId, station: StationId, until: Day },
    /// A draft was generated, or generated again.
    Generated { roster: RosterId, station: StationId, since: Day, until: Day, turns: u32 },
    /// A draft was thrown away.
    Discarded { roster: RosterId, station: StationId },
    /// A roster was published: these are told.
    RosterPublished { roster: RosterId, station: StationId, since: Day, until: Day, people: Vec<PersonId> },
    /// The clock could not publish it on its day.
    RosterStuck { roster: RosterId, station: StationId, since: Day, why: Stuck },
    /// A deputy came into a turn or went out of it by hand; `told`: it was published.
    Changed { turn: TurnId, day: Day, out: Option<PersonId>, into: Option<PersonId>, told: bool },
    /// A deputy was there, or was not.
    Noted { seat: SeatId, turn: TurnId, person: PersonId, mark: Mark, how: How },
    /// A deputy cannot from one day to another.
    LeaveTaken { person: PersonId, since: Day, until: Day },
    /// The leave is off.
    LeaveEnded { person: PersonId, since: Day, until: Day },
    /// A deputy asks another to take a turn.
    SwapAsked { swap: SwapId, seat: SeatId, day: Day, from: PersonId, to: PersonId },
    /// The other takes it.
    SwapAccepted { swap: SwapId, seat: SeatId, day: Day, from: PersonId, to: PersonId },
    /// The other does not.
    SwapDeclined { swap: SwapId, day: Day, from: PersonId, to: PersonId },
    /// It is asked no more.
    SwapWithdrawn { swap: SwapId, day: Day, from: PersonId, to: PersonId },
    /// A new code was made for a turn; those before lead nowhere.
    CodeMade { turn: TurnId },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Set { .. } => "duty.set",
            Self::PatternMade { .. } => "duty.pattern-made",
            Self::PatternEnded { .. } => "duty.pattern-ended",
            Self::Generated { .. } => "duty.generated",
            Self::Discarded { .. } => "duty.discarded",
            Self::RosterPublished { .. } => "duty.published",
            Self::RosterStuck { .. } => "duty.stuck",
            Self::Changed { .. } => "duty.changed",
            Self::Noted { .. } => "duty.noted",
            Self::LeaveTaken { .. } => "duty.leave-taken",
            Self::LeaveEnded { .. } => "duty.leave-ended",
            Self::SwapAsked { .. } => "duty.swap-asked",
            Self::SwapAccepted { .. } => "duty.swap-accepted",
            Self::SwapDeclined { .. } => "duty.swap-declined",
            Self::SwapWithdrawn { .. } => "duty.swap-withdrawn",
            Self::CodeMade { .. } => "duty.code-made",
        }
    }
}
