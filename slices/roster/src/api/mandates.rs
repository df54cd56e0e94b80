//! Mandates and roles.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    web::api::{Body, Once, Seen, versioned},
};
use roster_rules::{
    ConstituencyId, Corrected, Correction, DelegationId, EndReason, Ground, MandateId, RoleId, RoleName,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Made, made, people::Seat};
use crate::{
    desk::{
        self,
        mandates::{Election, Step},
        roles,
    },
    queries::seats,
    store::mandate,
};

/// Enters an election.
///
/// # Errors
/// Refused when the person cannot sit there, and to those who may not.
#[utoipa::path(post, path = "/api/mandates", tag = "roster", request_body = Election,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn elect(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    once: Once,
    Body(election): Body<Election>,
) -> Result<Response, Problem> {
    Ok(made(desk::mandates::elect(&site, &actor, &election, &once).await?))
}

/// One mandate.
///
/// # Errors
/// Refused to every office but that of its congress.
#[utoipa::path(get, path = "/api/mandates/{id}", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = Seat),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let seat = seats::one(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::allowed_unseen(&actor, Right::RosterRead, seat.congress, false)?;
    Ok(versioned(seat.version, Seat::from(seat)))
}

/// What became of a mandate.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stepping {
    /// On which day.
    #[schema(value_type = String, format = Date)]
    on: Day,
    /// `confirm`, `take_up`, `suspend`, `resume` or `end`.
    step: StepName,
    /// For `suspend`: `custody` or `sentence`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    ground: Option<Ground>,
    /// For `end`: `resigned`, `recalled` …
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    reason: Option<EndReason>,
}

/// The verbs of a mandate.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// Found valid and announced.
    Confirm,
    /// Takes office.
    TakeUp,
    /// Must not act for a time.
    Suspend,
    /// Acts again.
    Resume,
    /// Ends.
    End,
}

/// Where the mandate stands after the step.
#[derive(Serialize, ToSchema)]
pub struct Stepped {
    /// `elected`, `confirmed`, `in_office`, `suspended` or `ended`.
    state: String,
}

/// Enters what became of a mandate.
///
/// # Errors
/// 409 when the step does not fit its standing; 412 when the version is not the present one.
#[utoipa::path(post, path = "/api/mandates/{id}/steps", tag = "roster", request_body = Stepping,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = Stepped),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn step(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    Seen(seen): Seen,
    Body(asked): Body<Stepping>,
) -> Result<Response, Problem> {
    let step = match asked.step {
        StepName::Confirm => Step::Confirm,
        StepName::TakeUp => Step::TakeUp,
        StepName::Resume => Step::Resume,
        StepName::Suspend => Step::Suspend { ground: asked.ground.ok_or_else(|| required("ground"))? },
        StepName::End => Step::End { reason: asked.reason.ok_or_else(|| required("reason"))? },
    };
    let standing = desk::mandates::step(&site, &actor, id, seen, asked.on, step).await?;
    Ok(Json(Stepped { state: standing.name().to_string() }).into_response())
}

/// What was entered wrongly of a mandate.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MandateCorrection {
    /// `elected`, `confirmed`, `began`, `suspended`, `ended`, `reason`, or `taken_back`: the last step was never taken.
    #[schema(value_type = String)]
    what: Corrected,
    /// The day it is in truth; for the five days.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<Day>,
    /// Why it ended in truth; for `reason`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    ending: Option<EndReason>,
    /// Why it is corrected; it stays in the journal.
    #[schema(value_type = String, max_length = 200)]
    because: Text<200>,
}

/// Corrects what was entered wrongly of a mandate.
///
/// # Errors
/// 409 when it has no such thing; 412 when the version is not the present one; 422 when the days would not be in order.
#[utoipa::path(post, path = "/api/mandates/{id}/corrections", tag = "roster", request_body = MandateCorrection,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = Stepped),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn correct(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    Seen(seen): Seen,
    Body(asked): Body<MandateCorrection>,
) -> Result<Response, Problem> {
    known_to(&site, &actor, id).await?;
    let what = match asked.what {
        Corrected::TakenBack => Correction::TakenBack,
        Corrected::Reason => Correction::Reason(asked.ending.ok_or_else(|| required("ending"))?),
        of => Correction::Day(of, asked.on.ok_or_else(|| required("on"))?),
    };
    let standing = desk::corrections::correct(&site, &actor, id, (seen, what), &asked.because).await?;
    Ok(Json(Stepped { state: standing.name().to_string() }).into_response())
}

/// What is asked for is read only for who may ask.
async fn known_to(site: &Site, actor: &Actor, id: MandateId) -> Result<(), Problem> {
    let of = mandate::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::mandates::mine(actor, &of)
}

fn required(field: &str) -> Problem {
    Problem::Invalid(kit::web::Errors::one(field, kit::web::Wrong::new("kit-form-required")))
}

/// Where a mandate belongs within its congress.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct Placing {
    /// A delegation of its term.
    #[schema(value_type = Option<Uuid>)]
    delegation: Option<DelegationId>,
    /// A constituency of its term.
    #[schema(value_type = Option<Uuid>)]
    constituency: Option<ConstituencyId>,
}

/// Moves a mandate to a delegation and constituency.
///
/// # Errors
/// 422 when the place is of another term; 412 when the version is not the present one.
#[utoipa::path(put, path = "/api/mandates/{id}/place", tag = "roster", request_body = Placing,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn place(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    Seen(seen): Seen,
    Body(asked): Body<Placing>,
) -> Result<StatusCode, Problem> {
    desk::mandates::place(&site, &actor, id, seen, asked.delegation, asked.constituency).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A role taken on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Giving {
    /// `standing_member`, `delegation_head` …
    #[schema(value_type = String)]
    role: RoleName,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    began: Day,
    /// The document.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 120)]
    basis: Option<Text<120>>,
}

/// Enters a role held with a mandate.
///
/// # Errors
/// 422 when it is held already; refused to those who may not.
#[utoipa::path(post, path = "/api/mandates/{id}/roles", tag = "roster", request_body = Giving,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn give(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    once: Once,
    Body(asked): Body<Giving>,
) -> Result<Response, Problem> {
    Ok(made(roles::give(&site, &actor, id, asked.role, asked.began, asked.basis, &once).await?))
}

/// The last day of a role.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The last day.
    #[schema(value_type = String, format = Date)]
    on: Day,
}

/// Enters the last day of a role.
///
/// # Errors
/// 409 when it was laid down before.
#[utoipa::path(post, path = "/api/roles/{id}/end", tag = "roster", request_body = Ending,
    params(("id" = Uuid, Path)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn lay_down(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoleId>,
    Body(asked): Body<Ending>,
) -> Result<StatusCode, Problem> {
    roles::lay_down(&site, &actor, id, asked.on).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Why a role is struck out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Striking {
    /// The reason, at most 200 characters; the journal keeps it.
    #[schema(value_type = String, min_length = 1, max_length = 200)]
    because: Text<200>,
}

/// Strikes out a role that was entered wrongly.
///
/// # Errors
/// Missing when it was struck out before.
#[utoipa::path(post, path = "/api/roles/{id}/removal", tag = "roster", request_body = Striking,
    params(("id" = Uuid, Path)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn strike(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoleId>,
    Body(asked): Body<Striking>,
) -> Result<StatusCode, Problem> {
    roles::strike(&site, &actor, id, &asked.because).await?;
    Ok(StatusCode::NO_CONTENT)
}
