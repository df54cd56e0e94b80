//! 办理情况报告 on a page, to be printed: the numbers of a session or a year, and what the office wrote beside them. The document itself is one
//! of the papers.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    web::{Query, page},
};
use supervision_rules::AnnualWords;

use super::{
    annual::{open_cases, words},
    dimensions::lines,
    statistics::{About, Wanted, about},
};
use crate::{
    queries::{self, KeyLine},
    shares::{counts, percent},
};

/// A table of the report: its title, and each line with its share.
type Part = (&'static str, Vec<(String, i64, String)>);

#[derive(Template)]
#[template(path = "supervision/print-report.html")]
struct Paper<'a> {
    v: &'a View,
    of: About,
    scope: String,
    counts: Vec<(&'static str, String)>,
    tables: Vec<Part>,
    /// Of the own congress alone.
    own: Option<Own>,
    /// Whether the visitor may write what stands beside the numbers.
    writes: bool,
    /// Which report it is, in an address.
    same: String,
}

/// What stands beside the sums of the own congress.
struct Own {
    /// Key suggestions with the words of their stage.
    keys: Vec<(KeyLine, String)>,
    /// How many cases are open, for who reads the register.
    open: Option<i64>,
    /// Examples with number and title.
    examples: Vec<(String, String)>,
    words: AnnualWords,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?.of_one_year(&site).await?;
    let sums = of.sums(&site).await?;
    let whole = sums.total();
    let part = |(title, lines): (&'static str, Vec<(String, String, i64)>)| -> Part {
        (title, lines.into_iter().map(|(_, words, n)| (words, n, percent(n, whole))).collect())
    };
    let session = of.session.map(|session| session.to_string()).unwrap_or_default();
    let year = of.year.map(|year| year.to_string()).unwrap_or_default();
    let below = if of.below { "1" } else { "" };
    let template = Paper {
        scope: of.scope(v.language),
        counts: counts(&sums),
        tables: lines(v.language, &of, &sums).into_iter().map(part).collect(),
        // Of the levels below, sums alone are seen: no title.
        own: if of.below { None } else { Some(own(&site, &actor, &v, &of).await?) },
        writes: !of.below && of.session.is_some() && actor.may(Right::AnnualWrite, of.congress).is_ok(),
        same: format!("congress={}&session={session}&below={below}&year={year}", of.congress),
        v: &v,
        of,
    };
    Ok(page(&template))
}

async fn own(site: &Site, actor: &Actor, v: &View, of: &About) -> Result<Own, Problem> {
    let mut db = site.db();
    let keys = queries::keys(&mut db, actor, Some(of.congress), of.session, site.today()).await?;
    let stage = |line: &KeyLine| v.t(&format!("supervision-key-{}", line.stage)).into_owned();
    let words = words(site, of).await?.map(|kept| kept.words).unwrap_or_default();
    let mut examples = Vec::new();
    for example in &words.examples {
        let matter = queries::about(&mut db, example.suggestion).await?.matter;
        examples.push((matter.number.unwrap_or_default(), format!("《{}》：{}", matter.title, example.words)));
    }
    Ok(Own {
        keys: keys.into_iter().map(|line| (stage(&line), line)).map(|(words, line)| (line, words)).collect(),
        open: open_cases(site, actor, of.congress).await?,
        examples,
        words,
    })
}
