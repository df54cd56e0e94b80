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

/// A row: each column with its value.
type Row = Vec<(&'static str, Val)>;

/// Lays so many rows down, the columns as the first one names them.
async fn lay(site: &Site, table: &'static str, count: u64, row: impl Fn(u64) -> Row + Sync) {
    let columns: Vec<&'static str> = row(0).into_iter().map(|(column, _)| column).collect();
    let rows = (0..count).map(|n| row(n).into_iter().map(|(_, value)| value).collect::<Vec<_>>());
    let mut tx = site.db().begin().await.unwrap();
    tx.bulk(table, &columns, rows).await.unwrap();
    tx.commit().await.unwrap();
}

/// Numbers, all the same.
fn all<const N: usize>(number: i64, columns: [&'static str; N]) -> impl Iterator<Item = (&'static str, Val)> {
    columns.into_iter().map(move |column| (column, number.into()))
}

async fn people(site: &Site) {
    lay(site, "account", PEOPLE, |n| {
        let own: Row = vec![("id", id::<()>(1, n).into()), ("name", "x".into()), ("sign_in", format!("u{n}").into())];
        own.into_iter().chain(all(1, ["made", "version"])).collect()
    })
    .await;
    lay(site, "notice_choice", PEOPLE, |n| {
        let email = ("email", format!("u{n}@example.cn").into());
        let own: Row = vec![("account", id::<()>(1, n).into()), ("rhythm", "daily".into()), email];
        let rest = all(0, ["tries", "asked_n"]).chain(all(1, ["confirmed"]));
        own.into_iter().chain([("language", "zh-CN".into())]).chain(rest).collect()
    })
    .await;
    lay(site, "post", 10_000, |n| {
        let (unit, account): (BodyId, AccountId) = (id(3, n), id(1, n));
        let whose: Row = vec![("id", id::<()>(4, n).into()), ("account", account.into()), ("body", unit.into())];
        let what: Row = vec![("duty", "unit_clerk".into()), ("congress", id::<()>(9, 0).into()), ("area", "43".into())];
        whose.into_iter().chain(what).chain([("since", "2026-01-01".into()), ("version", 1i64.into())]).collect()
    })
    .await;
}

async fn matters(site: &Site) {
    lay(site, "suggestion", SUGGESTIONS, |n| {
        let ids = [("id", 2, n), ("congress", 9, 0), ("session", 8, 0), ("lead", 7, n)];
        let texts = [
            ("title", "题"),
            ("body", "文"),
            ("not_public_because", ""),
            ("stage", "handling"),
            ("category", "social"),
        ];
        let ids = ids.into_iter().map(|(column, kind, n)| (column, id::<()>(kind, n).into()));
        let texts = texts.into_iter().map(|(column, text)| (column, text.into()));
        let numbers = all(1, ["publish", "begun", "version"]).chain(all(0, ["wants_meeting", "keep_identity"]));
        ids.chain(texts).chain(numbers).collect()
    })
    .await;
    lay(site, "assignment", SUGGESTIONS, |n| {
        let due = start().day().plus_days(i32::try_from(n % 365).unwrap_or(0));
        let ids = [("id", 5, n), ("suggestion", 2, n), ("congress", 9, 0), ("unit", 3, n % 10_000)];
        let ids = ids.into_iter().map(|(column, kind, n)| (column, id::<()>(kind, n).into()));
        let words = [("role", "sole"), ("work", "waiting"), ("awaits", "reply")];
        let words = words.into_iter().map(|(column, word)| (column, word.into()));
        let days = ["sign_by", "due", "awaits_by"].into_iter().map(move |column| (column, due.into()));
        let assigned = ("assigned", due.plus_days(-90).start().into());
        ids.chain(words).chain(days).chain([assigned]).chain(all(1, ["ordinal"])).collect()
    })
    .await;
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
