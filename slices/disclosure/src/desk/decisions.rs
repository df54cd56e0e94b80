//! What the office decides about an edition, as it comes from a form or from JSON.

use disclosure_rules::{Extent, Part, Passage, PassageKind, occurrences};
use kernel::Text;
use kit::web::{Errors, Wrong};
use serde::Deserialize;
use utoipa::ToSchema;

use super::prepare::{Prepared, Source};
use crate::store::PassageKept;

/// How an edition is to be.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisclosureWanted {
    /// `whole` or `summary`.
    #[schema(value_type = String)]
    pub extent: Extent,
    /// What stands in place of suggestion and replies, where it is a summary; at most 4,000 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub summary: Option<Text<4000>>,
    /// Of each passage found whether it is hidden; none may be left out.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// Words to be hidden wherever they stand, at most 100 characters each.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub words: Vec<Text<100>>,
    /// Why there is a new edition, where one stands already; at most 500 characters. Everybody reads it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub why: Option<Text<500>>,
}

/// What is done with one passage.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// `title`, `body`, or the identity of the unit's part.
    pub part: String,
    /// Its first character.
    pub from: usize,
    /// The character after its last.
    pub to: usize,
    /// Whether it is hidden.
    pub hide: bool,
}

/// What is decided of every passage that the edition shows.
///
/// # Errors
/// When one is undecided or none of those found, or words named stand nowhere.
pub(super) fn settled(prepared: &Prepared, wanted: &DisclosureWanted) -> Result<Vec<PassageKept>, Errors> {
    let sources: Vec<&Source> = prepared.sources.iter().filter(|one| shown(one.part, wanted.extent)).collect();
    let mut said: Vec<&Decision> = wanted.decisions.iter().collect();
    let (mut kept, mut open) = (Vec::new(), 0);
    for source in &sources {
        for passage in &source.passages {
            let of = |it: &&Decision| of(it, source.part, passage);
            match said.iter().position(of).map(|place| said.swap_remove(place)) {
                Some(decision) => {
                    kept.push(PassageKept { part: source.part, passage: *passage, hidden: decision.hide })
                }
                None => open += 1,
            }
        }
    }
    // What was decided of texts that a summary leaves out says nothing.
    said.retain(|it| sources.iter().any(|source| source.part.to_string() == it.part));
    if !said.is_empty() {
        return Err(Errors::one("passages", Wrong::new("disclosure-wrong-passage")));
    }
    if open > 0 {
        return Err(Errors::one("passages", Wrong::new("disclosure-wrong-undecided").with("count", open)));
    }
    for words in &wanted.words {
        named(&sources, words.as_str(), &mut kept)?;
    }
    Ok(kept)
}

/// Whether a text is read in an edition of that extent.
pub(super) const fn shown(part: Part, extent: Extent) -> bool {
    matches!((part, extent), (Part::Title, _) | (_, Extent::Whole))
}

fn of(decision: &Decision, part: Part, passage: &Passage) -> bool {
    decision.part == part.to_string() && (decision.from, decision.to) == (passage.from, passage.to)
}

/// Words the office names itself are hidden wherever they stand, also within what was to be kept.
fn named(sources: &[&Source], words: &str, kept: &mut Vec<PassageKept>) -> Result<(), Errors> {
    let mut found = false;
    for source in sources {
        for passage in occurrences(&source.text, words, PassageKind::Words) {
            found = true;
            let known = kept.iter().position(|it| {
                it.part == source.part && (it.passage.from, it.passage.to) == (passage.from, passage.to)
            });
            let hidden = PassageKept { part: source.part, passage, hidden: true };
            match known.and_then(|place| kept.get_mut(place)) {
                Some(it) => *it = hidden,
                None => kept.push(hidden),
            }
        }
    }
    if found { Ok(()) } else { Err(Errors::one("words", Wrong::new("disclosure-wrong-words").with("words", words))) }
}
