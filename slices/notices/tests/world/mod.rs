//! A county with a congress, its office, two units and the congress beside it; two deputies, and a suggestion between them.
//! Rows of other nouns are written as their tables have them.
#![allow(dead_code, reason = "tests; each file uses a part of the world")]

mod supervised;

pub use supervised::{supervised, to_put_right};

use std::sync::atomic::{AtomicI64, AtomicU64};

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Day, Id, Moment, PersonId, Recorded, Verb};
use kit::{
    Problem, Site,
    config::{Config, Mail},
    db::{Sql, Val},
    follow::catch_up,
    jobs::{Work, run_jobs},
    journal, outbox,
    site::{Chance, Clock},
};
use notices::{FOLLOWER, inbox, letters, remind};
use serde::Serialize;
use suggestions_rules::{AssignmentId, Fact, SuggestionId};
use uuid::Uuid;

pub const AREA: &str = "430121";
pub const TABLE: &[Work] = &[outbox::SEND, remind::REMIND, letters::AT_ONCE, letters::DIGEST, letters::SWEEP];

pub fn id<N>(n: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [n; 10])
}
pub fn congress() -> BodyId {
    id(1)
}
pub fn office() -> BodyId {
    id(2)
}
pub fn unit() -> BodyId {
    id(3)
}
pub fn beside() -> BodyId {
    id(4)
}
pub fn person(n: u8) -> PersonId {
    id(10 + n)
}
pub fn account(n: u8) -> AccountId {
    id(20 + n)
}
pub const LEAD: u8 = 1;
pub const SECOND: u8 = 2;
pub const CLERK: u8 = 3;
pub const CHIEF: u8 = 4;
pub const UNIT_CLERK: u8 = 5;
pub const UNIT_HEAD: u8 = 6;
pub const STRANGER: u8 = 7;
pub const OPERATOR: u8 = 8;

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Sets the clock to eight in the morning of a day.
pub fn on(site: &Site, text: &str) {
    site.set_now(day(text).start().plus_millis(8 * 3_600_000));
}

pub async fn row(site: &Site, table: &'static str, columns: &[&'static str], values: Vec<Val>) {
    let mut tx = site.db().begin().await.unwrap();
    tx.bulk(table, columns, [values]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn run(site: &Site, sql: Sql) {
    let mut tx = site.db().begin().await.unwrap();
    tx.run(sql).await.unwrap();
    tx.commit().await.unwrap();
}

/// Fills it.
pub async fn found(site: &Site) {
    let area = vec![AREA.into(), "临江县".into(), "county".into(), "administrative".into()];
    row(site, "area", &["code", "name", "level", "kind"], area).await;
    for (body, kind, name, of) in [
        (congress(), "congress", "临江县人民代表大会", congress()),
        (beside(), "congress", "临河县人民代表大会", beside()),
        (office(), "office", "临江县人大联工委", congress()),
        (unit(), "unit", "临江县水利局", congress()),
    ] {
        let values: Vec<Val> = vec![
            body.into(),
            AREA.into(),
            kind.into(),
            name.into(),
            of.into(),
            "county".into(),
            "[]".into(),
            0i64.into(),
            1i64.into(),
        ];
        let columns = ["id", "area", "kind", "name", "congress", "level", "powers", "transfer", "version"];
        row(site, "body", &columns, values).await;
    }
    for (n, name) in [(LEAD, "向水生"), (SECOND, "田桂英")] {
        let values = vec![person(n).into(), name.into(), "x".into(), "x".into(), 1i64.into()];
        row(site, "person", &["id", "name", "pinyin", "initials", "version"], values).await;
        open(site, n, Some(person(n)), None).await;
    }
    open(site, CLERK, None, Some((Duty::Clerk, office(), congress()))).await;
    open(site, CHIEF, None, Some((Duty::Chief, office(), congress()))).await;
    open(site, UNIT_CLERK, None, Some((Duty::UnitClerk, unit(), congress()))).await;
    open(site, UNIT_HEAD, None, Some((Duty::UnitHead, unit(), congress()))).await;
    open(site, STRANGER, None, Some((Duty::Chief, beside(), beside()))).await;
    open(site, OPERATOR, None, Some((Duty::Operator, id(0), id(0)))).await;
}

async fn open(site: &Site, n: u8, person: Option<PersonId>, post: Option<(Duty, BodyId, BodyId)>) {
    let values: Vec<Val> = vec![
        account(n).into(),
        person.into(),
        format!("用户{n}").into(),
        format!("u{n}").into(),
        1i64.into(),
        1i64.into(),
    ];
    row(site, "account", &["id", "person", "name", "sign_in", "made", "version"], values).await;
    let Some((duty, body, of)) = post else { return };
    let values: Vec<Val> = vec![
        id::<Post>(40 + n).into(),
        account(n).into(),
        duty.as_str().into(),
        body.into(),
        of.into(),
        AREA.into(),
        "2026-01-01".into(),
        1i64.into(),
    ];
    row(site, "post", &["id", "account", "duty", "body", "congress", "area", "since", "version"], values).await;
}

/// Whoever that is, with the post they hold.
pub fn actor(n: u8) -> Actor {
    let (duty, body, of) = match n {
        CLERK => (Duty::Clerk, office(), congress()),
        CHIEF => (Duty::Chief, office(), congress()),
        UNIT_CLERK => (Duty::UnitClerk, unit(), congress()),
        UNIT_HEAD => (Duty::UnitHead, unit(), congress()),
        STRANGER => (Duty::Chief, beside(), beside()),
        OPERATOR => (Duty::Operator, id(0), id(0)),
        _ => (Duty::Deputy, congress(), congress()),
    };
    let post = Post { duty, body, congress: of, area: AreaCode::parse(AREA).unwrap() };
    let person = (n <= SECOND).then(|| person(n));
    Actor { account: Some(account(n)), person, name: format!("用户{n}"), posts: vec![post], acting_for: None }
}

pub fn suggestion() -> SuggestionId {
    id(60)
}
pub fn part() -> AssignmentId {
    id(61)
}
pub const TITLE: &str = "关于加固临江大堤的建议";

/// The suggestion of one deputy, seconded by the other, with the unit; `awaits` by a day since the assignment.
pub async fn assigned(site: &Site, awaits: &str, assigned: &str, by: &str, publish: bool) {
    let columns = [
        "id",
        "congress",
        "session",
        "lead",
        "title",
        "body",
        "publish",
        "not_public_because",
        "wants_meeting",
        "keep_identity",
        "stage",
        "category",
        "begun",
        "filed",
        "number",
        "version",
    ];
    let values: Vec<Val> = vec![
        suggestion().into(),
        congress().into(),
        id::<()>(70).into(),
        person(LEAD).into(),
        TITLE.into(),
        "大堤多处渗水。".into(),
        publish.into(),
        "".into(),
        0i64.into(),
        0i64.into(),
        "handling".into(),
        "agriculture".into(),
        1i64.into(),
        2i64.into(),
        "第1号".into(),
        1i64.into(),
    ];
    row(site, "suggestion", &columns, values).await;
    let columns = ["suggestion", "person", "ordinal", "invited", "answer", "answered"];
    let values: Vec<Val> =
        vec![suggestion().into(), person(SECOND).into(), 1i64.into(), 1i64.into(), "confirmed".into(), 2i64.into()];
    row(site, "cosigner", &columns, values).await;
    part_of(site, suggestion(), part(), (awaits, assigned, by)).await;
}

/// A unit's part.
pub async fn part_of(
    site: &Site,
    suggestion: SuggestionId,
    part: AssignmentId,
    (awaits, assigned, by): (&str, &str, &str),
) {
    let columns = [
        "id",
        "suggestion",
        "congress",
        "unit",
        "role",
        "ordinal",
        "assigned",
        "sign_by",
        "due",
        "work",
        "awaits",
        "awaits_by",
    ];
    let values: Vec<Val> = vec![
        part.into(),
        suggestion.into(),
        congress().into(),
        unit().into(),
        "sole".into(),
        1i64.into(),
        day(assigned).start().into(),
        by.into(),
        by.into(),
        "waiting".into(),
        awaits.into(),
        by.into(),
    ];
    row(site, "assignment", &columns, values).await;
}

/// The unit's reply reached both signers on a day.
pub async fn delivered(site: &Site, on: &str, judge_by: &str) {
    let columns = ["assignment", "round", "suggestion", "opened", "due", "stage", "delivered", "judge_by"];
    let values: Vec<Val> = vec![
        part().into(),
        1i64.into(),
        suggestion().into(),
        1i64.into(),
        judge_by.into(),
        "delivered".into(),
        day(on).start().into(),
        judge_by.into(),
    ];
    row(site, "reply", &columns, values).await;
    for (ordinal, n) in [(1i64, LEAD), (2, SECOND)] {
        let values: Vec<Val> = vec![part().into(), 1i64.into(), person(n).into(), ordinal.into(), suggestion().into()];
        row(site, "delivery", &["assignment", "round", "signer", "ordinal", "suggestion"], values).await;
    }
}

/// The unit promised something in that reply, with the next report due on a day.
pub async fn promised(site: &Site, due: &str, report_by: &str) {
    let columns = [
        "id",
        "suggestion",
        "assignment",
        "congress",
        "unit",
        "round",
        "words",
        "made",
        "first_due",
        "due",
        "report_by",
        "standing",
    ];
    let values: Vec<Val> = vec![
        id::<()>(90).into(),
        suggestion().into(),
        part().into(),
        congress().into(),
        unit().into(),
        1i64.into(),
        "完成大堤加固".into(),
        day("2026-03-10").start().into(),
        due.into(),
        due.into(),
        report_by.into(),
        "open".into(),
    ];
    row(site, "promise", &columns, values).await;
}

/// A signer has spoken.
pub async fn judged(site: &Site, n: u8) {
    let columns = ["assignment", "round", "signer", "process", "result", "at"];
    let values: Vec<Val> =
        vec![part().into(), 1i64.into(), person(n).into(), "satisfied".into(), "satisfied".into(), 5i64.into()];
    row(site, "judgement", &columns, values).await;
}

/// Something happened to the suggestion by somebody's hand, and everybody was told.
pub async fn happens(site: &Site, by: u8, fact: Fact) {
    recorded(site, Some(account(by)), suggestion().uuid(), fact).await;
}

/// Something happened to anything else.
pub async fn recorded(site: &Site, by: Option<AccountId>, subject: Uuid, fact: impl Verb + Serialize + Send) {
    let mut tx = site.db().begin().await.unwrap();
    let (at, body) = (site.now(), Some(congress()));
    journal::append(&mut tx, Recorded { at, by, acting_for: None, body, subject, fact }).await.unwrap();
    tx.commit().await.unwrap();
    catch_up(site, &[FOLLOWER]).await.unwrap();
}

/// The fact of a post given, as accounts write it.
#[derive(Serialize)]
#[serde(tag = "fact", rename = "post_issued")]
struct PostIssued {
    duty: Duty,
    body: BodyId,
}

impl Verb for PostIssued {
    fn verb(&self) -> &'static str {
        "post.issued"
    }
}

/// Somebody, or whoever sits at the machine, gives an account a post that serves the congress.
pub async fn gives_post(site: &Site, by: Option<u8>, to: u8, duty: Duty, body: BodyId) {
    recorded(site, by.map(account), account(to).uuid(), PostIssued { duty, body }).await;
}

/// The words of the kinds somebody has in the inbox, newest first.
pub async fn kinds(site: &Site, n: u8) -> Vec<&'static str> {
    let page = inbox::page(site, &actor(n), inbox::Asked::default(), None, 100).await.unwrap();
    page.items.iter().map(|item| item.kind.word()).collect()
}

/// The same database, with a folder for letters.
pub fn with_mail(site: &Site, folder: &std::path::Path) -> Site {
    let mail = Mail { server: format!("folder:{}", folder.display()), from: "联络 <office@example.cn>".to_owned() };
    let public_url = "https://renda.example.cn".to_owned();
    let config = Config { mail: Some(mail), public_url, private_hooks: true, ..site.config().clone() };
    let clock = Clock::Standing(AtomicI64::new(site.now().millis()));
    Site::new(site.db().clone(), clock, Chance::Seeded(AtomicU64::new(99)), config).unwrap()
}

/// Does what waits, and answers with the letters that lie in the folder, decoded as far as they are text, oldest first.
pub async fn letters(site: &Site, folder: &std::path::Path) -> Vec<String> {
    run_jobs(site, TABLE).await.unwrap();
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let read: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    files.iter().for_each(|file| std::fs::remove_file(file).unwrap());
    read
}

/// The key of what somebody was told.
pub fn why(problem: Problem) -> String {
    match problem {
        Problem::Refused(refused) => refused.key.to_owned(),
        Problem::Invalid(errors) => errors.0.iter().map(|(_, wrong)| wrong.key).collect::<Vec<_>>().join(" "),
        other => format!("{other:?}"),
    }
}

pub async fn count(site: &Site, sql: Sql) -> i64 {
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

/// Takes a post back.
pub async fn loses_post(site: &Site, n: u8) {
    run(site, Sql::new("update post set withdrawn = 1 where account = {}").bind(account(n))).await;
}

/// Begins the journal again for the follower, as after a restored cursor.
pub async fn rewind(site: &Site) {
    run(site, Sql::new("update follower set seq = 0 where name = 'notices'")).await;
}

pub fn uuid(n: u8) -> Uuid {
    id::<()>(n).uuid()
}
