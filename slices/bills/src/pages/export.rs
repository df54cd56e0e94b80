//! The list as a table: everything the filter leaves, not the page.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::Day;
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind},
};
use serde::Deserialize;

use super::names;
use crate::{
    queries::{self, Line, NEWEST},
    wanted::Wanted,
};

/// Rows read at a time.
const ROWS: u16 = 500;

/// As what.
#[derive(Deserialize)]
pub struct As {
    #[serde(default, rename = "as")]
    pub kind: String,
}

const COLUMNS: [&str; 10] = [
    "bills-field-number",
    "bills-field-title",
    "bills-field-filer",
    "bills-column-delegation",
    "bills-column-signers",
    "bills-field-stage",
    "bills-field-filed",
    "bills-column-late",
    "bills-field-report-by",
    "bills-column-overdue",
];

pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    Query(As { kind }): Query<As>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let congress = wanted.congress()?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillSeeFiled, congress)?;
    actor.may(Right::ExportTake, congress)?;
    let filter = wanted.filter(&site, congress).await?;
    let kind = Kind::parse(&kind).unwrap_or(Kind::Xlsx);
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let (mut after, today) = (String::new(), site.today());
    loop {
        let found = queries::list(&mut site.db(), &filter, position(&after, &NEWEST)?, ROWS).await?;
        for line in found.items {
            sheet.row(&cells(&v, line, today))?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(sheet.finish()?.response(&v.t("bills-list-title"))?),
        }
    }
}

fn cells(v: &View, line: Line, today: Day) -> [Cell; 10] {
    let text = |text: Option<String>| Cell::from(text.unwrap_or_default());
    let signers = if line.organ.is_some() { String::new() } else { (line.seconds + 1).to_string() };
    let is = |so: bool| if so { v.t("kit-is").into_owned() } else { String::new() };
    let (late, overdue, report_by) = (is(line.late), is(line.overdue(today)), line.report_by);
    [
        text(line.number),
        line.title.into(),
        text(line.lead.or(line.organ)),
        text(line.delegation),
        signers.into(),
        names::stage(v, &line.stage, line.ending.as_deref()).1.into(),
        Some(line.filed.day()).into(),
        late.into(),
        report_by.into(),
        overdue.into(),
    ]
}
