//! Gradings of a station, and those of a congress that wait.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use stations_rules::{GradeId, StationId};

/// The latest application first.
pub const BY_APPLIED: Order =
    Order { name: "grades", keys: &[Key::down("g.applied", Kind::Int), Key::down("g.id", Kind::Id)] };

row! {
    /// One grading.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct GradeLine {
        pub id: GradeId,
        pub station: StationId,
        pub station_name: String,
        pub scheme: String,
        pub stage: String,
        pub total: Option<u32>,
        pub stars: Option<u32>,
        pub till: Option<Day>,
        pub applied: Moment,
    }
}

fn narrow(sql: &'static str, held: &[BodyId], station: Option<StationId>) -> Sql {
    let sql = Sql::new(sql).add(
        " from station_grade g join station s on s.id = g.station join station_scheme c on c.id = g.scheme where ",
    );
    let sql = super::held(sql, held);
    match station {
        Some(station) => sql.add(" and g.station = {}").bind(station),
        None => sql,
    }
}

/// One page of them.
pub async fn grades(
    ask: &mut impl Ask,
    held: &[BodyId],
    station: Option<StationId>,
    after: Option<Position>,
    size: u16,
) -> Result<Page<GradeLine>, Fault> {
    let columns = "select g.id, g.station, s.name, c.name, g.stage, g.total, g.stars, g.till, g.applied";
    let list = List {
        select: narrow(columns, held, station),
        count: narrow("select count(*)", held, station),
        order: &BY_APPLIED,
        after,
        size,
    };
    list::page(ask, list, |line: &GradeLine| vec![Val::from(line.applied), Val::from(line.id)]).await
}
