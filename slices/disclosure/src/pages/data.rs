//! Open data: what the fields mean, under what terms it may be used, and the files.

use askama::Template;
use axum::{extract::State, response::Response};
use kit::{
    Problem, Site, View,
    sheets::{Export, Kind as As},
    web::{Errors, Query, Wrong, chosen, page},
};
use serde::Deserialize;

use crate::{
    fields::FIELDS,
    queries::{
        book, data,
        list::{self, Choice, Filter},
    },
    stream,
};

/// Which data.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    year: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "disclosure/data.html")]
struct Page<'a> {
    v: &'a View,
    name: String,
    congress: String,
    year: String,
    congresses: Vec<Choice>,
    years: Vec<Choice>,
    licence: String,
    count: i64,
    fields: Vec<(&'static str, String, String)>,
}

fn filter(wanted: &Wanted) -> Result<Filter, Problem> {
    Ok(Filter {
        congress: chosen("congress", &wanted.congress, |raw| raw.parse().ok())?,
        year: chosen("year", &wanted.year, |raw| raw.parse().ok())?,
        ..Filter::default()
    })
}

pub async fn show(State(site): State<Site>, Query(mut wanted): Query<Wanted>, v: View) -> Result<Response, Problem> {
    let mut look = site.db().look().await?;
    let congresses = list::congresses(&mut look).await?;
    // Where only one discloses, there is nothing to choose.
    if let ([(only, _)], true) = (congresses.as_slice(), wanted.congress.is_empty()) {
        wanted.congress.clone_from(only);
    }
    let filter = filter(&wanted)?;
    let years = list::years(&mut look, filter.congress, site.today()).await?;
    let (name, licence, count) = match filter.congress {
        Some(congress) => {
            let name = list::body_name(&mut look, congress).await?.ok_or_else(Problem::missing)?;
            let book = book::of_congress(&mut look, congress).await?;
            (name, book.disclosure.licence.value, data::count(&mut look, &filter, site.today()).await?)
        }
        None => Default::default(),
    };
    let field = |it: &crate::fields::Field| (it.name, v.t(&it.title()).into_owned(), v.t(&it.about()).into_owned());
    let template = Page {
        v: &v,
        name,
        congress: wanted.congress,
        year: wanted.year,
        congresses,
        years: years.into_iter().map(|year| (year.to_string(), year.to_string())).collect(),
        licence,
        count,
        fields: FIELDS.iter().map(field).collect(),
    };
    Ok(page(&template))
}

pub async fn export(State(site): State<Site>, Query(wanted): Query<Wanted>, v: View) -> Result<Response, Problem> {
    let filter = filter(&wanted)?;
    // Without a congress there are no terms of use, and too much for one file.
    let congress = filter.congress.ok_or_else(|| Errors::one("congress", Wrong::new("kit-form-required")))?;
    if wanted.kind == "json" {
        return stream::document(site, filter).await;
    }
    let name = list::body_name(&mut site.db(), congress).await?.ok_or_else(Problem::missing)?;
    let kind = chosen("as", &wanted.kind, As::parse)?.unwrap_or(As::Csv);
    let mut table = Export::begin(kind, v.language, FIELDS.iter().map(|field| v.t(&field.title())))?;
    let mut after = None;
    loop {
        let (found, next) = stream::rows(&site, &filter, after).await?;
        for row in &found {
            let cells: Vec<_> = FIELDS.iter().map(|field| (field.cell)(row, v.language)).collect();
            table.row(&cells)?;
        }
        match next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    let title = v.tf("disclosure-data-file", [("name", name), ("year", wanted.year)]);
    Ok(table.finish()?.response(&title)?)
}
