//! 接待次数: each deputy of the stations of a congress, with the turns of a year.

use duty_rules::{Setting, Standing, StationId, standing};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

use super::members::year_of;

row! {
    /// One deputy.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CoverageLine {
        /// Who.
        pub person: PersonId,
        /// Their name.
        pub name: String,
        /// The key it is sorted by.
        pub pinyin: String,
        /// The home station.
        pub station: StationId,
        /// Its name.
        pub station_name: String,
        /// Turns attended.
        pub attended: u32,
        /// Turns published and to come.
        pub ahead: u32,
        /// Turns missed.
        pub missed: u32,
    }
}

impl CoverageLine {
    /// Where the deputy stands.
    #[must_use]
    pub fn standing(&self, setting: Setting) -> Standing {
        standing(self.attended, self.ahead, u32::from(setting.least))
    }
}

/// The fewest turns first, then by name.
pub const FEWEST: Order = Order {
    name: "fewest",
    keys: &[Key::up("c.attended", Kind::Int), Key::up("c.pinyin", Kind::Text), Key::up("c.person", Kind::Id)],
};

/// Each deputy of the stations of a congress with the counts of the year.
fn counted(congress: BodyId, today: Day) -> Sql {
    let (first, last) = year_of(today);
    let count = |sql: Sql| sql.bind(first).bind(last);
    let sql = Sql::new(
        "(select h.person as person, p.name as name, p.pinyin as pinyin, v.id as station, v.name as station_name,",
    );
    let sql = sql.add(" (select count(*) from v_duty d where d.person = h.person and d.day >= {} and d.day <= {} and d.stage = 'attended') as attended,");
    let sql = count(sql).add(" (select count(*) from v_duty d where d.person = h.person and d.day >= {} and d.day <= {} and d.stage = 'published' and d.day >= {}) as ahead,");
    let sql = count(sql).bind(today).add(" (select count(*) from v_duty d where d.person = h.person and d.day >= {} and d.day <= {} and d.stage = 'missed') as missed");
    let sql = count(sql).add(" from v_home h join v_station v on v.id = h.station join v_person p on p.id = h.person");
    let sql = sql.add(" where v.congress = {} and h.since <= {} and (h.until is null or h.until > {})").bind(congress);
    sql.bind(today)
        .bind(today)
        .add(" and exists (select 1 from v_mandate m where m.person = h.person and m.in_office = 1)) c")
}

fn narrowed(sql: Sql, wanted: Option<Standing>, least: u16) -> Sql {
    match wanted {
        None => sql,
        Some(Standing::Met) => sql.add(" and c.attended >= {}").bind(least),
        Some(Standing::Planned) => {
            sql.add(" and c.attended < {} and c.attended + c.ahead >= {}").bind(least).bind(least)
        }
        Some(Standing::Short) => sql.add(" and c.attended + c.ahead < {}").bind(least),
    }
}

/// One page of them.
pub async fn page(
    ask: &mut impl Ask,
    (congress, setting): (BodyId, Setting),
    today: Day,
    wanted: Option<Standing>,
    (after, size): (Option<Position>, u16),
) -> Result<Page<CoverageLine>, Fault> {
    let least = u16::from(setting.least);
    let all =
        |head: &'static str| narrowed(Sql::new(head).join(counted(congress, today)).add(" where 1 = 1"), wanted, least);
    let select =
        all("select c.person, c.name, c.pinyin, c.station, c.station_name, c.attended, c.ahead, c.missed from ");
    let list = List { select, count: all("select count(*) from "), order: &FEWEST, after, size };
    let keys = |line: &CoverageLine| vec![line.attended.into(), line.pinyin.as_str().into(), Val::from(line.person)];
    list::page(ask, list, keys).await
}
