//! 承办单位参考: whose matter it might be, told from this congress's own past, from the units' names and from what they answer for
//! (职责清单). A person decides.
//!
//! Whole numbers only: the likest past case counts ten, the next nine and so on; a unit's share of the category counts up to ten;
//! a word of the title in its name counts four for each character, and so does one in its duties.

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
/// A word in the names or the duties of more units than this tells them not apart.
const COMMON: usize = 3;
/// Longest word of a title that is looked for, in characters.
const LONGEST: usize = 8;

/// What is known of the place.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Like cases with the units that replied to them, the likest first.
    pub alike: Vec<(SuggestionId, BodyId)>,
    /// How many matters of the same category each unit replied to lately.
    pub category: Vec<(BodyId, u32)>,
    /// The units that can be given work, by name.
    pub units: Vec<(BodyId, String)>,
    /// What units answer for, a line each.
    pub duties: Vec<(BodyId, String)>,
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
    /// The word of the title that stands among its duties, with the line; empty where none does.
    pub duty: (String, String),
}

impl Past {
    /// The units it most likely belongs to, the likeliest first; a unit without any reason is not named.
    #[must_use]
    pub fn hints(&self, title: &str) -> Vec<UnitHint> {
        let mut hints: BTreeMap<BodyId, UnitHint> =
            self.units.iter().map(|(unit, _)| (*unit, UnitHint::without_reason(*unit))).collect();
        self.tell_cases(&mut hints);
        self.tell_category(&mut hints);
        self.tell_words(title, &mut hints);
        let mut hints: Vec<UnitHint> = hints.into_values().filter(|hint| hint.score > 0).collect();
        hints.sort_by_key(|hint| (Reverse(hint.score), hint.unit));
        hints.truncate(MOST);
        hints
    }

    fn tell_cases(&self, hints: &mut BTreeMap<BodyId, UnitHint>) {
        for (place, (case, unit)) in (0u32..).zip(&self.alike) {
            if let Some(hint) = hints.get_mut(unit) {
                hint.score += LIKEST.saturating_sub(place).max(1);
                hint.alike.push(*case);
            }
        }
    }

    fn tell_category(&self, hints: &mut BTreeMap<BodyId, UnitHint>) {
        let all = self.category.iter().map(|(_, count)| count).sum();
        for hint in hints.values_mut() {
            let own = self.category.iter().filter(|(unit, _)| *unit == hint.unit).map(|(_, count)| count).sum();
            hint.category = (own, all);
            hint.score += own * CATEGORY / all.max(1);
        }
    }

    fn tell_words(&self, title: &str, hints: &mut BTreeMap<BodyId, UnitHint>) {
        let named = telling(title, &self.units);
        let answered = telling(title, &self.duties);
        for hint in hints.values_mut() {
            if let Some((word, _)) = named.get(&hint.unit) {
                hint.score += worth(word);
                hint.word.clone_from(word);
            }
            if let Some((word, line)) = answered.get(&hint.unit) {
                hint.score += worth(word);
                hint.duty = (word.clone(), line.clone());
            }
        }
    }
}

impl UnitHint {
    const fn without_reason(unit: BodyId) -> Self {
        let word = String::new();
        Self { unit, score: 0, alike: vec![], category: (0, 0), word, duty: (String::new(), String::new()) }
    }
}

fn worth(word: &str) -> u32 {
    u32::try_from(word.chars().count()).unwrap_or(0) * CHARACTER
}

/// For each unit the longest word of two characters or more that the matter of the title shares with its text and that tells units
/// apart, and the line of the text where it stands.
fn telling(title: &str, texts: &[(BodyId, String)]) -> BTreeMap<BodyId, (String, String)> {
    // 关于…的建议 stands in every title and speaks for nobody.
    let matter: Vec<char> = title.trim_start_matches("关于").trim_end_matches("的建议").chars().collect();
    let words = (2..=LONGEST).rev().flat_map(|length| matter.windows(length));
    let mut told = BTreeMap::new();
    for word in words.map(|word| word.iter().collect::<String>()) {
        let holders: Vec<_> = texts.iter().filter(|(_, text)| text.contains(&word)).collect();
        if holders.len() > COMMON {
            continue;
        }
        for (unit, text) in holders {
            let line = text.lines().find(|line| line.contains(&word)).unwrap_or_default().trim();
            told.entry(*unit).or_insert_with(|| (word.clone(), line.to_owned()));
        }
    }
    told
}
