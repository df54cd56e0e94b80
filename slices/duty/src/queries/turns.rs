//! Turns with the deputies on them.

use std::collections::HashMap;

use duty_rules::{Hours, RosterId, SeatId, StationId, TurnId};
use kernel::{Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// One turn.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TurnLine {
        /// Which.
        pub id: TurnId,
        /// The roster it stands on.
        pub roster: RosterId,
        /// Its day.
        pub day: Day,
        /// The day it would have been but for a holiday.
        pub meant: Day,
        /// The minute it begins.
        pub begins: u16,
        /// The minute it ends.
        pub ends: u16,
        /// How many deputies.
        pub need: u16,
        /// Whether somebody added it.
        pub by_hand: bool,
        /// Counts its changes.
        pub version: i64,
        /// `draft` or `published`.
        pub stage: String,
        /// When somebody last made a code for it: whether there is one.
        pub coded: bool,
    }
}

row! {
    /// One deputy on a turn.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SeatLine {
        /// Which.
        pub id: SeatId,
        /// The turn.
        pub turn: TurnId,
        /// Who.
        pub person: PersonId,
        /// Their name.
        pub name: String,
        /// Where it stands, by its word.
        pub stage: String,
        /// How that is known, by its word.
        pub how: Option<String>,
        /// Since when it stands there.
        pub at: Moment,
    }
}

row! {
    /// A change by hand.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ChangeLine {
        /// When.
        pub at: Moment,
        /// Who went out.
        pub gone: Option<String>,
        /// Who came in.
        pub came: Option<String>,
        /// Why.
        pub reason: String,
    }
}

impl ChangeLine {
    /// Who moved: `out`, `in` or `both`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match (&self.gone, &self.came) {
            (Some(_), Some(_)) => "both",
            (Some(_), None) => "out",
            (None, _) => "in",
        }
    }
}

/// A turn and who is on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The turn.
    pub line: TurnLine,
    /// Who is on it, by name.
    pub seats: Vec<SeatLine>,
}

impl Turn {
    /// From when to when.
    #[must_use]
    pub fn hours(&self) -> String {
        format!("{}–{}", Hours::clock(self.line.begins), Hours::clock(self.line.ends))
    }

    /// The names, with a sign between.
    #[must_use]
    pub fn names(&self) -> String {
        self.seats.iter().map(|seat| seat.name.as_str()).collect::<Vec<_>>().join("、")
    }

    /// Places nobody has.
    #[must_use]
    pub fn missing(&self) -> usize {
        usize::from(self.line.need).saturating_sub(self.seats.len())
    }

    /// Whether nobody was told of it yet.
    #[must_use]
    pub fn draft(&self) -> bool {
        self.line.stage == "draft"
    }
}

const TURN: &str = "select t.id, t.roster, t.day, t.meant, t.begins, t.ends, t.need, t.by_hand, t.version, r.stage, \
     case when t.token is null then 0 else 1 end from duty_turn t join duty_roster r on r.id = t.roster where ";

/// The turns of a station from a day to another; those of drafts only for who works on them.
pub async fn of_station(
    ask: &mut impl Ask,
    station: StationId,
    (since, until): (Day, Day),
    drafts: bool,
) -> Result<Vec<Turn>, Fault> {
    let sql =
        Sql::new(TURN).add("t.station = {} and t.day >= {} and t.day <= {} and (r.stage = 'published' or 1 = {})");
    seated(ask, sql.bind(station).bind(since).bind(until).bind(drafts)).await
}

/// The turns of a roster.
pub async fn of_roster(ask: &mut impl Ask, roster: RosterId) -> Result<Vec<Turn>, Fault> {
    seated(ask, Sql::new(TURN).add("t.roster = {}").bind(roster)).await
}

/// One turn.
pub async fn one(ask: &mut impl Ask, turn: TurnId) -> Result<Option<Turn>, Fault> {
    Ok(seated(ask, Sql::new(TURN).add("t.id = {}").bind(turn)).await?.pop())
}

async fn seated(ask: &mut impl Ask, turns: Sql) -> Result<Vec<Turn>, Fault> {
    let lines: Vec<TurnLine> = ask.all(turns.add(" order by t.day, t.begins, t.id")).await?;
    let mut seats: HashMap<TurnId, Vec<SeatLine>> = HashMap::new();
    for some in lines.chunks(500) {
        let sql = Sql::new(
            "select s.id, s.turn, s.person, p.name, s.stage, s.how, s.at from duty_seat s join v_person p on p.id = s.person",
        );
        let sql =
            sql.add(" where s.turn in ").list(some.iter().map(|line| line.id)).add(" order by p.pinyin, s.person");
        let found: Vec<SeatLine> = ask.all(sql).await?;
        for seat in found {
            seats.entry(seat.turn).or_default().push(seat);
        }
    }
    Ok(lines.into_iter().map(|line| Turn { seats: seats.remove(&line.id).unwrap_or_default(), line }).collect())
}

/// What was changed by hand on a turn, the last first.
pub async fn changes(ask: &mut impl Ask, turn: TurnId) -> Result<Vec<ChangeLine>, Fault> {
    let sql = Sql::new(
        "select c.at, (select p.name from v_person p where p.id = c.gone), (select p.name from v_person p where p.id = c.came), c.reason",
    );
    ask.all(sql.add(" from duty_change c where c.turn = {} order by c.at desc, c.id desc").bind(turn)).await
}

row! {
    /// A deputy of a station.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Person {
        /// Who.
        pub id: PersonId,
        /// Their name.
        pub name: String,
    }
}

/// The deputies in office whose home a station is on a day, by name.
pub async fn people(ask: &mut impl Ask, station: StationId, day: Day) -> Result<Vec<Person>, Fault> {
    let sql = Sql::new("select p.id, p.name from v_serves h join v_person p on p.id = h.person where h.station = {}");
    let sql = sql.bind(station).add(" and h.since <= {} and (h.until is null or h.until > {})").bind(day).bind(day);
    let sql = sql.add(" and exists (select 1 from v_mandate m where m.person = h.person and m.in_office = 1)");
    ask.all(sql.add(" order by p.pinyin, p.id")).await
}

/// The names of these people.
pub async fn names(ask: &mut impl Ask, of: Vec<PersonId>) -> Result<HashMap<PersonId, String>, Fault> {
    let found: Vec<Person> = ask.all(Sql::new("select id, name from v_person where id in ").list(of)).await?;
    Ok(found.into_iter().map(|it| (it.id, it.name)).collect())
}
