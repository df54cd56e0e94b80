//! Names people choose from: units of a congress, deputies of a congress, congresses one files in.

use kernel::{AreaCode, BodyId, Level, PersonId};
use kit::{
    Fault, Site, View,
    db::{Ask, Db, Sql},
    row,
};
use roster_views::Named;

use crate::queries;

row! {
    /// A deputy to invite.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Deputy {
        /// Who.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// 代表团.
        pub delegation: Option<String>,
    }
}

/// Most deputies shown for one search: more and the search is to be narrowed.
const MOST: i64 = 50;

/// The units that can be given work of a congress: its own first; in a town, which has hardly any, those of its county then.
pub async fn units(db: &Db, congress: BodyId) -> Result<Vec<Named>, Fault> {
    let mut ask = db;
    units_of(&mut ask, congress).await
}

/// The same, asked inside whatever is open.
pub async fn units_of(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Named>, Fault> {
    let sql = Sql::new("select id, name from v_body where kind = 'unit' and closed is null and congress = {}");
    let mut units: Vec<Named> = ask.all(sql.bind(congress).add(" order by name, id")).await?;
    let area: Option<(AreaCode,)> = ask.one(Sql::new("select area from v_body where id = {}").bind(congress)).await?;
    let town = area.map(|(area,)| area).filter(|area| area.level() == Level::Township);
    if let Some(county) = town.and_then(|area| area.parent()) {
        let sql = Sql::new("select id, name from v_body where kind = 'unit' and closed is null and area = {}");
        let above: Vec<Named> = ask.all(sql.bind(&county).add(" order by name, id")).await?;
        units.extend(above);
    }
    Ok(units)
}

/// The transfer offices of a congress (转办机构).
pub async fn offices(db: &Db, congress: BodyId) -> Result<Vec<Named>, Fault> {
    let sql = Sql::new("select id, name from v_body where transfer = 1 and closed is null and congress = {}");
    db.all(sql.bind(congress).add(" order by name, id")).await
}

/// What is chosen from: identities and names.
pub fn named(units: Vec<Named>) -> Vec<(String, String)> {
    units.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect()
}

/// The same, with how many matters of the congress each has in hand and how many of those are overdue.
pub async fn loaded(
    site: &Site,
    v: &View,
    congress: BodyId,
    units: Vec<Named>,
) -> Result<Vec<(String, String)>, Fault> {
    let loads = queries::loads(&mut site.db(), congress, site.today()).await?;
    let said = |unit: Named| {
        let label = match loads.iter().find(|load| load.unit == unit.id) {
            Some(load) => {
                let values =
                    [("unit", unit.name), ("count", load.open.to_string()), ("overdue", load.overdue.to_string())];
                v.tf("suggestions-unit-load", values).into_owned()
            }
            None => unit.name,
        };
        (unit.id.to_string(), label)
    };
    Ok(units.into_iter().map(said).collect())
}

/// Deputies in office of a congress whose name, pinyin or initials begin with what was typed.
pub async fn deputies(db: &Db, congress: BodyId, typed: &str) -> Result<Vec<Deputy>, Fault> {
    let begins = format!("{}%", typed.trim().to_lowercase().replace(['%', '_', '\\'], ""));
    let sql = Sql::new(
        "select p.id, p.name, (select d.name from v_delegation d where d.id = m.delegation) \
         from v_mandate m join v_person p on p.id = m.person where m.in_office = 1 and m.congress = {}",
    )
    .bind(congress)
    .add(" and (p.name like {} or p.pinyin like {} or p.initials like {})")
    .bind(&begins)
    .bind(&begins)
    .bind(&begins);
    db.all(sql.add(" order by p.pinyin, p.id limit {}").bind(MOST)).await
}
