//! W6: suggestions that wait are handed over to a unit, each with its days and its fact, answered once on disk: one at a time, by sixteen
//! clerks at once, and 500 in one action. What is handed over is used up: a database of 200,000 has enough for two runs.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use anyhow::{Context, ensure};
use futures_util::future::try_join_all;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Bench, any, create};
use crate::{
    load::Round,
    report::Report,
    visitor::{Answer, Ask, Visitor},
};

/// Rounds of each.
const ROUNDS: usize = 3;
/// By how many clerks at once, and how many in a round.
const SINGLE: [(usize, usize); 2] = [(1, 400), (16, 1_600)];
/// So many in one action.
const TOGETHER: usize = 500;

/// What wait for the congress's own office, and go along with no other.
const WAITING: &str = "select id from suggestion where congress = $1 and stage = 'numbered' and routed_to is null \
    and merged_into is null order by id";
const UNITS: &str = "select distinct unit from assignment where congress = $1 order by unit";
const PARTS: &str = "select count(*) from assignment where congress = $1";
const HANDLED: &str = "select count(*) from suggestion where congress = $1 and stage = 'handling'";

#[derive(Deserialize)]
struct Handed {
    refused: Option<String>,
}

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let token = bench.accounts.token("clerk")?;
    let waiting = bench.engine.ids(WAITING, &[bench.congress()]).await?;
    let units = bench.engine.ids(UNITS, &[bench.congress()]).await?;
    let wanted = ROUNDS * (SINGLE.iter().map(|(_, count)| count).sum::<usize>() + TOGETHER);
    ensure!(waiting.len() >= wanted, "{} wait and {wanted} are needed: fill a new database", waiting.len());
    let before = [bench.engine.number(PARTS, &[bench.congress()]).await?, handled(bench).await?];
    let alone = create::by_driver(bench).await?;
    let mut left = waiting.into_iter().zip(0..);
    for (clerks, count) in SINGLE {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let one = |(id, nth): (Uuid, u64)| -> anyhow::Result<Ask> {
                Ok(Ask::post(&token, format!("/api/suggestions/{id}/assignments"), &plan(&units, nth)?))
            };
            let asks = left.by_ref().take(count).map(one).collect::<anyhow::Result<Vec<_>>>()?;
            rounds.push(round(bench, clerks, &asks, Answer::good).await?);
        }
        report.work("W6 hand over, on disk", clerks, &rounds, Some(&alone));
    }
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let one = |(id, nth): (Uuid, u64)| -> anyhow::Result<Value> {
            Ok(json!({ "suggestion": id, "plan": plan(&units, nth)? }))
        };
        let many = left.by_ref().take(TOGETHER).map(one).collect::<anyhow::Result<Vec<_>>>()?;
        let all = |answer: &Answer| -> anyhow::Result<()> {
            let answers: Vec<Handed> = answer.json()?;
            let good = answers.iter().filter(|one| one.refused.is_none()).count();
            ensure!(good == TOGETHER, "{good} of {TOGETHER} were handed over");
            Ok(())
        };
        let ask = Ask::post(&token, "/api/handovers", &Value::Array(many));
        rounds.push(round(bench, 1, &[ask], all).await?);
    }
    report.work("W6 500 in one action", 1, &rounds, None);
    let now = [bench.engine.number(PARTS, &[bench.congress()]).await?, handled(bench).await?];
    let kept = [now[0] - before[0], now[1] - before[1]];
    ensure!(kept == [i64::try_from(wanted)?; 2], "{wanted} were handed over, {kept:?} are kept");
    let told = bench.server.followed(&bench.engine).await?;
    report.note("W6 the units told of them all, after that", &format!("{:.1} s", told.as_secs_f64()));
    Ok(())
}

/// One unit alone, by chance.
fn plan(units: &[Uuid], nth: u64) -> anyhow::Result<Value> {
    Ok(json!({ "way": "sole", "unit": any("handover", nth, units).context("no unit handles anything")? }))
}

async fn handled(bench: &Bench<'_>) -> anyhow::Result<i64> {
    bench.engine.number(HANDLED, &[bench.congress()]).await
}

/// Asks all of these once, over so many kept connections.
async fn round(
    bench: &Bench<'_>,
    visitors: usize,
    asks: &[Ask],
    check: impl Fn(&Answer) -> anyhow::Result<()>,
) -> anyhow::Result<Round> {
    let connections = try_join_all((0..visitors).map(|_| Visitor::connect(bench.server.address))).await?;
    let (next, before) = (AtomicUsize::new(0), bench.meter.read()?);
    let each = connections.into_iter().map(async |mut visitor| {
        let (mut walls, mut bytes) = (Vec::new(), 0);
        while let Some(ask) = asks.get(next.fetch_add(1, Ordering::Relaxed)) {
            let began = Instant::now();
            let answer = visitor.ask(ask).await?;
            walls.push(began.elapsed().as_secs_f64() * 1e3);
            bytes += answer.body.len() as u64;
            check(&answer)?;
        }
        anyhow::Ok((walls, bytes))
    });
    let (walls, bytes): (Vec<Vec<f64>>, Vec<u64>) = try_join_all(each).await?.into_iter().unzip();
    let spent = bench.meter.since(before)?;
    Ok(Round::of(walls.concat(), spent, bytes.iter().sum()))
}
