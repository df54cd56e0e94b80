//! 年度最少接待次数: where a deputy stands in a year.

use serde::{Deserialize, Serialize};

/// Where a deputy stands against the least of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The least is reached by what was attended.
    Met,
    /// It will be, when those that are planned are attended too.
    Planned,
    /// It will not be, whatever is planned now.
    Short,
}

impl Standing {
    /// All of them, those that want something done first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Planned, Self::Met];

    /// The word in locale keys, addresses and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Planned => "planned",
            Self::Short => "short",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Of turns attended, turns published and still to come, and the least of the year.
#[must_use]
pub const fn standing(attended: u32, ahead: u32, least: u32) -> Standing {
    if attended >= least {
        Standing::Met
    } else if attended.saturating_add(ahead) >= least {
        Standing::Planned
    } else {
        Standing::Short
    }
}
