//! 办理情况报告: drawn from the counts, on paper.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    web::{Query, page},
};

use super::{
    dimensions::lines,
    statistics::{About, Wanted, about, percent, share},
};
use crate::queries::{self, KeyLine, statistics::Sums};

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
    /// Key suggestions with the words of their stage, and how many cases are open, for who reads the register: of the own congress alone.
    own: Option<(Vec<(KeyLine, String)>, Option<i64>)>,
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
    let template = Paper {
        scope: of.scope(v.language),
        counts: counts(&sums),
        tables: lines(v.language, &of, &sums).into_iter().map(part).collect(),
        // Of the levels below, sums alone are seen: no title.
        own: if of.below { None } else { Some(own(&site, &actor, &v, &of).await?) },
        v: &v,
        of,
    };
    Ok(page(&template))
}

/// The numbers of the first sentence.
fn counts(sums: &Sums) -> Vec<(&'static str, String)> {
    let tally = sums.tally();
    vec![
        ("total", sums.total().to_string()),
        ("replied", sums.replied().to_string()),
        ("replied_rate", percent(sums.replied(), sums.total())),
        ("late", sums.of("timely", "late").to_string()),
        ("overdue", sums.overdue().to_string()),
        ("asked", tally.all().to_string()),
        ("judged", tally.answered().to_string()),
        ("judged_rate", share(tally.response())),
        ("satisfied_rate", share(tally.satisfaction())),
    ]
}

async fn own(
    site: &Site,
    actor: &Actor,
    v: &View,
    of: &About,
) -> Result<(Vec<(KeyLine, String)>, Option<i64>), Problem> {
    let mut db = site.db();
    let keys = queries::keys(&mut db, actor, Some(of.congress), of.session, site.today()).await?;
    let stage = |line: &KeyLine| v.t(&format!("supervision-key-{}", line.stage)).into_owned();
    let keys = keys.into_iter().map(|line| (stage(&line), line)).map(|(words, line)| (line, words)).collect();
    let open = match actor.may(Right::CaseSee, of.congress) {
        Ok(()) => Some(queries::cases(&mut db, of.congress, Some("open"), None, 1).await?.total),
        Err(_) => None,
    };
    Ok((keys, open))
}
