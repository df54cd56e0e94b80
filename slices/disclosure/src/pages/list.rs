//! What is disclosed, for anybody.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{BodyId, PersonId};
use kit::{
    Problem, Site, View,
    db::Ask,
    web::{Query, chosen, page},
};
use serde::Deserialize;

use crate::queries::{
    book,
    held::held,
    list::{self, Choice, Filter, Line},
};

/// Lines on one page.
const LINES: u16 = 25;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    congress: String,
    session: String,
    year: String,
    unit: String,
    category: String,
    deputy: String,
    after: String,
}

#[derive(Template)]
#[template(path = "disclosure/disclosures.html")]
struct List<'a> {
    v: &'a View,
    asked: &'a Wanted,
    lines: Vec<Line>,
    total: i64,
    congresses: Vec<Choice>,
    choices: Choices,
    deputy: Option<String>,
    /// Of a congress: how many it closed, and how many of those are before the public.
    counts: Option<(i64, i64)>,
    office: bool,
    first: Option<String>,
    next: Option<String>,
}

/// The choices of the filters that depend on the congress.
#[derive(Default)]
struct Choices {
    sessions: Vec<Choice>,
    units: Vec<Choice>,
    categories: Vec<Choice>,
    years: Vec<Choice>,
}

/// Reads the filters; one that means nothing is named.
pub fn filter(wanted: &Wanted) -> Result<Filter, Problem> {
    let word = |raw: &str| (raw.len() <= 60).then(|| raw.to_owned());
    Ok(Filter {
        congress: chosen("congress", &wanted.congress, |raw| raw.parse().ok())?,
        session: chosen("session", &wanted.session, |raw| raw.parse().ok())?,
        year: chosen("year", &wanted.year, |raw| raw.parse().ok())?,
        unit: chosen("unit", &wanted.unit, |raw| raw.parse().ok())?,
        category: chosen("category", &wanted.category, word)?,
        deputy: chosen("deputy", &wanted.deputy, |raw| raw.parse::<PersonId>().ok())?,
    })
}

async fn choices(ask: &mut impl Ask, congress: Option<BodyId>, today: kernel::Day) -> Result<Choices, Problem> {
    let years =
        list::years(ask, congress, today).await?.into_iter().map(|year| (year.to_string(), year.to_string())).collect();
    let Some(congress) = congress else { return Ok(Choices { years, ..Choices::default() }) };
    let book = book::of_congress(ask, congress).await?;
    Ok(Choices {
        sessions: list::sessions(ask, congress).await?,
        units: list::units(ask, congress).await?,
        categories: book.every_category().map(|(code, name)| (code.to_owned(), name.to_owned())).collect(),
        years,
    })
}

async fn counted(ask: &mut impl Ask, congress: BodyId) -> Result<(i64, i64), Problem> {
    let all = held(ask, congress).await?;
    let open = all.iter().filter(|one| one.how == "disclosed").map(|one| one.count).sum();
    Ok((all.iter().map(|one| one.count).sum(), open))
}

impl Wanted {
    /// The address of the list without its place in it.
    fn address(&self) -> String {
        let all = [
            ("q", &self.q),
            ("congress", &self.congress),
            ("session", &self.session),
            ("year", &self.year),
            ("unit", &self.unit),
            ("category", &self.category),
            ("deputy", &self.deputy),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in all.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
            query.append_pair(name, value);
        }
        format!("/disclosures?{}", query.finish())
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let filter = filter(&wanted)?;
    let found = list::look(&site, &filter, &wanted.q, &wanted.after, LINES).await?;
    let mut look = site.db().look().await?;
    let choices = choices(&mut look, filter.congress, site.today()).await?;
    let deputy = match filter.deputy {
        Some(person) => list::person_name(&mut look, person).await?,
        None => None,
    };
    let counts = match filter.congress {
        Some(congress) => Some(counted(&mut look, congress).await?),
        None => None,
    };
    let same = wanted.address();
    let template = List {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        congresses: list::congresses(&mut look).await?,
        choices,
        deputy,
        counts,
        office: actor.holds(Right::DisclosureKeep),
        asked: &wanted,
    };
    Ok(page(&template))
}
