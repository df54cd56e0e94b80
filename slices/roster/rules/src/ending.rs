//! Why a deputy's work is suspended or a mandate ends, with the article that says so (代表法 61, 62).

use kernel::Day;
use law_rules::{Act, Article};

names! {
    /// Which text of the Deputies Law (代表法) was in force.
    pub enum Law {
        /// The text of 2015-08-29.
        Y2015 = "2015",
        /// The text of 2025-03-11.
        Y2025 = "2025",
    }
}

impl Law {
    /// The text in force on a day. The decision of 2025 was published on 2025-03-12; we count from there.
    #[must_use]
    pub fn on(day: Day) -> Self {
        if Day::new(2025, 3, 12).is_some_and(|first| day >= first) { Self::Y2025 } else { Self::Y2015 }
    }
}

names! {
    /// Why a deputy must stop acting for a time; it ends when the cause ends.
    pub enum Ground {
        /// In custody in a criminal case under investigation, prosecution or trial.
        Custody = "custody",
        /// Serving 管制, 拘役 or 有期徒刑 without deprivation of political rights.
        Sentence = "sentence",
    }
}

impl Ground {
    /// The item that names it.
    #[must_use]
    pub const fn article(self, law: Law) -> Article {
        let item = match self {
            Self::Custody => 1,
            Self::Sentence => 2,
        };
        match law {
            Law::Y2025 => Article::item(Act::Deputies, 61, item),
            Law::Y2015 => Article::item(Act::DeputiesOf2015, 48, item),
        }
    }
}

names! {
    /// Why a mandate ends.
    pub enum EndReason {
        /// Moved or was transferred out of the area.
        MovedAway = "moved_away",
        /// Resignation accepted.
        Resigned = "resigned",
        /// Ordered resignation accepted (责令辞职); since 2025.
        OrderedToResign = "ordered_to_resign",
        /// Absent from two sessions without leave.
        Absent = "absent",
        /// Recalled.
        Recalled = "recalled",
        /// Lost the nationality.
        NationalityLost = "nationality_lost",
        /// Deprived of political rights.
        RightsDeprived = "rights_deprived",
        /// Lost legal capacity.
        CapacityLost = "capacity_lost",
        /// Died.
        Died = "died",
        /// The next congress met for the first time.
        TermOver = "term_over",
        /// The election was found void before it was confirmed.
        ElectionVoid = "election_void",
    }
}

impl EndReason {
    /// The article that says so; nothing where that text of the law did not know the reason.
    #[must_use]
    pub const fn article(self, law: Law) -> Option<Article> {
        let item = match self {
            Self::MovedAway => 1,
            Self::Resigned => 2,
            Self::OrderedToResign => match law {
                Law::Y2025 => 2,
                Law::Y2015 => return None,
            },
            Self::Absent => 3,
            Self::Recalled => 4,
            Self::NationalityLost => 5,
            Self::RightsDeprived => 6,
            Self::CapacityLost => 7,
            // The 2025 text adds the natural end by death in article 62, outside the list; the older text is silent.
            Self::Died => {
                return match law {
                    Law::Y2025 => Some(Article::of(Act::Deputies, 62)),
                    Law::Y2015 => None,
                };
            }
            Self::TermOver => return Some(Article::of(Act::Constitution, 98)),
            Self::ElectionVoid => return Some(Article::of(Act::Electoral, 47)),
        };
        Some(match law {
            Law::Y2025 => Article::item(Act::Deputies, 62, item),
            Law::Y2015 => Article::item(Act::DeputiesOf2015, 49, item),
        })
    }

    /// Whether a mandate may end so under that text of the law. Death ends one under every text.
    #[must_use]
    pub const fn known_to(self, law: Law) -> bool {
        matches!(self, Self::Died) || self.article(law).is_some()
    }
}
