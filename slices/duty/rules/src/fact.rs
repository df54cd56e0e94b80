//! What happened, as the journal keeps it for ever: identities and days. Reasons stand in rows that can be erased.

use kernel::{Day, PersonId, Verb};
use serde::{Deserialize, Serialize};

use crate::{How, Mark, PatternId, RosterId, SeatId, Setting, StationId, SwapId, TurnId};

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
