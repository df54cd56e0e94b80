//! The elections of a congress.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use elections_rules::election::{Kind, Stage};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Query, chosen, page},
};
use law_rules::Word as _;
use roster_views::place;
use serde::Deserialize;

use super::ask::{Options, words};
use crate::queries::{self, BY_DAY, ElectionFilter, ElectionLine};

const LINES: u16 = 25;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    kind: String,
    stage: String,
    after: String,
}

#[derive(Template)]
#[template(path = "elections/elections.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<ElectionLine>,
    total: i64,
    kinds: Options,
    stages: Options,
    asked: &'a Wanted,
    keeps: bool,
    sums: bool,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn kind(&self, line: &ElectionLine) -> String {
        self.v.t(&format!("elections-kind-{}", line.kind.replace('_', "-"))).into_owned()
    }

    fn stage(&self, line: &ElectionLine) -> String {
        self.v.t(&format!("elections-stage-{}", line.stage)).into_owned()
    }

    fn tone(&self, line: &ElectionLine) -> &'static str {
        tone(&line.stage)
    }
}

/// The colour of a stage.
pub fn tone(stage: &str) -> &'static str {
    match stage {
        "certified" | "closed" => "good",
        "voted" => "act",
        "cancelled" => "quiet",
        _ => "wait",
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::ElectionSee, &wanted.congress).await?;
    let kind = chosen("kind", &wanted.kind, Kind::read)?.map(Kind::word);
    let stage = chosen("stage", &wanted.stage, Stage::read)?.map(Stage::word);
    let filter = ElectionFilter { congress: place.id, kind, stage };
    let found = queries::elections(&mut site.db(), &filter, position(&wanted.after, &BY_DAY)?, LINES).await?;
    let same = format!(
        "/elections?congress={}&kind={}&stage={}",
        place.id,
        kind.unwrap_or_default(),
        stage.unwrap_or_default()
    );
    let template = List {
        v: &v,
        congress: place.id.to_string(),
        name: place.name,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        kinds: words::<Kind>(&v),
        stages: words::<Stage>(&v),
        asked: &wanted,
        keeps: actor.may(Right::ElectionKeep, place.id).is_ok(),
        sums: actor.may(Right::ElectionSums, place.id).is_ok(),
    };
    Ok(page(&template))
}
