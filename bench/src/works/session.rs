//! A session's rush: two thousand people at once, each acting every ten seconds. Seven of ten open the list, two a suggestion, one
//! hands one in; and beside them, alone, what the office asks while it reads: what is alike, which unit, the task list.
//!
//! An open loop over two thousand kept connections: each act is due at its moment, and a wait counts from when it was due.

use std::time::{Duration, Instant};

use anyhow::ensure;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{Bench, any, create, peak::stream};
use crate::{
    report::Report,
    visitor::{Answer, Ask},
};

/// Who opens lists and suggestions; the goal is one second for 95 of 100 with everybody at once.
const LOOKING: usize = 1_800;
/// Who hands in; the goal is the same.
const HANDING_IN: usize = 200;
/// Each acts once in ten seconds.
const PAUSE: u64 = 10;
const LENGTH: Duration = Duration::from_secs(60);

#[derive(Deserialize)]
struct Made {
    id: Uuid,
}

/// The rush, then the three questions.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    rush(bench, report).await?;
    questions(bench, report).await
}

async fn rush(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let (deputy, clerk) = (bench.accounts.token("deputy")?, bench.accounts.token("clerk")?);
    let sql =
        "select id from suggestion where congress = $1 and stage in ('handling', 'closed') order by id limit 20000";
    let ids = bench.engine.ids(sql, &[bench.congress()]).await?;
    ensure!(!ids.is_empty(), "nothing was assigned in this world");
    let times = |people: usize| people as u64 * LENGTH.as_secs() / PAUSE;
    let before = bench.meter.read()?;
    let look = stream(bench, LENGTH, LOOKING, times(LOOKING), async |visitor, nth| {
        let list = format!("/api/suggestions?congress={}&stage=handling", bench.congress);
        let one = any("session", nth, &ids).map(|id| format!("/api/suggestions/{id}"));
        let path = if nth % 9 < 7 { list } else { one.unwrap_or_default() };
        visitor.ask(&Ask::get(&clerk, path)).await?.good()
    });
    let hand_in = stream(bench, LENGTH, HANDING_IN, times(HANDING_IN), async |visitor, nth| {
        let sheet = create::sheet(bench.congress, &format!("会期第{nth}件"), &create::text());
        let Made { id } = visitor.ask(&Ask::post(&deputy, "/api/suggestions", &sheet)).await?.json()?;
        visitor.ask(&Ask::post(&deputy, format!("/api/suggestions/{id}/submission"), &json!({}))).await?.good()
    });
    let (look, hand_in) = tokio::try_join!(look, hand_in)?;
    let spent = bench.meter.since(before)?;
    let all = spent.cpu_ms / 1e3 / spent.seconds;
    let figure = format!("server and database took {all:.2} processors, others {:.2}", spent.others);
    report.note("session: 2,000 people for a minute, each acting every ten seconds", &figure);
    report.note("session: lists and suggestions opened", &waits(look));
    report.note("session: handed in, draft and submission", &waits(hand_in));
    Ok(())
}

fn waits(mut waits: Vec<f64>) -> String {
    waits.sort_by(f64::total_cmp);
    let at = |share: usize| waits.get((waits.len() * share / 100).min(waits.len().saturating_sub(1))).unwrap_or(&0.0);
    format!("{} times; p50 {:.1}, p95 {:.1}, p99 {:.1} ms from when due", waits.len(), at(50), at(95), at(99))
}

/// Alike, hint and task list, one asker.
async fn questions(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let clerk = bench.accounts.token("clerk")?;
    let sql = "select id from suggestion where congress = $1 and stage = 'handling' order by id limit 2000";
    let ids = bench.engine.ids(sql, &[bench.congress()]).await?;
    ensure!(!ids.is_empty(), "nothing is in hand in this world");
    let mut titles = Vec::new();
    for id in ids.iter().take(50) {
        titles.push(bench.engine.text("select title from suggestion where id = $1", &[(*id).into()]).await?);
    }
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let alike = |nth| {
        let title = any("alike", nth, &titles).map_or("", String::as_str);
        Ask::get(&clerk, format!("/api/similar-suggestions?title={}&body=", encoded(title)))
    };
    let good = |_: u64, answer: &Answer| answer.good();
    report.work("alike, while a title is typed", 1, &bench.rounds(1, alike, good).await?, None);
    let hint = |nth| {
        let id = any("hint", nth, &ids).copied().unwrap_or_default();
        Ask::get(&clerk, format!("/api/suggestions/{id}/hints"))
    };
    report.work("hint for a unit", 1, &bench.rounds(1, hint, good).await?, None);
    let path = format!("/suggestions/tasks?congress={}&as=xlsx", bench.congress);
    let began = Instant::now();
    let list = bench.server.ask(&Ask::get(&clerk, path)).await?;
    list.good()?;
    ensure!(list.body.starts_with(b"PK"), "the task list is no workbook");
    let figure = format!("{} kB in {:.1} s", list.body.len() >> 10, began.elapsed().as_secs_f64());
    report.note("task list of the sitting session as a workbook", &figure);
    Ok(())
}
