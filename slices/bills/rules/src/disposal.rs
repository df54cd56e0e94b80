//! What is to become of a bill: the committee proposes it, the presidium decides it (地方组织法 22; suggestions.md §5).

use kernel::{Level, Text};
use serde::{Deserialize, Serialize};

use crate::{Bill, Filer, Organ, Refusal};

/// What is to become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "disposal", rename_all = "kebab-case")]
pub enum Disposal {
    /// 列入本次会议议程.
    Agenda,
    /// 不列入本次会议议程，交专门委员会或者常务委员会在闭会后审议.
    Refer {
        /// Who takes it up, as the office writes it.
        to: Text<60>,
    },
    /// 不列入议程.
    NotListed,
    /// 不作为议案，转为建议、批评和意见处理.
    Suggestion,
}

impl Disposal {
    /// The words, in the order of the form.
    pub const WORDS: [&'static str; 4] = ["agenda", "refer", "not-listed", "suggestion"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Refer { .. } => "refer",
            Self::NotListed => "not-listed",
            Self::Suggestion => "suggestion",
        }
    }

    /// Who takes it up, where it is referred.
    #[must_use]
    pub const fn to(&self) -> Option<&Text<60>> {
        match self {
            Self::Refer { to } => Some(to),
            Self::Agenda | Self::NotListed | Self::Suggestion => None,
        }
    }

    /// Reads a word and who takes it up.
    ///
    /// # Errors
    /// When the word means nothing, or when nobody is named to whom it goes or somebody though it goes nowhere.
    pub fn read(word: &str, to: Option<Text<60>>) -> Result<Self, Refusal> {
        match (word, to) {
            ("agenda", None) => Ok(Self::Agenda),
            ("refer", Some(to)) => Ok(Self::Refer { to }),
            ("refer", None) => Err(Refusal::ReferredToNobody),
            ("not-listed", None) => Ok(Self::NotListed),
            ("suggestion", None) => Ok(Self::Suggestion),
            _ => Err(Refusal::UnknownDisposal),
        }
    }

    /// Whether the law lets this become of that bill.
    ///
    /// # Errors
    /// When an organ's bill would not come before the congress, when a late one would be more than a suggestion, when nobody signed that
    /// could be answered, or when there is no committee to refer it to.
    pub fn fits(&self, bill: &Bill, level: Level) -> Result<(), Refusal> {
        let township = matches!(level, Level::Township | Level::Village);
        match (self, &bill.filer) {
            // 地方组织法 22 ¶1: such a bill is put before the congress; the presidium only chooses how.
            (
                Self::Refer { .. } | Self::NotListed | Self::Suggestion,
                Filer::Organ {
                    organ: Organ::Presidium | Organ::StandingCommittee | Organ::SpecialCommittee | Organ::Government,
                    ..
                },
            ) => Err(Refusal::OrganIsHeard),
            (Self::Suggestion, Filer::Organ { organ: Organ::Delegation, .. }) => Err(Refusal::NobodySigned),
            (Self::Agenda | Self::Refer { .. } | Self::NotListed, Filer::Deputies { .. }) if bill.late() => {
                Err(Refusal::OnlySuggestion)
            }
            // 地方组织法 22 ¶2: somebody named on a sheet has not signed it, and too few are left for a bill.
            (Self::Agenda | Self::Refer { .. } | Self::NotListed, Filer::Deputies { paper: true, .. })
                if bill.signed_too_few(level) =>
            {
                Err(Refusal::SignaturesDenied)
            }
            // 地方组织法 33, 46: a township has neither special committees nor a standing committee.
            (Self::Refer { .. }, _) if township => Err(Refusal::NoCommittee),
            _ => Ok(()),
        }
    }
}
