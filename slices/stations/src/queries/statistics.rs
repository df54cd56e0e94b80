//! Comparable numbers of each station and year: use, not existence.

use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, List, Page, Position},
    row,
};
use stations_rules::StationId;

use super::stations::BY_AREA;

row! {
    /// What a station did in a year.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct YearLine {
        pub id: StationId,
        pub area: AreaCode,
        pub name: String,
        pub stage: String,
        pub homes: i64,
        pub receptions: i64,
        pub visitors: i64,
        pub deputies: i64,
        pub answered: i64,
        pub opinions: i64,
        pub activities: i64,
        pub planned: i64,
        pub done: i64,
    }
}

/// One page of the year's numbers; stations that were merged or closed keep theirs.
///
/// # Errors
/// When the database refuses.
pub async fn of_year(
    ask: &mut impl Ask,
    held: &[BodyId],
    year: (i64, Day, Day),
    after: Option<Position>,
    size: u16,
) -> Result<Page<YearLine>, Fault> {
    let (n, first, last) = year;
    let within = |sql: Sql| sql.bind(first).bind(last);
    let sql = Sql::new("select s.id, s.area, s.name, s.stage, \
         (select count(*) from station_home h where h.station = s.id and h.since <= {} and (h.until is null or h.until > {})), ")
        .bind(last)
        .bind(last);
    let sql = within(sql.add("(select count(*) from station_event e where e.station = s.id and e.struck is null and e.kind = 'reception' and e.day >= {} and e.day <= {}), "));
    let sql = within(sql.add("(select cast(coalesce(sum(e.visitors), 0) as bigint) from station_event e where e.station = s.id and e.struck is null and e.kind = 'reception' and e.day >= {} and e.day <= {}), "));
    let sql = within(sql.add("(select count(distinct d.person) from station_event_deputy d join station_event e on e.id = d.event where e.station = s.id and e.struck is null and e.kind = 'reception' and e.day >= {} and e.day <= {}), "));
    let sql = within(sql.add("(select count(*) from station_event e where e.station = s.id and e.struck is null and e.disposal = 'answered' and e.day >= {} and e.day <= {}), "));
    let sql = within(sql.add("(select count(*) from station_event e where e.station = s.id and e.struck is null and e.opinion is not null and e.day >= {} and e.day <= {}), "));
    let sql = within(sql.add("(select count(*) from station_event e where e.station = s.id and e.struck is null and e.kind <> 'reception' and e.day >= {} and e.day <= {}), "));
    let sql = sql
        .add("(select count(*) from station_plan p where p.station = s.id and p.dropped is null and p.year = {}), ")
        .bind(n);
    let sql = sql.add("(select count(*) from station_plan p where p.station = s.id and p.event is not null and p.year = {}) from station s where ").bind(n);
    let count = super::held(Sql::new("select count(*) from station s where "), held);
    let list = List { select: super::held(sql, held), count, order: &BY_AREA, after, size };
    list::page(ask, list, |line: &YearLine| vec![Val::from(&line.area), Val::from(line.id)]).await
}
