//! 审查占用 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::SuggestionId;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{desk, queries};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// How a paper is taken up.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TakeJson {
    /// Also when another clerk has it: that is recorded.
    take_over: bool,
}

/// Who has a paper that is being checked.
#[derive(Serialize, ToSchema)]
pub struct HoldJson {
    /// The account.
    by: Uuid,
    /// Whose it is.
    name: String,
    /// Whether it is yours: then you may decide.
    own: bool,
    /// Since when.
    since: i64,
    /// When it lapses unless you take it up again before.
    until: i64,
}

/// Take a paper up to check it, or go on with it
///
/// Answers who has it: you, or the clerk who was first.
#[utoipa::path(post, path = "/api/suggestions/{id}/hold", tag = "suggestions", params(("id" = Uuid, Path)), request_body = TakeJson,
    responses((status = 200, body = HoldJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn take(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(how): Body<TakeJson>,
) -> Answer {
    let hold = match how.take_over {
        true => desk::hold::take_over(&site, &actor, id).await?,
        false => desk::hold::take(&site, &actor, id).await?,
    };
    let name = queries::account_name(&mut site.db(), hold.by).await?;
    let (since, until) = (hold.since.millis(), hold.until.millis());
    let own = Some(hold.by) == actor.account;
    Ok(Json(HoldJson { by: hold.by.uuid(), name, own, since, until }).into_response())
}

/// Lay it down
#[utoipa::path(delete, path = "/api/suggestions/{id}/hold", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn lay_down(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>) -> Answer {
    desk::hold::lay_down(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
