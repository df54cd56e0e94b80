//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of what is voted on.
    pub enum Ballot {}
    /// Marks identities of rounds.
    pub enum Round {}
    /// Marks identities of editions of adopted methods.
    pub enum Method {}
    /// Marks identities of signed reports.
    pub enum Signed {}
}

/// Names one thing that is voted on.
pub type BallotId = Id<mark::Ballot>;
/// Names one round of a vote.
pub type RoundId = Id<mark::Round>;
/// Names one edition of an adopted method.
pub type MethodId = Id<mark::Method>;
/// Names one photograph or scan of a signed report; also its bytes.
pub type SignedId = Id<mark::Signed>;
