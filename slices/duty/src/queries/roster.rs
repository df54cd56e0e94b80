//! The rosters of a station.

use duty_rules::{RosterId, StationId};
use kernel::{Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// One roster.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RosterLine {
        /// Which.
        pub id: RosterId,
        /// Its first day.
        pub since: Day,
        /// Its last day.
        pub until: Day,
        /// `draft` or `published`.
        pub stage: String,
        /// When it was published.
        pub published: Option<Moment>,
        /// Why the clock could not publish it.
        pub stuck: Option<String>,
        /// Its turns.
        pub turns: i64,
    }
}

/// The rosters of a station, the last first, at most so many; drafts only for who works on them.
pub async fn of_station(
    ask: &mut impl Ask,
    station: StationId,
    drafts: bool,
    most: i64,
) -> Result<Vec<RosterLine>, Fault> {
    let sql = Sql::new(
        "select r.id, r.since, r.until, r.stage, r.published, r.stuck, (select count(*) from duty_turn t where t.roster = r.id)",
    );
    let sql = sql.add(" from duty_roster r where r.station = {} and (r.stage = 'published' or 1 = {})");
    ask.all(sql.bind(station).bind(drafts).add(" order by r.since desc, r.id limit {}").bind(most)).await
}
