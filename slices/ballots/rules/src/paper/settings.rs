//! The settings of a rule as words: what texts leave open or say differently from place to place (选举法 40–46, and what bodies adopt).

use law_rules::{Word as _, words};

use super::Kind;
use crate::round::{Bar, Base, Rule, TieNext, UnclearPart, WriteInRule};

words! {
    /// A setting of a rule.
    pub enum Setting as "ballots-field-" {
        /// 计算基数.
        Base = "base",
        /// 通过（当选）票数.
        Bar = "bar",
        /// 到会人数.
        Quorum = "quorum",
        /// 另选他人.
        WriteIn = "write-in",
        /// 空白未划.
        Blank = "blank",
        /// 无法辨认.
        Unclear = "unclear",
        /// 票数相等.
        Tie = "tie",
    }
}

const BARS: [(&str, Bar); 4] = [
    ("half", Bar::MoreThanHalf),
    ("two-thirds", Bar::AtLeast(2, 3)),
    ("third", Bar::AtLeast(1, 3)),
    ("most", Bar::MostVotes),
];
const BASES: [(&str, Base); 4] = [
    ("members", Base::Members),
    ("participants", Base::Participants),
    ("returned", Base::Returned),
    ("valid", Base::Valid),
];
const QUORA: [(&str, Option<Bar>); 3] =
    [("two-thirds", Some(Bar::AtLeast(2, 3))), ("half", Some(Bar::MoreThanHalf)), ("none", None)];
const WRITE_INS: [(&str, Option<WriteInRule>); 5] = [
    ("none", None),
    ("against-marked", Some(WriteInRule { requires_against: true, unmarked_counts: false })),
    ("against", Some(WriteInRule { requires_against: true, unmarked_counts: true })),
    ("free-marked", Some(WriteInRule { requires_against: false, unmarked_counts: false })),
    ("free", Some(WriteInRule { requires_against: false, unmarked_counts: true })),
];
const BLANKS: [(&str, bool); 2] = [("abstains", false), ("approves", true)];
const UNCLEAR: [(&str, UnclearPart); 2] = [("part", UnclearPart::PartVoid), ("ballot", UnclearPart::BallotVoid)];
const TIES: [(&str, TieNext); 3] =
    [("again", TieNext::VoteAgain), ("presidium", TieNext::PresidiumDecides), ("all", TieNext::AllTaken)];

fn words_in<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}

fn word_in<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> Option<&'static str> {
    table.iter().find(|(_, own)| own == value).map(|(word, _)| *word)
}

fn value_in<T: Copy>(table: &[(&'static str, T)], word: &str) -> Option<T> {
    table.iter().find(|(own, _)| *own == word).map(|(_, value)| *value)
}

impl Setting {
    /// The settings that say something about a kind of vote: others are written in at elections only, a ranking knows no bar.
    #[must_use]
    pub fn of(kind: Kind) -> Vec<Self> {
        let says = |setting: &Self| match setting {
            Self::WriteIn => kind == Kind::Election,
            Self::Base | Self::Bar | Self::Blank => kind != Kind::Ranking,
            Self::Quorum | Self::Unclear | Self::Tie => true,
        };
        Self::ALL.iter().copied().filter(says).collect()
    }

    /// The words it can have, the usual ones first.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Base => words_in(&BASES),
            Self::Bar => words_in(&BARS),
            Self::Quorum => words_in(&QUORA),
            Self::WriteIn => words_in(&WRITE_INS),
            Self::Blank => words_in(&BLANKS),
            Self::Unclear => words_in(&UNCLEAR),
            Self::Tie => words_in(&TIES),
        }
    }

    /// The word a rule has; nothing where it is a share that has no word.
    #[must_use]
    pub fn word_of(self, rule: &Rule) -> Option<&'static str> {
        match self {
            Self::Base => word_in(&BASES, &rule.base),
            Self::Bar => word_in(&BARS, &rule.bar),
            Self::Quorum => word_in(&QUORA, &rule.quorum),
            Self::WriteIn => word_in(&WRITE_INS, &rule.write_in),
            Self::Blank => word_in(&BLANKS, &rule.blank_approves),
            Self::Unclear => word_in(&UNCLEAR, &rule.unclear),
            Self::Tie => word_in(&TIES, &rule.tie),
        }
    }

    /// Lays a word of this setting over a rule; nothing where it is none of its words.
    #[must_use]
    pub fn lay(self, rule: Rule, word: &str) -> Option<Rule> {
        Some(match self {
            Self::Base => Rule { base: value_in(&BASES, word)?, ..rule },
            Self::Bar => Rule { bar: value_in(&BARS, word)?, ..rule },
            Self::Quorum => Rule { quorum: value_in(&QUORA, word)?, ..rule },
            Self::WriteIn => Rule { write_in: value_in(&WRITE_INS, word)?, ..rule },
            Self::Blank => Rule { blank_approves: value_in(&BLANKS, word)?, ..rule },
            Self::Unclear => Rule { unclear: value_in(&UNCLEAR, word)?, ..rule },
            Self::Tie => Rule { tie: value_in(&TIES, word)?, ..rule },
        })
    }
}
