//! The work list and the list of 回头看 as tables: everything the filter leaves, not the page.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::{BodyId, Moment};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind},
    web::chosen,
};
use serde::Deserialize;

use super::{look_back::named, names, work::awaited};
use crate::{
    pages::cutoff,
    queries::{self, LOOKED, LookLine, PartFilter, PartLine, Whose},
};

/// Rows read at a time.
const ROWS: u16 = 500;

/// Whose list, narrowed to what, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    body: String,
    congress: String,
    awaits: String,
    overdue: String,
    #[serde(rename = "as")]
    kind: String,
}

const WORK: [&str; 8] = [
    "suggestions-field-number",
    "suggestions-field-title",
    "suggestions-field-lead",
    "suggestions-field-unit",
    "suggestions-column-role",
    "suggestions-column-assigned",
    "suggestions-field-awaits",
    "suggestions-field-due",
];

const LOOK: [&str; 9] = [
    "suggestions-field-number",
    "suggestions-field-title",
    "suggestions-field-lead",
    "suggestions-field-unit",
    "suggestions-promise-class",
    "suggestions-look-closed",
    "suggestions-look-last",
    "suggestions-look-last-found",
    "suggestions-look-open",
];

impl Wanted {
    fn begin(&self, v: &View, columns: &[&str]) -> Result<Export, Problem> {
        let kind = Kind::parse(&self.kind).unwrap_or(Kind::Xlsx);
        Ok(Export::begin(kind, v.language, columns.iter().map(|key| v.t(key)))?)
    }
}

pub async fn work(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let whose = Whose::seen_by(&actor, chosen("body", &wanted.body, |raw| raw.parse().ok())?)?;
    actor.may(Right::ExportTake, whose.body())?;
    let today = site.today();
    let before = (wanted.overdue == "1").then_some(today);
    let filter = PartFilter { whose, awaits: awaited(&wanted.awaits)?, before, today };
    let mut sheet = wanted.begin(&v, &WORK)?;
    let mut after = None;
    loop {
        let found = queries::parts(&mut site.db(), filter, after.take(), ROWS).await?;
        for line in found.items {
            sheet.row(&of_work(&v, line))?;
        }
        match found.next {
            Some(next) => after = position(&next.to_string(), queries::order(filter))?,
            None => return Ok(sheet.finish()?.response(&v.t("suggestions-work"))?),
        }
    }
}

fn of_work(v: &View, line: PartLine) -> [Cell; 8] {
    let text = |text: Option<String>| Cell::from(text.unwrap_or_default());
    [
        text(line.number),
        line.title.into(),
        text(line.lead),
        text(line.unit_name),
        names::role(v, &line.role).into(),
        Some(line.assigned.day()).into(),
        names::awaits(v, &line.awaits).into(),
        line.by.into(),
    ]
}

pub async fn look_back(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let own = || actor.bodies(Right::SuggestionSeeFiled).next();
    let congress = asked.or_else(own).ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionSeeFiled, congress)?;
    actor.may(Right::ExportTake, congress)?;
    let until = cutoff(&site, congress).await?.unwrap_or(Moment::from_millis(0));
    let mut sheet = wanted.begin(&v, &LOOK)?;
    let mut after = None;
    loop {
        let found = queries::look_back(&mut site.db(), congress, until, after.take(), ROWS).await?;
        for line in found.items {
            sheet.row(&of_look_back(&v, line))?;
        }
        match found.next {
            Some(next) => after = position(&next.to_string(), &LOOKED)?,
            None => return Ok(sheet.finish()?.response(&v.t("suggestions-look-back-list"))?),
        }
    }
}

fn of_look_back(v: &View, line: LookLine) -> [Cell; 9] {
    let text = |text: Option<String>| Cell::from(text.unwrap_or_default());
    let found = line.found.map(|word| named(v, &word).1);
    [
        text(line.number),
        line.title.into(),
        text(line.lead),
        text(line.unit),
        text(line.class),
        Some(line.closed.day()).into(),
        line.last.map(Moment::day).into(),
        text(found),
        line.open.into(),
    ]
}
