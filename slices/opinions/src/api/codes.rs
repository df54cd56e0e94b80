//! Codes of a deputy.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{PersonId, Text};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use opinions_rules::CodeId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{desk::codes, queries::codes::of_deputy};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// One code.
#[derive(Serialize, ToSchema)]
pub struct DeputyCodeJson {
    id: Uuid,
    /// Where it hangs.
    place: String,
    /// Whether it leads nowhere any more.
    revoked: bool,
    /// Scans altogether.
    scans: i64,
    /// Scans of the last thirty days.
    lately: i64,
    /// What stands in the picture; nothing once it is revoked.
    code: Option<String>,
}

/// Where a new code will hang.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeWanted {
    /// At most 100 characters.
    #[schema(value_type = String)]
    place: Text<100>,
}

async fn told(site: &Site, actor: &Actor, person: PersonId) -> Result<Vec<DeputyCodeJson>, Problem> {
    let lines = of_deputy(&mut site.db(), person, site.today().plus_days(-30)).await?;
    let mut all = Vec::with_capacity(lines.len());
    for line in lines {
        let revoked = line.revoked.is_some();
        let code = match revoked {
            true => None,
            false => match codes::of(site, actor, line.id).await {
                Ok(kept) => Some(codes::printed(site, &kept).await?.to_string()),
                Err(_) => None,
            },
        };
        let (id, place) = (line.id.uuid(), line.place);
        all.push(DeputyCodeJson { id, place, revoked, scans: line.scans, lately: line.lately, code });
    }
    Ok(all)
}

/// The codes of a deputy, the newest first
#[utoipa::path(get, path = "/api/people/{id}/codes", tag = "opinions", operation_id = "opinions_codes", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<DeputyCodeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(id): Path<PersonId>) -> Answer {
    codes::congress(&mut site.db(), &actor, id).await?;
    Ok(Json(told(&site, &actor, id).await?).into_response())
}

/// Make a code for a deputy; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/people/{id}/codes", tag = "opinions", operation_id = "opinions_issue_code",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = CodeWanted,
    responses((status = 201, body = Vec<DeputyCodeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn issue(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<PersonId>,
    once: Once,
    body: Result<Body<CodeWanted>, Problem>,
) -> Answer {
    codes::congress(&mut site.db(), &actor, id).await?;
    let Body(wanted) = body?;
    codes::issue(&site, &actor, (id, &wanted.place), &once).await?;
    Ok((StatusCode::CREATED, Json(told(&site, &actor, id).await?)).into_response())
}

/// Revoke a code; the codes of the deputy it was of
#[utoipa::path(post, path = "/api/codes/{id}/revocation", tag = "opinions", operation_id = "opinions_revoke_code",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<DeputyCodeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn revoke(State(site): State<Site>, Extension(actor): Who, Path(id): Path<CodeId>) -> Answer {
    let code = codes::revoke(&site, &actor, id).await?;
    let told = if code.kind == "deputy" { told(&site, &actor, code.person()).await? } else { Vec::new() };
    Ok(Json(told).into_response())
}
