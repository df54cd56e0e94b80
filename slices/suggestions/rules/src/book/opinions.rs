//! How soon an opinion of a constituent is answered, and which matters belong elsewhere.

use std::collections::BTreeMap;

use kernel::Span;

use super::{
    Entry, RuleBookError, Ruled,
    read::{ruled, span},
};

/// The entries of the rule book on opinions (suggestions.md §12; liaison.md §2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpinionRules {
    /// Within how many hours somebody says a first word.
    pub first_hours: Ruled<u16>,
    /// How long a body has for a plain matter.
    pub plain: Ruled<Span>,
    /// How long it has for a hard one.
    pub hard: Ruled<Span>,
}

impl OpinionRules {
    pub(super) fn read(entries: &BTreeMap<String, Entry>) -> Result<Self, RuleBookError> {
        Ok(Self {
            first_hours: ruled(entries, "opinion.first", hours)?,
            plain: ruled(entries, "opinion.plain", span)?,
            hard: ruled(entries, "opinion.hard", span)?,
        })
    }
}

fn hours(text: &str) -> Result<u16, String> {
    let hours = text.parse().ok().filter(|hours| (1..=720).contains(hours));
    hours.ok_or_else(|| format!("`{text}` is not a number of hours from 1 to 720"))
}
