//! How often a person wants letters.

/// How often; the inbox is there in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// 随时: within minutes, what came together in one letter.
    AtOnce,
    /// 每日.
    Daily,
    /// 每周, on Mondays.
    Weekly,
    /// 不发.
    None,
}

impl Rhythm {
    /// All of them, the most frequent first.
    pub const ALL: [Self; 4] = [Self::AtOnce, Self::Daily, Self::Weekly, Self::None];

    /// The word in rows, forms and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::None => "none",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.word() == word)
    }
}
