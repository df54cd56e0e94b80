//! W1: the suggestions of a stage and a category, newest first, 25 a page, page 1 to 10, with the exact total.

use anyhow::{Context, ensure};
use kit::db::Val;
use serde::Deserialize;
use uuid::Uuid;

use super::{Bench, any};
use crate::{load::bare, report::Report, visitor::Ask};

const A_PAGE: i64 = 25;
const PAGES: i64 = 10;

#[derive(Deserialize)]
struct Lines {
    items: Vec<Line>,
    next: Option<String>,
    total: i64,
}

#[derive(Deserialize)]
struct Line {
    id: Uuid,
    filed: i64,
}

#[derive(Deserialize)]
struct Count {
    stage: String,
    category: String,
}

/// One page of the list as it is asked for, and what must come.
struct Page {
    address: String,
    stage: String,
    category: String,
    after: Option<(i64, Uuid)>,
    lines: i64,
    total: i64,
}

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let token = bench.accounts.token("clerk")?;
    let pages = pages(bench, &token).await?;
    let page = |nth| any("list", nth, &pages).context("there is no page");
    let ask = |nth| Ask::get(&token, page(nth).map_or(String::new(), |page| page.address.clone()));
    let check = |nth, answer: &crate::visitor::Answer| {
        let (lines, page): (Lines, &Page) = (answer.json()?, page(nth)?);
        let has = lines.items.len() as i64;
        ensure!(has == page.lines && lines.total == page.total, "{}: {has} of {}", page.address, lines.total);
        Ok(())
    };
    let alone =
        bare(&bench.own_meter(), bench.wanted.seconds, |nth| async move { by_driver(bench, page(nth)?).await }).await?;
    let one = bench.rounds(1, ask, check).await?;
    report.work("W1 list", 1, &one, Some(&alone));
    report.work("W1 list", 8, &bench.rounds(8, ask, check).await?, Some(&alone));
    bench.bare_answer("axum alone, as many bytes", &one, report).await
}

/// Every page that can be asked for, with totals counted by the driver.
async fn pages(bench: &Bench<'_>, token: &str) -> anyhow::Result<Vec<Page>> {
    let counts = format!("/api/counts?congress={}", bench.congress);
    let mut kinds: Vec<Count> = bench.server.ask(&Ask::get(token, counts)).await?.json()?;
    kinds.retain(|kind| !kind.category.is_empty());
    kinds.dedup_by(|a, b| a.stage == b.stage && a.category == b.category);
    let mut pages = Vec::new();
    for Count { stage, category } in kinds {
        let sql = "select count(*) from suggestion where congress = $1 and stage = $2 and category = $3 and filed is not null";
        let values = [bench.congress(), stage.as_str().into(), category.as_str().into()];
        let total = bench.engine.number(sql, &values).await?;
        let base = format!("/api/suggestions?congress={}&stage={stage}&category={category}", bench.congress);
        let (mut next, mut last) = (Some(String::new()), None);
        for nth in 0..PAGES {
            let Some(after) = next else { break };
            let address = if after.is_empty() { base.clone() } else { format!("{base}&after={after}") };
            let shown: Lines = bench.server.ask(&Ask::get(token, &address)).await?.json()?;
            let (stage, category, after) = (stage.clone(), category.clone(), last);
            let lines = (total - nth * A_PAGE).min(A_PAGE);
            pages.push(Page { address, stage, category, after, lines, total });
            last = shown.items.last().map(|line| (line.filed, line.id));
            next = shown.next;
        }
    }
    Ok(pages)
}

/// The statements of the list, as the house sends them.
const LINES: &str = "select s.id, s.number, s.title, s.category, s.stage, s.filed, s.outcome, \
    (select p.name from v_person p where p.id = s.lead), \
    (select d.name from v_mandate m join v_delegation d on d.id = m.delegation \
     where m.person = s.lead and d.congress = s.congress \
     and d.term = (select v.term from v_session v where v.id = s.session) limit 1), \
    (select b.name from assignment a join v_body b on b.id = a.unit \
     where a.suggestion = s.id and a.role <> 'co' and a.work <> 'passed-on' order by a.ordinal limit 1), \
    (select min(a.awaits_by) from assignment a where a.suggestion = s.id) \
    from suggestion s where s.congress = $1 and s.stage = $2 and s.filed is not null and s.category = $3 \
    and (s.filed, s.id) < ($4, $5) order by s.filed desc, s.id desc limit $6";
const TOTAL: &str = "select cast(coalesce(sum(n), 0) as bigint) from suggestion_count \
    where congress = $1 and stage not in ('draft', 'cosigning') and stage = $2 and category = $3";

async fn by_driver(bench: &Bench<'_>, page: &Page) -> anyhow::Result<()> {
    let (filed, id) = page.after.unwrap_or((i64::MAX, Uuid::max()));
    let mut values: Vec<Val> = vec![bench.congress(), page.stage.as_str().into(), page.category.as_str().into()];
    bench.engine.rows(TOTAL, &values).await?;
    values.extend([Val::from(filed), id.into(), (A_PAGE + 1).into()]);
    let rows = bench.engine.rows(LINES, &values).await? as i64;
    ensure!(rows >= page.lines, "{rows} rows by the driver");
    Ok(())
}
