//! Who else may put a bill to a congress (地方组织法 22).

use kernel::Level;
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// An organ that puts a bill. The law lets a delegation do so in the National People's Congress; below it only where the congress's own
/// rules of procedure say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Organ {
    /// 主席团.
    Presidium,
    /// 常务委员会: county and above (地方组织法 46).
    StandingCommittee,
    /// 专门委员会: county and above (地方组织法 33).
    SpecialCommittee,
    /// 本级人民政府.
    Government,
    /// 代表团, by the congress's own rules of procedure.
    Delegation,
}

impl Organ {
    /// All of them, in the order of the law.
    pub const ALL: [Self; 5] =
        [Self::Presidium, Self::StandingCommittee, Self::SpecialCommittee, Self::Government, Self::Delegation];

    /// The word in rows, addresses and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Presidium => "presidium",
            Self::StandingCommittee => "standing-committee",
            Self::SpecialCommittee => "special-committee",
            Self::Government => "government",
            Self::Delegation => "delegation",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|organ| organ.word() == word)
    }

    /// Whether such an organ may put a bill to a congress of that level.
    ///
    /// # Errors
    /// A township has neither a standing committee nor special committees; a delegation needs the session's terms to let it.
    pub const fn may_put(self, level: Level, delegations: bool) -> Result<(), Refusal> {
        match self {
            Self::StandingCommittee | Self::SpecialCommittee if matches!(level, Level::Township | Level::Village) => {
                Err(Refusal::NoSuchOrgan)
            }
            Self::Delegation if !delegations => Err(Refusal::DelegationsMayNot),
            _ => Ok(()),
        }
    }
}
