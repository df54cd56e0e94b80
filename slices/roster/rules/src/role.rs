//! What a deputy does in the congress besides being a deputy, for a time.

use kernel::{Day, Refusal, Refused};

use crate::BodyKind;

names! {
    /// A role held with a mandate.
    pub enum RoleName {
        /// 常委会主任.
        Chair = "chair",
        /// 常委会副主任.
        ViceChair = "vice_chair",
        /// 秘书长: province and prefecture only.
        SecretaryGeneral = "secretary_general",
        /// 常委会委员.
        StandingMember = "standing_member",
        /// 乡镇人大主席.
        TownChair = "town_chair",
        /// 乡镇人大副主席.
        TownViceChair = "town_vice_chair",
        /// 主席团成员.
        PresidiumMember = "presidium_member",
        /// 专门委员会成员.
        CommitteeMember = "committee_member",
        /// 代表团团长.
        DelegationHead = "delegation_head",
        /// 代表团副团长.
        DelegationViceHead = "delegation_vice_head",
        /// 代表小组组长.
        GroupHead = "group_head",
    }
}

/// The roles whose holders sit in a body of a congress: none needed in the congress itself, where every deputy sits. Nothing where
/// no deputy sits by mandate: an office, a unit, a station.
#[must_use]
pub const fn seated(kind: BodyKind) -> Option<&'static [RoleName]> {
    match kind {
        BodyKind::Congress => Some(&[]),
        BodyKind::StandingCommittee => {
            Some(&[RoleName::Chair, RoleName::ViceChair, RoleName::SecretaryGeneral, RoleName::StandingMember])
        }
        BodyKind::Presidium => Some(&[RoleName::TownChair, RoleName::TownViceChair, RoleName::PresidiumMember]),
        BodyKind::WorkCommittee
        | BodyKind::Office
        | BodyKind::Unit
        | BodyKind::Station
        | BodyKind::Group
        | BodyKind::Delegation => None,
    }
}

/// A role with its first and last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSpan {
    /// Which role.
    pub role: RoleName,
    /// The first day.
    pub began: Day,
    /// The last day; open while nothing.
    pub ended: Option<Day>,
}

impl RoleSpan {
    /// Whether the role is held on that day.
    #[must_use]
    pub fn held_on(&self, day: Day) -> bool {
        self.began <= day && self.ended.is_none_or(|last| day <= last)
    }

    /// Lays the role down on a day, which is the last.
    ///
    /// # Errors
    /// When it was laid down before, or the day comes before the first.
    pub fn laid_down(self, on: Day) -> Result<Self, Refused> {
        if self.ended.is_some() {
            return Err(Refused::new(Refusal::NotNow, "roster-refused-role-over"));
        }
        if on < self.began {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-day-too-early").with("day", self.began));
        }
        Ok(Self { ended: Some(on), ..self })
    }
}
