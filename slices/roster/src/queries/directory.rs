//! The directory of bodies, spanning all levels.

use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page},
    row,
};
use roster_rules::BodyKind;

use super::COUNTED;

/// Which bodies. Blank fields do not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of which kind.
    pub kind: Option<BodyKind>,
    /// In this area or inside it.
    pub area: Option<AreaCode>,
    /// In this area alone.
    pub exactly: bool,
    /// A part of the name.
    pub name: Option<String>,
    /// Closed ones too.
    pub closed: bool,
}

row! {
    /// A body as the directory shows it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct BodyLine {
        /// Its identity.
        pub id: BodyId,
        /// The area it is for.
        pub area: AreaCode,
        /// The name of the area.
        pub area_name: String,
        /// The word of the rung on which it stands.
        pub level: String,
        /// The word for its kind.
        pub kind: String,
        /// Its name.
        pub name: String,
        /// Whose organ it is.
        pub parent: Option<BodyId>,
        /// The congress it serves.
        pub congress: BodyId,
        /// Whether it splits the government's share of suggestions.
        pub transfer: bool,
        /// The day it was closed.
        pub closed: Option<Day>,
        /// For writers who meet on the row.
        pub version: i64,
    }
}

const BY_AREA: Order = Order { name: "area", keys: &[Key::up("b.area", Kind::Text), Key::up("b.id", Kind::Id)] };

/// Bodies by area, `size` from `after` on.
///
/// # Errors
/// Beside `after`, when it is no place in this list; when the database refuses.
pub async fn list(
    ask: &mut impl Ask,
    filter: &Filter,
    after: Option<&str>,
    size: u16,
) -> Result<Page<BodyLine>, Problem> {
    let after = list::position(after.unwrap_or_default(), &BY_AREA)?;
    let select =
        "select b.id, b.area, a.name, b.level, b.kind, b.name, b.parent, b.congress, b.transfer, b.closed, b.version
                  from body b join area a on a.code = b.area where 1 = 1";
    let count = filter.narrow(Sql::new("select count(*) from (select 1 from body b where 1 = 1"));
    let count = count.add(" limit {}) found").bind(COUNTED + 1);
    let list = List { select: filter.narrow(Sql::new(select)), count, order: &BY_AREA, after, size };
    Ok(list::page(ask, list, |it: &BodyLine| vec![(&it.area).into(), it.id.into()]).await?)
}

impl Filter {
    fn narrow(&self, mut sql: Sql) -> Sql {
        if let Some(kind) = self.kind {
            sql = sql.add(" and b.kind = {}").bind(kind.as_str());
        }
        if let Some(area) = &self.area {
            sql = if self.exactly {
                sql.add(" and b.area = {}").bind(area)
            } else {
                sql.add(" and b.area >= {} and b.area < {}").bind(area).bind(area.past())
            };
        }
        if let Some(name) = &self.name {
            sql = sql.add(" and b.name like {}").bind(format!("%{}%", name.replace(['%', '_'], "")));
        }
        if self.closed { sql } else { sql.add(" and b.closed is null") }
    }
}

/// The unit that splits the government's share of a congress's suggestions.
pub async fn transfer_unit(ask: &mut impl Ask, congress: BodyId) -> Result<Option<BodyId>, Fault> {
    let sql =
        "select id from body where congress = {} and kind = 'unit' and transfer = 1 and closed is null order by id";
    Ok(ask.one::<(BodyId,)>(Sql::new(sql).bind(congress)).await?.map(|(id,)| id))
}

/// How many assignments of suggestions a body has that still wait for something.
///
/// # Errors
/// When the database refuses.
pub async fn unfinished(ask: &mut impl Ask, unit: BodyId) -> Result<i64, Fault> {
    let sql = Sql::new("select count(*) from v_assignment where unit = {}").bind(unit).add(" and awaits <> 'nothing'");
    Ok(ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}
