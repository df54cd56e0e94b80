//! Proposed stars, and what a station says against them.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use stations_rules::GradeId;

use super::grades::{StationGradeJson, shape};
use crate::desk::{
    grade,
    objection::{self, StationObjectionWanted, StationRulingWanted},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

async fn now(site: &Site, actor: &Actor, id: GradeId) -> Answer {
    Ok(Json(shape(grade::of(site, actor, id).await?.0)).into_response())
}

/// Show the stars that are to be published; the station may object for some working days
#[utoipa::path(post, path = "/api/station-grades/{id}/proposal", tag = "stations", operation_id = "station_grade_propose",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = StationGradeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn propose(State(site): State<Site>, Extension(actor): Who, Path(id): Path<GradeId>) -> Answer {
    objection::propose(&site, &actor, id).await?;
    now(&site, &actor, id).await
}

/// Object, as the station
#[utoipa::path(post, path = "/api/station-grades/{id}/objection", tag = "stations", operation_id = "station_grade_object",
    params(("id" = Uuid, Path)), request_body = StationObjectionWanted,
    responses((status = 200, body = StationGradeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn object(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    body: Asked<StationObjectionWanted>,
) -> Answer {
    grade::may(&site, &actor, id, Right::StationWork).await?;
    let Body(wanted) = body?;
    objection::object(&site, &actor, id, &wanted).await?;
    now(&site, &actor, id).await
}

/// Rule on the objection of a station
#[utoipa::path(post, path = "/api/station-grades/{id}/ruling", tag = "stations", operation_id = "station_grade_rule",
    params(("id" = Uuid, Path)), request_body = StationRulingWanted,
    responses((status = 200, body = StationGradeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn rule(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    body: Asked<StationRulingWanted>,
) -> Answer {
    grade::may(&site, &actor, id, Right::StationGradeDecide).await?;
    let Body(wanted) = body?;
    objection::rule(&site, &actor, id, &wanted).await?;
    now(&site, &actor, id).await
}
