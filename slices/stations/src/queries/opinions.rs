//! The ledger of opinions: those that came by a station's own code or that of its reception, and those its receptions became. No word of
//! what was said and by whom.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use stations_rules::StationId;
use uuid::Uuid;

/// The last to come in first.
pub const LATEST: Order = Order {
    name: "station-opinions",
    keys: &[Key::down("o.received", Kind::Int), Key::down("o.id", Kind::Id), Key::down("x.station", Kind::Id)],
};

row! {
    /// One line of the ledger.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct OpinionLine {
        pub id: Uuid,
        pub station: StationId,
        pub station_name: String,
        pub year: i64,
        pub n: i64,
        pub received: Moment,
        pub topic: String,
        pub stage: String,
        pub late: bool,
    }
}

/// By which way an opinion belongs to a station; one that came on two ways stands once.
const THERE: &str = " from (select c.target as station, c.id as opinion from v_opinion_code c where c.kind = 'station' \
     union select r.station, c.id from v_opinion_code c join v_reception r on r.id = c.target where c.kind = 'reception' \
     union select e.station, e.opinion from station_event e where e.opinion is not null and e.struck is null) x \
     join station s on s.id = x.station join v_opinion_line o on o.id = x.opinion where ";

fn narrow(sql: Sql, held: &[BodyId], station: Option<StationId>, (first, last): (Day, Day)) -> Sql {
    let sql = super::held(sql.add(THERE), held).add(" and o.received >= {} and o.received < {}");
    let sql = sql.bind(first.start()).bind(last.plus_days(1).start());
    match station {
        Some(station) => sql.add(" and x.station = {}").bind(station),
        None => sql,
    }
}

/// One page of the ledger.
pub async fn opinions(
    ask: &mut impl Ask,
    held: &[BodyId],
    (station, days): (Option<StationId>, (Day, Day)),
    after: Option<Position>,
    size: u16,
) -> Result<Page<OpinionLine>, Fault> {
    let select = Sql::new("select o.id, x.station, s.name, o.year, o.n, o.received, o.topic, o.stage, o.late");
    let list = List {
        select: narrow(select, held, station, days),
        count: narrow(Sql::new("select count(*)"), held, station, days),
        order: &LATEST,
        after,
        size,
    };
    let key = |line: &OpinionLine| vec![line.received.into(), Val::Id(line.id), Val::from(line.station)];
    list::page(ask, list, key).await
}
