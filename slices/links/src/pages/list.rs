//! The kinds of links of a congress, each with how far it is.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    web::{Query, page},
};
use roster_views::place;
use serde::Deserialize;

use crate::queries::kinds::{self, KindLine};

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub congress: String,
}

#[derive(Template)]
#[template(path = "links/links.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<KindLine>,
    keeps: bool,
    shapes: bool,
    mine: bool,
    covers: bool,
}

impl List<'_> {
    fn sides(&self, line: &KindLine) -> String {
        sides(self.v, line.kind.spec.one.word(), line.kind.spec.other.word())
    }
}

/// 常委会组成人员 → 本级人大代表.
pub fn sides(v: &View, one: &str, other: &str) -> String {
    let side = |word: &str| v.t(&format!("links-side-{word}")).into_owned();
    v.tf("links-sides", [("one", side(one)), ("other", side(other))]).into_owned()
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::LinkSee, &wanted.congress).await?;
    let template = List {
        v: &v,
        congress: place.id.to_string(),
        name: place.name,
        lines: kinds::all(&mut site.db(), place.id, site.today()).await?,
        keeps: actor.may(Right::LinkKeep, place.id).is_ok(),
        shapes: actor.may(Right::LinkKindKeep, place.id).is_ok(),
        mine: actor.person.is_some() && actor.acting_for.is_none(),
        covers: actor.may(Right::CoverageSee, place.id).is_ok(),
    };
    Ok(page(&template))
}
