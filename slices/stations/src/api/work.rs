//! What happens at a station, and what it means to do.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    blobs::Blob,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use stations_rules::{EventId, PlanId, StationId};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::{
        event::{self, StationEventWanted},
        plan::{self, StationPlanWanted},
    },
    queries::people,
    sight,
    store::{photos, read},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct StationMade {
    id: Uuid,
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationReason {
    /// At most 200 characters.
    #[schema(value_type = String)]
    pub reason: Text<200>,
}

/// What happened.
#[derive(Serialize, ToSchema)]
pub struct StationEventJson {
    id: Uuid,
    station: Uuid,
    kind: String,
    #[schema(value_type = String)]
    day: Day,
    clock: String,
    title: String,
    staff: String,
    visitors: u32,
    topic: Option<String>,
    said: String,
    evidence: String,
    done: String,
    disposal: Option<String>,
    opinion: Option<Uuid>,
    /// Whether names or a telephone of visitors are kept, sealed.
    sealed: bool,
    struck: Option<String>,
    deputies: Vec<Uuid>,
    photos: Vec<StationPhotoJson>,
}

/// A photograph of what happened.
#[derive(Serialize, ToSchema)]
pub struct StationPhotoJson {
    /// The file.
    id: Uuid,
    /// Its name.
    name: String,
    /// Its media type.
    media: String,
    /// Its size in bytes.
    size: u64,
}

/// Opened names.
#[derive(Serialize, ToSchema)]
pub struct StationVisitors {
    names: String,
    phone: String,
    address: String,
}

/// What was made, with the number of its kind.
pub fn made(id: Uuid) -> Response {
    (StatusCode::CREATED, Json(StationMade { id })).into_response()
}

/// A station, for who works there.
pub async fn working(site: &Site, actor: &Actor, id: StationId) -> Result<(), Problem> {
    sight::may(actor, Right::StationWork, &read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?)
}

/// Record a reception or an activity; with an `Idempotency-Key` once, however often it is sent
#[utoipa::path(post, path = "/api/stations/{id}/events", tag = "stations", operation_id = "station_record",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = StationEventWanted,
    responses((status = 201, body = StationMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn record(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    once: Once,
    body: Asked<StationEventWanted>,
) -> Answer {
    working(&site, &actor, id).await?;
    let Body(wanted) = body?;
    Ok(made(event::record(&site, &actor, id, wanted, &once).await?.uuid()))
}

/// One thing that happened; sealed names are opened by themselves
#[utoipa::path(get, path = "/api/station-events/{id}", tag = "stations", operation_id = "station_event", params(("id" = Uuid, Path)),
    responses((status = 200, body = StationEventJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<EventId>) -> Answer {
    let (it, _) = event::of(&site, &actor, id).await?;
    let deputies = people::at_event(&mut site.db(), id).await?;
    let photo = |it: Blob| StationPhotoJson { id: it.id.uuid(), name: it.name, media: it.media, size: it.size };
    let photos = photos(&mut site.db(), id).await?.into_iter().map(photo).collect();
    let json = StationEventJson {
        id: it.id.uuid(),
        station: it.station.uuid(),
        kind: it.kind,
        day: it.day,
        clock: it.clock,
        title: it.title,
        staff: it.staff,
        visitors: it.visitors,
        topic: it.topic,
        said: it.said,
        evidence: it.evidence,
        done: it.done,
        disposal: it.disposal,
        opinion: it.opinion,
        sealed: it.sealed,
        struck: it.struck,
        deputies: deputies.into_iter().map(|(person, _)| person.uuid()).collect(),
        photos,
    };
    Ok(Json(json).into_response())
}

/// Strike out what was recorded by mistake
#[utoipa::path(delete, path = "/api/station-events/{id}", tag = "stations", operation_id = "station_strike",
    params(("id" = Uuid, Path)), request_body = StationReason,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn strike(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EventId>,
    body: Asked<StationReason>,
) -> Answer {
    event::may(&site, &actor, id, Right::StationWork).await?;
    let Body(wanted) = body?;
    event::strike(&site, &actor, id, &wanted.reason).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Open the sealed names of visitors; the reason stands in the journal
#[utoipa::path(post, path = "/api/station-events/{id}/names/opening", tag = "stations", operation_id = "station_names_open",
    params(("id" = Uuid, Path)), request_body = StationReason,
    responses((status = 200, body = StationVisitors), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn open(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EventId>,
    body: Asked<StationReason>,
) -> Answer {
    event::may(&site, &actor, id, Right::StationNamesOpen).await?;
    let Body(wanted) = body?;
    let event::Visitors { names, phone, address } = event::open_names(&site, &actor, id, &wanted.reason).await?;
    Ok(Json(StationVisitors { names, phone, address }).into_response())
}

/// Plan something
#[utoipa::path(post, path = "/api/stations/{id}/plans", tag = "stations", operation_id = "station_plan",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = StationPlanWanted,
    responses((status = 201, body = StationMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn plan(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    once: Once,
    body: Asked<StationPlanWanted>,
) -> Answer {
    working(&site, &actor, id).await?;
    let Body(wanted) = body?;
    Ok(made(plan::plan(&site, &actor, id, &wanted, &once).await?.uuid()))
}

/// Give an item of a plan up
#[utoipa::path(delete, path = "/api/station-plans/{id}", tag = "stations", operation_id = "station_plan_drop",
    params(("id" = Uuid, Path)), request_body = StationReason,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn drop(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<PlanId>,
    body: Asked<StationReason>,
) -> Answer {
    plan::may(&site, &actor, id).await?;
    let Body(wanted) = body?;
    plan::give_up(&site, &actor, id, &wanted.reason).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
