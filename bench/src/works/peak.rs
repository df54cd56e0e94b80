//! The busiest hour of a year, drawn together: 2,400 suggestions handed in and 20,000 replies written, checked, signed and delivered, while
//! others look. An open loop: each is due at its moment whether or not the one before was answered, and a wait counts from
//! that moment.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use anyhow::{Context, ensure};
use futures_util::future::try_join_all;
use hyper::Method;
use serde::Deserialize;
use serde_json::json;
use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use super::{Bench, any, create};
use crate::{
    load::Round,
    report::Report,
    visitor::{Ask, Visitor},
};

/// The hour, as `suggestions.md` §13 expects it of a province: forty congresses in session on one day; the last days of June.
const HANDED_IN: u64 = 2_400;
const REPLIES: u64 = 20_000;
/// Lists and details looked at in a second meanwhile, at any pace.
const LOOKS: u64 = 50;

/// Replies that units of the congress still owe.
const OWED: &str = "from reply r join assignment a on a.id = r.assignment join suggestion s on s.id = a.suggestion \
    where r.stage = 'awaited' and a.work = 'handling' and a.awaits = 'reply' and s.stage = 'handling' and s.congress = $1 order by a.id";

#[derive(Deserialize)]
struct Made {
    id: Uuid,
}

/// Hands in, answers and looks, in the `pace`-th part of an hour.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let units = units(bench).await?;
    let owed = owed(bench, &units).await?;
    let replies = u64::try_from(owed.len())?.min(REPLIES);
    ensure!(replies > 0, "no unit owes a reply any more: fill a new database");
    let length = Duration::from_secs(3_600) / bench.wanted.pace.max(1);
    // A database that owes fewer is asked at the same rate for a shorter while.
    let length = length.mul_f64(replies as f64 / REPLIES as f64);
    let (handed_in, looks) = (HANDED_IN * replies / REPLIES, LOOKS * length.as_secs().max(1));
    let (deputy, clerk, transfer) =
        (bench.accounts.token("deputy")?, bench.accounts.token("clerk")?, bench.accounts.token("transfer")?);
    let kept = [count(bench, FILED).await?, count(bench, DELIVERED).await?];
    let before = bench.meter.read()?;
    let hand_in = stream(bench, length, 16, handed_in, async |visitor, nth| {
        let sheet = create::sheet(bench.congress, &format!("高峰第{nth}件"), &create::text());
        let Made { id } = visitor.ask(&Ask::post(&deputy, "/api/suggestions", &sheet)).await?.json()?;
        visitor.ask(&Ask::post(&deputy, format!("/api/suggestions/{id}/submission"), &json!({}))).await?.good()
    });
    let answer = stream(bench, length, 32, replies, async |visitor, nth| {
        let reply = owed.get(usize::try_from(nth)?).context("as many as there are")?;
        reply.answer(visitor, &transfer, nth).await
    });
    let paths: Vec<String> = owed.iter().map(|reply| format!("/api/suggestions/{}", reply.suggestion)).collect();
    let look = stream(bench, length, 16, looks, async |visitor, nth| {
        let list = format!("/api/suggestions?congress={}&stage=handling", bench.congress);
        let path = if nth % 2 == 0 { list } else { any("peak", nth, &paths).cloned().unwrap_or_default() };
        visitor.ask(&Ask::get(&clerk, path)).await?.good()
    });
    let (hand_in, answer, look) = tokio::try_join!(hand_in, answer, look)?;
    let spent = bench.meter.since(before)?;
    let now = [count(bench, FILED).await?, count(bench, DELIVERED).await?];
    let more = [now[0] - kept[0], now[1] - kept[1]];
    ensure!(more == [i64::try_from(handed_in)?, i64::try_from(replies)?], "acknowledged and kept differ: {more:?}");
    let all = spent.cpu_ms / 1e3 / spent.seconds;
    report.note(
        "peak",
        &format!(
            "{:.0} s at {} times the pace; server and database took {all:.2} processors, others {:.2}",
            spent.seconds, bench.wanted.pace, spent.others
        ),
    );
    for (what, waits) in [("suggestions handed in", hand_in), ("replies delivered", answer), ("looks", look)] {
        let Round { p50, p99, max, .. } = Round::of(waits.clone(), spent, 0);
        report.note(
            &format!("peak: {} {what}", waits.len()),
            &format!("p50 {p50:.1}, p99 {p99:.1}, max {max:.0} ms from when due"),
        );
    }
    Ok(())
}

const FILED: &str = "select count(*) from suggestion where congress = $1 and filed is not null";
const DELIVERED: &str = "select count(*) from reply r join suggestion s on s.id = r.suggestion where s.congress = $1 and r.stage = 'delivered'";

async fn count(bench: &Bench<'_>, sql: &str) -> anyhow::Result<i64> {
    bench.engine.number(sql, &[bench.congress()]).await
}

/// A reply that is owed.
struct Owed {
    suggestion: Uuid,
    part: Uuid,
    /// Of the unit's head.
    token: String,
}

impl Owed {
    /// Written, checked by the transfer office, signed, delivered.
    async fn answer(&self, visitor: &mut Visitor, transfer: &str, nth: u64) -> anyhow::Result<()> {
        let at = |verb: &str| format!("/api/suggestions/{}/assignments/{}/{verb}", self.suggestion, self.part);
        let letter = json!({
            "number": format!("湘量函〔2026〕{nth}号"), "body": create::text(), "contact": "办公室 0731-00000000", "publish": true,
        });
        let draft = Ask { method: Method::PUT, ..Ask::post(&self.token, at("reply"), &letter) };
        visitor.ask(&draft).await?.good()?;
        visitor.ask(&Ask::post(&self.token, at("checking"), &json!({}))).await?.good()?;
        visitor.ask(&Ask::post(transfer, at("approval"), &json!({}))).await?.good()?;
        visitor.ask(&Ask::post(&self.token, at("signature"), &json!({ "class": "A" }))).await?.good()?;
        visitor.ask(&Ask::post(&self.token, at("delivery"), &json!({}))).await?.good()
    }
}

/// The units that owe replies, each with a token of its head.
async fn units(bench: &Bench<'_>) -> anyhow::Result<Vec<(Uuid, String)>> {
    let owing = format!(
        "select distinct p.body from post p where p.duty = 'unit_head' and p.body in (select a.unit {})",
        OWED.replace(" order by a.id", "")
    );
    let bodies = bench.engine.ids(&owing, &[bench.congress()]).await?;
    let mut units = Vec::new();
    for body in bodies {
        let sql = "select a.id from account a join post p on p.account = a.id where p.duty = 'unit_head' and p.body = $1 and a.closed is null";
        let head = *bench.engine.ids(sql, &[body.into()]).await?.first().context("a unit has a head")?;
        units.push((
            body,
            bench
                .place
                .token(&bench.engine.text("select sign_in from account where id = $1", &[head.into()]).await?)?,
        ));
    }
    Ok(units)
}

async fn owed(bench: &Bench<'_>, units: &[(Uuid, String)]) -> anyhow::Result<Vec<Owed>> {
    let column = async |name: &str| bench.engine.ids(&format!("select {name} {OWED}"), &[bench.congress()]).await;
    let (suggestions, parts, bodies) = (column("s.id").await?, column("a.id").await?, column("a.unit").await?);
    let token = |body: &Uuid| units.iter().find(|(unit, _)| unit == body).map(|(_, token)| token.clone());
    let all = suggestions.into_iter().zip(parts).zip(&bodies);
    Ok(all.filter_map(|((suggestion, part), body)| Some(Owed { suggestion, part, token: token(body)? })).collect())
}

/// Does each at its moment, over so many kept connections, and answers the waits in milliseconds.
pub async fn stream(
    bench: &Bench<'_>,
    length: Duration,
    visitors: usize,
    times: u64,
    act: impl AsyncFn(&mut Visitor, u64) -> anyhow::Result<()>,
) -> anyhow::Result<Vec<f64>> {
    let connections = try_join_all((0..visitors).map(|_| Visitor::connect(bench.server.address))).await?;
    let (begun, next) = (Instant::now(), AtomicU64::new(0));
    let each = connections.into_iter().map(async |mut visitor| {
        let mut waits = Vec::new();
        loop {
            let nth = next.fetch_add(1, Ordering::Relaxed);
            if nth >= times {
                return anyhow::Ok(waits);
            }
            let due = begun + length.mul_f64(nth as f64 / times as f64);
            sleep_until(due).await;
            act(&mut visitor, nth).await?;
            waits.push(due.elapsed().as_secs_f64() * 1e3);
        }
    });
    Ok(try_join_all(each).await?.concat())
}
