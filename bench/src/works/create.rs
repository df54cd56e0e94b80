//! W3: a new draft with a text of 430 characters, its fact in the journal, answered once it is on disk.

use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::ensure;
use hyper::StatusCode;
use kit::db::Val;
use rusqlite::OpenFlags;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Bench;
use crate::{
    bare,
    engine::Engine,
    load,
    report::Report,
    visitor::{Answer, Ask},
};

/// Characters of the text.
const LONG: usize = 430;

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let disk = bare::fdatasync(&bench.place.folder, bench.wanted.seconds).await?;
    report.work("4 KiB appended and on disk", 1, &disk, None);
    let alone = by_driver(bench).await?;
    report.work("W3 the rows alone, by the driver", 1, &alone, None);
    let (token, text) = (bench.accounts.token("deputy")?, text());
    let before = drafts(bench).await?;
    let acknowledged = AtomicI64::new(0);
    let ask = |nth| Ask::post(&token, "/api/suggestions", &sheet(bench.congress, &format!("量测第{nth}件"), &text));
    let check = |_, answer: &Answer| {
        ensure!(answer.status == StatusCode::CREATED, "{}: {}", answer.status, answer.text());
        acknowledged.fetch_add(1, Ordering::Relaxed);
        Ok(())
    };
    let one = bench.rounds(1, ask, check).await?;
    report.work("W3 create, on disk", 1, &one, Some(&alone));
    let many = bench.rounds(16, ask, check).await?;
    report.work("W3 create, on disk", 16, &many, Some(&alone));
    let (kept, said) = (drafts(bench).await? - before, acknowledged.into_inner());
    ensure!(kept == said, "{said} drafts were acknowledged, {kept} are kept");
    bench.bare_answer("axum alone, as many bytes", &one, report).await
}

/// What a client sends.
pub fn sheet(congress: Uuid, title: &str, body: &str) -> Value {
    let sheet = json!({ "title": title, "body": body, "source": "visits", "publish": true });
    json!({ "congress": congress, "sheet": sheet })
}

/// A text of the suite's length: the seven phrases of W4 and nothing rare.
pub fn text() -> String {
    demo::SHARED.join("，").chars().chain("。建议有关单位研究。".chars()).cycle().take(LONG).collect()
}

async fn drafts(bench: &Bench<'_>) -> anyhow::Result<i64> {
    let sql = "select count(*) from suggestion where congress = $1 and stage = 'draft'";
    bench.engine.number(sql, &[bench.congress()]).await
}

/// As many bytes in two rows and a head, committed by the driver, in a database of their own.
pub async fn by_driver(bench: &Bench<'_>) -> anyhow::Result<Vec<load::Round>> {
    let path = bench.place.folder.join("bare.sqlite");
    let scratch;
    let engine = match &bench.engine {
        Engine::Lite(_) => {
            std::fs::remove_file(&path).or_else(|e| if path.exists() { Err(e) } else { Ok(()) })?;
            scratch = Engine::lite(&path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
            &scratch
        }
        engine @ Engine::Pg(..) => engine,
    };
    let bytes = if matches!(engine, Engine::Lite(_)) { "blob" } else { "uuid" };
    engine
        .batch(&format!(
            "drop table if exists bench_row; drop table if exists bench_fact; drop table if exists bench_head;
             create table bench_row (id {bytes} primary key, body text not null);
             create table bench_fact (seq bigint primary key, subject {bytes}, fact text not null);
             create index bench_fact_subject on bench_fact (subject, seq);
             create table bench_head (one bigint primary key, seq bigint); insert into bench_head values (1, 0)"
        ))
        .await?;
    let (body, fact) = (text(), "x".repeat(500));
    let (body, fact) = (&body, &fact);
    let rounds = load::bare(&bench.own_meter(), bench.wanted.seconds, |nth| async move {
        let id = Uuid::from_u128((u128::from(nth) << 64) | u128::from(nth.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        let seq = Val::Int(i64::try_from(nth)?);
        engine.batch("begin").await?;
        engine.rows("insert into bench_row values ($1, $2)", &[id.into(), body.into()]).await?;
        engine.rows("insert into bench_fact values ($1, $2, $3)", &[seq.clone(), id.into(), fact.into()]).await?;
        engine.rows("update bench_head set seq = $1 where one = 1", &[seq]).await?;
        engine.batch("commit").await
    })
    .await?;
    engine.batch("drop table bench_row; drop table bench_fact; drop table bench_head").await?;
    Ok(rounds)
}
