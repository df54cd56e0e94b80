//! What of a suggestion comes before the public, and how.

use std::collections::BTreeMap;

use super::{Entry, RuleBookError, Ruled, read::ruled};

/// The entries of the rule book on disclosure (suggestions.md §11.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureRules {
    /// Whether a suggestion is disclosed once it is closed, or as soon as a unit has replied.
    pub after_closing: Ruled<bool>,
    /// Whether the lead deputy is named, with the delegation.
    pub names_deputy: Ruled<bool>,
    /// Whether the lead deputy's judgement of the result is shown.
    pub shows_scores: Ruled<bool>,
    /// For how many years a suggestion stays before the public; 0: without end.
    pub years: Ruled<u16>,
    /// Under what terms the data may be used again.
    pub licence: Ruled<String>,
}

impl DisclosureRules {
    /// The choices of each entry that has choices.
    #[must_use]
    pub fn choices(key: &str) -> Option<[&'static str; 2]> {
        match key {
            "disclosure.when" => Some(["closed", "delivered"]),
            "disclosure.deputy" => Some(["named", "unnamed"]),
            "disclosure.scores" => Some(["hidden", "shown"]),
            _ => None,
        }
    }

    pub(super) fn read(entries: &BTreeMap<String, Entry>) -> Result<Self, RuleBookError> {
        let either = |key: &'static str, yes: &'static str| {
            ruled(entries, key, |text| {
                let known = Self::choices(key).unwrap_or_default();
                let known = known.contains(&text);
                if known { Ok(text == yes) } else { Err(format!("`{text}` is none of its choices")) }
            })
        };
        Ok(Self {
            after_closing: either("disclosure.when", "closed")?,
            names_deputy: either("disclosure.deputy", "named")?,
            shows_scores: either("disclosure.scores", "shown")?,
            years: ruled(entries, "disclosure.years", years)?,
            licence: ruled(entries, "disclosure.licence", licence)?,
        })
    }

    /// For how many years, where that has an end.
    #[must_use]
    pub fn stays(&self) -> Option<u16> {
        Some(self.years.value).filter(|years| *years > 0)
    }
}

fn years(text: &str) -> Result<u16, String> {
    let years = text.parse().ok().filter(|years| *years <= 100);
    years.ok_or_else(|| format!("`{text}` is not a number of years from 0 to 100"))
}

fn licence(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("says nothing of how the data may be used".to_owned()),
        text => Ok(text.to_owned()),
    }
}
