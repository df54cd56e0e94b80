//! W2: one suggestion by chance, with its history, as JSON and as the page a person sees.

use anyhow::{Context, ensure};
use serde::Deserialize;
use serde::de::IgnoredAny;
use uuid::Uuid;

use super::{Bench, any};
use crate::{load::bare, report::Report, visitor::Ask};

#[derive(Deserialize)]
struct Shown {
    id: Uuid,
    history: Vec<IgnoredAny>,
}

/// Its rows, as the driver gives them.
const ROWS: [&str; 12] = [
    "select * from suggestion where id = $1",
    "select unit from wish where suggestion = $1 order by ordinal",
    "select person, invited, answer, answered from cosigner where suggestion = $1 order by ordinal",
    "select * from assignment where suggestion = $1 order by ordinal",
    "select * from reply where suggestion = $1 order by round",
    "select d.*, j.process, j.result, j.reason, j.at from delivery d left join judgement j \
     on j.assignment = d.assignment and j.round = d.round and j.signer = d.signer where d.suggestion = $1",
    "select seq, at, by, acting_for, body, subject, verb, fact, prev, hash from journal where subject = $1 order by seq",
    "select id, kind, words, at from remark where suggestion = $1 order by at",
    "select * from attachment where suggestion = $1",
    "select id, name from v_person where id in (select lead from suggestion where id = $1)",
    "select id, name from v_body where id in (select unit from assignment where suggestion = $1)",
    "select id, name from v_account where id in (select by from journal where subject = $1)",
];

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let token = bench.accounts.token("clerk")?;
    let sql = "select id from suggestion where congress = $1 and filed is not null";
    let ids = bench.engine.ids(sql, &[bench.congress()]).await?;
    let id = |nth| any("detail", nth, &ids).copied().context("there is no suggestion");
    let path = |nth| id(nth).unwrap_or_default();
    let alone = bare(&bench.own_meter(), bench.wanted.seconds, |nth| async move {
        for sql in ROWS {
            bench.engine.rows(sql, &[id(nth)?.into()]).await?;
        }
        Ok(())
    })
    .await?;
    let json = |nth| Ask::get(&token, format!("/api/suggestions/{}", path(nth)));
    let whole = |nth, answer: &crate::visitor::Answer| {
        let shown: Shown = answer.json()?;
        ensure!(shown.id == id(nth)? && shown.history.len() > 1, "another, or without its history: {}", shown.id);
        Ok(())
    };
    let page = |nth| Ask::get(&token, format!("/suggestions/{}", path(nth)));
    let seen = |nth, answer: &crate::visitor::Answer| {
        answer.good()?;
        let (body, id) = (&answer.body, id(nth)?.to_string());
        ensure!(
            memchr::memmem::find(body, id.as_bytes()).is_some() && body.trim_ascii_end().ends_with(b"</html>"),
            "{id}"
        );
        Ok(())
    };
    let one = bench.rounds(1, json, whole).await?;
    report.work("W2 detail, JSON", 1, &one, Some(&alone));
    report.work("W2 detail, JSON", 8, &bench.rounds(8, json, whole).await?, Some(&alone));
    let one = bench.rounds(1, page, seen).await?;
    report.work("W2 detail, page", 1, &one, Some(&alone));
    report.work("W2 detail, page", 8, &bench.rounds(8, page, seen).await?, Some(&alone));
    bench.bare_answer("axum alone, as many bytes", &one, report).await
}
