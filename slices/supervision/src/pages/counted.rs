//! The cases behind a figure of the statistics.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, page},
};

use super::statistics::{About, Wanted, about, words};
use crate::queries::counted::{BEGUN, CaseWords, CasesOf, Counted, counted};

const LINES: u16 = 25;
const ROWS: u16 = 500;

#[derive(Template)]
#[template(path = "supervision/counted.html")]
struct Cases<'a> {
    v: &'a View,
    of: About,
    lines: Vec<Counted>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: Option<String>,
}

impl Cases<'_> {
    fn word(&self, key: &str, word: &str) -> String {
        words(self.v, key, word)
    }
}

/// The same cases in an address.
fn same(of: &About, wanted: &Wanted) -> String {
    let CaseWords { category, class, outcome, timely, rounds, unit } = &wanted.cases;
    format!(
        "congress={}&session={}&category={category}&class={class}&outcome={outcome}&timely={timely}&rounds={rounds}&unit={unit}",
        of.congress, wanted.session
    )
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::SuggestionSeeFiled, of.congress)?;
    let narrow = CasesOf::read(of.congress, of.session, &wanted.cases)?;
    let found = counted(&mut site.db(), &narrow, position(&wanted.after, &BEGUN)?, LINES).await?;
    let same = same(&of, &wanted);
    let here = format!("/supervision/statistics/cases?{same}");
    let template = Cases {
        v: &v,
        lines: found.items,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| here.clone()),
        next: found.next.map(|next| format!("{here}&after={next}")),
        export: actor
            .may(Right::ExportTake, of.congress)
            .is_ok()
            .then(|| format!("/supervision/statistics/cases/list?{same}")),
        of,
    };
    Ok(page(&template))
}

const CASE_COLUMNS: [&str; 8] = [
    "supervision-field-number",
    "supervision-field-title",
    "supervision-field-unit",
    "supervision-field-category",
    "supervision-field-class",
    "supervision-field-outcome",
    "supervision-field-timely",
    "supervision-field-rounds",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::SuggestionSeeFiled, of.congress)?;
    actor.may(Right::ExportTake, of.congress)?;
    let narrow = CasesOf::read(of.congress, of.session, &wanted.cases)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, CASE_COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let found = counted(&mut site.db(), &narrow, position(&after, &BEGUN)?, ROWS).await?;
        for line in found.items {
            let cells: [Cell; 8] = [
                line.number.into(),
                line.title.into(),
                line.unit.into(),
                of.category(&line.category).into(),
                words(&v, "class", &line.class).into(),
                words(&v, "outcome", &line.outcome).into(),
                words(&v, "timely", &line.timely).into(),
                line.rounds.into(),
            ];
            table.row(&cells)?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("supervision-counted-title"))?),
        }
    }
}
