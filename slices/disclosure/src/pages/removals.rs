//! The log of what was taken down, for anybody.

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
};
use serde::Deserialize;

use crate::queries::{
    list,
    removals::{LATEST, RemovalLine, removals},
};

const LINES: u16 = 25;
const ROWS: u16 = 500;

/// Whose log.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "disclosure/removals.html")]
struct Log<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<RemovalLine>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

/// 撤下〔2026〕3号.
fn numbered(v: &View, line: &RemovalLine) -> String {
    let number = format!("〔{}〕{}号", line.year, line.n);
    v.tf("disclosure-removal-number", [("number", number)]).into_owned()
}

fn ground(v: &View, line: &RemovalLine) -> String {
    v.t(&format!("disclosure-ground-{}", line.ground)).into_owned()
}

impl Log<'_> {
    fn number(&self, line: &RemovalLine) -> String {
        numbered(self.v, line)
    }

    fn ground(&self, line: &RemovalLine) -> String {
        ground(self.v, line)
    }

    /// The log as a table.
    fn export(&self, kind: &str) -> String {
        format!("/disclosures/removals/list?congress={}&as={kind}", self.congress)
    }
}

pub async fn show(State(site): State<Site>, Query(wanted): Query<Wanted>, v: View) -> Result<Response, Problem> {
    let congress: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let after = position(&wanted.after, &LATEST)?;
    let mut look = site.db().look().await?;
    let found = removals(&mut look, congress, after, LINES).await?;
    let name = match congress {
        Some(congress) => list::body_name(&mut look, congress).await?.ok_or_else(Problem::missing)?,
        None => String::new(),
    };
    let congress = congress.map(|id| id.to_string()).unwrap_or_default();
    let same = format!("/disclosures/removals?congress={congress}");
    let template = Log {
        v: &v,
        name,
        congress,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 6] = [
    "disclosure-field-removal",
    "disclosure-field-congress",
    "disclosure-field-number",
    "disclosure-field-since",
    "disclosure-field-removed",
    "disclosure-field-ground",
];

/// The log as a table; the words of the office stay with it, as on the page.
pub async fn export(State(site): State<Site>, Query(wanted): Query<Wanted>, v: View) -> Result<Response, Problem> {
    let congress: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let kind = chosen("as", &wanted.kind, As::parse)?.unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let found = removals(&mut site.db(), congress, position(&after, &LATEST)?, ROWS).await?;
        for line in found.items {
            let cells: [Cell; 6] = [
                numbered(&v, &line).into(),
                line.congress.clone().into(),
                (&line.number).into(),
                line.since.day().into(),
                line.at.day().into(),
                ground(&v, &line).into(),
            ];
            table.row(&cells)?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("disclosure-removals-title"))?),
        }
    }
}
