//! Sheets of indicators and gradings.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use law_rules::Word as _;
use serde::Serialize;
use stations_rules::{Given, GradeId, StationId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::work::{StationMade, StationReason, made, working};
use crate::{
    desk::grade::{self, StationClaims, StationReviewWanted, StationSchemeWanted},
    queries::grades::grades,
    sight,
    store::{GradeKept, read, scheme_of},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

/// Gradings told of a station.
const LINES: u16 = 100;

/// A grading.
#[derive(Serialize, ToSchema)]
pub struct StationGradeJson {
    id: Uuid,
    station: Uuid,
    scheme: String,
    /// `applied`, `reviewed`, `proposed`, `objected`, `ruled`, `published` or `withdrawn`.
    stage: &'static str,
    /// For each indicator of the sheet: `claimed`, `evidence`, `points`, and `figure` where it is counted.
    #[schema(value_type = Vec<Object>)]
    given: Vec<Given>,
    words: String,
    total: Option<u32>,
    stars: Option<u32>,
    #[schema(value_type = Option<String>)]
    till: Option<Day>,
    /// The last day on which the station may object to the stars that are proposed.
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
    /// What the station said against them; empty where it did not.
    objection: String,
    /// How that was ruled.
    ruling: String,
    /// Whether the station was right.
    upheld: Option<bool>,
    version: i64,
}

/// One grading of a list.
#[derive(Serialize, ToSchema)]
pub struct StationGradeLine {
    id: Uuid,
    scheme: String,
    stage: String,
    total: Option<u32>,
    stars: Option<u32>,
    #[schema(value_type = Option<String>)]
    till: Option<Day>,
}

pub(super) fn shape(it: GradeKept) -> StationGradeJson {
    StationGradeJson {
        id: it.id.uuid(),
        station: it.station.uuid(),
        scheme: it.scheme.name.to_string(),
        stage: it.stage.word(),
        given: it.given,
        words: it.words,
        total: it.total,
        stars: it.stars,
        till: it.till,
        until: it.until,
        objection: it.objection,
        ruling: it.ruling,
        upheld: it.upheld,
        version: it.version,
    }
}

/// Adopt a sheet of indicators
#[utoipa::path(post, path = "/api/congresses/{id}/station-scheme", tag = "stations", operation_id = "station_scheme_adopt",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = StationSchemeWanted,
    responses((status = 201, body = StationMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn adopt(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Asked<StationSchemeWanted>,
) -> Answer {
    actor.may(Right::StationGradeDecide, congress)?;
    let Body(wanted) = body?;
    Ok(made(grade::adopt(&site, &actor, congress, &wanted, &once).await?.uuid()))
}

/// The sheet in force
#[utoipa::path(get, path = "/api/congresses/{id}/station-scheme", tag = "stations", operation_id = "station_scheme",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = StationSchemeWanted), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn scheme(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    actor.may(Right::StationSee, congress)?;
    let (_, scheme) = scheme_of(&mut site.db(), congress).await?.ok_or_else(Problem::missing)?;
    Ok(Json(StationSchemeWanted { name: scheme.name, sheet: scheme.sheet }).into_response())
}

/// The gradings of a station
#[utoipa::path(get, path = "/api/stations/{id}/grades", tag = "stations", operation_id = "station_grades", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<StationGradeLine>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>) -> Answer {
    sight::sees(&actor, &read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?)?;
    let found = grades(&mut site.db(), &[stations_rules::body_of(id)], Some(id), None, LINES).await?;
    let line = |it: crate::queries::grades::GradeLine| StationGradeLine {
        id: it.id.uuid(),
        scheme: it.scheme,
        stage: it.stage,
        total: it.total,
        stars: it.stars,
        till: it.till,
    };
    Ok(Json(found.items.into_iter().map(line).collect::<Vec<_>>()).into_response())
}

/// Apply to be graded
#[utoipa::path(post, path = "/api/stations/{id}/grades", tag = "stations", operation_id = "station_grade_apply",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = StationClaims,
    responses((status = 201, body = StationMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn apply(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    once: Once,
    body: Asked<StationClaims>,
) -> Answer {
    working(&site, &actor, id).await?;
    let Body(wanted) = body?;
    Ok(made(grade::apply(&site, &actor, id, &wanted, &once).await?.uuid()))
}

/// One grading
#[utoipa::path(get, path = "/api/station-grades/{id}", tag = "stations", operation_id = "station_grade", params(("id" = Uuid, Path)),
    responses((status = 200, body = StationGradeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<GradeId>) -> Answer {
    Ok(Json(shape(grade::of(&site, &actor, id).await?.0)).into_response())
}

/// Give points, as the office of the congress
#[utoipa::path(post, path = "/api/station-grades/{id}/review", tag = "stations", operation_id = "station_grade_review",
    params(("id" = Uuid, Path)), request_body = StationReviewWanted,
    responses((status = 200, body = StationGradeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn review(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    body: Asked<StationReviewWanted>,
) -> Answer {
    grade::may(&site, &actor, id, Right::StationGrade).await?;
    let Body(wanted) = body?;
    grade::review(&site, &actor, id, &wanted).await?;
    Ok(Json(shape(grade::of(&site, &actor, id).await?.0)).into_response())
}

/// Publish the stars
#[utoipa::path(post, path = "/api/station-grades/{id}/publication", tag = "stations", operation_id = "station_grade_publish",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = StationGradeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn publish(State(site): State<Site>, Extension(actor): Who, Path(id): Path<GradeId>) -> Answer {
    grade::publish(&site, &actor, id).await?;
    Ok(Json(shape(grade::of(&site, &actor, id).await?.0)).into_response())
}

/// Take an application or published stars back
#[utoipa::path(delete, path = "/api/station-grades/{id}", tag = "stations", operation_id = "station_grade_withdraw",
    params(("id" = Uuid, Path)), request_body = StationReason,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    body: Asked<StationReason>,
) -> Answer {
    grade::may(&site, &actor, id, Right::StationGradeDecide).await?;
    let Body(wanted) = body?;
    grade::withdraw(&site, &actor, id, &wanted.reason).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
