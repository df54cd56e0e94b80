//! The log of what was taken down, for anybody.

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    web::{Query, chosen, page},
};
use serde::Deserialize;

use crate::queries::{
    list,
    removals::{LATEST, RemovalLine, removals},
};

const LINES: u16 = 25;

/// Whose log.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
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

impl Log<'_> {
    fn number(&self, line: &RemovalLine) -> String {
        let number = format!("〔{}〕{}号", line.year, line.n);
        self.v.tf("disclosure-removal-number", [("number", number)]).into_owned()
    }

    fn ground(&self, line: &RemovalLine) -> String {
        self.v.t(&format!("disclosure-ground-{}", line.ground)).into_owned()
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
