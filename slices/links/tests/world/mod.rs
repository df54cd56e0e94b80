//! A county with two towns, its office, six deputies of two delegations, two of them in the standing committee.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::api::Once,
};
use links::{
    Kind,
    desk::{
        draft::{self, LinkDraftWanted},
        kind::{self, LinkKindWanted},
    },
};
use links_rules::{KindId, Near, Side};
use uuid::Uuid;

pub const AREA: &str = "430121";
pub const TOWNS: [(&str, &str); 2] = [("430121101", "江背镇"), ("430121102", "黄花镇")];
pub const PARK: &str = "430121400";

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
pub fn account(n: u8) -> AccountId {
    id(9, n)
}
pub fn person(n: u8) -> PersonId {
    id(3, n)
}
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
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

fn actor(n: u8, person: Option<PersonId>, duty: Duty, body: BodyId) -> Actor {
    let post = Post { duty, body, congress: congress(), area: AreaCode::parse(AREA).unwrap() };
    Actor { account: Some(account(n)), person, name: format!("账号{n}"), posts: vec![post], acting_for: None }
}

pub fn clerk() -> Actor {
    actor(50, None, Duty::Clerk, office())
}
pub fn leader() -> Actor {
    actor(51, None, Duty::Leader, congress())
}
/// A deputy, 1 to 6; the first two sit in the standing committee.
pub fn deputy(n: u8) -> Actor {
    actor(n, Some(person(n)), Duty::Deputy, congress())
}
pub fn stranger() -> Actor {
    let other = id(1, 99);
    let post = Post { duty: Duty::Chief, body: other, congress: other, area: AreaCode::parse("430122").unwrap() };
    Actor { account: Some(account(99)), posts: vec![post], ..Actor::nobody() }
}

pub async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

async fn places(tx: &mut Tx) {
    let area = "insert into area (code, parent, name, level, kind) values ({}, {}, {}, {}, {})";
    let all: [(&str, Option<&str>, &str, &str, &str); 4] = [
        (AREA, None, "临江县", "county", "administrative"),
        (TOWNS[0].0, Some(AREA), TOWNS[0].1, "township", "administrative"),
        (TOWNS[1].0, Some(AREA), TOWNS[1].1, "township", "administrative"),
        (PARK, Some(AREA), "临江工业园", "township", "functional"),
    ];
    for (code, parent, name, level, kind) in all {
        run(tx, Sql::new(area).bind(code).bind(parent).bind(name).bind(level).bind(kind)).await;
    }
    for (code, parent, name) in [
        ("430121101201", TOWNS[0].0, "五福村"),
        ("430121102201", TOWNS[1].0, "银龙村"),
        ("430121400201", PARK, "园区社区"),
    ] {
        let sql = Sql::new("insert into village (code, parent, name) values ({}, {}, {})");
        run(tx, sql.bind(code).bind(parent).bind(name)).await;
    }
}

async fn deputies(tx: &mut Tx) {
    let term: Uuid = id::<()>(5, 1).uuid();
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
    run(tx, sql.bind(term).bind(congress())).await;
    for (n, (_, town)) in (1_u8..).zip(TOWNS) {
        let sql = Sql::new("insert into delegation (id, term, congress, name, version) values ({}, {}, {}, {}, 1)");
        run(tx, sql.bind(id::<()>(8, n)).bind(term).bind(congress()).bind(format!("{town}代表团"))).await;
    }
    for n in 1..=6_u8 {
        let sql =
            Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)");
        run(tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
        let sql = Sql::new(
            "insert into mandate (state, elected, began, version, id, person, congress, area, term, delegation)",
        )
        .add(" values ('in_office', '2021-12-20', '2022-01-10', 1, {}, {}, {}, {}, {}, {})");
        let group: Uuid = id::<()>(8, 1 + n % 2).uuid();
        run(tx, sql.bind(id::<()>(7, n)).bind(person(n)).bind(congress()).bind(AREA).bind(term).bind(group)).await;
    }
    for n in 1..=2_u8 {
        let sql = Sql::new(
            "insert into mandate_role (id, mandate, role, began) values ({}, {}, 'standing_member', '2022-01-10')",
        );
        run(tx, sql.bind(id::<()>(10, n)).bind(id::<()>(7, n))).await;
    }
}

/// Fills the rows of other nouns.
pub async fn found(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    places(&mut tx).await;
    for (id, kind, name) in [(congress(), "congress", "临江县人民代表大会"), (office(), "office", "县人大联工委")]
    {
        let sql = Sql::new("insert into body (level, powers, transfer, version, id, area, kind, name, congress)")
            .add(" values ('county', '[]', 0, 1, {}, {}, {}, {}, {})");
        run(&mut tx, sql.bind(id).bind(AREA).bind(kind).bind(name).bind(congress())).await;
    }
    deputies(&mut tx).await;
    for n in [1_u8, 2, 3, 4, 5, 6, 50, 51] {
        let own = (n < 10).then(|| person(n));
        let sql = Sql::new(
            "insert into account (id, person, name, sign_in, congress, made, version) values ({}, {}, {}, {}, {}, 1, 1)",
        );
        run(&mut tx, sql.bind(account(n)).bind(own).bind(format!("账号{n}")).bind(format!("a{n}")).bind(congress()))
            .await;
    }
    tx.commit().await.unwrap();
}

/// Committee members link deputies twice a year.
pub fn wanted() -> LinkKindWanted {
    LinkKindWanted {
        name: text("常委会组成人员联系代表"),
        one: Side::Committee,
        other: Side::Deputies,
        need: 1,
        least: 2,
        most: Some(5),
        near: Near::Prefer,
        times: 2,
        basis: Some(text("《联系代表办法》")),
        since: day("2022-01-10"),
        until: None,
    }
}

pub async fn made(site: &Site) -> Kind {
    kind::make(site, &clerk(), congress(), wanted(), &Once::default()).await.unwrap()
}

/// Drafts and adopts: everybody is linked from today on.
pub async fn adopted(site: &Site, kind: KindId) {
    let since = site.today();
    let draft = draft::make(site, &clerk(), kind, LinkDraftWanted { since }, &Once::default()).await.unwrap();
    draft::adopt(site, &clerk(), draft.id).await.unwrap();
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = links::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
