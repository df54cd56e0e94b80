//! A place somebody names, and the level that its code and kind tell. The population is not in the roster: it stays to be filled in.

use kernel::{AreaCode, Level};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use law_rules::Rung;

row! {
    /// An area.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Place {
        /// Its code.
        pub code: AreaCode,
        /// Its name.
        pub name: String,
        /// The word for what it is in law.
        pub kind: String,
    }
}

/// How many namesakes are shown.
const MOST: usize = 12;

impl Place {
    /// The level of its congress; nothing where it has none.
    #[must_use]
    pub fn rung(&self) -> Option<Rung> {
        if self.kind != "administrative" {
            return None;
        }
        match self.code.level() {
            Level::Province if self.name.ends_with('市') => Some(Rung::Municipality),
            Level::Province => Some(Rung::Province),
            Level::Prefecture if self.name.ends_with('州') => Some(Rung::AutonomousPrefecture),
            Level::Prefecture => Some(Rung::City),
            Level::County => Some(Rung::County),
            Level::Township => Some(Rung::Township),
            Level::Village => None,
        }
    }
}

/// The places of a code or a name, the highest first; a name may lack its last characters.
pub async fn find(ask: &mut impl Ask, typed: &str) -> Result<Vec<Place>, Fault> {
    let typed: String = typed.trim().chars().filter(|c| !matches!(c, '%' | '_' | '\\')).take(40).collect();
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let exact = Sql::new("select code, name, kind from v_area where code = {} or name = {}").bind(&typed).bind(&typed);
    let mut found: Vec<Place> = ask.all(exact.add(" order by code")).await?;
    if found.is_empty() {
        let begins = Sql::new("select code, name, kind from v_area where name like {}").bind(format!("{typed}%"));
        found = ask.all(begins.add(" order by code limit 50")).await?;
    }
    found.sort_by_key(|place| place.code.level());
    found.truncate(MOST);
    Ok(found)
}
