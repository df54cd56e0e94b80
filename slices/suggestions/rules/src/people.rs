//! Who stands behind a suggestion.

use kernel::{AccountId, Moment, PersonId};
use serde::{Deserialize, Serialize};

/// The deputy in whose name something is done, and whether by somebody else's hand (代录).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The deputy.
    pub person: PersonId,
    /// Who typed, when it was not the deputy.
    pub through: Option<AccountId>,
}

/// The deputy who answers for the content (领衔代表).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Who.
    pub person: PersonId,
    /// By whose hand the sheet stands as it does.
    pub entered: Entered,
}

/// By whose hand the sheet was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// The deputy's own.
    Own,
    /// Somebody typed it for the deputy, who has not looked at it yet.
    For {
        /// Who typed.
        by: AccountId,
    },
    /// Somebody typed it, and the deputy confirmed it as it stands.
    Confirmed {
        /// Who typed.
        by: AccountId,
        /// When the deputy confirmed.
        at: Moment,
    },
}

/// A deputy asked to second the suggestion (附议人).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cosigner {
    /// Who.
    pub person: PersonId,
    /// When asked.
    pub invited: Moment,
    /// What became of it.
    pub answer: Answer,
}

/// What a deputy said to an invitation. Only a confirmed one is a signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Nothing yet, or nothing since the text was changed.
    Asked,
    /// It is the deputy's true wish.
    Confirmed(Moment),
    /// No.
    Declined(Moment),
}
