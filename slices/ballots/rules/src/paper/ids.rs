//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of what is voted on.
    pub enum Ballot {}
    /// Marks identities of rounds.
    pub enum Round {}
}

/// Names one thing that is voted on.
pub type BallotId = Id<mark::Ballot>;
/// Names one round of a vote.
pub type RoundId = Id<mark::Round>;
