//! 承办单位参考: whose matter it might be, told from this congress's own past and from the units' names. A person decides.
//!
//! Whole numbers only: the likest past case counts ten, the next nine and so on; a unit's share of the category counts up to ten;
//! a word of the title in its name counts four for each character.

use std::{cmp::Reverse, collections::BTreeMap};

use kernel::BodyId;

use crate::SuggestionId;

/// Most units that are named: who is offered more reads none.
const MOST: usize = 3;
/// What the likest case counts.
const LIKEST: u32 = 10;
/// What a whole category counts.
const CATEGORY: u32 = 10;
/// What each character of a shared word counts.
const CHARACTER: u32 = 4;
/// A word in the names of more units than this tells them not apart.
const COMMON: usize = 3;

/// What is known of the place.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Like cases with the units that replied to them, the likest first.
    pub alike: Vec<(SuggestionId, BodyId)>,
    /// How many matters of the same category each unit replied to lately.
    pub category: Vec<(BodyId, u32)>,
    /// The units that can be given work, by name.
    pub units: Vec<(BodyId, String)>,
}

/// A unit it might belong to, with why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitHint {
    /// The unit.
    pub unit: BodyId,
    /// What the reasons add up to.
    pub score: u32,
    /// The like cases it replied to, the likest first.
    pub alike: Vec<SuggestionId>,
    /// How many matters of the category it replied to, of how many.
    pub category: (u32, u32),
    /// The word of the title that stands in its name; empty where none does.
    pub word: String,
}

impl Past {
    /// The units it most likely belongs to, the likeliest first; a unit without any reason is not named.
    #[must_use]
    pub fn hints(&self, title: &str) -> Vec<UnitHint> {
        let all = self.category.iter().map(|(_, count)| count).sum();
        let blank = |unit| UnitHint { unit, score: 0, alike: vec![], category: (0, all), word: String::new() };
        let known: BTreeMap<BodyId, UnitHint> = self.units.iter().map(|(unit, _)| (*unit, blank(*unit))).collect();
        let mut hints = known;
        for (place, (case, unit)) in (0u32..).zip(&self.alike) {
            if let Some(hint) = hints.get_mut(unit) {
                hint.score += LIKEST.saturating_sub(place).max(1);
                hint.alike.push(*case);
            }
        }
        for (unit, count) in &self.category {
            if let Some(hint) = hints.get_mut(unit) {
                hint.score += count * CATEGORY / all.max(1);
                hint.category.0 = *count;
            }
        }
        for (unit, name) in &self.units {
            if let Some((hint, word)) = hints.get_mut(unit).zip(self.word(title, name)) {
                hint.score += u32::try_from(word.chars().count()).unwrap_or(0) * CHARACTER;
                hint.word = word;
            }
        }
        let mut hints: Vec<UnitHint> = hints.into_values().filter(|hint| hint.score > 0).collect();
        hints.sort_by_key(|hint| (Reverse(hint.score), hint.unit));
        hints.truncate(MOST);
        hints
    }

    /// The longest word of two characters or more that the title shares with a unit's name, and that tells units apart.
    fn word(&self, title: &str, name: &str) -> Option<String> {
        let name: Vec<char> = name.chars().collect();
        let words = (2..=name.len()).rev().flat_map(|length| name.windows(length));
        let mut words = words.map(|word| word.iter().collect::<String>());
        words.find(|word| {
            let in_names = self.units.iter().filter(|(_, other)| other.contains(word.as_str())).count();
            in_names <= COMMON && title.contains(word.as_str())
        })
    }
}
