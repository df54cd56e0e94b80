//! 自己办、督促办、建议办、提醒办: how the congress has a matter treated (liaison.md §9). A field that says what is expected back; none of the
//! four is an order (地方组织法 50; 代表法 31).

use serde::{Deserialize, Serialize};
use suggestions_rules::OpinionRules;

/// How the congress has it treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// 自己办: the congress or its street body sees to it.
    Own,
    /// 督促办: a unit handles it, and the result is followed.
    Urge,
    /// 建议办: put to an organ, which studies it and reports back.
    Suggest,
    /// 提醒办: an organ's attention is drawn to it.
    Remind,
}

/// What is expected back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A decision of its own.
    Decision,
    /// A report on the result.
    Result,
    /// Word of what was thought of it.
    Feedback,
    /// That it was taken note of.
    Receipt,
}

impl Treatment {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [Self::Own, Self::Urge, Self::Suggest, Self::Remind];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Urge => "urge",
            Self::Suggest => "suggest",
            Self::Remind => "remind",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// 是否须经审批: whether who answers for the office has to agree before it goes out, by the rule book.
    #[must_use]
    pub fn needs_approval(self, rules: &OpinionRules) -> bool {
        rules.approve.value.iter().any(|word| word == self.word())
    }

    /// Whether it is for a body of that kind: what the congress sees to itself for its own office or the committee of a street or zone, the
    /// rest for units, or for such a committee.
    #[must_use]
    pub fn is_for(self, kind: &str) -> bool {
        match self {
            Self::Own => matches!(kind, "office" | "work_committee"),
            Self::Urge | Self::Suggest | Self::Remind => matches!(kind, "unit" | "work_committee"),
        }
    }

    /// What is expected back.
    #[must_use]
    pub const fn expects(self) -> Expected {
        match self {
            Self::Own => Expected::Decision,
            Self::Urge => Expected::Result,
            Self::Suggest => Expected::Feedback,
            Self::Remind => Expected::Receipt,
        }
    }
}

impl Expected {
    /// The word in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Result => "result",
            Self::Feedback => "feedback",
            Self::Receipt => "receipt",
        }
    }
}
