//! W4: words in title and text, with the exact total and the newest 25, which must be those of a scan of all texts.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use kernel::{Day, Moment};
use kit::search::{Asked, Search, Within};
use memchr::memmem::Finder;
use serde::Deserialize;
use uuid::Uuid;

use super::{Bench, any, create};
use crate::{
    load::bare,
    report::Report,
    visitor::{Answer, Ask},
};

/// Two characters, as most Chinese words have; the first stand in very many texts.
const WORDS: [&str; 4] = ["农村", "养老", "水质", "电梯"];
const A_PAGE: usize = 25;

#[derive(Deserialize)]
struct Found {
    items: Vec<Line>,
    total: usize,
}

#[derive(Deserialize)]
struct Line {
    id: Uuid,
}

/// What a scan says: how many hold the words, and the newest of them.
type Truth = BTreeMap<&'static str, (usize, Vec<Uuid>)>;

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let truth = truth(bench, report).await?;
    let index = Search::open(&bench.place.index())?;
    let sets: [(&str, &[&str]); 3] =
        [("7 phrases", &demo::SHARED), ("a rare phrase", &[demo::RARE]), ("2-character words", &WORDS)];
    let token = bench.accounts.token("clerk")?;
    for (name, words) in sets {
        let word = |nth: u64| any("search", nth, words).copied().context("no words");
        let of = |nth| word(nth).and_then(|word| truth.get(word).context("no scan"));
        let ask = |nth| Ask::get(&token, address("/api/suggestions", bench.congress, word(nth).unwrap_or_default()));
        let check = |nth, answer: &Answer| {
            let (found, (total, newest)): (Found, _) = (answer.json()?, of(nth)?);
            let ids = found.items.iter().map(|line| &line.id);
            ensure!(found.total == *total && ids.eq(newest), "{}: not what a scan finds", word(nth)?);
            Ok(())
        };
        let alone = bare(&bench.own_meter(), bench.wanted.seconds, |nth| {
            let within = [Within::Reader(bench.congress)];
            let asked = |text| Asked {
                text,
                kind: Some("suggestion"),
                labels: &[],
                within: &within,
                after: None,
                limit: A_PAGE,
            };
            let found = word(nth).and_then(|text| Ok(index.find(&asked(text))?));
            std::future::ready(found.and_then(|found| {
                ensure!(found.total == of(nth)?.0 as u64, "the index alone finds {}", found.total);
                Ok(())
            }))
        })
        .await?;
        let one = bench.rounds(1, ask, check).await?;
        report.work(&format!("W4 search, {name}"), 1, &one, Some(&alone));
        report.work(&format!("W4 search, {name}"), 8, &bench.rounds(8, ask, check).await?, Some(&alone));
        if name == "7 phrases" {
            page(bench, words, report).await?;
        }
    }
    fresh(bench, report).await
}

fn address(path: &str, congress: Uuid, words: &str) -> String {
    let encoded: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("{path}?congress={congress}&q={encoded}")
}

/// The page a clerk sees.
async fn page(bench: &Bench<'_>, words: &[&str], report: &mut Report) -> anyhow::Result<()> {
    let token = bench.accounts.token("clerk")?;
    let ask = |nth| Ask::get(&token, address("/suggestions", bench.congress, any("search", nth, words).unwrap_or(&"")));
    let rounds = bench.rounds(1, ask, |_, answer| answer.good()).await?;
    report.work("W4 search, 7 phrases, page", 1, &rounds, None);
    bench.bare_answer("axum alone, as many bytes", &rounds, report).await
}

/// Scans every text by the driver.
async fn truth(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<Truth> {
    let words: Vec<&'static str> = demo::SHARED.into_iter().chain([demo::RARE]).chain(WORDS).collect();
    let finders: Vec<Finder> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
    let mut hits: Vec<Vec<(Day, Uuid)>> = vec![Vec::new(); words.len()];
    let began = Instant::now();
    let mut scanned = 0u64;
    bench
        .engine
        .texts(|(id, filed, title, body)| {
            scanned += 1;
            let day = Moment::from_millis(filed).day();
            for (finder, hits) in finders.iter().zip(&mut hits) {
                if finder.find(title.as_bytes()).or_else(|| finder.find(body.as_bytes())).is_some() {
                    hits.push((day, id));
                }
            }
        })
        .await?;
    let seconds = began.elapsed().as_secs_f64();
    report.note("a scan for the words of W4", &format!("{scanned} texts, {} words, {seconds:.1} s", words.len()));
    let newest = |mut hits: Vec<(Day, Uuid)>| {
        hits.sort_unstable_by(|a, b| b.cmp(a));
        (hits.len(), hits.into_iter().take(A_PAGE).map(|(_, id)| id).collect())
    };
    let truth: Truth = words.into_iter().zip(hits.into_iter().map(newest)).collect();
    let totals: Vec<String> = truth.iter().map(|(word, (total, _))| format!("{word} {total}")).collect();
    report.note("hits of W4", &totals.join(", "));
    Ok(truth)
}

/// A suggestion handed in now must be found within a second.
async fn fresh(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    let (deputy, clerk) = (bench.accounts.token("deputy")?, bench.accounts.token("clerk")?);
    let mut waits = Vec::new();
    for _ in 0..5 {
        let tag = Moment::from_millis(i64::try_from(std::time::UNIX_EPOCH.elapsed()?.as_millis())?).millis();
        let sheet = create::sheet(bench.congress, &format!("关于编号甲{tag}乙的建议"), &create::text());
        let draft: Line = bench.server.ask(&Ask::post(&deputy, "/api/suggestions", &sheet)).await?.json()?;
        let path = format!("/api/suggestions/{}/submission", draft.id);
        let submission = Ask { version: Some(1), ..Ask::post(&deputy, path, &serde_json::json!({})) };
        bench.server.ask(&submission).await?.good()?;
        let began = Instant::now();
        let ask = Ask::get(&clerk, address("/api/suggestions", bench.congress, &format!("甲{tag}乙")));
        loop {
            let found: Found = bench.server.ask(&ask).await?.json()?;
            if found.items.iter().any(|line| line.id == draft.id) {
                break;
            }
            ensure!(began.elapsed() < Duration::from_secs(10), "not found after ten seconds");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        waits.push(began.elapsed().as_millis());
    }
    let most = waits.iter().max().copied().unwrap_or(0);
    ensure!(most <= 1_000, "found only after {waits:?} ms");
    report.note("handed in to found", &format!("{most} ms at most of {}", waits.len()));
    Ok(())
}
