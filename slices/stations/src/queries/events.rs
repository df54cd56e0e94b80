//! Ledgers (台账): receptions and activities, each a look at what happened.

use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use stations_rules::{EventId, StationId};

/// The latest day first.
pub const BY_DAY: Order =
    Order { name: "events", keys: &[Key::down("e.day", Kind::Text), Key::down("e.id", Kind::Id)] };

/// What a ledger is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventFilter {
    /// Congresses and stations.
    pub held: Vec<BodyId>,
    /// One station.
    pub station: Option<StationId>,
    /// Receptions; otherwise everything else.
    pub receptions: bool,
    /// First and last day.
    pub days: (Day, Day),
}

row! {
    /// One line of a ledger.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct EventLine {
        pub id: EventId,
        pub station: StationId,
        pub station_name: String,
        pub kind: String,
        pub day: Day,
        pub clock: String,
        pub title: String,
        pub staff: String,
        pub visitors: u32,
        pub topic: Option<String>,
        pub said: String,
        pub done: String,
        pub disposal: Option<String>,
        pub year: Option<i64>,
        pub n: Option<i64>,
        pub struck: Option<String>,
    }
}

const SELECT: &str = "select e.id, e.station, s.name, e.kind, e.day, e.clock, e.title, e.staff, e.visitors, e.topic, e.said, e.done, e.disposal, o.year, o.n, e.struck \
     from station_event e join station s on s.id = e.station left join v_opinion o on o.id = e.opinion where ";

impl EventFilter {
    fn narrow(&self, sql: &'static str) -> Sql {
        let mut sql = super::held(Sql::new(sql), &self.held);
        if let Some(station) = self.station {
            sql = sql.add(" and e.station = {}").bind(station);
        }
        let sql = sql.add(if self.receptions { " and e.kind = 'reception'" } else { " and e.kind <> 'reception'" });
        sql.add(" and e.day >= {} and e.day <= {}").bind(self.days.0).bind(self.days.1)
    }
}

/// One page of a ledger.
pub async fn events(
    ask: &mut impl Ask,
    filter: &EventFilter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<EventLine>, Fault> {
    let list = List {
        select: filter.narrow(SELECT),
        count: filter.narrow("select count(*) from station_event e join station s on s.id = e.station where "),
        order: &BY_DAY,
        after,
        size,
    };
    list::page(ask, list, |line: &EventLine| vec![Val::from(line.day), Val::from(line.id)]).await
}

/// The number of the opinion that an event became, and the offices that see it: where it came in, and where it lies.
pub async fn opinion(ask: &mut impl Ask, event: EventId) -> Result<Option<(i64, i64, [BodyId; 2])>, Fault> {
    let sql =
        Sql::new("select o.year, o.n, o.congress, o.holder from station_event e join v_opinion o on o.id = e.opinion");
    let found: Option<(i64, i64, BodyId, BodyId)> = ask.one(sql.add(" where e.id = {}").bind(event)).await?;
    Ok(found.map(|(year, n, congress, holder)| (year, n, [congress, holder])))
}

/// The deputies of these events, by name.
pub async fn deputies(ask: &mut impl Ask, events: &[EventId]) -> Result<Vec<(EventId, PersonId, String)>, Fault> {
    let sql = Sql::new("select d.event, p.id, p.name from station_event_deputy d join v_person p on p.id = d.person");
    ask.all(sql.add(" where d.event in ").list(events.to_vec()).add(" order by d.event, p.pinyin, p.id")).await
}
