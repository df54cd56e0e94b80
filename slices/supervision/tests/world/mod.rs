//! A county with one suggestion that two units handle, its deputies, office and transfer office.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod counted;
pub mod evaluation;
pub mod site;

use accounts_rules::{Actor, Duty, Post};
use kernel::{AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
};
use supervision_rules::{SessionId, SuggestionId};
use uuid::Uuid;

pub const AREA: &str = "430121";

pub fn id<N>(family: u8, n: u8) -> Id<N> {
    let mut bytes = [family; 16];
    bytes[15] = n;
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    Id::from_uuid(Uuid::from_bytes(bytes))
}

pub fn congress() -> BodyId {
    id(1, 0)
}
pub fn office() -> BodyId {
    id(1, 1)
}
/// The unit that leads.
pub fn roads() -> BodyId {
    id(1, 2)
}
/// The unit that co-handles.
pub fn water() -> BodyId {
    id(1, 3)
}
/// A unit without a part.
pub fn schools() -> BodyId {
    id(1, 4)
}
pub fn session() -> SessionId {
    id(4, 1)
}
pub fn person(n: u8) -> PersonId {
    id(3, n)
}
/// 第12号, handled by roads and water.
pub fn suggestion() -> SuggestionId {
    id(10, 12)
}
/// A draft of deputy 1.
pub fn draft() -> SuggestionId {
    id(10, 99)
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Sets the clock to ten in the morning of a day.
pub fn on(site: &Site, text: &str) {
    site.set_now(day(text).start().plus_millis(10 * 3_600_000));
}

pub fn actor(n: u8, person: Option<PersonId>, duty: Duty, body: BodyId) -> Actor {
    let post = Post { duty, body, congress: congress(), area: AreaCode::parse(AREA).unwrap() };
    Actor { account: Some(id(9, n)), person, name: format!("{n}"), posts: vec![post], acting_for: None }
}

pub fn deputy(n: u8) -> Actor {
    actor(n, Some(person(n)), Duty::Deputy, congress())
}
pub fn clerk() -> Actor {
    actor(50, None, Duty::Clerk, office())
}
pub fn chief() -> Actor {
    actor(51, None, Duty::Chief, office())
}
pub fn transfer() -> Actor {
    actor(52, None, Duty::Transfer, office())
}
pub fn head(unit: BodyId) -> Actor {
    actor(60, None, Duty::UnitHead, unit)
}
pub fn stranger() -> Actor {
    let other = id(1, 99);
    let post = Post { duty: Duty::Chief, body: other, congress: other, area: AreaCode::parse("43").unwrap() };
    Actor { account: Some(id(9, 99)), posts: vec![post], ..Actor::nobody() }
}

pub fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

pub fn why(problem: Problem) -> String {
    match problem {
        Problem::Refused(refused) => refused.key.to_owned(),
        other => format!("{other:?}"),
    }
}

/// Fills the rows of other nouns.
pub async fn found(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    places(&mut tx).await;
    people(&mut tx).await;
    matters(&mut tx).await;
    tx.commit().await.unwrap();
}

pub async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

fn term() -> Uuid {
    id::<()>(5, 1).uuid()
}

async fn places(tx: &mut Tx) {
    let area = Sql::new("insert into area (code, name, level, kind) values ({}, '临江县', 'county', 'administrative')");
    run(tx, area.bind(AREA)).await;
    for (id, kind, name) in [
        (congress(), "congress", "临江县人民代表大会"),
        (office(), "office", "县人大联工委"),
        (roads(), "unit", "县交通运输局"),
        (water(), "unit", "县水利局"),
        (schools(), "unit", "县教育局"),
    ] {
        let sql = Sql::new("insert into body (level, powers, transfer, version, id, area, kind, name, congress)")
            .add(" values ('county', '[]', 0, 1, {}, {}, {}, {}, {})");
        run(tx, sql.bind(id).bind(AREA).bind(kind).bind(name).bind(congress())).await;
    }
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
    run(tx, sql.bind(term()).bind(congress())).await;
    let sql = Sql::new("insert into session (id, term, congress, ordinal, name, opened, closed, version)")
        .add(" values ({}, {}, {}, 5, '第五次会议', '2026-01-08', '2026-01-12', 1)");
    run(tx, sql.bind(session()).bind(term()).bind(congress())).await;
}

async fn people(tx: &mut Tx) {
    for n in 1..=4 {
        let sql =
            Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)");
        run(tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
        let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term)")
            .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {})");
        run(tx, sql.bind(id::<()>(7, n)).bind(person(n)).bind(congress()).bind(AREA).bind(term())).await;
    }
}

/// A suggestion row of deputy 1.
pub async fn paper(tx: &mut Tx, of: SuggestionId, stage: &str, number: Option<i64>) {
    let sql = Sql::new(
        "insert into suggestion (title, body, not_public_because, wants_meeting, keep_identity, begun, version, \
         category, publish, id, congress, session, lead, stage, n, number, series, filed) values \
         ('关于修路的建议', '路不好走', '', 0, 0, 1, 1, 'construction', 1, {}, {}, {}, {}, {}, {}, {}, {}, {})",
    );
    let sql = sql.bind(of).bind(congress()).bind(session()).bind(person(1)).bind(stage);
    let sql = sql.bind(number).bind(number.map(|n| format!("第{n}号"))).bind(number.map(|_| "s"));
    run(tx, sql.bind(number.map(|_| 1i64))).await;
}

/// A unit's part.
pub async fn part(tx: &mut Tx, of: SuggestionId, n: u8, unit: BodyId, role: &str) {
    let sql = Sql::new(
        "insert into assignment (ordinal, assigned, sign_by, due, work, awaits, id, suggestion, congress, unit, role) \
         values (0, 1, '2026-01-20', '2026-04-20', 'handling', 'reply', {}, {}, {}, {}, {})",
    );
    run(tx, sql.bind(id::<()>(11, n)).bind(of).bind(congress()).bind(unit).bind(role)).await;
}

async fn matters(tx: &mut Tx) {
    paper(tx, suggestion(), "handling", Some(12)).await;
    part(tx, suggestion(), 1, roads(), "lead").await;
    part(tx, suggestion(), 2, water(), "co").await;
    paper(tx, draft(), "draft", None).await;
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = supervision::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
