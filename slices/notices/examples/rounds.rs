//! What the morning's rounds cost in a province: `cargo run --release -p notices --example rounds`.
//!
//! 145,000 accounts with a confirmed address and daily letters, 200,000 suggestions with a unit whose clocks end on the days of a
//! year; of the accounts one in a hundred has something to read. Times are printed, nothing is asserted.
#![allow(clippy::unwrap_used, reason = "a measurement stops when something is wrong")]

use std::{future::Future, time::Instant};

use kernel::{AccountId, BodyId, Id, Moment};
use kit::{
    Site,
    config::{Config, Mail},
    db::{Sql, Val},
    site::{Chance, Clock},
    testing::{on_sqlite, start},
};
use notices::{letters, remind};

const PEOPLE: u64 = 145_000;
const SUGGESTIONS: u64 = 200_000;

fn id<N>(kind: u8, n: u64) -> Id<N> {
    let mut chance = [kind; 10];
    chance[2..].copy_from_slice(&n.to_be_bytes());
    Id::new(Moment::from_millis(1), chance)
}

async fn bulk(site: &Site, table: &'static str, columns: &[&'static str], rows: Vec<Vec<Val>>) {
    let mut tx = site.db().begin().await.unwrap();
    tx.bulk(table, columns, rows).await.unwrap();
    tx.commit().await.unwrap();
}

async fn people(site: &Site) {
    let account = |n| vec![id::<()>(1, n).into(), "x".into(), format!("u{n}").into(), 1i64.into(), 1i64.into()];
    let columns = ["id", "name", "sign_in", "made", "version"];
    bulk(site, "account", &columns, (0..PEOPLE).map(account).collect()).await;
    let choice = |n| {
        let email = format!("u{n}@example.cn");
        vec![id::<()>(1, n).into(), "daily".into(), "zh-CN".into(), email.into(), 1i64.into(), 0i64.into(), 0i64.into()]
    };
    let columns = ["account", "rhythm", "language", "email", "confirmed", "tries", "asked_n"];
    bulk(site, "notice_choice", &columns, (0..PEOPLE).map(choice).collect()).await;
    let post = |n: u64| {
        let unit: BodyId = id(3, n);
        let account: AccountId = id(1, n);
        vec![
            id::<()>(4, n).into(),
            account.into(),
            "unit_clerk".into(),
            unit.into(),
            id::<()>(9, 0).into(),
            "43".into(),
            "2026-01-01".into(),
            1i64.into(),
        ]
    };
    let columns = ["id", "account", "duty", "body", "congress", "area", "since", "version"];
    bulk(site, "post", &columns, (0..10_000).map(post).collect()).await;
}

async fn matters(site: &Site) {
    let suggestion = |n| {
        let text = |text: &str| Val::from(text);
        vec![
            id::<()>(2, n).into(),
            id::<()>(9, 0).into(),
            id::<()>(8, 0).into(),
            id::<()>(7, n).into(),
            text("题"),
            text("文"),
            1i64.into(),
            text(""),
            0i64.into(),
            0i64.into(),
            text("handling"),
            text("social"),
            1i64.into(),
            1i64.into(),
        ]
    };
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
        "version",
    ];
    bulk(site, "suggestion", &columns, (0..SUGGESTIONS).map(suggestion).collect()).await;
    let part = |n: u64| {
        let due = start().day().plus_days(i32::try_from(n % 365).unwrap_or(0));
        let assigned = due.plus_days(-90).start();
        vec![
            id::<()>(5, n).into(),
            id::<()>(2, n).into(),
            id::<()>(9, 0).into(),
            id::<()>(3, n % 10_000).into(),
            "sole".into(),
            1i64.into(),
            assigned.into(),
            due.into(),
            due.into(),
            "waiting".into(),
            "reply".into(),
            due.into(),
        ]
    };
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
    bulk(site, "assignment", &columns, (0..SUGGESTIONS).map(part).collect()).await;
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    site.db().one::<(i64,)>(Sql::new(sql)).await.unwrap().unwrap().0
}

async fn measured(what: &str, work: impl Future<Output = Result<(), kit::Fault>>) {
    let began = Instant::now();
    work.await.unwrap();
    println!("{what}: {:?}", began.elapsed());
}

fn main() {
    on_sqlite(async |site| {
        let mail = Mail { server: "folder:/nowhere".to_owned(), from: "a@example.cn".to_owned() };
        let config = Config { mail: Some(mail), public_url: "https://example.cn".to_owned(), ..site.config().clone() };
        let clock = Clock::Standing(start().millis().into());
        let site = Site::new(site.db().clone(), clock, Chance::Seeded(1.into()), config).unwrap();
        people(&site).await;
        matters(&site).await;
        measured("digest, nobody has anything to read", letters::digest(&site)).await;
        measured("reminders of a day", remind::remind(&site)).await;
        let told = count(&site, "select count(*) from notice").await;
        let readers = count(&site, "select count(distinct account) from notice where mail = 'daily'").await;
        println!("{told} reminders, {readers} of {PEOPLE} accounts with something to read");
        measured("digest of these", letters::digest(&site)).await;
        println!("{} letters", count(&site, "select count(*) from outbox").await);
        measured("digest again", letters::digest(&site)).await;
    });
}
