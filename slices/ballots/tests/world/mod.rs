//! A county with its office, five accounts that count, and deputies in office.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use ballots::desk::{
    method::adopt,
    prepare::{BallotSpecWanted, BallotWanted, draft},
    round::{BoxesWanted, DeclarationWanted, RoundWanted, declare, empty_boxes, open},
};
use ballots_rules::paper::{Assembly, BallotId, Kind, Laid, Method, Name, RoundId, Setting};
use kernel::{AccountId, AreaCode, BodyId, Day, Id, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::api::Once,
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

/// Prepares; counts nothing.
pub fn clerk() -> Actor {
    actor(50, None, Duty::Clerk, office())
}
/// Announces.
pub fn head() -> Actor {
    actor(51, None, Duty::Chief, office())
}
/// The first teller.
pub fn one() -> Actor {
    actor(52, None, Duty::Clerk, office())
}
/// The second teller.
pub fn two() -> Actor {
    actor(53, None, Duty::Clerk, office())
}
/// The chief teller, a deputy.
pub fn chief() -> Actor {
    actor(1, Some(person(1)), Duty::Deputy, congress())
}
/// A deputy who only looks.
pub fn deputy() -> Actor {
    actor(2, Some(person(2)), Duty::Deputy, congress())
}
/// A deputy with a phone.
pub fn voter(n: u8) -> Actor {
    actor(100 + n, Some(person(100 + n)), Duty::Deputy, congress())
}
pub fn stranger() -> Actor {
    let other = id(1, 99);
    let post = Post { duty: Duty::Chief, body: other, congress: other, area: AreaCode::parse("43").unwrap() };
    Actor { account: Some(account(99)), posts: vec![post], ..Actor::nobody() }
}

pub async fn run(tx: &mut Tx, sql: Sql) {
    tx.run(sql).await.unwrap();
}

/// Fills the rows of other nouns.
pub async fn found(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let area = Sql::new("insert into area (code, name, level, kind) values ({}, '临江县', 'county', 'administrative')");
    run(&mut tx, area.bind(AREA)).await;
    for (id, kind, name) in [(congress(), "congress", "临江县人民代表大会"), (office(), "office", "县人大联工委")]
    {
        let sql = Sql::new("insert into body (level, powers, transfer, version, id, area, kind, name, congress)")
            .add(" values ('county', '[]', 0, 1, {}, {}, {}, {}, {})");
        run(&mut tx, sql.bind(id).bind(AREA).bind(kind).bind(name).bind(congress())).await;
    }
    let term: Uuid = id::<()>(5, 1).uuid();
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
    run(&mut tx, sql.bind(term).bind(congress())).await;
    for n in 1..=4 {
        let sql =
            Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)");
        run(&mut tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
        let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term)")
            .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {})");
        run(&mut tx, sql.bind(id::<()>(7, n)).bind(person(n)).bind(congress()).bind(AREA).bind(term)).await;
    }
    for n in [1, 2, 50, 51, 52, 53] {
        let own = (n < 10).then(|| person(n));
        let sql = Sql::new(
            "insert into account (id, person, name, sign_in, congress, made, version) values ({}, {}, {}, {}, {}, 1, 1)",
        );
        let sql = sql.bind(account(n)).bind(own).bind(format!("账号{n}")).bind(format!("a{n}")).bind(congress());
        run(&mut tx, sql).await;
        if n >= 50 {
            let sql = Sql::new(
                "insert into post (id, duty, area, since, version, account, body, congress) values ({}, 'clerk', '430121', '2022-01-01', 1, {}, {}, {})",
            );
            run(&mut tx, sql.bind(id::<()>(6, n)).bind(account(n)).bind(office()).bind(congress())).await;
        }
    }
    tx.commit().await.unwrap();
}

/// As many more deputies in office, each with an account.
pub async fn voters(site: &Site, many: u8) {
    let mut tx = site.db().begin().await.unwrap();
    let term: Uuid = id::<()>(5, 1).uuid();
    for n in (0..many).map(|n| 100 + n) {
        let sql = Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'dai', 'd', 1)");
        run(&mut tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
        let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term)")
            .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {})");
        run(&mut tx, sql.bind(id::<()>(7, n)).bind(person(n)).bind(congress()).bind(AREA).bind(term)).await;
        let sql = Sql::new(
            "insert into account (id, person, name, sign_in, congress, made, version) values ({}, {}, {}, {}, {}, 1, 1)",
        );
        let sql = sql.bind(account(n)).bind(person(n)).bind(format!("账号{n}")).bind(format!("a{n}"));
        run(&mut tx, sql.bind(congress())).await;
    }
    tx.commit().await.unwrap();
}

/// An election or another vote, as it is prepared.
pub fn wanted(kind: Kind, places: u32, names: &[&str]) -> BallotWanted {
    let name = |one: &&str| Name { name: text(one), note: None, person: None };
    BallotWanted {
        title: text("选举副县长"),
        meeting: text("第十八届第六次会议"),
        day: day("2026-03-12"),
        spec: BallotSpecWanted {
            assembly: assembly(kind),
            kind,
            names: names.iter().map(name).collect(),
            places: Some(places),
            method: Some(text("《选举办法》")),
            rule: None,
        },
    }
}

pub async fn drafted(site: &Site, kind: Kind, places: u32, names: &[&str]) -> BallotId {
    draft(site, &clerk(), congress(), wanted(kind, places, names), &Once::default()).await.unwrap().id
}

pub fn round_wanted(members: u32, present: u32) -> RoundWanted {
    RoundWanted { members, present, counters: vec![account(52), account(53)], chief: account(1), names: None }
}

/// What the congress adopted for a kind of vote.
pub fn adopted(document: &str, laid: &[(Setting, &str, &str)], secret: Option<&str>) -> Method {
    let one = |(setting, word, article): &(Setting, &str, &str)| Laid {
        setting: *setting,
        word: text(word),
        article: text(article),
    };
    Method { document: text(document), laid: laid.iter().map(one).collect(), secret: secret.map(text) }
}

fn assembly(kind: Kind) -> Assembly {
    if kind == Kind::Decision { Assembly::Committee } else { Assembly::Congress }
}

/// The head of the office enters that the method permits an electronic secret ballot of such votes.
pub async fn permitted(site: &Site, kind: Kind) {
    let method = adopted("《表决办法》", &[], Some("第八条"));
    adopt(site, &head(), congress(), (assembly(kind), kind), (method, None)).await.unwrap();
}

/// Opens the round that is due and lets everybody declare.
pub async fn opened(site: &Site, ballot: BallotId, members: u32) -> RoundId {
    let round = open(site, &clerk(), ballot, round_wanted(members, members), &Once::default()).await.unwrap().id;
    for teller in [one(), two(), chief()] {
        declare(site, &teller, round, DeclarationWanted { near: false }).await.unwrap();
    }
    round
}

pub async fn emptied(site: &Site, round: RoundId, handed_out: u32, returned: &[u32]) {
    let boxes = BoxesWanted { handed_out, spoiled: 0, returned: returned.to_vec() };
    empty_boxes(site, &clerk(), round, boxes).await.unwrap();
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = ballots::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
