//! The hall's screen while a round is held electronically: the hashes that phones compare, and the figures.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{Round, RoundId, Stage};
use kit::{Fault, Problem, Site, View, web::page};

use super::{base, parted, picture};
use crate::{
    pages::numbered,
    queries,
    result::{Told, tell},
    secret::{
        desk,
        show::{self, HallJson},
    },
    store::Item,
};

/// Seconds until the screen is asked for again.
const FRESH: &str = "5";

#[derive(Template)]
#[template(path = "ballots/hall-screen.html")]
struct HallScreen<'a> {
    v: &'a View,
    item: Item,
    place: String,
    name: String,
    stage: String,
    figures: Vec<(u32, String)>,
    /// What it is, the whole hash, its picture.
    code: Option<(String, String, String)>,
    head: Option<String>,
    result: Option<Told>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoundId>,
    v: View,
) -> Result<Response, Problem> {
    let (item, round, hall) = desk::of(&site, &actor, id).await?;
    let told = show::hall(&site, &actor, &hall).await?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    let announced = matches!(round.stage, Stage::Announced { .. });
    let template = HallScreen {
        v: &v,
        name: numbered(&v, &round),
        stage: v.t(&format!("ballots-hall-stage-{}", told.stage)).into_owned(),
        figures: figures(&v, &round, &told),
        code: code(&site, &v, id, &told)?,
        head: told.head.as_deref().map(parted),
        result: around.announced().filter(|_| announced).map(|result| tell(&round, result, v.language)),
        place: around.congress,
        item,
    };
    let shown = page(&template);
    if template.result.is_some() {
        return Ok(shown);
    }
    // Asked of the browser by a header, which works without script as the element would.
    Ok(([("refresh", FRESH)], shown).into_response())
}

/// 应到、实到, and what is counted at this stage.
fn figures(v: &View, round: &Round, told: &HallJson) -> Vec<(u32, String)> {
    let all = [
        (round.members, "ballots-field-members", true),
        (told.present, "ballots-hall-field-present", true),
        (told.issued, "ballots-hall-field-issued", told.stage != "setup"),
        (told.confirmed, "ballots-hall-field-confirmed", told.setup.is_some()),
        (told.cast, "ballots-hall-field-cast", ["vote", "tally", "done"].contains(&told.stage)),
    ];
    let shown = all.into_iter().filter(|(_, _, shown)| *shown);
    shown.map(|(number, key, _)| (number, v.t(key).into_owned())).collect()
}

/// The hash that phones compare now, with the address that a camera opens.
fn code(site: &Site, v: &View, id: RoundId, told: &HallJson) -> Result<Option<(String, String, String)>, Fault> {
    let found = match (told.stage, &told.rsa_hash, &told.setup) {
        ("collect", Some(hash), _) => Some(("rsa", "ballots-hall-code-rsa", hash)),
        ("confirm" | "vote", _, Some(hash)) => Some(("setup", "ballots-hall-code-setup", hash)),
        _ => None,
    };
    let Some((kind, key, hash)) = found else { return Ok(None) };
    let address = format!("{}/ballots/rounds/{id}/hall/phone#{kind}={hash}", base(site));
    Ok(Some((v.t(key).into_owned(), parted(hash), picture(&address)?)))
}
