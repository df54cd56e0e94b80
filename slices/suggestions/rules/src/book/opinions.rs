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
    /// How long a body has to sign for it: signed later, its time counts from when it was given.
    pub sign: Ruled<Span>,
    /// How long a body has for a plain matter.
    pub plain: Ruled<Span>,
    /// How long it has for a hard one.
    pub hard: Ruled<Span>,
    /// The treatments that somebody has to approve, by their words; `none` for none.
    pub approve: Ruled<Vec<String>>,
    /// So many days after it is over the person is asked whether it held (回访).
    pub survey: Ruled<u16>,
    /// So many days after it is over name and telephone are erased; 0 for never (个人信息保护法 19).
    pub forget: Ruled<u16>,
    /// How many people's contact data one account may open on one day.
    pub openings: Ruled<u16>,
}

impl OpinionRules {
    /// What may be made to wait for the office's word: 自己办、督促办、建议办、提醒办, as the opinions write them.
    pub const TREATMENTS: [&'static str; 4] = TREATMENTS;
    /// What stands where nothing waits for it.
    pub const NONE: &'static str = "none";

    pub(super) fn read(entries: &BTreeMap<String, Entry>) -> Result<Self, RuleBookError> {
        Ok(Self {
            first_hours: ruled(entries, "opinion.first", hours)?,
            sign: ruled(entries, "opinion.sign", span)?,
            plain: ruled(entries, "opinion.plain", span)?,
            hard: ruled(entries, "opinion.hard", span)?,
            approve: ruled(entries, "opinion.approve", treatments)?,
            survey: ruled(entries, "opinion.survey", days)?,
            forget: ruled(entries, "opinion.forget", days)?,
            openings: ruled(entries, "opinion.openings", openings)?,
        })
    }
}

fn hours(text: &str) -> Result<u16, String> {
    let hours = text.parse().ok().filter(|hours| (1..=720).contains(hours));
    hours.ok_or_else(|| format!("`{text}` is not a number of hours from 1 to 720"))
}

/// 自己办、督促办、建议办、提醒办, as the opinions write them.
const TREATMENTS: [&str; 4] = ["own", "urge", "suggest", "remind"];

fn treatments(text: &str) -> Result<Vec<String>, String> {
    let words: Vec<String> = text.split_whitespace().filter(|word| *word != "none").map(str::to_owned).collect();
    match words.iter().find(|word| !TREATMENTS.contains(&word.as_str())) {
        Some(word) => Err(format!("`{word}` is none of own, urge, suggest, remind, none")),
        None if text.trim().is_empty() => Err("say `none` where nothing is to be approved".to_owned()),
        None => Ok(words),
    }
}

fn days(text: &str) -> Result<u16, String> {
    let days = text.parse().ok().filter(|days| *days <= 3_660);
    days.ok_or_else(|| format!("`{text}` is not a number of days from 0 to 3660"))
}

fn openings(text: &str) -> Result<u16, String> {
    let count = text.parse().ok().filter(|count| (1..=1_000).contains(count));
    count.ok_or_else(|| format!("`{text}` is not a number from 1 to 1000"))
}
