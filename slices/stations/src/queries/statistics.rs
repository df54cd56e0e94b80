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

/// Whose numbers a line holds.
const fn of(together: bool) -> &'static str {
    if together { " in (select x.id from station x where x.id = s.id or x.heir = s.id)" } else { " = s.id" }
}

/// One page of the year's numbers; stations that were merged or closed keep theirs. `together`: 合并口径, with each station stand the numbers of
/// those that live on in it, so that a row can be compared over the years; those that were merged have no row of their own.
pub async fn of_year(
    ask: &mut impl Ask,
    held: &[BodyId],
    (year, together): ((i64, Day, Day), bool),
    after: Option<Position>,
    size: u16,
) -> Result<Page<YearLine>, Fault> {
    let ((n, first, last), own) = (year, of(together));
    let sql = Sql::new(
        "select s.id, s.area, s.name, s.stage, (select count(distinct h.person) from station_home h where h.station",
    );
    let sql = sql.add(own).add(" and h.since <= {} and (h.until is null or h.until > {})), ").bind(last).bind(last);
    let events = |sql: Sql, what: &'static str, which: &'static str| {
        let sql = sql.add("(select ").add(what).add(" where e.station").add(own).add(" and e.struck is null and ");
        sql.add(which).add(" and e.day >= {} and e.day <= {}), ").bind(first).bind(last)
    };
    let (all, reception) = ("count(*) from station_event e", "e.kind = 'reception'");
    let sql = events(sql, all, reception);
    let sql = events(sql, "cast(coalesce(sum(e.visitors), 0) as bigint) from station_event e", reception);
    let came = "count(distinct d.person) from station_event_deputy d join station_event e on e.id = d.event";
    let sql = events(sql, came, reception);
    let sql = events(sql, all, "e.disposal = 'answered'");
    let sql = events(sql, all, "e.opinion is not null");
    let sql = events(sql, all, "e.kind <> 'reception'");
    let plans = |sql: Sql, which: &'static str| {
        let sql = sql.add("(select count(*) from station_plan p where p.station").add(own).add(" and ").add(which);
        sql.add(" and p.year = {})").bind(n)
    };
    let sql = plans(sql, "p.dropped is null").add(", ");
    let sql = plans(sql, "p.event is not null").add(" from station s where ");
    let rows = |sql: Sql| if together { sql.add(" and s.heir is null") } else { sql };
    let count = rows(super::held(Sql::new("select count(*) from station s where "), held));
    let list = List { select: rows(super::held(sql, held)), count, order: &BY_AREA, after, size };
    list::page(ask, list, |line: &YearLine| vec![Val::from(&line.area), Val::from(line.id)]).await
}
