//! What a departure does to the mandate, and what a recall needs (代表法 61, 62; 选举法 50–53).

use kernel::Refused;
use law_rules::{OrganOf, Verdict};
use roster_rules::{EndReason, Ground};
use serde::{Deserialize, Serialize};

use super::{Leaving, Refusal};
use crate::{Recall, Recalled, Resigner, Route, recall_deputy, resignation_route};

/// What becomes of the mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It ends.
    Ends(EndReason),
    /// The deputy must not act for a time.
    Suspended(Ground),
    /// The deputy acts again.
    Resumed,
}

impl Leaving {
    /// What it does to the mandate.
    #[must_use]
    pub const fn effect(self) -> Effect {
        Effect::Ends(match self {
            Self::Custody => return Effect::Suspended(Ground::Custody),
            Self::Sentence => return Effect::Suspended(Ground::Sentence),
            Self::Resumed => return Effect::Resumed,
            Self::Resigned => EndReason::Resigned,
            Self::OrderedToResign => EndReason::OrderedToResign,
            Self::Recalled => EndReason::Recalled,
            Self::MovedAway => EndReason::MovedAway,
            Self::Absent => EndReason::Absent,
            Self::NationalityLost => EndReason::NationalityLost,
            Self::RightsDeprived => EndReason::RightsDeprived,
            Self::CapacityLost => EndReason::CapacityLost,
            Self::Died => EndReason::Died,
        })
    }

    /// Whether it matters that a congress is in session: a congress or its committee recalls whom a congress elected (选举法 51); a township's congress
    /// alone accepts a resignation (选举法 55).
    #[must_use]
    pub fn by_session(self, level: &str) -> bool {
        match self {
            Self::Recalled => !matches!(level, "county" | "township"),
            Self::Resigned | Self::OrderedToResign => level == "township",
            _ => false,
        }
    }

    /// Whether it is for the congress that elected the deputy: above the county a congress elects, and the same congress recalls or lets go, through its
    /// standing committee in recess (选举法 51, 55).
    #[must_use]
    pub fn by_electors(self, level: &str) -> bool {
        self.is_decided() && !matches!(level, "county" | "township")
    }

    /// With whom what was decided is filed (备案); nothing where the voters elect, or nobody decides.
    #[must_use]
    pub fn filed_with(self, level: &str) -> Option<OrganOf> {
        if !self.by_electors(level) {
            return None;
        }
        acceptance(level, false).ok().and_then(|found| found.value.filing)
    }

    /// Whether a body says yes or no to it, and does not only state it.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Resigned | Self::OrderedToResign | Self::Recalled)
    }
}

/// Where the resignation of a deputy on this level goes, and whether it can be accepted now (F20).
///
/// # Errors
/// As [`resignation_route`], which knows every deputy.
pub fn acceptance(level: &str, in_session: bool) -> Result<Verdict<Route>, Refused> {
    let role = match level {
        "township" => Resigner::TownshipDeputy,
        "county" => Resigner::CountyDeputy,
        "prefecture" => Resigner::CityDeputy,
        "nation" => Resigner::NpcDeputy,
        _ => Resigner::ProvincialDeputy,
    };
    resignation_route(role, in_session, None)
}

/// Who asks for a recall, and the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Petition {
    /// How many ask for it; nothing where the presidium moves it before a congress, or the chairpersons' meeting before a standing committee
    /// (选举法 51).
    #[serde(default)]
    pub petitioners: Option<u32>,
    /// Voters of the district, deputies of the congress, or members of the committee.
    pub electorate: u32,
    /// How many said yes; none where it came to no vote.
    #[serde(default)]
    pub yes: u32,
}

/// What a recall comes to, of a deputy on this level (F19); above the county the congress that elected decides while it is in session, its standing
/// committee in recess. Too few who ask for it are no error: it is declined.
///
/// # Errors
/// When more ask or say yes than there are, or nothing says how many voters ask.
pub fn petition(level: &str, in_session: bool, asked: &Petition) -> Result<Verdict<Recall>, Refused> {
    let kind = match level {
        "township" => Recalled::Township,
        "county" => Recalled::County,
        _ if in_session => Recalled::Congress,
        _ => Recalled::Committee,
    };
    if matches!(kind, Recalled::County | Recalled::Township) && asked.petitioners.is_none() {
        return Err(Refusal::RecallFigures.into());
    }
    recall_deputy(kind, asked.petitioners, Some(asked.electorate), Some(asked.yes))
}
