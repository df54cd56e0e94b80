//! The list as a table: everything the filter leaves and the words find, not the page.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind},
};
use serde::Deserialize;

use super::names;
use crate::{
    queries::{self, Line},
    wanted::Wanted,
};

/// Rows read at a time.
const ROWS: u16 = 500;

/// As what.
#[derive(Deserialize)]
pub struct As {
    #[serde(default, rename = "as")]
    kind: String,
}

const COLUMNS: [&str; 11] = [
    "suggestions-field-number",
    "suggestions-field-title",
    "suggestions-field-lead",
    "suggestions-column-delegation",
    "suggestions-field-category",
    "suggestions-column-mapping-code",
    "suggestions-column-mapping",
    "suggestions-field-unit",
    "suggestions-field-stage",
    "suggestions-field-filed",
    "suggestions-field-due",
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
    actor.may(Right::SuggestionSeeFiled, congress)?;
    actor.may(Right::ExportTake, congress)?;
    let book = queries::book_of(&site, congress).await?;
    let filter = wanted.filter(&site, congress, Some(&*book)).await?;
    let kind = Kind::parse(&kind).unwrap_or(Kind::Xlsx);
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let found = queries::look(&site, &filter, &wanted.q, &after, ROWS).await?;
        for line in found.items {
            let category = book.name_of("category", &line.category).to_owned();
            let above = book.mapping(&line.category).map(|it| [it.code.clone(), it.name.clone()]);
            sheet.row(&cells(&v, line, category, above.unwrap_or_default()))?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(sheet.finish()?.response(&v.t("suggestions-list-title"))?),
        }
    }
}

fn cells(v: &View, line: Line, category: String, [code, above]: [String; 2]) -> [Cell; 11] {
    let text = |text: Option<String>| Cell::from(text.unwrap_or_default());
    [
        text(line.number),
        line.title.into(),
        text(line.lead),
        text(line.delegation),
        category.into(),
        code.into(),
        above.into(),
        text(line.unit),
        names::stage(v, &line.stage).1.into(),
        Some(line.filed.day()).into(),
        line.due.into(),
    ]
}
