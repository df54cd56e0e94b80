//! A county with closed suggestions that two units answered, its deputies and its office.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use disclosure::desk::{Decision, DisclosureWanted, disclose::disclose, prepare::prepare};
use disclosure_rules::{AssignmentId, DisclosureId, Extent, SessionId, SuggestionId};
use kernel::{AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
};
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
/// The unit that answers for its own part.
pub fn water() -> BodyId {
    id(1, 3)
}
pub fn session() -> SessionId {
    id(4, 1)
}
pub fn person(n: u8) -> PersonId {
    id(3, n)
}
/// 第12号: closed, with consent, answered by roads; water keeps its letter back.
pub fn suggestion() -> SuggestionId {
    id(10, 12)
}
pub fn part(of: u8, n: u8) -> AssignmentId {
    id(of, n)
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

pub fn deputy() -> Actor {
    actor(1, Some(person(1)), Duty::Deputy, congress())
}
pub fn clerk() -> Actor {
    actor(50, None, Duty::Clerk, office())
}
pub fn head() -> Actor {
    actor(60, None, Duty::UnitHead, roads())
}
/// The head of another congress's office.
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
        Problem::Invalid(errors) => errors.0.iter().map(|(field, wrong)| format!("{field}: {}", wrong.key)).collect(),
        other => format!("{other:?}"),
    }
}

/// Every passage found hidden, or kept.
pub async fn wanted(site: &Site, of: SuggestionId, hide: bool) -> DisclosureWanted {
    let prepared = prepare(site, &mut site.db(), &clerk(), of).await.unwrap();
    let mut decisions = Vec::new();
    for source in &prepared.sources {
        for it in &source.passages {
            decisions.push(Decision { part: source.part.to_string(), from: it.from, to: it.to, hide });
        }
    }
    DisclosureWanted { extent: Extent::Whole, summary: None, decisions, words: vec![], why: None }
}

/// The version of what the office looks at now.
pub async fn seen(site: &Site, of: SuggestionId) -> i64 {
    prepare(site, &mut site.db(), &clerk(), of).await.unwrap().version()
}

/// Disclosed with everything found hidden.
pub async fn disclosed(site: &Site, of: SuggestionId) -> DisclosureId {
    let wanted = wanted(site, of, true).await;
    disclose(site, &clerk(), of, &wanted, seen(site, of).await).await.unwrap()
}

/// Fills the rows of other nouns.
pub async fn found(site: &Site) {
    on(site, "2026-06-10");
    let mut tx = site.db().begin().await.unwrap();
    places(&mut tx).await;
    people(&mut tx).await;
    paper(&mut tx, 12, Paper::default()).await;
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
    let sql =
        Sql::new("insert into delegation (id, term, congress, name, version) values ({}, {}, {}, '城关代表团', 1)");
    run(tx, sql.bind(id::<()>(6, 1)).bind(term()).bind(congress())).await;
}

async fn people(tx: &mut Tx) {
    let sql =
        Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, '杨柳', 'yangliu', 'yl', 1)");
    run(tx, sql.bind(person(1))).await;
    let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term, delegation)")
        .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {}, {})");
    let sql = sql.bind(id::<()>(7, 1)).bind(person(1)).bind(congress()).bind(AREA).bind(term());
    run(tx, sql.bind(id::<()>(6, 1))).await;
}

/// How a suggestion of the world differs from the others.
#[derive(Clone, Copy)]
pub struct Paper {
    pub consents: bool,
    pub secret: bool,
    pub stage: &'static str,
    pub roads_publish: bool,
}

impl Default for Paper {
    fn default() -> Self {
        Self { consents: true, secret: false, stage: "closed", roads_publish: true }
    }
}

/// A numbered suggestion of 杨柳 with two letters.
pub async fn paper(tx: &mut Tx, n: u8, how: Paper) {
    let of: SuggestionId = id(10, n);
    let filed = day("2026-01-09").start();
    let sql = Sql::new(
        "insert into suggestion (title, body, not_public_because, wants_meeting, begun, version, category, publish, \
         keep_identity, id, congress, session, lead, stage, closed, outcome, n, number, series, filed, accepted, numbered, assigned) \
         values ('关于修路的建议', '村民张三（电话13873612345）反映路不好走，建议修路。', '', 0, 1, 1, 'construction', {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, 's', {}, {}, {}, {})",
    );
    let closed = (how.stage == "closed").then(|| day("2026-06-01").start());
    let sql = sql.bind(how.consents).bind(how.secret).bind(of).bind(congress()).bind(session()).bind(person(1));
    let sql = sql.bind(how.stage).bind(closed).bind(closed.map(|_| "satisfied")).bind(i64::from(n));
    run(tx, sql.bind(format!("第{n}号")).bind(filed).bind(filed).bind(filed).bind(filed)).await;
    letter(tx, n, 1, roads(), ("lead", how.roads_publish)).await;
    letter(tx, n, 2, water(), ("separate", false)).await;
}

/// A unit's part with a delivered letter.
async fn letter(tx: &mut Tx, of: u8, n: u8, unit: BodyId, (role, publish): (&str, bool)) {
    let assignment: AssignmentId = part(of.wrapping_add(100), n);
    let sql = Sql::new(
        "insert into assignment (ordinal, assigned, sign_by, due, work, awaits, id, suggestion, congress, unit, role) \
         values ({}, 1, '2026-01-20', '2026-04-20', 'handling', 'nothing', {}, {}, {}, {}, {})",
    );
    let suggestion: SuggestionId = id(10, of);
    let sql = sql.bind(i64::from(n)).bind(assignment).bind(suggestion).bind(congress()).bind(unit).bind(role);
    run(tx, sql).await;
    let sql = Sql::new(
        "insert into reply (round, opened, due, stage, number, contact, judge_by, class, counted_as, sent, passed, signed, \
         delivered, body, publish, assignment, suggestion) values (1, 1, '2026-04-20', 'delivered', '临交函〔2026〕3号', \
         '王五 0731-84123456', '2026-05-10', 'A', 'solved', 1, 1, 1, {}, {}, {}, {}, {})",
    );
    let words = "杨柳代表：您的建议收悉。已安排修路，联系人：李建国，电话0731-84123456。";
    let sql = sql.bind(day("2026-05-01").start()).bind(words).bind(publish);
    run(tx, sql.bind(assignment).bind(suggestion)).await;
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = disclosure::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
