//! What is a deputy's own: led, seconded, asked to second, to judge.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use kernel::{PersonId, Refusal, Refused};
use kit::{
    Problem, Site,
    list::{Page, position},
    web::ProblemJson,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::queries;

type Answer = Result<Response, Problem>;

/// Where the page begins.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// `next` of the page before.
    #[serde(default)]
    after: String,
}

/// Whose own things are asked for: 401 for a passer-by, 403 for an account that belongs to no deputy.
pub(super) fn own_person(actor: &Actor) -> Result<PersonId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.stands_for().ok_or_else(|| Refused::new(Refusal::NotYours, "suggestions-refused-no-deputy").into())
}

/// One of a deputy's own.
#[derive(Serialize, ToSchema)]
pub struct OwnJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    stage: String,
    outcome: Option<String>,
    to_confirm: bool,
}

/// A page of one's own.
#[derive(Serialize, ToSchema)]
pub struct OwnLines {
    items: Vec<OwnJson>,
    next: Option<String>,
    total: i64,
}

/// The suggestions you lead, newest first, drafts too
#[utoipa::path(get, path = "/api/own-suggestions", tag = "suggestions", params(After),
    responses((status = 200, body = OwnLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn own(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(After { after }): Query<After>,
) -> Answer {
    let after = position(&after, &queries::LATEST)?;
    Ok(latest(queries::own(&mut site.db(), own_person(&actor)?, after, 25).await?))
}

/// The suggestions you have seconded, newest first
#[utoipa::path(get, path = "/api/seconded-suggestions", tag = "suggestions", params(After),
    responses((status = 200, body = OwnLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn seconded(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(After { after }): Query<After>,
) -> Answer {
    let after = position(&after, &queries::LATEST)?;
    Ok(latest(queries::seconded(&mut site.db(), own_person(&actor)?, after, 25).await?))
}

fn latest(page: Page<queries::Own>) -> Response {
    let one = |own: queries::Own| OwnJson {
        id: own.id.uuid(),
        number: own.number,
        title: own.title,
        stage: own.stage,
        outcome: own.outcome,
        to_confirm: own.to_confirm,
    };
    let next = page.next.map(|next| next.to_string());
    Json(OwnLines { items: page.items.into_iter().map(one).collect(), next, total: page.total }).into_response()
}

/// An invitation to second.
#[derive(Serialize, ToSchema)]
pub struct InvitationJson {
    id: Uuid,
    title: String,
    lead: Option<String>,
    until: Option<String>,
}

/// What you were asked to second
#[utoipa::path(get, path = "/api/invitations", tag = "suggestions",
    responses((status = 200, body = Vec<InvitationJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn invitations(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Answer {
    let person = own_person(&actor)?;
    let lines = queries::invitations(&mut site.db(), person).await?;
    let one = |it: queries::Invitation| InvitationJson {
        id: it.id.uuid(),
        title: it.title,
        lead: it.lead,
        until: it.until.map(|day| day.to_string()),
    };
    Ok(Json(lines.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// A reply that waits for a judgement.
#[derive(Serialize, ToSchema)]
pub struct ToJudgeJson {
    id: Uuid,
    assignment: Uuid,
    title: String,
    unit: Option<String>,
    round: u16,
    judge_by: Option<String>,
}

/// The replies that wait for your judgement
#[utoipa::path(get, path = "/api/replies-to-judge", tag = "suggestions",
    responses((status = 200, body = Vec<ToJudgeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn to_judge(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Answer {
    let person = own_person(&actor)?;
    let lines = queries::to_judge(&mut site.db(), person).await?;
    let one = |it: queries::ToJudge| ToJudgeJson {
        id: it.id.uuid(),
        assignment: it.assignment.uuid(),
        title: it.title,
        unit: it.unit,
        round: it.round,
        judge_by: it.judge_by.map(|day| day.to_string()),
    };
    Ok(Json(lines.into_iter().map(one).collect::<Vec<_>>()).into_response())
}
