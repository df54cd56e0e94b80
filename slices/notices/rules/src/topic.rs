//! What notices are about, for those who look for one.

use super::Kind;

/// What a notice is about, for filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// 我的建议: those one leads, seconds or is asked to second.
    Own,
    /// 承办事项: what was given to one's unit.
    Work,
    /// 机关工作: what the office has to do.
    Office,
    /// 账号: posts, and acting for a deputy.
    Account,
    /// 议案.
    Bill,
    /// 督办.
    Supervision,
    /// 期限提醒.
    Clock,
}

impl Topic {
    /// All of them, in the order of the filter.
    pub const ALL: [Self; 7] =
        [Self::Own, Self::Bill, Self::Supervision, Self::Work, Self::Office, Self::Account, Self::Clock];

    /// The word in addresses and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Work => "work",
            Self::Office => "office",
            Self::Account => "account",
            Self::Bill => "bill",
            Self::Supervision => "supervision",
            Self::Clock => "clock",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.word() == word)
    }

    /// The kinds that belong to it.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |kind| kind.topic() == self)
    }
}
