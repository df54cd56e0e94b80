//! Several proposals of one meeting at once.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{ProblemJson, api::Body},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::desk::together::{Outcome, TogetherWanted, together};

/// What became of one proposal.
#[derive(Serialize, ToSchema)]
pub struct TogetherLineJson {
    appointment: Uuid,
    done: bool,
    /// Why nothing was done with it.
    refused: Option<String>,
}

/// What became of each, in the order given.
#[derive(Serialize, ToSchema)]
pub struct TogetherJson {
    lines: Vec<TogetherLineJson>,
}

/// Take one step with several proposals of one meeting: put on its agenda, record the vote, announce, give letters
#[utoipa::path(post, path = "/api/congresses/{id}/appointment-steps", tag = "appointments", operation_id = "appointment_together",
    params(("id" = Uuid, Path)), request_body = TogetherWanted,
    responses((status = 200, body = TogetherJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn take(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    v: View,
    body: Result<Body<TogetherWanted>, Problem>,
) -> Result<Response, Problem> {
    // Letters are the office's to give, the rest its head's: whoever may do neither is told before anything is read.
    actor.may(Right::AppointmentKeep, congress)?;
    let Body(wanted) = body?;
    let line = |it: Outcome| {
        let refused = it.refused.map(|wrong| v.tf(wrong.key, wrong.values).into_owned());
        TogetherLineJson { appointment: it.appointment.uuid(), done: refused.is_none(), refused }
    };
    let lines = together(&site, &actor, congress, wanted).await?.into_iter().map(line).collect();
    Ok(Json(TogetherJson { lines }).into_response())
}
