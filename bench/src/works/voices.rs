//! A year of opinions of constituents: the office's list and one of them, and the pages somebody sees who scanned a poster.

use anyhow::{Context, ensure};
use serde::Deserialize;

use super::{Bench, any};
use crate::{
    engine::Engine,
    load::bare,
    report::Report,
    visitor::{Answer, Ask},
};

/// Opinions of the year.
const YEAR: i64 = 200_000;
/// One line of the list has so many beside it.
const A_PAGE: usize = 25;

#[derive(Deserialize)]
struct Lines {
    items: Vec<serde::de::IgnoredAny>,
    total: i64,
}

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    fill(bench).await?;
    let token = bench.accounts.token("clerk")?;
    let sql = "select count(*) from opinion_office where office = $1";
    let total = bench.engine.number(sql, &[bench.congress()]).await?;
    let alone = bare(&bench.own_meter(), bench.wanted.seconds, |_| async move {
        bench.engine.number(sql, &[bench.congress()]).await?;
        let lines = "select o.* from opinion_office f join opinion o on o.id = f.opinion where f.office = $1 \
                     order by f.received desc, f.opinion desc limit 26";
        bench.engine.rows(lines, &[bench.congress()]).await.map(drop)
    })
    .await?;
    let json = |_| Ask::get(&token, "/api/opinions");
    let whole = |_, answer: &Answer| {
        let lines: Lines = answer.json()?;
        ensure!(lines.items.len() == A_PAGE && lines.total == total, "{} of {}", lines.items.len(), lines.total);
        Ok(())
    };
    report.work("voices, list, JSON", 1, &bench.rounds(1, json, whole).await?, Some(&alone));
    report.work("voices, list, JSON", 8, &bench.rounds(8, json, whole).await?, Some(&alone));
    let sql = "select id from opinion where congress = $1 order by received desc limit 4096";
    let ids = bench.engine.ids(sql, &[bench.congress()]).await?;
    any("voices", 0, &ids).context("there is no opinion")?;
    let area = area(bench).await?;
    let one = |nth| format!("/opinions/{}", any("voices", nth, &ids).copied().unwrap_or_default());
    page(bench, report, ("voices, list, page", |_| "/opinions".to_owned())).await?;
    // One stage hardly any of them stands at, and one that nearly all do.
    page(bench, report, ("voices, what waits, page", |_| "/opinions?stage=open".to_owned())).await?;
    page(bench, report, ("voices, of a topic, page", |_| "/opinions?stage=closed&topic=schools".to_owned())).await?;
    page(bench, report, ("voices, one, page", one)).await?;
    page(bench, report, ("find a deputy, page", |_| format!("/find?area={area}"))).await?;
    page(bench, report, ("say something, page", |_| format!("/opinions/new?area={area}"))).await
}

/// A page, by eight visitors at once.
async fn page(
    bench: &Bench<'_>,
    report: &mut Report,
    (what, path): (&str, impl Fn(u64) -> String),
) -> anyhow::Result<()> {
    let token = bench.accounts.token("clerk")?;
    let seen = |nth, answer: &Answer| {
        answer.good()?;
        ensure!(answer.body.trim_ascii_end().ends_with(b"</html>"), "{}", path(nth));
        Ok(())
    };
    let rounds = bench.rounds(8, |nth| Ask::get(&token, path(nth)), seen).await?;
    report.work(what, 8, &rounds, None);
    Ok(())
}

pub(super) async fn area(bench: &Bench<'_>) -> anyhow::Result<String> {
    bench.engine.text("select area from v_body where id = $1", &[bench.congress()]).await
}

/// Writes them, once for a filling: each with the step the audits ask for.
async fn fill(bench: &Bench<'_>) -> anyhow::Result<()> {
    let before = bench.engine.number("select count(*) from opinion where year = 2020", &[]).await?;
    if before > 0 {
        return Ok(());
    }
    let (hex, area) = (bench.congress.simple(), area(bench).await?);
    let (id, congress) = match &bench.engine {
        Engine::Lite(_) => ("randomblob(16)", format!("x'{hex}'")),
        Engine::Pg(..) => ("gen_random_uuid()", format!("'{hex}'::uuid")),
    };
    let statements = format!(
        "insert into opinion (id, congress, holder, year, n, area, place, topic, way, body, to_deputy, to_unit, stage, at, \
         round, ending, received, tracking, version) \
         with recursive nums(i) as (select 1 union all select i + 1 from nums where i < {YEAR}) \
         select {id}, {congress}, {congress}, 2020, i, '{area}', '', 'roads', 'page', '村口的桥面破损，请派人来修。', 0, 0, \
         'closed', 1590000000000 + i * 60000, 1, 'silent', 1590000000000 + i * 60000, 'bench-' || i, 1 from nums; \
         insert into opinion_step (opinion, n, at, step, body, words, open) \
         select id, 1, received, 'received', congress, '', 1 from opinion where year = 2020; \
         insert into opinion_office (office, received, opinion, stage, topic, open) \
         select congress, received, id, stage, topic, 0 from opinion where year = 2020; \
         insert into opinion_count (office, stage, topic, n) values ({congress}, 'closed', 'roads', {YEAR}) \
         on conflict (office, stage, topic) do update set n = opinion_count.n + excluded.n; \
         insert into opinion_numbering (congress, year, last) values ({congress}, 2020, {YEAR});"
    );
    bench.engine.batch(&statements).await
}
