//! A county with a congress that sits from 8 to 12 March 2026, six deputies, four units and their people.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Day, Id, Moment, PersonId};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::api::Once,
};
use roster_rules::SessionId;
use suggestions::desk::{self, assign::Plan};
use suggestions_rules::{AssignmentId, Letter, Sheet, Source, SuggestionId};
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
pub fn government() -> BodyId {
    id(1, 2)
}
pub fn unit(n: u8) -> BodyId {
    id(2, n)
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
pub fn transfer() -> Actor {
    actor(52, "督查室", None, Duty::Transfer, government())
}
pub fn unit_clerk(n: u8) -> Actor {
    actor(60 + n, "承办人", None, Duty::UnitClerk, unit(n))
}
pub fn unit_head(n: u8) -> Actor {
    actor(70 + n, "局长", None, Duty::UnitHead, unit(n))
}
pub fn operator() -> Actor {
    actor(90, "管理员", None, Duty::Operator, congress())
}
/// The clerk, acting for a deputy who asked.
pub fn acting_for(n: u8) -> Actor {
    clerk().switched_to(person(n), deputy(n).posts)
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

fn term() -> Uuid {
    id::<()>(5, 1).uuid()
}

fn delegation() -> Uuid {
    id::<()>(6, 1).uuid()
}

async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

async fn places(tx: &mut Tx) {
    let area = Sql::new("insert into area (code, name, level, kind) values ({}, '临江县', 'county', 'administrative')");
    run(tx, area.bind(AREA)).await;
    let mut bodies = vec![
        (congress(), "congress", "临江县人民代表大会"),
        (office(), "office", "县人大联工委"),
        (government(), "unit", "县政府督查室"),
    ];
    let units = [(1, "县交通运输局"), (2, "县水利局"), (3, "县财政局"), (4, "县教育局")];
    bodies.extend(units.map(|(n, name)| (unit(n), "unit", name)));
    for (id, kind, name) in bodies {
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
    let sql =
        Sql::new("insert into delegation (id, term, congress, name, version) values ({}, {}, {}, '第一代表团', 1)");
    run(tx, sql.bind(delegation()).bind(term()).bind(congress())).await;
    for n in 1..=6u8 {
        let sql =
            Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)");
        run(tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
        let sql =
            Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term, delegation)")
                .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {}, {})");
        let sql = sql.bind(id::<()>(7, n)).bind(person(n)).bind(congress());
        run(tx, sql.bind(AREA).bind(term()).bind(delegation())).await;
    }
}

pub fn sheet(title: &str) -> Sheet {
    Sheet {
        title: title.to_owned(),
        body: "情况：便桥年久失修。\n分析：无人养护。\n建议：列入今年养护计划。".to_owned(),
        source: Some(Source::Citizens),
        publish: Some(true),
        wishes: vec![unit(1)],
        ..Sheet::default()
    }
}

pub fn letter() -> Letter {
    Letter {
        number: Some("临交字〔2026〕12号".to_owned().try_into().unwrap()),
        body: "已列入计划，九月底前完工。".to_owned().try_into().unwrap(),
        points: vec![],
        responsible: Some("王某".to_owned().try_into().unwrap()),
        contact: "承办人 0731".to_owned().try_into().unwrap(),
        publish: true,
        kept_because: None,
    }
}

pub fn words(text: &str) -> desk::Reason {
    text.to_owned().try_into().unwrap()
}

pub fn account(n: u8) -> AccountId {
    id(9, n)
}

pub fn why(problem: Problem) -> String {
    match problem {
        Problem::Refused(refused) => refused.key.to_owned(),
        other => format!("{other:?}"),
    }
}

/// A draft of deputy 1.
pub async fn drafted(site: &Site, title: &str) -> SuggestionId {
    desk::draft::begin(site, &deputy(1), congress(), sheet(title), &Once::default()).await.unwrap()
}

/// Handed in by deputy 1, accepted and numbered.
pub async fn numbered(site: &Site, title: &str) -> SuggestionId {
    let id = drafted(site, title).await;
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
    id
}

/// With unit 1 as the lead and unit 2 as the co-unit.
pub async fn assigned(site: &Site, title: &str) -> (SuggestionId, AssignmentId, AssignmentId) {
    let id = numbered(site, title).await;
    let plan = Plan::Joint { lead: unit(1), co: vec![unit(2)] };
    let kept = desk::assign::assign(site, &clerk(), id, &plan).await.unwrap();
    let parts: Vec<AssignmentId> =
        kept.suggestion.stage.handling().unwrap().handlers.all().map(|part| part.id).collect();
    (id, parts[0], parts[1])
}

/// Answered by the lead unit, the reply with every signer.
pub async fn replied(site: &Site, id: SuggestionId, part: AssignmentId, class: &str) {
    let (clerk_of_unit, head) = (unit_clerk(1), unit_head(1));
    desk::reply::draft(site, &clerk_of_unit, id, part, 0, letter()).await.unwrap();
    desk::reply::send_to_check(site, &clerk_of_unit, id, part, desk::Saw::Unsaid).await.unwrap();
    desk::reply::pass(site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
    desk::reply::sign(site, &head, id, part, class, desk::Saw::Unsaid).await.unwrap();
    desk::reply::deliver(site, &clerk_of_unit, id, part, desk::Saw::Unsaid).await.unwrap();
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = suggestions::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}

pub fn at(text: &str) -> Moment {
    day(text).start()
}

/// The version of an entry of the rule book as it stands.
pub async fn rule_version(site: &Site, key: &str) -> i64 {
    desk::rules::version(&suggestions::queries::book_of(site, congress()).await.unwrap().entry(key))
}
