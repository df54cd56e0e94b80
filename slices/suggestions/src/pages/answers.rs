//! 逐项答复 of all replies that are out, as a table.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind},
    web::chosen,
};
use serde::Deserialize;

use crate::queries::{self, POINTS, PointLine, Whose};

/// Rows read at a time.
const ROWS: u16 = 500;

/// Whose replies, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    body: String,
    #[serde(rename = "as")]
    kind: String,
}

const COLUMNS: [&str; 12] = [
    "suggestions-field-number",
    "suggestions-field-title",
    "suggestions-field-unit",
    "suggestions-promise-class",
    "suggestions-point-delivered",
    "suggestions-point-request",
    "suggestions-point-measure",
    "suggestions-point-owner",
    "suggestions-point-due",
    "suggestions-point-money",
    "suggestions-point-promise",
    "suggestions-point-reason",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let whose = Whose::seen_by(&actor, chosen("body", &wanted.body, |raw| raw.parse().ok())?)?;
    actor.may(Right::ExportTake, whose.body())?;
    let kind = Kind::parse(&wanted.kind).unwrap_or(Kind::Xlsx);
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = None;
    loop {
        let found = queries::points(&mut site.db(), whose, after.take(), ROWS).await?;
        for line in found.items {
            sheet.row(&cells(&v, line))?;
        }
        match found.next {
            Some(next) => after = position(&next.to_string(), &POINTS)?,
            None => return Ok(sheet.finish()?.response(&v.t("suggestions-points"))?),
        }
    }
}

fn cells(v: &View, line: PointLine) -> [Cell; 12] {
    let text = |text: Option<String>| Cell::from(text.unwrap_or_default());
    let promised = if line.promised { v.t("kit-yes").into_owned() } else { String::new() };
    [
        text(line.number),
        line.title.into(),
        text(line.unit),
        text(line.class),
        line.delivered.map(|at| at.day()).into(),
        line.request.into(),
        text(line.measure),
        text(line.owner),
        line.due.into(),
        text(line.money),
        promised.into(),
        text(line.reason),
    ]
}
