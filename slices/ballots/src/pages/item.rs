//! One matter: its names, how it counts, its rounds.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use ballots_rules::paper::{BallotId, Kind, Round};
use kit::{Problem, Site, View, web::page};
use law_rules::Word as _;
use roster_views::body_name;

use super::{fields, list::tone};
use crate::{
    desk, queries,
    result::{Told, tell},
    store::Item,
};

/// A round as the page of its matter tells of it.
struct RoundLine {
    round: Round,
    result: Option<Told>,
}

#[derive(Template)]
#[template(path = "ballots/item.html")]
struct Show<'a> {
    v: &'a View,
    item: Item,
    congress: String,
    kind: String,
    assembly: String,
    settings: Vec<(String, String)>,
    rounds: Vec<RoundLine>,
    revises: bool,
    opens: Option<String>,
    /// Whether there is an empty ballot to print.
    prints: bool,
    /// The edition its settings were taken from: words and address.
    adopted: Option<(String, String)>,
    /// The newest edition, where it prepares by another.
    newer: Option<String>,
}

impl Show<'_> {
    fn round(&self, line: &RoundLine) -> String {
        numbered(self.v, &line.round)
    }

    fn stage(&self, line: &RoundLine) -> String {
        self.v.t(&format!("ballots-stage-{}", line.round.stage.word())).into_owned()
    }

    fn tone(&self, line: &RoundLine) -> &'static str {
        tone(Some(line.round.stage.word()))
    }

    const fn decides(&self) -> bool {
        matches!(self.item.spec.kind, Kind::Decision | Kind::Rating)
    }
}

/// 第2轮（同票再选）.
pub fn numbered(v: &View, round: &Round) -> String {
    let why = v.t(&round.why.key()).into_owned();
    v.tf("ballots-round", [("n", round.n.to_string()), ("why", why)]).into_owned()
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BallotId>,
    v: View,
) -> Result<Response, Problem> {
    let (item, opened) = desk::prepare::of(&site, &actor, id).await?;
    let mut db = site.db();
    let prepares = actor.may(Right::BallotPrepare, item.congress).is_ok();
    let due = if prepares { desk::round::due(&mut db, &item).await.ok() } else { None };
    let prints = prepares && desk::round::on_paper(&mut db, &item).await?.is_some();
    let mut rounds = Vec::new();
    for round in desk::round::all_of(&mut db, id).await? {
        let around = queries::around(&mut db, &item, &round).await?;
        let result = around.announced().map(|result| tell(&round, result, v.language));
        rounds.push(RoundLine { round, result });
    }
    let revises = prepares && !opened;
    let newest = if revises { desk::method::newest(&site, &item).await? } else { None };
    let edition = |n: u32| v.tf("ballots-edition", [("n", n.to_string())]).into_owned();
    let template = Show {
        v: &v,
        congress: body_name(&mut db, item.congress).await?,
        kind: v.t(&item.spec.kind.key()).into_owned(),
        assembly: v.t(&item.spec.assembly.key()).into_owned(),
        settings: fields::told(&v, &item.spec),
        rounds,
        revises,
        prints,
        adopted: item.spec.adopted.map(|adopted| (edition(adopted.edition), desk::method::cited(&item, adopted))),
        newer: newest.map(|newest| format!("{} {}", newest.method.document, edition(newest.n))),
        opens: due.map(|due| v.t(&format!("ballots-open-{}", due.why.word())).into_owned()),
        item,
    };
    Ok(page(&template))
}
