//! What the office writes beside the numbers of a session's report.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::Serialize;
use supervision_rules::SessionId;
use utoipa::ToSchema;

use crate::{
    desk::annual::{self as desk, AnnualWanted, ExampleWanted},
    store::AnnualKept,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// What the office wrote of a session's handling.
#[derive(Serialize, ToSchema)]
pub struct AnnualJson {
    examples: Vec<ExampleWanted>,
    problems: Option<String>,
    plan: Option<String>,
    /// To be handed in with what takes the place of it; 0 where nothing was written.
    version: i64,
}

impl From<Option<AnnualKept>> for AnnualJson {
    fn from(kept: Option<AnnualKept>) -> Self {
        let version = kept.as_ref().map_or(0, |kept| kept.version);
        let words = kept.map(|kept| kept.words).unwrap_or_default();
        let example = |one: supervision_rules::Example| ExampleWanted { suggestion: one.suggestion, words: one.words };
        Self {
            examples: words.examples.into_iter().map(example).collect(),
            problems: words.problems.map(String::from),
            plan: words.plan.map(String::from),
            version,
        }
    }
}

/// What the office wrote beside the numbers of a session's report
#[utoipa::path(get, path = "/api/congresses/{id}/sessions/{session}/annual-report", tag = "supervision", operation_id = "annual_of",
    params(("id" = Uuid, Path), ("session" = Uuid, Path)),
    responses((status = 200, body = AnnualJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of(State(site): State<Site>, Extension(actor): Who, Path(at): Path<(BodyId, SessionId)>) -> Answer {
    Ok(Json(AnnualJson::from(desk::of(&site, &actor, at).await?)).into_response())
}

/// Write examples, problems and the plan of a session's report
#[utoipa::path(put, path = "/api/congresses/{id}/sessions/{session}/annual-report", tag = "supervision", operation_id = "annual_write",
    params(("id" = Uuid, Path), ("session" = Uuid, Path)), request_body = AnnualWanted,
    responses((status = 200, body = AnnualJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn write(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(at): Path<(BodyId, SessionId)>,
    body: Result<Body<AnnualWanted>, Problem>,
) -> Answer {
    desk::session(&site, &actor, at, Right::AnnualWrite).await?;
    let Body(wanted) = body?;
    Ok(Json(AnnualJson::from(Some(desk::write(&site, &actor, at, wanted).await?))).into_response())
}
