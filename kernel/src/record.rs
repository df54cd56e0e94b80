//! The envelope of a fact: what happened, once.

use uuid::Uuid;

use crate::{AccountId, BodyId, Moment, PersonId};

/// The past tense of a verb, as it stands in the journal for ever: `suggestion.filed`.
pub trait Verb {
    /// `noun.done`, lower case, never renamed once released.
    fn verb(&self) -> &'static str;
}

/// A fact with all that the journal keeps of it, save its place in the chain.
#[derive(Clone, Debug)]
pub struct Recorded<F> {
    /// When.
    pub at: Moment,
    /// Whose account did it; nothing when the system itself did, on a schedule.
    pub by: Option<AccountId>,
    /// For whom it was done, when somebody acted for a deputy (代录).
    pub acting_for: Option<PersonId>,
    /// The body whose matter it is.
    pub body: Option<BodyId>,
    /// The thing it happened to.
    pub subject: Uuid,
    /// What happened. Holds identities and plain data, never personal data that must be erasable.
    pub fact: F,
}
