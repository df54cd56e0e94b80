//! The plan ledger: what was meant, and what did it.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use stations_rules::{EventId, PlanId, StationId};

/// By month.
pub const BY_MONTH: Order = Order { name: "plans", keys: &[Key::up("p.month", Kind::Int), Key::up("p.id", Kind::Id)] };

row! {
    /// One item of a plan.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PlanLine {
        pub id: PlanId,
        pub station: StationId,
        pub station_name: String,
        pub year: i64,
        pub month: i64,
        pub title: String,
        pub words: String,
        pub event: Option<EventId>,
        pub dropped: Option<String>,
    }
}

fn narrow(sql: &'static str, held: &[BodyId], station: Option<StationId>, year: i64) -> Sql {
    let sql = super::held(Sql::new(sql).add(" from station_plan p join station s on s.id = p.station where "), held);
    let sql = sql.add(" and p.year = {}").bind(year);
    match station {
        Some(station) => sql.add(" and p.station = {}").bind(station),
        None => sql,
    }
}

/// One page of the plans of a year.
pub async fn plans(
    ask: &mut impl Ask,
    held: &[BodyId],
    (station, year): (Option<StationId>, i64),
    after: Option<Position>,
    size: u16,
) -> Result<Page<PlanLine>, Fault> {
    let columns = "select p.id, p.station, s.name, p.year, p.month, p.title, p.words, p.event, p.dropped";
    let select = narrow(columns, held, station, year);
    let list = List { select, count: narrow("select count(*)", held, station, year), order: &BY_MONTH, after, size };
    list::page(ask, list, |line: &PlanLine| vec![Val::from(line.month), Val::from(line.id)]).await
}

/// Items of a station that something can do, those of a year and the one before.
pub async fn open(ask: &mut impl Ask, station: StationId, year: i64) -> Result<Vec<(PlanId, i64, i64, String)>, Fault> {
    let sql = Sql::new("select id, year, month, title from station_plan where event is null and dropped is null");
    let sql = sql.add(" and station = {} and year >= {} and year <= {} order by year, month, id limit 60");
    ask.all(sql.bind(station).bind(year - 1).bind(year)).await
}
