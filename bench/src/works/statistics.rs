//! W7, as far as it is of suggestions: their sums by every dimension, for the congress and for all below it, as JSON and as pages.
//! They must be what the driver counts over the suggestions themselves.

use anyhow::ensure;
use kernel::Moment;
use serde::Deserialize;

use super::Bench;
use crate::{
    load::bare,
    report::Report,
    visitor::{Answer, Ask},
};

#[derive(Deserialize)]
struct Told {
    sums: Vec<Sum>,
}

#[derive(Deserialize)]
struct Sum {
    dimension: String,
    n: i64,
}

/// The statements of the sums, as the house sends them.
const OWN: &str = "select h.session, case h.dimension when 'window' then 'outcome' when 'process-window' then 'process' \
    when 'owed' then 'timely' else h.dimension end, case when h.dimension in ('window', 'process-window') then \
    case when substr(h.word, 1, 10) < $1 then substr(h.word, 12) else 'waiting' end when h.dimension = 'owed' then \
    case when h.word < $1 then 'overdue' else '' end else h.word end, cast(sum(h.n) as bigint) from handling_sum h \
    where h.n <> 0 and h.congress = $2 and h.about = $2 group by 1, 2, 3";
const UNITS: &str = "select h.about, coalesce(b.name, ''), coalesce(b.level, ''), case h.dimension when 'window' then 'outcome' \
    when 'process-window' then 'process' when 'owed' then 'timely' else h.dimension end, case when h.dimension in ('window', \
    'process-window') then case when substr(h.word, 1, 10) < $1 then substr(h.word, 12) else 'waiting' end when h.dimension = 'owed' \
    then case when h.word < $1 then 'overdue' else '' end else h.word end, cast(sum(h.n) as bigint) from handling_sum h \
    left join v_body b on b.id = h.about where h.n <> 0 and h.congress = $2 and h.about <> $2 group by 1, 2, 3, 4, 5 order by 1, 4, 5";

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let token = bench.accounts.token("clerk")?;
    let counted = "stage in ('numbered', 'handling', 'closed') and number is not null";
    let own = format!("select count(*) from suggestion where {counted} and congress = $1");
    let own = bench.engine.number(&own, &[bench.congress()]).await?;
    let all = bench.engine.number(&format!("select count(*) from suggestion where {counted}"), &[]).await?;
    let today = Moment::from_millis(i64::try_from(std::time::UNIX_EPOCH.elapsed()?.as_millis())?).day();
    let alone = bare(&bench.own_meter(), bench.wanted.seconds, |_| async move {
        bench.engine.rows(OWN, &[today.into(), bench.congress()]).await?;
        bench.engine.rows(UNITS, &[today.into(), bench.congress()]).await.map(drop)
    })
    .await?;
    for (name, below, whole) in [("own congress", "", own), ("all below too", "&below=true", all)] {
        let path = format!("/api/congresses/{}/handling-statistics?{below}", bench.congress);
        let ask = |_| Ask::get(&token, path.clone());
        let check = |_, answer: &Answer| {
            let told: Told = answer.json()?;
            for dimension in ["all", "category", "source", "class", "outcome", "process", "timely", "rounds", "hops"] {
                let sum: i64 = told.sums.iter().filter(|sum| sum.dimension == dimension).map(|sum| sum.n).sum();
                ensure!(sum == whole, "{dimension}: {sum} of {whole}");
            }
            Ok(())
        };
        let beside = below.is_empty().then_some(alone.as_slice());
        report.work(&format!("W7 statistics, {name}, JSON"), 1, &bench.rounds(1, ask, check).await?, beside);
        let page =
            format!("/supervision/statistics?congress={}&below={}", bench.congress, i32::from(!below.is_empty()));
        let page = page.replace("below=0", "below=");
        let seen = |_, answer: &Answer| answer.good();
        let rounds = bench.rounds(1, |_| Ask::get(&token, page.clone()), seen).await?;
        report.work(&format!("W7 statistics, {name}, page"), 1, &rounds, None);
    }
    Ok(())
}
