//! 承办单位参考: how often the unit that replied is the first, or one of the first three, that the hint names for a suggestion.
//!
//! Each suggestion is left out of the past it is measured on. The unit that counts is the one that has it in the end, after all
//! rulings. The world is generated, and its matters are routed by their field: this shows that the counting works, and proves
//! little of any real congress.

use anyhow::{Context, ensure};
use serde::Deserialize;
use uuid::Uuid;

use super::{Bench, any};
use crate::{
    report::Report,
    visitor::{Ask, Visitor},
};

/// Suggestions that are asked about.
const ASKED: u64 = 400;

#[derive(Deserialize)]
struct Hint {
    unit: Uuid,
}

/// Asks, compares with the tables, and notes both shares beside those of always naming the same three units.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let token = bench.accounts.token("clerk")?;
    let handled = "select id from suggestion where congress = $1 and stage in ('handling', 'closed') order by id";
    let ids = bench.engine.ids(handled, &[bench.congress()]).await?;
    ensure!(!ids.is_empty(), "nothing was assigned in this world");
    let busiest = "select unit from assignment where congress = $1 and role in ('sole', 'lead', 'separate') \
                   and work <> 'passed-on' group by unit order by count(*) desc, unit limit 3";
    let busiest = bench.engine.ids(busiest, &[bench.congress()]).await?;
    let mut visitor = Visitor::connect(bench.server.address).await?;
    let (mut first, mut among, mut silent, mut usual) = (0, 0, 0, 0);
    for nth in 0..ASKED {
        let id = any("hints", nth, &ids).copied().context("there is no suggestion")?;
        let who = "select unit from assignment where suggestion = $1 and role in ('sole', 'lead', 'separate') \
                   and work <> 'passed-on'";
        let units = bench.engine.ids(who, &[id.into()]).await?;
        let path = format!("/api/suggestions/{id}/hints");
        let hints: Vec<Hint> = visitor.ask(&Ask::get(&token, path)).await?.json()?;
        ensure!(hints.len() <= 3, "{} units are named for {id}", hints.len());
        first += u64::from(hints.first().is_some_and(|hint| units.contains(&hint.unit)));
        among += u64::from(hints.iter().any(|hint| units.contains(&hint.unit)));
        silent += u64::from(hints.is_empty());
        usual += u64::from(busiest.iter().any(|unit| units.contains(unit)));
    }
    report.note("hint: suggestions asked about, each left out of its own past", &ASKED.to_string());
    report.note("hint: the unit is the first named", &share(first));
    report.note("hint: the unit is one of the first three", &share(among));
    report.note("hint: nothing is named", &share(silent));
    report.note("hint: the three busiest units, always named, would hold it", &share(usual));
    Ok(())
}

fn share(n: u64) -> String {
    format!("{n} of {ASKED}, {} %", n * 100 / ASKED)
}
