//! The duties a post can carry, and how far each reaches.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::Right;

/// What a person is in a body. Rights hang on the duty, never on the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// 代表: follows from a mandate in force and is never issued by hand.
    Deputy,
    /// 全国人大代表: follows from a mandate too. Bills and suggestions to the national congress are handed in and handled elsewhere (代表法 2025, 15, 24, 51);
    /// here the deputy receives people, answers them and is kept in touch with.
    NationalDeputy,
    /// 联工委、人大办工作人员.
    Clerk,
    /// 联工委主任、人大办主任、乡镇人大主席: a clerk who also answers for the office.
    Chief,
    /// 主任会议成员: reads everything of the congress, changes nothing.
    Leader,
    /// 街道人大工委、非行政区工作人员: delegated powers only (地方组织法 59).
    Street,
    /// 政府办、督查室: divides the government's share among units and chases it.
    Transfer,
    /// 承办单位经办人.
    UnitClerk,
    /// 承办单位负责人: signs replies.
    UnitHead,
    /// 代表联络站联络员.
    Keeper,
    /// 系统管理员: keeps the machine and its accounts, reads no matters.
    Operator,
}

/// Over which bodies a post's rights reach. None reaches a body above, below or beside, but the operator's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The matters of the congress the post belongs to.
    Congress,
    /// The matters of that congress and of the post's own body.
    CongressAndBody,
    /// The post's own body alone.
    Body,
    /// Every body: only keeping of the system is done with such a reach.
    Everywhere,
}

impl Duty {
    /// Every duty, in the order people would list them.
    pub const ALL: [Self; 11] = [
        Self::Deputy,
        Self::NationalDeputy,
        Self::Clerk,
        Self::Chief,
        Self::Leader,
        Self::Street,
        Self::Transfer,
        Self::UnitClerk,
        Self::UnitHead,
        Self::Keeper,
        Self::Operator,
    ];

    /// The duty as it stands in rows, facts and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Deputy => "deputy",
            Self::NationalDeputy => "national",
            Self::Clerk => "clerk",
            Self::Chief => "chief",
            Self::Leader => "leader",
            Self::Street => "street",
            Self::Transfer => "transfer",
            Self::UnitClerk => "unit_clerk",
            Self::UnitHead => "unit_head",
            Self::Keeper => "keeper",
            Self::Operator => "operator",
        }
    }

    /// How far rights of this duty reach.
    #[must_use]
    pub const fn reach(self) -> Reach {
        match self {
            Self::Deputy | Self::NationalDeputy => Reach::Congress,
            Self::Clerk | Self::Chief | Self::Leader | Self::Street | Self::Transfer => Reach::CongressAndBody,
            Self::UnitClerk | Self::UnitHead | Self::Keeper => Reach::Body,
            Self::Operator => Reach::Everywhere,
        }
    }

    /// The duty of a deputy whose congress stands on that rung, as the roster writes it.
    #[must_use]
    pub fn of_mandate(level: &str) -> Self {
        if level == "nation" { Self::NationalDeputy } else { Self::Deputy }
    }

    /// Whether the duty is a deputy's, of whatever congress.
    #[must_use]
    pub const fn seated(self) -> bool {
        matches!(self, Self::Deputy | Self::NationalDeputy)
    }

    /// Whether somebody issues posts of this duty; a deputy's follows from the mandate alone.
    #[must_use]
    pub const fn issued(self) -> bool {
        !self.seated()
    }

    /// The right that issues and withdraws posts of this duty, and opens, resets and closes accounts that hold one.
    ///
    /// Nobody can reset an account that may do more than they could have given it.
    #[must_use]
    pub const fn issuing_right(self) -> Right {
        match self {
            Self::Deputy | Self::NationalDeputy => Right::AccountIssue,
            Self::UnitClerk | Self::UnitHead | Self::Keeper => Right::UnitPostIssue,
            Self::Clerk | Self::Chief | Self::Leader | Self::Street | Self::Transfer => Right::PostIssue,
            Self::Operator => Right::OperatorIssue,
        }
    }

    /// Whether a post of this duty can stand in a body of that kind, as the roster writes it.
    #[must_use]
    pub fn fits(self, body_kind: &str) -> bool {
        match self {
            Self::Deputy | Self::NationalDeputy => body_kind == "congress",
            Self::Clerk | Self::Chief => {
                matches!(body_kind, "office" | "standing_committee" | "presidium" | "congress")
            }
            Self::Leader => matches!(body_kind, "standing_committee" | "presidium" | "congress"),
            Self::Street => body_kind == "work_committee",
            Self::Transfer => matches!(body_kind, "unit" | "office"),
            Self::UnitClerk | Self::UnitHead => body_kind == "unit",
            Self::Keeper => body_kind == "station",
            Self::Operator => true,
        }
    }
}

/// The text names no duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownDuty(pub String);

impl FromStr for Duty {
    type Err = UnknownDuty;
    fn from_str(text: &str) -> Result<Self, UnknownDuty> {
        let found = Self::ALL.into_iter().find(|duty| duty.as_str() == text);
        found.ok_or_else(|| UnknownDuty(text.to_owned()))
    }
}
impl fmt::Display for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Display for UnknownDuty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a duty", self.0)
    }
}
impl std::error::Error for UnknownDuty {}
