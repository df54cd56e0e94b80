//! Areas: what a place is, apart from which code it carries.

use kernel::{AreaCode, Level};

use crate::UnknownName;

names! {
    /// What an area is in law.
    pub enum AreaKind {
        /// 行政区: province, prefecture, county, township.
        Administrative = "administrative",
        /// 街道: an office of the county's government; it has no congress.
        Subdistrict = "subdistrict",
        /// 功能区: parks, farms, management zones; no administrative division and no congress (law.md §7).
        Functional = "functional",
        /// 村、社区: self-government of residents, no organ of state power.
        Village = "village",
    }
}

names! {
    /// On which of the five levels a congress stands (地方组织法 2; 代表法 2). Areas begin with the province: the national congress is not one of an area
    /// here, it is kept in each province with the deputies whom that province elects into it.
    pub enum CongressLevel {
        /// 全国.
        Nation = "nation",
        /// 省.
        Province = "province",
        /// 设区的市、自治州.
        Prefecture = "prefecture",
        /// 县、自治县、不设区的市、市辖区.
        County = "county",
        /// 乡、民族乡、镇.
        Township = "township",
    }
}

/// A place of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its code; a prefix of every code inside it.
    pub code: AreaCode,
    /// Its name as the code list has it: 芙蓉区.
    pub name: String,
    /// What it is in law.
    pub kind: AreaKind,
}

impl Area {
    /// Which rung it stands on, by its code.
    #[must_use]
    pub fn level(&self) -> Level {
        self.code.level()
    }

    /// The name that tells it from its namesakes: 长沙市芙蓉区, 长沙县黄兴镇; `above` is the area one rung up, with its own full name.
    ///
    /// A county or county-level city is known by its own name; a district (市辖区) only with its city; everything below a county only with
    /// the county.
    #[must_use]
    pub fn full_name(&self, above: Option<&str>) -> String {
        let district =
            self.kind == AreaKind::Administrative && self.level() == Level::County && self.name.ends_with('区');
        let below = self.level() >= Level::Township;
        match above {
            Some(above) if (district || below) && !self.name.starts_with(above) => format!("{above}{}", self.name),
            _ => self.name.clone(),
        }
    }
}

/// The word for a rung in rows, JSON and addresses.
#[must_use]
pub const fn level_text(level: Level) -> &'static str {
    match level {
        Level::Province => "province",
        Level::Prefecture => "prefecture",
        Level::County => "county",
        Level::Township => "township",
        Level::Village => "village",
    }
}

/// Reads the word for a rung.
///
/// # Errors
/// When the word is none of the five.
pub fn level_from(text: &str) -> Result<Level, UnknownName> {
    match text {
        "province" => Ok(Level::Province),
        "prefecture" => Ok(Level::Prefecture),
        "county" => Ok(Level::County),
        "township" => Ok(Level::Township),
        "village" => Ok(Level::Village),
        other => Err(UnknownName { of: "Level", found: other.to_owned() }),
    }
}
