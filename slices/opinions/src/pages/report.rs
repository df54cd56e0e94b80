//! 群众意见月报: numbers of a month for the office, as a page and as a table.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind},
    web::{Query, chosen, page},
};
use serde::Deserialize;

use super::list::nobodys;
use crate::queries::report::{self, ReportLine};

/// Which month.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    month: String,
}

#[derive(Template)]
#[template(path = "opinions/report.html")]
struct Report<'a> {
    v: &'a View,
    month: String,
    before: String,
    after: Option<String>,
    lines: Vec<ReportLine>,
    heads: Vec<String>,
}

impl Report<'_> {
    fn topic(&self, line: &ReportLine) -> String {
        named(self.v, line)
    }

    fn cells(&self, line: &ReportLine) -> Vec<(&str, i64)> {
        self.heads.iter().map(String::as_str).zip(line.numbers()).collect()
    }
}

/// The columns, in order; the first is the topic.
const COLUMNS: [&str; 10] = [
    "opinions-field-topic",
    "opinions-report-received",
    "opinions-report-open",
    "opinions-stage-suggested",
    "opinions-stage-answered",
    "opinions-report-satisfied",
    "opinions-score-unsatisfied",
    "opinions-report-silent",
    "opinions-stage-elsewhere",
    "opinions-report-late",
];

fn named(v: &View, line: &ReportLine) -> String {
    let key =
        if line.topic.is_empty() { "opinions-report-sum".into() } else { format!("opinions-topic-{}", line.topic) };
    v.t(&key).into_owned()
}

/// The first day of a month and of the one after it, by `2026-06`; this month where nothing is named.
///
/// # Errors
/// Names the filter, when it is no month.
pub fn month(site: &Site, text: &str) -> Result<(Day, Day), Problem> {
    let read = |text: &str| {
        let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
        Day::new(year.parse().ok()?, month.parse().ok()?, 1).filter(|day| (2000..2200).contains(&day.parts().0))
    };
    let (year, month, _) = site.today().parts();
    let now = Day::new(year, month, 1).unwrap_or_else(|| site.today());
    let first = chosen("month", text, read)?.unwrap_or(now);
    Ok((first, first.plus_months(1)))
}

/// `2026-06`.
fn written(day: Day) -> String {
    day.to_string().chars().take(7).collect()
}

/// The office whose months the actor reads.
///
/// # Errors
/// When nobody is signed in, or the actor sees no office's opinions.
pub fn office(actor: &Actor) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.bodies(Right::OpinionSee).next().ok_or_else(nobodys)
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    asked: Result<Query<Wanted>, Problem>,
    v: View,
) -> Result<Response, Problem> {
    let office = office(&actor)?;
    let (from, past) = month(&site, &asked?.0.month)?;
    let lines = report::of_office(&mut site.db(), office, (from, past)).await?;
    let heads = COLUMNS.iter().skip(1).map(|key| v.t(key).into_owned()).collect();
    let after = (past <= site.today()).then(|| written(past));
    Ok(page(&Report { month: written(from), before: written(from.plus_months(-1)), after, lines, heads, v: &v }))
}

/// The same as a table.
///
/// # Errors
/// As [`show`]; missing when the kind of table is none.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(kind): Path<String>,
    asked: Result<Query<Wanted>, Problem>,
    v: View,
) -> Result<Response, Problem> {
    let office = office(&actor)?;
    let kind = Kind::parse(&kind).ok_or_else(Problem::missing)?;
    let (from, past) = month(&site, &asked?.0.month)?;
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for line in report::of_office(&mut site.db(), office, (from, past)).await? {
        let cells: Vec<Cell> = std::iter::once(named(&v, &line).into()).chain(line.numbers().map(Cell::from)).collect();
        sheet.row(&cells)?;
    }
    let title = v.tf("opinions-report-of", [("month", written(from))]);
    Ok(sheet.finish()?.response(&title)?)
}
