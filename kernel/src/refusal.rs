//! A refusal: what we tell a person who may not do a thing now. Not a fault.

use std::fmt;

/// The family a refusal belongs to; it decides the answer's number and the page's first words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The thing is not this person's to do or see.
    NotYours,
    /// The thing cannot be done in the present stage.
    NotNow,
    /// What was handed in breaks a rule.
    Unfit,
    /// Somebody else changed the thing first.
    Stale,
    /// There is no such thing, or it is not for this person to know of.
    Missing,
}

/// The envelope of a refusal: each noun owns its own enum and turns it into this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The family.
    pub kind: Refusal,
    /// The key of the sentence in the locale files.
    pub key: &'static str,
    /// Values for the sentence's places, each with its name.
    pub values: Vec<(&'static str, String)>,
}

impl Refused {
    /// A refusal whose sentence has no places to fill.
    #[must_use]
    pub const fn new(kind: Refusal, key: &'static str) -> Self {
        Self { kind, key, values: Vec::new() }
    }

    /// Fills one place of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused: {}", self.key)
    }
}
impl std::error::Error for Refused {}
