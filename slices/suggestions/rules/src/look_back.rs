//! 回头看: the office looks again at a matter that was closed while work was still going on (suggestions.md §11.4).

use serde::{Deserialize, Serialize};

use crate::{Act, Fact, Refusal, RemarkId, Stage, Suggestion};

/// What a look back found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// 已经落实.
    Done,
    /// 正在落实.
    GoingOn,
    /// 没有落实.
    NothingDone,
}

impl Found {
    /// The three, best first.
    pub const ALL: [Self; 3] = [Self::Done, Self::GoingOn, Self::NothingDone];

    /// The word in rows, forms and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::GoingOn => "going-on",
            Self::NothingDone => "nothing-done",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|found| found.word() == word)
    }
}

impl Suggestion {
    /// The office keeps what it found when it looked back.
    ///
    /// # Errors
    /// When the matter is not closed.
    pub fn look_back(&self, found: Found, words: RemarkId) -> Result<Fact, Refusal> {
        match self.stage {
            Stage::Closed { .. } => Ok(Fact::LookedBack { found, words }),
            _ => Err(self.not_now(Act::LookBack)),
        }
    }
}
