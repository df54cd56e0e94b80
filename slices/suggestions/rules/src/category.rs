//! Dictionaries of a congress: categories of suggestions and classes of results.

use serde::{Deserialize, Serialize};

/// One entry of a congress's list of categories (类别); it decides statistics and the supervising committee, not the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The code that rows and addresses carry: `urban-environment`.
    pub code: String,
    /// The name on screen and paper.
    pub name: String,
}

/// What a category is counted as in the list of the level above (suggestions.md §6): two congresses with lists of their own can be
/// summed where both name the same code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The code of the congress's own category.
    pub category: String,
    /// The code in the list above: `04`.
    pub code: String,
    /// The name in the list above.
    pub name: String,
}

impl Mapping {
    /// Reads `04 城建环资`: a code of letters, digits, hyphens and points, then the name.
    ///
    /// # Errors
    /// When there is no such code, or no name.
    pub fn read(category: String, text: &str) -> Result<Self, String> {
        let (code, name) = text.split_once(' ').map(|(code, name)| (code, name.trim())).unwrap_or_default();
        let plain = code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
        if code.is_empty() || code.len() > 20 || !plain || name.is_empty() {
            return Err(format!("`{text}` is not a code and a name"));
        }
        Ok(Self { category, code: code.to_owned(), name: name.to_owned() })
    }
}

/// One entry of a congress's list of grounds or of disposals of papers that are not suggestions (不作为建议的理由类别、处理去向).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The code that rows and addresses carry: `litigation`.
    pub code: String,
    /// The name on screen and paper.
    pub name: String,
}

/// Words in a text that point to a ground for which the office might not take it (负面清单提示): advice to who writes, no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The code of the ground.
    pub code: String,
    /// The words, at least one.
    pub words: Vec<String>,
}

/// The scale to which every congress's own classes are mapped, so that levels can be summed (suggestions.md §9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Canonical {
    /// 1: solved, or basically, or in another way.
    Solved,
    /// 2: in progress, with a date.
    InProgress,
    /// 3: planned, without a date.
    Planned,
    /// 4: not now; for reference.
    NotNow,
}

impl Canonical {
    /// The four, in order.
    pub const ALL: [Self; 4] = [Self::Solved, Self::InProgress, Self::Planned, Self::NotNow];

    /// The word in rule books and rows.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::InProgress => "in-progress",
            Self::Planned => "planned",
            Self::NotNow => "not-now",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.word() == word)
    }
}

/// One class of results in a congress's own dictionary (办理结果类别): `A`, `B2`, `甲`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultClass {
    /// The code printed at the head of the reply.
    pub code: String,
    /// What it means, in the congress's words.
    pub name: String,
    /// The canonical class it is counted as.
    pub canonical: Canonical,
}
