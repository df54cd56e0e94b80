//! A county whose congress sits from 8 to 12 March 2026, with twelve deputies and its office.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use bills::desk::{self, check::Opinion, decide::Decision};
use bills_rules::{BillId, Disposal, SessionId, Sheet};
use kernel::{AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::api::Once,
};
use uuid::Uuid;

pub const AREA: &str = "430121";
/// As many deputies as the county has here.
pub const DEPUTIES: u8 = 12;

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
pub fn person(n: u8) -> PersonId {
    id(3, n)
}
pub fn session() -> SessionId {
    id(4, 1)
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Sets the clock to ten in the morning of a day.
pub fn on(site: &Site, text: &str) {
    site.set_now(day(text).start().plus_millis(10 * 3_600_000));
}

fn actor(n: u8, name: &str, person: Option<PersonId>, duty: Duty, body: BodyId) -> Actor {
    let post = Post { duty, body, congress: congress(), area: AreaCode::parse(AREA).unwrap() };
    Actor { account: Some(id(9, n)), person, name: name.to_owned(), posts: vec![post], acting_for: None }
}

pub fn deputy(n: u8) -> Actor {
    actor(n, &format!("代表{n}"), Some(person(n)), Duty::Deputy, congress())
}
pub fn clerk() -> Actor {
    actor(50, "经办", None, Duty::Clerk, office())
}
pub fn chief() -> Actor {
    actor(51, "主任", None, Duty::Chief, office())
}
pub fn stranger() -> Actor {
    let other = id(1, 99);
    let post = Post { duty: Duty::Chief, body: other, congress: other, area: AreaCode::parse("43").unwrap() };
    Actor { account: Some(id(9, 99)), posts: vec![post], ..Actor::nobody() }
}

/// Fills the roster.
pub async fn found(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    places(&mut tx).await;
    people(&mut tx).await;
    tx.commit().await.unwrap();
}

async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

fn term() -> Uuid {
    id::<()>(5, 1).uuid()
}

async fn places(tx: &mut Tx) {
    let area = Sql::new("insert into area (code, name, level, kind) values ({}, '临江县', 'county', 'administrative')");
    run(tx, area.bind(AREA)).await;
    for (id, kind, name) in [(congress(), "congress", "临江县人民代表大会"), (office(), "office", "县人大联工委")]
    {
        let sql = Sql::new("insert into body (level, powers, transfer, version, id, area, kind, name, congress)")
            .add(" values ('county', '[]', 0, 1, {}, {}, {}, {}, {})");
        run(tx, sql.bind(id).bind(AREA).bind(kind).bind(name).bind(congress())).await;
    }
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
    run(tx, sql.bind(term()).bind(congress())).await;
    let sql = Sql::new("insert into session (id, term, congress, ordinal, name, opened, closed, version)")
        .add(" values ({}, {}, {}, 5, '第十八届第五次会议', '2026-03-08', '2026-03-12', 1)");
    run(tx, sql.bind(session()).bind(term()).bind(congress())).await;
}

async fn people(tx: &mut Tx) {
    let delegation = id::<()>(6, 1).uuid();
    let sql =
        Sql::new("insert into delegation (id, term, congress, name, version) values ({}, {}, {}, '第一代表团', 1)");
    run(tx, sql.bind(delegation).bind(term()).bind(congress())).await;
    for n in 1..=DEPUTIES {
        let sql =
            Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)");
        run(tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
        let sql =
            Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term, delegation)")
                .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {}, {})");
        let sql = sql.bind(id::<()>(7, n)).bind(person(n)).bind(congress());
        run(tx, sql.bind(AREA).bind(term()).bind(delegation)).await;
    }
}

pub fn sheet(title: &str) -> Sheet {
    Sheet {
        title: title.to_owned(),
        grounds: "水源地周边养殖增多，水质下降。".to_owned(),
        proposal: "由县人民代表大会作出决议，划定保护范围，限期整治。".to_owned(),
        publish: Some(true),
        ..Sheet::default()
    }
}

pub fn words(text: &str) -> desk::Reason {
    text.to_owned().try_into().unwrap()
}

pub fn name(text: &str) -> Text<60> {
    Text::parse(text).unwrap()
}

pub fn why(problem: Problem) -> String {
    match problem {
        Problem::Refused(refused) => refused.key.to_owned(),
        other => format!("{other:?}"),
    }
}

/// A draft of deputy 1.
pub async fn drafted(site: &Site, title: &str) -> BillId {
    desk::draft::begin(site, &deputy(1), congress(), sheet(title), &Once::default()).await.unwrap()
}

/// Signed by so many, the lead one counted.
pub async fn signed(site: &Site, title: &str, count: u8) -> BillId {
    let id = drafted(site, title).await;
    let people: Vec<PersonId> = (2..=count).map(person).collect();
    desk::sign::ask(site, &deputy(1), id, &people).await.unwrap();
    for n in 2..=count {
        desk::sign::sign(site, &deputy(n), id, desk::Saw::Unsaid).await.unwrap();
    }
    id
}

/// Handed in by deputy 1 with nine others, and numbered.
pub async fn numbered(site: &Site, title: &str) -> BillId {
    let id = signed(site, title, 10).await;
    desk::submit::submit(site, &deputy(1), id).await.unwrap();
    desk::check::number(site, &clerk(), id).await.unwrap();
    id
}

/// The committee proposes.
pub async fn reviewed(site: &Site, title: &str, proposal: Disposal) -> BillId {
    let id = numbered(site, title).await;
    let opinion =
        Opinion {
            by: name("议案审查委员会"), proposal, reason: words("属于政府职权，宜作建议办理。"), seen: None
        };
    desk::check::review(site, &clerk(), id, opinion).await.unwrap();
    id
}

pub fn decision(disposal: Disposal) -> Decision {
    Decision { disposal, reason: None, report_by: None, seen: None }
}

/// The presidium follows the committee.
pub async fn decided(site: &Site, title: &str, disposal: Disposal) -> BillId {
    let id = reviewed(site, title, disposal.clone()).await;
    desk::decide::decide(site, &chief(), id, decision(disposal)).await.unwrap();
    id
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = bills::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
