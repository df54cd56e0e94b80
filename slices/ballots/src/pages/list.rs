//! What is voted on in a congress.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use ballots_rules::paper::Kind;
use kit::{
    Problem, Site, View,
    list::position,
    web::{Query, chosen, page},
};
use law_rules::Word as _;
use roster_views::place;
use serde::Deserialize;

use super::fields::{Options, words};
use crate::queries::{self, BY_DAY, ItemFilter, ItemLine};

/// Lines on one page.
const LINES: u16 = 25;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    kind: String,
    after: String,
}

#[derive(Template)]
#[template(path = "ballots/ballots.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<ItemLine>,
    total: i64,
    kinds: Options,
    asked: &'a Wanted,
    prepares: bool,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn tone(&self, line: &ItemLine) -> &'static str {
        tone(line.stage.as_deref())
    }

    fn kind(&self, line: &ItemLine) -> String {
        self.v.t(&format!("ballots-kind-{}", line.kind)).into_owned()
    }

    fn stage(&self, line: &ItemLine) -> String {
        let stage = self.v.t(&format!("ballots-stage-{}", line.stage.as_deref().unwrap_or("draft"))).into_owned();
        match line.n {
            Some(n) => self.v.tf("ballots-round-stage", [("n", n.to_string()), ("stage", stage)]).into_owned(),
            None => stage,
        }
    }
}

/// The colour of a stage.
pub fn tone(stage: Option<&str>) -> &'static str {
    match stage {
        Some("announced") => "good",
        Some("open" | "counting") => "wait",
        Some("reported") => "act",
        _ => "quiet",
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::BallotSee, &wanted.congress).await?;
    let kind = chosen("kind", &wanted.kind, Kind::read)?.map(Kind::word);
    let prepares = actor.may(Right::BallotPrepare, place.id).is_ok();
    let filter = ItemFilter { congress: place.id, kind, drafts: prepares };
    let after = position(&wanted.after, &BY_DAY)?;
    let found = queries::items(&mut site.db(), &filter, after, LINES).await?;
    let same = format!("/ballots?congress={}&kind={}", place.id, wanted.kind);
    let template = List {
        v: &v,
        congress: place.id.to_string(),
        name: place.name,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        kinds: words::<Kind>(&v),
        asked: &wanted,
        prepares,
    };
    Ok(page(&template))
}
