//! The stations whose rosters somebody keeps: those of the congress, or those whose keeper one is.

use accounts_rules::{Actor, Right};
use duty_rules::StationId;
use kernel::{AccountId, BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

row! {
    /// One station with what waits there.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct StationLine {
        /// Which.
        pub id: StationId,
        /// Its name.
        pub name: String,
        /// Its stage, by its word.
        pub stage: String,
        /// Patterns that hold now.
        pub patterns: i64,
        /// The last day that is published.
        pub until: Option<Day>,
        /// The next reception.
        pub next: Option<Day>,
        /// Drafts that nobody was told of.
        pub drafts: i64,
        /// Turns of past days where somebody is not noted yet.
        pub unnoted: i64,
    }
}

/// Whose stations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those a congress keeps.
    Congress(BodyId),
    /// Those an account is keeper of.
    Keeper(AccountId),
}

/// By name; open ones and others alike.
pub const NAMED: Order = Order { name: "name", keys: &[Key::up("v.name", Kind::Text), Key::up("v.id", Kind::Id)] };

/// Whose stations an actor sees first.
#[must_use]
pub fn whose(actor: &Actor) -> Option<Whose> {
    if let Some(congress) = actor.bodies(Right::DutySee).next() {
        return Some(Whose::Congress(congress));
    }
    actor.account.filter(|_| actor.holds(Right::DutyStationKeep)).map(Whose::Keeper)
}

fn narrowed(sql: Sql, whose: Whose) -> Sql {
    match whose {
        Whose::Congress(congress) => sql.add("v.congress = {}").bind(congress),
        Whose::Keeper(account) => {
            sql.add("v.id in (select k.station from v_keeper k where k.account = {})").bind(account)
        }
    }
}

/// One page of them, with what waits on a day.
pub async fn page(
    ask: &mut impl Ask,
    whose: Whose,
    today: Day,
    after: Option<Position>,
    size: u16,
) -> Result<Page<StationLine>, Fault> {
    let sql = Sql::new(
        "select v.id, v.name, v.stage, (select count(*) from duty_pattern p where p.station = v.id and (p.until is null or p.until >= {})),",
    );
    let sql = sql
        .bind(today)
        .add(" (select max(r.until) from duty_roster r where r.station = v.id and r.stage = 'published'),");
    let sql =
        sql.add(" (select min(d.day) from v_duty d where d.station = v.id and d.stage = 'published' and d.day >= {}),");
    let sql =
        sql.bind(today).add(" (select count(*) from duty_roster r where r.station = v.id and r.stage = 'draft'),");
    let sql =
        sql.add(" (select count(*) from v_duty d where d.station = v.id and d.stage = 'published' and d.day < {})");
    let select = narrowed(sql.bind(today).add(" from v_station v where "), whose);
    let count = narrowed(Sql::new("select count(*) from v_station v where "), whose);
    let list = List { select, count, order: &NAMED, after, size };
    list::page(ask, list, |line: &StationLine| vec![line.name.as_str().into(), Val::from(line.id)]).await
}
