//! 协调记录 in JSON: units disagree, and what came of coordinating.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{DifferenceId, SuggestionId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{contact::MadeJson, write::text};
use crate::{
    desk::{self, differ},
    queries::{self, Differing},
};

type Answer = Result<Response, Problem>;
type One = Path<(SuggestionId, DifferenceId)>;

/// What units of a matter disagree on.
#[derive(Serialize, ToSchema)]
pub struct DifferenceJson {
    id: Uuid,
    /// The body that raised it.
    by: String,
    /// Who wrote it.
    written_by: Option<String>,
    /// The units that disagree.
    between: Vec<Uuid>,
    /// On what; absent where the words were erased.
    about: Option<String>,
    at: i64,
    /// The body that coordinated; absent while it is open.
    settled_by: Option<String>,
    /// The day of it, `YYYY-MM-DD`.
    settled_on: Option<String>,
    /// What came of it.
    outcome: Option<String>,
}

/// Units disagree.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DifferenceWantedJson {
    /// The units; who writes for one of them names the others.
    between: Vec<Uuid>,
    /// On what, at most 2,000 characters.
    about: String,
}

/// What came of coordinating.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeJson {
    /// The day of it, `YYYY-MM-DD`.
    day: String,
    /// At most 2,000 characters.
    outcome: String,
}

impl From<(Differing, Vec<(BodyId, String)>)> for DifferenceJson {
    fn from((it, between): (Differing, Vec<(BodyId, String)>)) -> Self {
        Self {
            id: it.id.uuid(),
            by: it.by,
            written_by: it.written_by,
            between: between.into_iter().map(|(unit, _)| unit.uuid()).collect(),
            about: it.about,
            at: it.at.millis(),
            settled_by: it.settled_by,
            settled_on: it.settled_on.map(|day| day.to_string()),
            outcome: it.outcome,
        }
    }
}

/// Say that units of a matter disagree, and on what; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/room/differences", tag = "suggestions", request_body = DifferenceWantedJson,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn raise(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    once: Once,
    wanted: Result<Body<DifferenceWantedJson>, Problem>,
) -> Answer {
    // Whose it is not hears so, whatever was sent.
    desk::room::sender(&actor, &queries::room(&site, &actor, id).await?.kept.suggestion)?;
    let Body(wanted) = wanted?;
    let between = wanted.between.into_iter().map(BodyId::from_uuid).collect();
    let made = differ::raise(&site, &actor, id, (between, text("about", &wanted.about)?), &once).await?;
    let place = (header::LOCATION, format!("/api/suggestions/{id}/room"));
    Ok((StatusCode::CREATED, [place], Json(MadeJson { id: made.uuid() })).into_response())
}

/// Write down what came of coordinating, for the office or the transfer office
#[utoipa::path(post, path = "/api/suggestions/{id}/room/differences/{difference}/settlement", tag = "suggestions", request_body = OutcomeJson,
    params(("id" = Uuid, Path), ("difference" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn settle(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, which)): One,
    wanted: Result<Body<OutcomeJson>, Problem>,
) -> Answer {
    let room = queries::room(&site, &actor, id).await?;
    if room.differences.iter().all(|(one, _)| one.id != which) {
        return Err(Problem::missing());
    }
    differ::coordinator(&actor, &room.kept.suggestion)?;
    let Body(wanted) = wanted?;
    let day = wanted.day.parse().map_err(|_| Errors::one("day", Wrong::new("kit-form-day")))?;
    differ::settle(&site, &actor, (id, which), (day, text("outcome", &wanted.outcome)?)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
