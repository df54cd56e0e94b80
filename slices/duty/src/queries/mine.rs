//! 我的值班: a deputy's own turns, leave and swaps.

use accounts_rules::{Actor, Right};
use duty_rules::{Hours, LeaveId, SeatId, StationId, SwapId, TurnId};
use kernel::{Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

use super::members::year_of;

row! {
    /// One turn of the deputy.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct OwnLine {
        /// The seat.
        pub seat: SeatId,
        /// The turn.
        pub turn: TurnId,
        /// The station.
        pub station: StationId,
        /// Its name.
        pub name: String,
        /// Where it is.
        pub place: String,
        /// The day.
        pub day: Day,
        /// The minute it begins.
        pub begins: u16,
        /// The minute it ends.
        pub ends: u16,
        /// Where it stands, by its word.
        pub stage: String,
        /// Who is asked to take it.
        pub asked: Option<String>,
    }
}

impl OwnLine {
    /// From when to when.
    #[must_use]
    pub fn hours(&self) -> String {
        format!("{}–{}", Hours::clock(self.begins), Hours::clock(self.ends))
    }
}

row! {
    /// A swap that is open.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SwapLine {
        /// Which.
        pub id: SwapId,
        /// The day of the turn.
        pub day: Day,
        /// The station.
        pub name: String,
        /// Who asks.
        pub asker: PersonId,
        /// Their name.
        pub from: String,
        /// Who is asked.
        pub asked: PersonId,
        /// Their name.
        pub to: String,
        /// What was said.
        pub words: String,
    }
}

row! {
    /// A leave that is not over.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LeaveLine {
        /// Which.
        pub id: LeaveId,
        /// From this day.
        pub since: Day,
        /// To this day.
        pub until: Day,
        /// Why.
        pub reason: String,
        /// Who.
        pub name: String,
    }
}

/// Whether the actor has anything to do with duty: a deputy who belongs to some station, who keeps one, an office.
#[must_use]
pub fn involved(actor: &Actor) -> bool {
    let rights = [Right::DutySee, Right::DutyStationKeep, Right::DutyTake];
    rights.into_iter().any(|right| actor.holds(right))
}

const OWN: &str = "select s.id, t.id, t.station, v.name, v.place, t.day, t.begins, t.ends, s.stage, \
     (select p.name from duty_swap w join v_person p on p.id = w.asked where w.seat = s.id and w.stage = 'asked') \
     from duty_seat s join duty_turn t on t.id = s.turn join v_station v on v.id = t.station \
     where s.stage <> 'planned' and s.person = {}";

/// The deputy's turns from a day to another, in order.
pub async fn turns(ask: &mut impl Ask, person: PersonId, (since, until): (Day, Day)) -> Result<Vec<OwnLine>, Fault> {
    let sql = Sql::new(OWN).bind(person).add(" and t.day >= {} and t.day <= {}").bind(since).bind(until);
    ask.all(sql.add(" order by t.day, t.begins, s.id")).await
}

const SWAP: &str = "select w.id, t.day, v.name, w.asker, a.name, w.asked, b.name, w.words from duty_swap w \
     join duty_turn t on t.id = w.turn join v_station v on v.id = t.station \
     join v_person a on a.id = w.asker join v_person b on b.id = w.asked where w.stage = 'asked' and ";

/// Open swaps the deputy asked for, or is asked.
pub async fn swaps(ask: &mut impl Ask, person: PersonId) -> Result<Vec<SwapLine>, Fault> {
    let sql = Sql::new(SWAP).add("(w.asker = {} or w.asked = {})").bind(person).bind(person);
    ask.all(sql.add(" order by t.day, w.id")).await
}

/// Open swaps of a station.
pub async fn swaps_of(ask: &mut impl Ask, station: StationId) -> Result<Vec<SwapLine>, Fault> {
    ask.all(Sql::new(SWAP).add("t.station = {} order by t.day, w.id").bind(station)).await
}

/// The deputy's leave that is not over.
pub async fn leaves(ask: &mut impl Ask, person: PersonId, today: Day) -> Result<Vec<LeaveLine>, Fault> {
    let sql = Sql::new(
        "select l.id, l.since, l.until, l.reason, p.name from duty_leave l join v_person p on p.id = l.person where l.ended is null",
    );
    ask.all(sql.add(" and l.person = {} and l.until >= {} order by l.since, l.id").bind(person).bind(today)).await
}

/// Leave that is not over of the deputies of a station.
pub async fn leaves_of(ask: &mut impl Ask, station: StationId, today: Day) -> Result<Vec<LeaveLine>, Fault> {
    let sql = Sql::new(
        "select l.id, l.since, l.until, l.reason, p.name from duty_leave l join v_person p on p.id = l.person where l.ended is null",
    );
    let sql =
        sql.add(" and l.until >= {} and l.person in (select h.person from v_serves h where h.station = {}").bind(today);
    let sql = sql.bind(station).add(" and h.until is null) order by l.since, l.id limit 200");
    ask.all(sql).await
}

/// Turns of the year of a day: those attended, and those still to come.
pub async fn counts(ask: &mut impl Ask, person: PersonId, today: Day) -> Result<(u32, u32), Fault> {
    let (first, last) = year_of(today);
    let sql = Sql::new("select d.stage, count(*) from v_duty d where d.person = {} and d.day >= {} and d.day <= {}");
    let sql = sql
        .bind(person)
        .bind(first)
        .bind(last)
        .add(" and (d.stage = 'attended' or (d.stage = 'published' and d.day >= {}))");
    let rows: Vec<(String, u32)> = ask.all(sql.bind(today).add(" group by d.stage")).await?;
    let of = |word: &str| rows.iter().find(|(stage, _)| stage == word).map_or(0, |(_, n)| *n);
    Ok((of("attended"), of("published")))
}

/// The congress that keeps the deputy's home station: whose rules they go by.
pub async fn home(
    ask: &mut impl Ask,
    person: PersonId,
    today: Day,
) -> Result<Option<(StationId, String, kernel::BodyId)>, Fault> {
    let sql = Sql::new(
        "select v.id, v.name, v.congress from v_home h join v_station v on v.id = h.station where h.person = {}",
    );
    let sql = sql.bind(person).add(" and h.since <= {} and (h.until is null or h.until > {})").bind(today).bind(today);
    ask.one(sql.add(" order by h.since desc limit 1")).await
}
