//! The true state of a congress's suggestions in one look; each number opens the cases behind it.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{Problem, Site, View, web::page};
use serde::Deserialize;

use super::{names, units::congresses};
use crate::queries::{self, AwaitedCount, Count, UnitLoad};

/// Words, a count, and where its cases are.
type Bar = (String, i64, String);

#[derive(Template)]
#[template(path = "suggestions/overview.html")]
struct Overview<'a> {
    v: &'a View,
    name: String,
    body: BodyId,
    total: i64,
    open: i64,
    closed: i64,
    overdue: i64,
    stages: Vec<Bar>,
    categories: Vec<Bar>,
    outcomes: Vec<Bar>,
    awaited: Vec<(String, AwaitedCount)>,
    loads: Vec<UnitLoad>,
}

/// Which congress.
#[derive(Deserialize)]
pub struct Wanted {
    congress: Option<BodyId>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = congresses(site.db(), &actor, Right::SuggestionSums).await?;
    let body = wanted.congress.or_else(|| own.first().map(|one| one.id)).ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionSums, body)?;
    let (mut db, today) = (site.db(), site.today());
    let counts = queries::counts(&mut db, body, None).await?;
    let book = queries::book_of(&site, body).await?;
    let awaited = queries::awaited(&mut db, body, today).await?;
    let sum = |wanted: &dyn Fn(&Count) -> bool| counts.iter().filter(|c| wanted(c)).map(|c| c.n).sum::<i64>();
    let list = |key: &str, value: &str| format!("/suggestions?congress={body}&{key}={value}");
    let template = Overview {
        name: own.iter().find(|one| one.id == body).map(|one| one.name.clone()).unwrap_or_default(),
        body,
        total: sum(&|_| true),
        open: sum(&|c| !matches!(c.stage.as_str(), "closed" | "withdrawn")),
        closed: sum(&|c| c.stage == "closed"),
        overdue: awaited.iter().map(|a| a.overdue).sum(),
        stages: names::STAGES
            .iter()
            .map(|stage| (names::stage(&v, stage).1, sum(&|c| c.stage == *stage), list("stage", stage)))
            .collect(),
        categories: book
            .categories
            .iter()
            .map(|cat| (cat.name.clone(), sum(&|c| c.category == cat.code), list("category", &cat.code)))
            .collect(),
        outcomes: ["satisfied", "basically", "dissatisfied", "unanswered"]
            .into_iter()
            .map(|word| (names::score(&v, Some(word)).1, sum(&|c| c.outcome == word), list("stage", "closed")))
            .collect(),
        awaited: awaited.into_iter().map(|count| (names::awaits(&v, &count.awaits), count)).collect(),
        loads: queries::loads(&mut db, body, today).await?,
        v: &v,
    };
    Ok(page(&template))
}

impl Overview<'_> {
    /// The greatest count, to which bars are drawn; never zero.
    fn most(bars: &[Bar]) -> i64 {
        bars.iter().map(|(_, count, _)| *count).max().unwrap_or(1).max(1)
    }
}
