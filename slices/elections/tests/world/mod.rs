//! A county with its office and deputies in office, and the city above it.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod hall;
pub mod site;

use accounts_rules::{Actor, Duty, Post};
use elections::{
    desk::{
        candidates::{FormalListWanted, NominationWanted, NomineeWanted, fix, nominate},
        count::VotesWanted,
        prepare::{DistrictWanted, ElectionWanted, announce, draw, open},
    },
    store::{Candidate, Election},
};
use elections_rules::{
    LeaderClass, Mode,
    election::{Basics, DistrictId, Figures, Kind, Origin, Way},
};
use kernel::{AccountId, AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::api::Once,
};
use roster_rules::{MandateId, TermId};
use uuid::Uuid;

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
pub fn city() -> BodyId {
    id(1, 2)
}
pub fn account(n: u8) -> AccountId {
    id(9, n)
}
pub fn person(n: u8) -> PersonId {
    id(3, n)
}
pub fn mandate(n: u8) -> MandateId {
    id(7, n)
}
pub fn term() -> TermId {
    id(5, 1)
}
pub fn city_term() -> TermId {
    id(5, 2)
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
        Problem::Invalid(errors) => errors.0[0].1.key.to_owned(),
        other => format!("{other:?}"),
    }
}

fn actor(n: u8, person: Option<PersonId>, duty: Duty, body: BodyId) -> Actor {
    let post = Post { duty, body, congress: congress(), area: AreaCode::parse("430121").unwrap() };
    Actor { account: Some(account(n)), person, name: format!("账号{n}"), posts: vec![post], acting_for: None }
}

/// Keeps elections.
pub fn clerk() -> Actor {
    actor(50, None, Duty::Clerk, office())
}
/// Certifies.
pub fn head() -> Actor {
    actor(51, None, Duty::Chief, office())
}
/// Looks.
pub fn deputy() -> Actor {
    actor(1, Some(person(1)), Duty::Deputy, congress())
}
pub fn stranger() -> Actor {
    let other = id(1, 99);
    let post = Post { duty: Duty::Chief, body: other, congress: other, area: AreaCode::parse("44").unwrap() };
    Actor { account: Some(account(99)), posts: vec![post], ..Actor::nobody() }
}

pub async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

/// Fills the rows of other nouns.
pub async fn found(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    for (code, parent, name, level) in [
        ("43", None, "湘省", "province"),
        ("4301", Some("43"), "星城市", "prefecture"),
        ("430121", Some("4301"), "临江县", "county"),
    ] {
        let sql =
            Sql::new("insert into area (code, parent, name, level, kind) values ({}, {}, {}, {}, 'administrative')");
        run(&mut tx, sql.bind(code).bind(parent).bind(name).bind(level)).await;
    }
    for (id, area, kind, name, of, level) in [
        (congress(), "430121", "congress", "临江县人民代表大会", congress(), "county"),
        (office(), "430121", "office", "县人大联工委", congress(), "county"),
        (city(), "4301", "congress", "星城市人民代表大会", city(), "prefecture"),
    ] {
        let sql = Sql::new("insert into body (powers, transfer, version, id, area, kind, name, congress, level)")
            .add(" values ('[]', 0, 1, {}, {}, {}, {}, {}, {})");
        run(&mut tx, sql.bind(id).bind(area).bind(kind).bind(name).bind(of).bind(level)).await;
    }
    for (id, of) in [(term(), congress()), (city_term(), city())] {
        let sql =
            Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
        run(&mut tx, sql.bind(id).bind(of)).await;
    }
    for n in 1..=4 {
        let sql =
            Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)");
        run(&mut tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
        let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term)")
            .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, '430121', {})");
        run(&mut tx, sql.bind(mandate(n)).bind(person(n)).bind(congress()).bind(term())).await;
    }
    for n in [1, 50, 51] {
        let sql =
            Sql::new("insert into account (id, name, sign_in, congress, made, version) values ({}, {}, {}, {}, 1, 1)");
        run(&mut tx, sql.bind(account(n)).bind(format!("账号{n}")).bind(format!("a{n}")).bind(congress())).await;
    }
    tx.commit().await.unwrap();
}

/// A mandate that is over, as the roster has it.
pub async fn ended(site: &Site, n: u8) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("update mandate set state = 'ended', ended = '2026-01-05', reason = 'resigned' where id = {}");
    run(&mut tx, sql.bind(mandate(n))).await;
    tx.commit().await.unwrap();
}

pub fn wanted(kind: Kind, seats: u32, on: Day) -> ElectionWanted {
    ElectionWanted {
        title: text("选举县人大代表"),
        kind,
        mode: None,
        class: (kind == Kind::Leaders).then_some(LeaderClass::Vice),
        term: if kind == Kind::Indirect { city_term() } else { term() },
        seats,
        day: on,
        method: text("选举法"),
        candidates: None,
        voter_days: None,
        first_days: None,
        formal_days: None,
        vacancies: Vec::new(),
    }
}

pub async fn announced(site: &Site, wanted: ElectionWanted) -> Election {
    announce(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap()
}

pub fn place(name: &str, seats: u32) -> DistrictWanted {
    DistrictWanted {
        name: text(name),
        seats,
        voters: 2_001,
        stations: 2,
        constituency: None,
        voter_list: None,
        first_list: None,
        formal_list: None,
    }
}

pub fn nominee(name: &str) -> NominationWanted {
    NominationWanted {
        name: text(name),
        note: None,
        person: None,
        origin: Origin::Joint,
        proposer: text("选民甲"),
        signers: Some(10),
        basics: Basics::default(),
    }
}

pub async fn nominated(site: &Site, at: DistrictId, name: &str) -> Candidate {
    nominate(site, &clerk(), at, nominee(name), &Once::default()).await.unwrap()
}

/// A direct election of one district with candidates fixed, to be held today.
pub async fn fixed(site: &Site, seats: u32, names: &[&str]) -> (Election, DistrictId) {
    let it =
        announced(site, ElectionWanted { mode: Some(Mode::Direct), ..wanted(Kind::Direct, seats, site.today()) }).await;
    let at = draw(site, &clerk(), it.id, place("第一选区", seats), &Once::default()).await.unwrap().id;
    open(site, &clerk(), it.id).await.unwrap();
    let mut nominees = Vec::new();
    for name in names {
        let candidate = nominated(site, at, name).await.id;
        nominees.push(NomineeWanted { candidate, formal: true, votes: None });
    }
    fix(site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
    (it, at)
}

pub fn figures() -> Figures {
    Figures { registered: 4_001, voted: 2_001, ballots: 2_001, ..Figures::default() }
}

pub fn votes(all: &[(&str, u32)]) -> Vec<VotesWanted> {
    all.iter().map(|(name, votes)| VotesWanted { name: text(name), votes: *votes }).collect()
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = elections::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
