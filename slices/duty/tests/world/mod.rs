//! A county with one station of four deputies, its keeper, and a station of others.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use duty::desk::{
    pattern::{self, PatternWanted},
    roster::{self, RosterWanted},
};
use duty_rules::{RosterId, SeatId, Shift, StationId, TurnId};
use kernel::{AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::api::Once,
};
use uuid::Uuid;

pub fn id<N>(family: u8, n: u8) -> Id<N> {
    let mut bytes = [family; 16];
    bytes[15] = n;
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    Id::from_uuid(Uuid::from_bytes(bytes))
}

pub fn county() -> BodyId {
    id(1, 0)
}
pub fn office() -> BodyId {
    id(1, 1)
}
/// 桥头站, of four deputies.
pub fn station() -> StationId {
    id(2, 1)
}
/// 城关站, of nobody.
pub fn other_station() -> StationId {
    id(2, 2)
}
/// 1 to 4 at the station, 5 at no station.
pub fn person(n: u8) -> PersonId {
    id(3, n)
}

pub fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}
pub fn on(site: &Site, text: &str) {
    site.set_now(day(text).start().plus_millis(10 * 3_600_000));
}

pub fn actor(n: u8, person: Option<PersonId>, duty: Duty, body: BodyId, congress: BodyId) -> Actor {
    let post = Post { duty, body, congress, area: AreaCode::parse("430121").unwrap() };
    Actor { account: Some(id(9, n)), person, name: format!("{n}"), posts: vec![post], acting_for: None }
}
pub fn deputy(n: u8) -> Actor {
    actor(n, Some(person(n)), Duty::Deputy, county(), county())
}
pub fn chief() -> Actor {
    actor(50, None, Duty::Chief, office(), county())
}
pub fn clerk() -> Actor {
    actor(51, None, Duty::Clerk, office(), county())
}
pub fn leader() -> Actor {
    actor(52, None, Duty::Leader, office(), county())
}
pub fn keeper() -> Actor {
    actor(60, None, Duty::Keeper, BodyId::from_uuid(station().uuid()), county())
}
/// Keeps the other station.
pub fn other_keeper() -> Actor {
    actor(61, None, Duty::Keeper, BodyId::from_uuid(other_station().uuid()), county())
}
/// The chief of another county.
pub fn stranger() -> Actor {
    actor(99, None, Duty::Chief, id(1, 99), id(1, 98))
}

pub fn why(problem: Problem) -> String {
    match problem {
        Problem::Refused(refused) => refused.key.to_owned(),
        Problem::Invalid(errors) => errors.0.iter().map(|(field, wrong)| format!("{field}: {}", wrong.key)).collect(),
        other => format!("{other:?}"),
    }
}

/// Wednesdays, two deputies.
pub fn wednesdays() -> PatternWanted {
    PatternWanted {
        meets: "weekday".to_owned(),
        numbers: vec![3],
        weeks: vec![],
        months: vec![],
        begins: "09:00".to_owned(),
        ends: "11:00".to_owned(),
        deputies: 2,
        shift: Shift::Next,
        since: day("2026-06-01"),
    }
}

pub async fn receives(site: &Site) {
    pattern::make(site, &keeper(), station(), &wednesdays(), &Once::default()).await.unwrap();
}

pub fn july() -> RosterWanted {
    RosterWanted { since: day("2026-07-01"), until: day("2026-07-31") }
}

pub async fn drafted(site: &Site) -> RosterId {
    receives(site).await;
    roster::generate(site, &keeper(), station(), july(), &Once::default()).await.unwrap()
}

/// Five Wednesdays of July, published.
pub async fn published(site: &Site) -> RosterId {
    let id = drafted(site).await;
    roster::publish(site, &keeper(), id, 1).await.unwrap();
    id
}

/// Day, person, stage of every seat.
pub async fn seats(site: &Site) -> Vec<(String, PersonId, String)> {
    let sql = "select day, person, stage from v_duty order by day, begins, person";
    site.db().all(sql).await.unwrap()
}
pub async fn seat_of(site: &Site, person: PersonId) -> (SeatId, TurnId, Day) {
    let sql =
        Sql::new("select s.id, t.id, t.day from duty_seat s join duty_turn t on t.id = s.turn where s.person = {}");
    site.db().one(sql.bind(person).add(" order by t.day limit 1")).await.unwrap().unwrap()
}
pub async fn version(site: &Site, turn: TurnId) -> i64 {
    let sql = Sql::new("select version from duty_turn where id = {}").bind(turn);
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}
/// How many facts of a verb stand in the journal.
pub async fn facts(site: &Site, verb: &str) -> i64 {
    let sql = Sql::new("select count(*) from journal where verb = {}").bind(verb);
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

/// Fills the rows of other nouns.
pub async fn found(site: &Site) {
    on(site, "2026-06-10");
    let mut tx = site.db().begin().await.unwrap();
    let sql =
        Sql::new("insert into area (code, name, level, kind) values ('430121', '临江县', 'county', 'administrative')");
    run(&mut tx, sql).await;
    bodies(&mut tx).await;
    for n in 1..=5u8 {
        let sql = Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, {}, 'd', 1)");
        run(&mut tx, sql.bind(person(n)).bind(format!("代表{n}")).bind(format!("daibiao{n}"))).await;
        let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term)");
        let sql = sql.add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, '430121', {})").bind(id::<()>(7, n));
        run(&mut tx, sql.bind(person(n)).bind(county()).bind(id::<()>(5, 0))).await;
    }
    stations(&mut tx).await;
    tx.commit().await.unwrap();
}

async fn bodies(tx: &mut Tx) {
    for (body, kind, name) in [
        (county(), "congress", "临江县人民代表大会"),
        (office(), "office", "县人大联工委"),
        (BodyId::from_uuid(station().uuid()), "station", "桥头站"),
        (BodyId::from_uuid(other_station().uuid()), "station", "城关站"),
    ] {
        let sql = Sql::new("insert into body (level, powers, transfer, version, area, congress, id, kind, name)")
            .add(" values ('county', '[]', 0, 1, '430121', {}, {}, {}, {})");
        run(tx, sql.bind(county()).bind(body).bind(kind).bind(name)).await;
    }
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
    run(tx, sql.bind(id::<()>(5, 0)).bind(county())).await;
}

/// The rows as the noun of stations has them.
async fn stations(tx: &mut Tx) {
    for (which, name) in [(station(), "桥头站"), (other_station(), "城关站")] {
        let sql = Sql::new(
            "insert into station (area, tier, kind, functions, host, hours, phone, about, stage, made, version,",
        );
        let sql =
            sql.add(" id, congress, name, place) values ('430121', 'town', 'area', '', '', '', '', '', 'open', 1, 1,");
        run(tx, sql.add(" {}, {}, {}, {})").bind(which).bind(county()).bind(name).bind(format!("{name}大院"))).await;
    }
    for n in 1..=4u8 {
        let sql = Sql::new("insert into station_home (id, station, person, since) values ({}, {}, {}, '2026-01-01')");
        run(tx, sql.bind(id::<()>(8, n)).bind(station()).bind(person(n))).await;
    }
    for (n, which) in [(60u8, station()), (61, other_station())] {
        let sql = Sql::new("insert into account (id, name, sign_in, made, version) values ({}, {}, {}, 1, 1)");
        run(tx, sql.bind(id::<()>(9, n)).bind(format!("{n}")).bind(format!("{n}"))).await;
        let sql = Sql::new("insert into post (duty, area, since, version, congress, id, account, body)");
        let sql = sql.add(" values ('keeper', '430121', '2026-01-01', 1, {}, {}, {}, {})").bind(county());
        run(tx, sql.bind(id::<()>(10, n)).bind(id::<()>(9, n)).bind(which)).await;
    }
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = duty::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
