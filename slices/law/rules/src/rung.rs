//! The levels as the laws on elections and organs tell them apart.

use kernel::Level;

words! {
    /// The level of a congress. The laws put a municipality beside the provinces and an autonomous prefecture beside the cities, with a few
    /// numbers of their own.
    pub enum Rung as "law-rung-" {
        /// 省、自治区.
        Province = "province" | "省" | "自治区" | "省级",
        /// 直辖市.
        Municipality = "municipality" | "直辖市",
        /// 设区的市.
        City = "city" | "prefecture" | "设区的市" | "市" | "地级市" | "市级",
        /// 自治州.
        AutonomousPrefecture = "autonomous_prefecture" | "自治州" | "州",
        /// 县、自治县、不设区的市、市辖区.
        County = "county" | "县" | "自治县" | "不设区的市" | "市辖区" | "区" | "县级",
        /// 乡、民族乡、镇.
        Township = "township" | "乡" | "民族乡" | "镇" | "乡镇" | "town" | "乡级",
    }
}

impl Rung {
    /// The rung of the house's areas on which such a congress stands.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::Province | Self::Municipality => Level::Province,
            Self::City | Self::AutonomousPrefecture => Level::Prefecture,
            Self::County => Level::County,
            Self::Township => Level::Township,
        }
    }

    /// The rung one up: above a county stands a city; above a province nothing of ours.
    #[must_use]
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Province | Self::Municipality => None,
            Self::City | Self::AutonomousPrefecture => Some(Self::Province),
            Self::County => Some(Self::City),
            Self::Township => Some(Self::County),
        }
    }
}
