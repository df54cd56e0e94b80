//! What happened at a station.

use kernel::{AccountId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use stations_rules::{EventId, StationId};
use uuid::Uuid;

use super::words;
use crate::desk::event::EventWanted;

row! {
    /// What happened, as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Event {
        pub id: EventId,
        pub station: StationId,
        pub kind: String,
        pub day: Day,
        pub clock: String,
        pub title: String,
        pub staff: String,
        pub visitors: u32,
        pub topic: Option<String>,
        pub said: String,
        pub evidence: String,
        pub done: String,
        pub disposal: Option<String>,
        pub opinion: Option<Uuid>,
        pub sealed: bool,
        pub made: Moment,
        pub struck: Option<String>,
    }
}

const LIST: &str = "id, station, kind, day, clock, title, staff, visitors, topic, said, evidence, done, disposal, opinion, sealed, made, struck";

/// A new one.
pub(crate) struct NewEvent<'a> {
    pub(crate) id: EventId,
    pub(crate) station: StationId,
    pub(crate) wanted: &'a EventWanted,
    pub(crate) opinion: Option<Uuid>,
    pub(crate) at: Moment,
    pub(crate) by: AccountId,
}

/// Reads one.
pub(crate) async fn read_event(ask: &mut impl Ask, id: EventId) -> Result<Option<Event>, Fault> {
    ask.one(Sql::new("select ").add(LIST).add(" from station_event where id = {}").bind(id)).await
}

/// Writes one with the deputies who were there, and what is sealed by itself.
pub(crate) async fn begin_event(tx: &mut Tx, new: &NewEvent<'_>) -> Result<(), Fault> {
    let it = new.wanted;
    let sealed = it.names.is_some() || it.phone.is_some() || it.address.is_some();
    let vals: [Val; 18] = [
        new.id.into(),
        new.station.into(),
        it.kind.word().into(),
        it.day.into(),
        words(&it.clock).into(),
        words(&it.title).into(),
        words(&it.staff).into(),
        it.visitors.into(),
        it.topic.map(|one| one.word()).into(),
        words(&it.said).into(),
        words(&it.evidence).into(),
        words(&it.done).into(),
        it.disposal.map(|one| one.word()).into(),
        new.opinion.into(),
        sealed.into(),
        new.at.into(),
        Val::from(new.by),
        Val::Null,
    ];
    let sql = Sql::new(
        "insert into station_event (id, station, kind, day, clock, title, staff, visitors, topic, said, evidence, done, disposal, opinion, sealed, made, made_by, struck) values ",
    );
    tx.run(sql.list(vals)).await?;
    let rows = it.deputies.iter().map(|person: &PersonId| vec![Val::from(new.id), Val::from(*person)]);
    tx.bulk("station_event_deputy", &["event", "person"], rows.collect::<Vec<_>>()).await?;
    if sealed {
        let sql = Sql::new("insert into station_visitor (event, names, phone, address) values ({}, {}, {}, {})");
        let sql = sql.bind(new.id).bind(words(&it.names)).bind(words(&it.phone));
        tx.run(sql.bind(words(&it.address))).await?;
    }
    Ok(())
}
