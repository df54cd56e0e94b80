//! Rosters.

use duty_rules::{RosterId, StationId};
use kernel::{Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
    row,
};

row! {
    /// A roster as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RosterRow {
        /// Its identity.
        pub id: RosterId,
        /// The station.
        pub station: StationId,
        /// Its first day.
        pub since: Day,
        /// Its last day.
        pub until: Day,
        /// `draft` or `published`.
        pub stage: String,
        /// Who stays short, and why, as JSON.
        pub told: String,
        /// When it was published.
        pub published: Option<Moment>,
        /// Why the clock could not publish it on its day.
        pub stuck: Option<String>,
        /// Counts its changes.
        pub version: i64,
    }
}

impl RosterRow {
    /// Whether nobody was told of it yet.
    #[must_use]
    pub fn draft(&self) -> bool {
        self.stage == "draft"
    }
}

const LIST: &str = "id, station, since, until, stage, told, published, stuck, version";

/// One roster.
pub async fn read_roster(ask: &mut impl Ask, id: RosterId) -> Result<Option<RosterRow>, Fault> {
    ask.one(Sql::new("select ").add(LIST).add(" from duty_roster where id = {}").bind(id)).await
}

/// Takes one up, to change it. The version is that before.
pub async fn take_roster(tx: &mut Tx, id: RosterId) -> Result<Option<RosterRow>, Fault> {
    let sql = Sql::new("update duty_roster set version = version + 1 where id = {} returning ").bind(id).add(LIST);
    let kept: Option<RosterRow> = tx.one(sql).await?;
    Ok(kept.map(|kept| RosterRow { version: kept.version - 1, ..kept }))
}

/// Whether another roster of the station stands for one of these days.
pub async fn overlaps(ask: &mut impl Ask, station: StationId, (since, until): (Day, Day)) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from duty_roster where station = {} and since <= {} and until >= {} limit 1");
    Ok(ask.one::<(i64,)>(sql.bind(station).bind(until).bind(since)).await?.is_some())
}

/// Begins a draft.
pub async fn begin_roster(
    tx: &mut Tx,
    (id, station): (RosterId, StationId),
    (since, until): (Day, Day),
    at: Moment,
) -> Result<(), Fault> {
    let sql =
        Sql::new("insert into duty_roster (id, station, since, until, stage, told, made, version) values ({}, {}");
    let sql = sql.bind(id).bind(station).add(", {}, {}, 'draft', '[]', {}, 1)").bind(since).bind(until).bind(at);
    tx.run(sql).await.map(drop)
}

/// Keeps who stays short, and why.
pub async fn tell(tx: &mut Tx, id: RosterId, told: &str) -> Result<(), Fault> {
    tx.run(Sql::new("update duty_roster set told = {} where id = {}").bind(told).bind(id)).await.map(drop)
}

/// Takes everybody out of a draft, and its turns but those somebody added.
pub async fn clear(tx: &mut Tx, id: RosterId, all: bool) -> Result<(), Fault> {
    let turns = " (select t.id from duty_turn t where t.roster = {}";
    tx.run(Sql::new("delete from duty_seat where turn in").add(turns).bind(id).add(")")).await?;
    tx.run(Sql::new("delete from duty_turn where roster = {} and (by_hand = 0 or 1 = {})").bind(id).bind(all)).await?;
    tx.run(Sql::new("update duty_roster set stuck = null where id = {}").bind(id)).await?;
    Ok(())
}

/// Throws a draft away.
pub async fn discard(tx: &mut Tx, id: RosterId) -> Result<(), Fault> {
    clear(tx, id, true).await?;
    tx.run(Sql::new("delete from duty_roster where id = {}").bind(id)).await.map(drop)
}

/// Whether somebody on it is on leave that day.
pub async fn on_leave(ask: &mut impl Ask, id: RosterId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from duty_seat s join duty_turn t on t.id = s.turn where t.roster = {} and (");
    let sql = sql.add("exists (select 1 from duty_leave l where l.person = s.person and l.ended is null and l.since <= t.day and l.until >= t.day)");
    let sql = sql.add(" or not exists (select 1 from v_serves h where h.station = t.station and h.person = s.person and h.since <= t.day and (h.until is null or h.until > t.day))");
    let sql =
        sql.add(" or not exists (select 1 from v_mandate m where m.person = s.person and m.in_office = 1)) limit 1");
    Ok(ask.one::<(i64,)>(sql.bind(id)).await?.is_some())
}

/// Publishes it, with everybody on it.
pub async fn publish(tx: &mut Tx, id: RosterId, at: Moment) -> Result<(), Fault> {
    let sql = Sql::new("update duty_roster set stage = 'published', published = {} where id = {}").bind(at).bind(id);
    tx.run(sql).await?;
    let sql = Sql::new("update duty_seat set stage = 'published', at = {}").bind(at);
    tx.run(sql.add(" where turn in (select t.id from duty_turn t where t.roster = {})").bind(id)).await.map(drop)
}
