//! The screen of the hall: large, without controls, fresh every few seconds without script. A result stands there once it is announced.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{Boxes, Kind, Round, RoundId, Stage};
use kit::{Problem, Site, View, web::page};

use super::item::numbered;
use crate::{
    desk,
    queries::{self, Around},
    result::{Told, tell},
    store::Item,
};

/// Seconds until the screen is asked for again.
const FRESH: &str = "5";

#[derive(Template)]
#[template(path = "ballots/screen.html")]
struct Screen<'a> {
    v: &'a View,
    item: Item,
    round: Round,
    around: Around,
    name: String,
    stage: String,
    boxes: Option<Boxes>,
    result: Option<Told>,
}

impl Screen<'_> {
    const fn decides(&self) -> bool {
        matches!(self.round.spec.kind, Kind::Decision | Kind::Rating)
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoundId>,
    v: View,
) -> Result<Response, Problem> {
    let (item, round, _) = desk::round::of(&site, &actor, id).await?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    let announced = matches!(round.stage, Stage::Announced { .. });
    let template = Screen {
        v: &v,
        name: numbered(&v, &round),
        stage: v.t(&format!("ballots-screen-{}", round.stage.word())).into_owned(),
        boxes: round.stage.boxes().cloned(),
        result: around.announced().filter(|_| announced).map(|result| tell(&round, result, v.language)),
        item,
        round,
        around,
    };
    let shown = page(&template);
    if template.result.is_some() {
        return Ok(shown);
    }
    // Asked of the browser by a header, which works without script as the element would.
    Ok(([("refresh", FRESH)], shown).into_response())
}
