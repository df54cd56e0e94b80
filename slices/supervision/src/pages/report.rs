//! 办理情况报告: drawn from the counts, on paper.

use accounts_rules::Actor;
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    web::{Query, page},
};

use super::statistics::{About, Wanted, about, lines, percent};
use crate::queries::{self, KeyLine};

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
    /// Key suggestions with the words of their stage, and how many cases are open: of the own congress alone.
    own: Option<(Vec<(KeyLine, String)>, i64)>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    let sums = of.sums(&site).await?;
    let (whole, replied, judged) = (sums.total(), sums.replied(), sums.judged());
    let counts = vec![
        ("total", whole.to_string()),
        ("replied", replied.to_string()),
        ("replied_rate", percent(replied, whole)),
        ("late", sums.of("timely", "late").to_string()),
        ("judged", judged.to_string()),
        ("judged_rate", percent(judged, replied)),
        ("satisfied_rate", percent(sums.satisfied(), judged)),
    ];
    let part = |(title, lines): (&'static str, Vec<(String, String, i64)>)| -> Part {
        (title, lines.into_iter().map(|(_, words, n)| (words, n, percent(n, whole))).collect())
    };
    let session = of.session.and_then(|id| of.sessions.iter().find(|one| one.id == id));
    let template = Paper {
        scope: session.map_or_else(|| v.t("supervision-all-sessions").into_owned(), |one| one.name.clone()),
        counts,
        tables: lines(&v, &of, &sums).into_iter().map(part).collect(),
        // Of the levels below, sums alone are seen: no title.
        own: if of.below { None } else { Some(own(&site, &actor, &v, &of).await?) },
        v: &v,
        of,
    };
    Ok(page(&template))
}

async fn own(site: &Site, actor: &Actor, v: &View, of: &About) -> Result<(Vec<(KeyLine, String)>, i64), Problem> {
    let mut db = site.db();
    let keys = queries::keys(&mut db, actor, Some(of.congress), of.session, site.today()).await?;
    let stage = |line: &KeyLine| v.t(&format!("supervision-key-{}", line.stage)).into_owned();
    let keys = keys.into_iter().map(|line| (stage(&line), line)).map(|(words, line)| (line, words)).collect();
    Ok((keys, queries::cases(&mut db, of.congress, Some("open"), None, 1).await?.total))
}
