//! What of a congress's closed suggestions is not before the public, in numbers and with the reasons.

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Query, chosen, page},
};
use serde::Deserialize;

use crate::queries::{
    held::{Held, held},
    list::{self, Choice},
};

/// Whose.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
}

#[derive(Template)]
#[template(path = "disclosure/held.html")]
struct Page<'a> {
    v: &'a View,
    name: String,
    congress: String,
    congresses: Vec<Choice>,
    lines: Vec<(String, i64)>,
}

fn said(v: &View, line: &Held) -> (String, i64) {
    let how = v.t(&format!("disclosure-how-{}", line.how)).into_owned();
    let words = match line.ground.as_str() {
        "" => how,
        ground => {
            let ground = v.t(&format!("disclosure-ground-{ground}")).into_owned();
            v.tf("disclosure-how-because", [("how", how), ("ground", ground)]).into_owned()
        }
    };
    (words, line.count)
}

pub async fn show(State(site): State<Site>, Query(wanted): Query<Wanted>, v: View) -> Result<Response, Problem> {
    let congress: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let mut look = site.db().look().await?;
    let congresses = list::congresses(&mut look).await?;
    let (name, lines) = match congress {
        Some(congress) => {
            let name = list::body_name(&mut look, congress).await?.ok_or_else(Problem::missing)?;
            (name, held(&mut look, congress).await?.iter().map(|line| said(&v, line)).collect())
        }
        None => (String::new(), Vec::new()),
    };
    let congress = congress.map(|id| id.to_string()).unwrap_or_default();
    Ok(page(&Page { v: &v, name, congress, congresses, lines }))
}
