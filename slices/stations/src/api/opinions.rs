//! The ledger of opinions of a station.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::Day;
use kit::{
    Problem, Site,
    list::position,
    web::{ProblemJson, Query},
};
use serde::{Deserialize, Serialize};
use stations_rules::StationId;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    pages::ledger::year,
    queries::opinions::{self, OpinionLine},
    sight,
    store::read,
};

const LINES: u16 = 50;

/// Of which year.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationOpinionsWanted {
    /// The year; left out, the one that runs.
    year: String,
    /// `next` of the page before.
    after: String,
}

/// One opinion that came by the station; no word of what was said and by whom.
#[derive(Serialize, ToSchema)]
pub struct StationOpinionJson {
    id: Uuid,
    year: i64,
    n: i64,
    #[schema(value_type = String)]
    received: Day,
    topic: String,
    stage: String,
    /// Whether a clock ran out over it.
    late: bool,
}

/// A page of opinions with the exact total.
#[derive(Serialize, ToSchema)]
pub struct StationOpinions {
    items: Vec<StationOpinionJson>,
    next: Option<String>,
    total: i64,
}

fn line(it: OpinionLine) -> StationOpinionJson {
    let OpinionLine { id, year, n, topic, stage, late, received, .. } = it;
    StationOpinionJson { id, year, n, received: received.day(), topic, stage, late }
}

/// The ledger of opinions that came by a station's code or became of its receptions
#[utoipa::path(get, path = "/api/stations/{id}/opinions", tag = "stations", operation_id = "station_opinions",
    params(("id" = Uuid, Path), StationOpinionsWanted),
    responses((status = 200, body = StationOpinions), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<StationId>,
    Query(wanted): Query<StationOpinionsWanted>,
) -> Result<Response, Problem> {
    sight::sees(&actor, &read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?)?;
    let (_, days) = year(&site, &wanted.year)?;
    let after = position(&wanted.after, &opinions::LATEST)?;
    let held = [stations_rules::body_of(id)];
    let found = opinions::opinions(&mut site.db(), &held, (Some(id), days), after, LINES).await?;
    let next = found.next.map(|next| next.to_string());
    let items = found.items.into_iter().map(line).collect();
    Ok(Json(StationOpinions { items, next, total: found.total }).into_response())
}
