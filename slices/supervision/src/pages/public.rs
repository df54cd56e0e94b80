//! 办理工作评议结果, for anybody: what was published.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    web::{Query, chosen, page},
};
use serde::Deserialize;
use supervision_rules::{Evaluation, EvaluationId, EvaluationStage, Way};

use super::evaluation::{UnitLine, order};
use crate::queries::public::{PUBLISHED, PublishedLine, published, published_one};

type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Whose, and where the page begins.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
}

#[derive(Template)]
#[template(path = "supervision/published.html")]
struct List<'a> {
    v: &'a View,
    lines: Vec<PublishedLine>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

pub async fn list(State(site): State<Site>, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let congress: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let after = position(&wanted.after, &PUBLISHED)?;
    let begun = after.is_some();
    let found = published(&mut site.db(), congress, after, LINES).await?;
    let of = congress.map(|congress| format!("congress={congress}&")).unwrap_or_default();
    let template = List {
        v: &v,
        lines: found.items,
        total: found.total,
        first: begun.then(|| format!("/evaluations?{}", of.trim_end_matches('&'))),
        next: found.next.map(|next| format!("/evaluations?{of}after={next}")),
    };
    Ok(page(&template))
}

#[derive(Template)]
#[template(path = "supervision/published-one.html")]
struct One<'a> {
    v: &'a View,
    e: &'a Evaluation,
    congress: String,
    published: String,
    hash: String,
    lines: Vec<UnitLine>,
    points: bool,
}

/// The units with their points and grades, the best first.
pub(crate) fn standings(e: &Evaluation, name: impl Fn(BodyId) -> String) -> Vec<UnitLine> {
    let line = |unit: BodyId| UnitLine {
        unit,
        name: name(unit),
        rank: None,
        outcome: e.outcome(unit),
        appeal: None,
        voted: false,
        scorers: 0,
        scores: false,
        own: None,
    };
    let mut lines: Vec<UnitLine> = e.units.iter().map(|judged| line(judged.unit)).collect();
    order(&mut lines, &e.scheme, true);
    lines
}

pub async fn one(State(site): State<Site>, Path(id): Path<EvaluationId>, v: View) -> Answer {
    let (e, names) = published_one(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let name = |id: BodyId| names.get(&id).cloned().unwrap_or_default();
    let template = One {
        v: &v,
        congress: name(e.congress),
        published: match &e.stage {
            EvaluationStage::Published { at, .. } => at.day().to_string(),
            _ => String::new(),
        },
        hash: e.stage.hash().unwrap_or_default().to_owned(),
        lines: standings(&e, name),
        points: e.scheme.way == Way::Points,
        e: &e,
    };
    Ok(page(&template))
}
