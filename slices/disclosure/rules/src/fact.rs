//! What happened, as the journal keeps it for ever: identities and plain data only. What people typed stands in the rows.

use kernel::Verb;
use serde::{Deserialize, Serialize};

use crate::{Ground, SuggestionId};

/// What happened to a disclosure, which is the subject of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of `Disclosure`")]
pub enum Fact {
    /// It came before the public; so many passages were hidden.
    Disclosed { suggestion: SuggestionId, edition: u32, hidden: u32, summary: bool },
    /// A new edition took the place of the one before.
    Corrected { suggestion: SuggestionId, edition: u32, hidden: u32, summary: bool },
    /// It was taken down under a number of the log.
    TakenDown { suggestion: SuggestionId, year: i16, n: u32, ground: Ground },
    /// The office decided not to disclose it.
    Withheld { suggestion: SuggestionId, ground: Ground },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Disclosed { .. } => "disclosure.disclosed",
            Self::Corrected { .. } => "disclosure.corrected",
            Self::TakenDown { .. } => "disclosure.taken-down",
            Self::Withheld { .. } => "disclosure.withheld",
        }
    }
}
