//! A county with a town, a street and a park, deputies on two rungs, an office, a unit.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use kernel::{AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
};
use opinions::{
    Ticket,
    desk::{
        handle::{AssignmentWanted, assign},
        receive::{Received, Said, receive},
    },
};
use opinions_rules::{OpinionId, Topic, Treatment, Way};
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
pub fn county_office() -> BodyId {
    id(1, 1)
}
pub fn town() -> BodyId {
    id(1, 10)
}
pub fn town_office() -> BodyId {
    id(1, 11)
}
pub fn roads() -> BodyId {
    id(1, 2)
}
/// 张江 of the town, 李河 of the county (for the town), 王湖 of the county (for the street).
pub fn person(n: u8) -> PersonId {
    id(3, n)
}
pub const TOWN: &str = "430121101";
pub const VILLAGE: &str = "430121101201";
pub const STREET: &str = "430121001";
pub const PARK: &str = "430121400";

pub fn area(code: &str) -> AreaCode {
    AreaCode::parse(code).unwrap()
}
pub fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

pub fn on(site: &Site, day: &str) {
    site.set_now(day.parse::<Day>().unwrap().start().plus_millis(10 * 3_600_000));
}
/// Some seconds go by.
pub fn later(site: &Site) {
    site.set_now(site.now().plus_millis(5_000));
}

pub fn actor(n: u8, person: Option<PersonId>, duty: Duty, (body, congress): (BodyId, BodyId)) -> Actor {
    let post = Post { duty, body, congress, area: area("430121") };
    Actor { account: Some(id(9, n)), person, name: format!("{n}"), posts: vec![post], acting_for: None }
}
pub fn town_deputy() -> Actor {
    actor(1, Some(person(1)), Duty::Deputy, (town(), town()))
}
pub fn county_deputy() -> Actor {
    actor(2, Some(person(2)), Duty::Deputy, (county(), county()))
}
pub fn town_chief() -> Actor {
    actor(50, None, Duty::Chief, (town_office(), town()))
}
pub fn county_clerk() -> Actor {
    actor(51, None, Duty::Clerk, (county_office(), county()))
}
pub fn county_chief() -> Actor {
    actor(52, None, Duty::Chief, (county_office(), county()))
}
pub fn head() -> Actor {
    actor(60, None, Duty::UnitHead, (roads(), county()))
}
/// The chief of another county.
pub fn stranger() -> Actor {
    actor(99, None, Duty::Chief, (id(1, 99), id(1, 98)))
}

pub fn why(problem: Problem) -> String {
    match problem {
        Problem::Refused(refused) => refused.key.to_owned(),
        Problem::Invalid(errors) => errors.0.iter().map(|(field, wrong)| format!("{field}: {}", wrong.key)).collect(),
        other => format!("{other:?}"),
    }
}

pub fn said(deputy: Option<PersonId>, code: &str) -> Said {
    Said {
        deputy,
        area: area(code),
        place: Some(text("村口的桥")),
        topic: Topic::Roads,
        way: Way::Page,
        body: text("桥面破损，请修。"),
        name: Some(text("赵小满")),
        phone: Some("13873612345".to_owned()),
        to_deputy: false,
        to_unit: false,
        hotline: None,
        code: None,
        channel: None,
        reception: None,
    }
}

/// What somebody without an account says.
pub async fn handed_in(site: &Site, said: &Said) -> Received {
    let ticket = Ticket::open(site).await.unwrap();
    receive(site, &Actor::nobody(), said, &[], &ticket).await.unwrap()
}

/// The same, said of the county's deputy in the village.
pub async fn said_here(site: &Site) -> Received {
    handed_in(site, &said(Some(person(2)), VILLAGE)).await
}

/// Gives it to the roads.
pub async fn given(site: &Site, who: &Actor, id: OpinionId, treatment: Treatment) -> Result<(), Problem> {
    let wanted = AssignmentWanted { unit: roads(), treatment, hard: false, words: None };
    assign(site, who, id, version(site, id).await, &wanted).await
}

pub async fn version(site: &Site, id: OpinionId) -> i64 {
    let sql = Sql::new("select version from opinion where id = {}").bind(id);
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}
pub async fn stage(site: &Site, id: OpinionId) -> String {
    let sql = Sql::new("select stage from opinion where id = {}").bind(id);
    site.db().one::<(String,)>(sql).await.unwrap().unwrap().0
}

pub async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

/// Fills the rows of other nouns.
pub async fn found(site: &Site) {
    on(site, "2026-06-10");
    let mut tx = site.db().begin().await.unwrap();
    places(&mut tx).await;
    bodies(&mut tx).await;
    for (n, name, pinyin, initials, congress, code, delegation) in [
        (1u8, "张江", "zhangjiang", "zj", town(), TOWN, "第一代表团"),
        (2, "李河", "lihe", "lh", county(), "430121", "桥头镇代表团"),
        (3, "王湖", "wanghu", "wh", county(), "430121", "城关街道代表团"),
    ] {
        let sql = Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, {}, {}, 1)");
        run(&mut tx, sql.bind(person(n)).bind(name).bind(pinyin).bind(initials)).await;
        let sql = Sql::new("insert into delegation (id, term, congress, name, version) values ({}, {}, {}, {}, 1)");
        run(&mut tx, sql.bind(id::<()>(6, n)).bind(term(congress)).bind(congress).bind(delegation)).await;
        let sql =
            Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term, delegation)");
        let sql = sql.add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {}, {})").bind(id::<()>(7, n));
        let sql = sql.bind(person(n)).bind(congress).bind(code).bind(term(congress)).bind(id::<()>(6, n));
        run(&mut tx, sql).await;
    }
    tx.commit().await.unwrap();
}

fn term(congress: BodyId) -> Uuid {
    id::<()>(5, congress.uuid().as_bytes()[15]).uuid()
}

async fn places(tx: &mut Tx) {
    for (code, parent, name, level, kind) in [
        ("43", None, "湖南省", "province", "administrative"),
        ("4301", Some("43"), "长沙市", "prefecture", "administrative"),
        ("430121", Some("4301"), "临江县", "county", "administrative"),
        (TOWN, Some("430121"), "桥头镇", "township", "administrative"),
        (STREET, Some("430121"), "城关街道", "township", "subdistrict"),
        (PARK, Some("430121"), "临江工业园", "township", "functional"),
    ] {
        let sql = Sql::new("insert into area (code, parent, name, level, kind) values ({}, {}, {}, {}, {})");
        run(tx, sql.bind(code).bind(parent).bind(name).bind(level).bind(kind)).await;
    }
    let sql = Sql::new("insert into village (code, parent, name) values ({}, {}, '柳林村')");
    run(tx, sql.bind(VILLAGE).bind(TOWN)).await;
}

async fn bodies(tx: &mut Tx) {
    for (body, code, kind, name, congress) in [
        (county(), "430121", "congress", "临江县人民代表大会", county()),
        (county_office(), "430121", "office", "县人大联工委", county()),
        (roads(), "430121", "unit", "县交通运输局", county()),
        (id(1, 3), STREET, "work_committee", "城关街道人大工委", county()),
        (town(), TOWN, "congress", "桥头镇人民代表大会", town()),
        (town_office(), TOWN, "office", "桥头镇人大办", town()),
        (id(1, 12), TOWN, "unit", "桥头镇人民政府", town()),
    ] {
        let sql = Sql::new("insert into body (level, powers, transfer, version, id, area, kind, name, congress)")
            .add(" values ('county', '[]', 0, 1, {}, {}, {}, {}, {})");
        run(tx, sql.bind(body).bind(code).bind(kind).bind(name).bind(congress)).await;
    }
    for congress in [county(), town()] {
        let sql =
            Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
        run(tx, sql.bind(term(congress)).bind(congress)).await;
    }
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = opinions::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}

/// Somebody with an account has this duty in a congress's office, from the year's beginning on.
pub async fn staffed(site: &Site, n: u8, duty: &'static str, (body, congress): (BodyId, BodyId)) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into account (id, name, sign_in, made, version) values ({}, {}, {}, 1, 1)");
    run(&mut tx, sql.bind(id::<()>(9, n)).bind(format!("{n}")).bind(format!("{n}"))).await;
    let sql = Sql::new("insert into post (area, since, version, duty, congress, id, account, body)");
    let sql = sql.add(" values ('430121', '2026-01-01', 1, {}, {}, {}, {}, {})").bind(duty).bind(congress);
    run(&mut tx, sql.bind(id::<()>(10, n)).bind(id::<()>(9, n)).bind(body)).await;
    tx.commit().await.unwrap();
}
