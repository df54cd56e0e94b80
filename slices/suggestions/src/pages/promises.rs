//! 承诺事项台账: the promises of a congress or of a unit, the nearest day first, on the page and as a table.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind},
    web::page,
    words::Lang,
};
use roster_views::{Named, congresses};

use super::{
    promise::{quarter, standing},
    units,
};
use crate::{
    ledger::{Asked, filter},
    queries::{self, LEDGER, PromiseFilter, PromiseLine, Report, Whose},
};

const LINES: u16 = 50;
/// The standings a ledger can be narrowed to; what was struck is not in it.
const SHOWN: [&str; 4] = ["open", "answered", "kept", "not-kept"];
/// Rows of a table read at a time.
const ROWS: u16 = 500;

/// One line as it is shown.
struct Shown {
    line: PromiseLine,
    tone: &'static str,
    standing: String,
    left: Option<i64>,
    last: String,
}

#[derive(Template)]
#[template(path = "suggestions/promises.html")]
struct Ledger<'a> {
    v: &'a View,
    asked: &'a Asked,
    name: String,
    body: BodyId,
    bodies: Vec<(String, String)>,
    lines: Vec<Shown>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: String,
    /// The same lines as a document: Word file and PDF.
    papers: [String; 2],
    exports: bool,
    of_congress: bool,
    standings: Vec<(&'static str, String)>,
    classes: Vec<(String, String)>,
    units: Vec<(String, String)>,
    years: Vec<(String, String)>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Asked>,
    v: View,
) -> Result<Response, Problem> {
    let filter = filter(&site, &actor, &asked)?;
    let after = position(&asked.after, &LEDGER)?;
    let found = queries::ledger(&mut site.db(), &filter, after, LINES).await?;
    let own = bodies(&site, &actor).await?;
    let (body, congress) = match filter.whose {
        Whose::Congress(body) | Whose::Government(body) => (body, Some(body)),
        Whose::Unit(body) => (body, None),
    };
    let today = site.today();
    let mut template = Ledger {
        name: own.iter().find(|one| one.id == body).map(|one| one.name.clone()).unwrap_or_default(),
        body,
        bodies: own.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        total: found.total,
        first: (!asked.after.is_empty()).then(|| asked.address("/suggestions/promises", body, "")),
        next: found.next.map(|next| asked.address("/suggestions/promises", body, &next.to_string())),
        lines: found.items.into_iter().map(|line| dressed(&v, line, today)).collect(),
        export: asked.address("/suggestions/promises/list", body, ""),
        papers: ["docx", "pdf"]
            .map(|end| asked.address(&format!("/suggestions/promises/papers/ledger.{end}"), body, "")),
        exports: actor.may(Right::ExportTake, body).is_ok(),
        of_congress: congress.is_some() && actor.may(Right::SuggestionSeeFiled, body).is_ok(),
        standings: SHOWN.iter().map(|word| (*word, standing(v.language, word, false).1)).collect(),
        classes: vec![],
        units: vec![],
        years: years(today),
        asked: &asked,
        v: &v,
    };
    if let Some(congress) = congress {
        let book = queries::book_of(&site, congress).await?;
        template.classes = book.classes.iter().map(|c| (c.code.clone(), format!("{} {}", c.code, c.name))).collect();
        let all = units::units(site.db(), congress).await?;
        template.units = all.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect();
    }
    Ok(page(&template))
}

/// The congresses and units whose ledger the actor may open.
pub async fn bodies(site: &Site, actor: &Actor) -> Result<Vec<Named>, Problem> {
    let mut all = congresses(&mut site.db(), actor, Right::SuggestionSeeAssigned).await?;
    all.extend(congresses(&mut site.db(), actor, Right::AssignmentSee).await?);
    Ok(all)
}

/// Some years around this one: what was promised is due in them.
fn years(today: Day) -> Vec<(String, String)> {
    let year = today.parts().0;
    (year - 3..=year + 2).rev().map(|year| (year.to_string(), year.to_string())).collect()
}

fn dressed(v: &View, line: PromiseLine, today: Day) -> Shown {
    let open = line.standing == "open";
    let (tone, standing) = standing(v.language, &line.standing, open && line.due < today);
    Shown {
        tone,
        standing,
        left: open.then(|| i64::from(line.due.days_since(today))),
        last: line.reported.map(|at| quarter(v.language, at.day())).unwrap_or_default(),
        line,
    }
}

const COLUMNS: [&str; 14] = [
    "suggestions-field-number",
    "suggestions-field-title",
    "suggestions-field-lead",
    "suggestions-field-unit",
    "suggestions-promise-words",
    "suggestions-promise-class",
    "suggestions-promise-first-due",
    "suggestions-promise-due",
    "suggestions-promise-progress",
    "suggestions-promise-evidence-count",
    "suggestions-second-day",
    "suggestions-second-class",
    "suggestions-promise-taken-over",
    "suggestions-promise-standing",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Asked>,
    v: View,
) -> Result<Response, Problem> {
    let filter = filter(&site, &actor, &asked)?;
    actor.may(Right::ExportTake, filter.whose.body())?;
    let kind = Kind::parse(&asked.kind).unwrap_or(Kind::Xlsx);
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let today = site.today();
    every(&site, &filter, |line, reports| Ok(sheet.row(&cells(&v, line, &reports, today))?)).await?;
    Ok(sheet.finish()?.response(&v.t("suggestions-promises"))?)
}

/// Every line of a ledger with its reports, some hundred at a time.
pub async fn every(
    site: &Site,
    filter: &PromiseFilter,
    mut each: impl FnMut(PromiseLine, Vec<Report>) -> Result<(), Problem> + Send,
) -> Result<(), Problem> {
    let mut after = None;
    loop {
        let (next, rows) = some(site, filter, after.take()).await?;
        for (line, reports) in rows {
            each(line, reports)?;
        }
        match next {
            Some(next) => after = Some(next),
            None => return Ok(()),
        }
    }
}

type Rows = (Option<kit::list::Position>, Vec<(PromiseLine, Vec<Report>)>);

async fn some(site: &Site, filter: &PromiseFilter, after: Option<kit::list::Position>) -> Result<Rows, Problem> {
    let mut db = site.db();
    let found = queries::ledger(&mut db, filter, after, ROWS).await?;
    let mut reports = queries::reports(&mut db, &found.items).await?;
    let mut rows = Vec::with_capacity(found.items.len());
    for line in found.items {
        let (own, others) = reports.into_iter().partition(|report: &Report| report.promise == line.id);
        reports = others;
        rows.push((line, own));
    }
    let next = found.next.map(|next| position(&next.to_string(), &LEDGER)).transpose()?.flatten();
    Ok((next, rows))
}

/// 2026年第二季度：已完成招标。
pub fn told(words: Lang, report: &Report) -> String {
    format!("{}：{}", quarter(words, report.at.day()), report.words.as_deref().unwrap_or_default())
}

fn cells(v: &View, line: PromiseLine, reports: &[Report], today: Day) -> [Cell; 14] {
    let text = |text: Option<String>| Cell::from(text.unwrap_or_default());
    let progress: Vec<String> = reports.iter().map(|report| told(v.language, report)).collect();
    let overdue = line.standing == "open" && line.due < today;
    let over = if line.taken_over { v.t("kit-yes").into_owned() } else { String::new() };
    [
        text(line.number),
        line.title.into(),
        text(line.lead),
        text(line.unit),
        line.words.into(),
        text(line.class),
        Some(line.first_due).into(),
        Some(line.due).into(),
        progress.join("\n").into(),
        reports.first().map_or(0, |report| report.files).into(),
        line.answered.map(|at| at.day()).into(),
        text(line.class_now),
        over.into(),
        standing(v.language, &line.standing, overdue).1.into(),
    ]
}
