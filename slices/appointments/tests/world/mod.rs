//! A county with its office, a standing committee of three, offices to fill and people to fill them.

#![allow(dead_code, reason = "tests; each file uses a part of the world")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use appointments::desk::{
    add::{self, DocumentWanted, ExamWanted},
    decide::{self, AgendaWanted, AppointmentVote},
    draft::{self, AppointeeWanted, AppointmentWanted},
    of,
    seats::{self, SeatWanted},
};
use appointments_rules::{AppointmentId, Document, Kind, Nominator, Office, SeatId};
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
        Problem::Invalid(errors) => errors.0.first().map(|(_, wrong)| wrong.key.to_owned()).unwrap_or_default(),
        other => format!("{other:?}"),
    }
}

fn actor(n: u8, person: Option<PersonId>, duty: Duty, body: BodyId) -> Actor {
    let post = Post { duty, body, congress: congress(), area: AreaCode::parse(AREA).unwrap() };
    Actor { account: Some(account(n)), person, name: format!("账号{n}"), posts: vec![post], acting_for: None }
}

/// Keeps proposals.
pub fn clerk() -> Actor {
    actor(50, None, Duty::Clerk, office())
}
/// Records decisions.
pub fn head() -> Actor {
    actor(51, None, Duty::Chief, office())
}
pub fn leader() -> Actor {
    actor(52, None, Duty::Leader, office())
}
/// A member of the standing committee.
pub fn member() -> Actor {
    actor(1, Some(person(1)), Duty::Deputy, congress())
}
/// A deputy who is none.
pub fn deputy() -> Actor {
    actor(4, Some(person(4)), Duty::Deputy, congress())
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
        sits(&mut tx, n, term).await;
    }
    for n in [1, 4, 50, 51, 52] {
        let own = (n < 10).then(|| person(n));
        let sql = Sql::new(
            "insert into account (id, person, name, sign_in, congress, made, version) values ({}, {}, {}, {}, {}, 1, 1)",
        );
        let sql = sql.bind(account(n)).bind(own).bind(format!("账号{n}")).bind(format!("a{n}")).bind(congress());
        run(&mut tx, sql).await;
    }
    tx.commit().await.unwrap();
}

/// A deputy; the first three sit in the standing committee.
async fn sits(tx: &mut Tx, n: u8, term: Uuid) {
    let sql = Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)");
    run(tx, sql.bind(person(n)).bind(format!("代表{n}"))).await;
    let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term)")
        .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {})");
    run(tx, sql.bind(id::<()>(7, n)).bind(person(n)).bind(congress()).bind(AREA).bind(term)).await;
    if n <= 3 {
        let sql = Sql::new(
            "insert into mandate_role (id, mandate, role, began) values ({}, {}, 'standing_member', '2022-01-12')",
        );
        run(tx, sql.bind(id::<()>(8, n)).bind(id::<()>(7, n))).await;
    }
}

pub async fn an_office(site: &Site, name: &str, office: Office) -> SeatId {
    let wanted =
        SeatWanted { name: text(name), office, quota: Some(1), by_term: true, vice: false, ordinal: 0, closed: None };
    seats::add(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().id
}

pub fn wanted(kind: Kind, seat: SeatId, name: &str) -> AppointmentWanted {
    let new = AppointeeWanted { name: text(name), post: Some(text("县教育局副局长")), born: None, person: None };
    AppointmentWanted {
        kind,
        seat,
        appointee: None,
        new: Some(new),
        proposer: Nominator::GovernmentHead,
        reason: text("工作需要"),
        signers: None,
    }
}

pub async fn version(site: &Site, id: AppointmentId) -> i64 {
    of(site, &clerk(), id).await.unwrap().0.version
}

pub async fn stage(site: &Site, id: AppointmentId) -> &'static str {
    of(site, &clerk(), id).await.unwrap().0.it.stage.word()
}

/// Comes with all documents and a mark, and is handed in.
pub async fn submitted(site: &Site, wanted: AppointmentWanted, score: u32) -> AppointmentId {
    let id = draft::draft(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().it.id;
    for document in [Document::Proposal, Document::Form, Document::Background] {
        let at = (id, version(site, id).await);
        let wanted = DocumentWanted { document, title: text("关于提请任命的议案"), mark: None, day: None };
        add::document(site, &clerk(), at, wanted).await.unwrap();
    }
    let at = (id, version(site, id).await);
    let exam = ExamWanted { day: site.today(), score };
    // A second proposal rests on the mark of the first.
    drop(add::exam(site, &clerk(), at, exam).await);
    let at = (id, version(site, id).await);
    draft::submit(site, &clerk(), at).await.unwrap();
    id
}

pub async fn listed(site: &Site, wanted: AppointmentWanted) -> AppointmentId {
    let id = submitted(site, wanted, 85).await;
    draft::examine(site, &clerk(), (id, version(site, id).await)).await.unwrap();
    let agenda = AgendaWanted { meeting: text("第三十次会议"), day: site.today() };
    decide::put_on(site, &head(), (id, version(site, id).await), agenda).await.unwrap();
    id
}

pub fn figures(present: u32, yes: u32) -> AppointmentVote {
    AppointmentVote {
        round: None,
        members: Some(23),
        present: Some(present),
        yes: Some(yes),
        no: Some(present - yes),
        abstain: Some(0),
    }
}

/// Nothing in the database breaks a rule.
pub async fn sound(site: &Site) {
    let breaches = appointments::checks::audit(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:#?}");
}
