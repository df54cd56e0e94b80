//! 换班: a deputy asks another to take a turn.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SwapStage {
    /// It was asked.
    Asked,
    /// The other takes the turn.
    Accepted,
    /// The other does not.
    Declined,
    /// Who asked asks no more, or the turn went elsewhere meanwhile.
    Withdrawn,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answerer {
    /// The one who was asked.
    Asked,
    /// Who keeps the station: for one who said yes by word of mouth.
    Keeper,
    /// The one who asks.
    Asker,
}

impl SwapStage {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Accepted, Self::Declined, Self::Withdrawn];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Answers one. `past`: the day of the turn is over.
///
/// # Errors
/// Refused once it is settled, and where it is not theirs to say so.
pub const fn answer_swap(now: SwapStage, answer: SwapStage, by: Answerer, past: bool) -> Result<SwapStage, Refusal> {
    if !matches!(now, SwapStage::Asked) {
        return Err(Refusal::SwapSettled);
    }
    match (answer, by) {
        (SwapStage::Accepted, Answerer::Asked | Answerer::Keeper) if past => Err(Refusal::Past),
        (SwapStage::Accepted | SwapStage::Declined, Answerer::Asked | Answerer::Keeper)
        | (SwapStage::Withdrawn, Answerer::Asker | Answerer::Keeper) => Ok(answer),
        _ => Err(Refusal::NotAsked),
    }
}
