//! Codes of stations, receptions and activities.

use accounts_rules::Actor;
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
use opinions_rules::{CodeId, TargetId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::{
        codes,
        things::{self, ThingCode},
    },
    pages::things::congress,
    queries::codes::of_things,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// One code of a station, a reception, an activity.
#[derive(Serialize, ToSchema)]
pub struct ThingCodeJson {
    id: Uuid,
    /// `station`, `reception` or `activity`.
    kind: String,
    target: Uuid,
    /// What it leads to is called so.
    name: Option<String>,
    /// The day of an activity.
    #[schema(value_type = Option<String>)]
    day: Option<Day>,
    /// Where it hangs.
    place: String,
    /// Whether it leads nowhere any more.
    revoked: bool,
    /// Scans altogether.
    scans: i64,
    /// Scans of the last thirty days.
    lately: i64,
    /// Opinions that came by it.
    said: i64,
    /// What stands in the picture; nothing once it is revoked.
    code: Option<String>,
}

/// Where a code is led on to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeLeadWanted {
    /// A station that is open.
    #[schema(value_type = Uuid)]
    target: TargetId,
}

async fn told(site: &Site, actor: &Actor, congress: BodyId) -> Result<Vec<ThingCodeJson>, Problem> {
    let lines = of_things(&mut site.db(), congress, site.today().plus_days(-30)).await?;
    let mut all = Vec::with_capacity(lines.len());
    for it in lines {
        let revoked = it.revoked.is_some();
        let code = match revoked {
            true => None,
            false => Some(codes::printed(site, &codes::of(site, actor, it.id).await?).await?.to_string()),
        };
        all.push(ThingCodeJson {
            id: it.id.uuid(),
            kind: it.kind,
            target: it.target.uuid(),
            name: it.name.or(it.station),
            day: it.day,
            place: it.place,
            revoked,
            scans: it.scans,
            lately: it.lately,
            said: it.said,
            code,
        });
    }
    Ok(all)
}

/// The codes of stations, receptions and activities, the newest first
#[utoipa::path(get, path = "/api/codes", tag = "opinions", operation_id = "opinions_thing_codes",
    responses((status = 200, body = Vec<ThingCodeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who) -> Answer {
    let congress = congress(&actor)?;
    Ok(Json(told(&site, &actor, congress).await?).into_response())
}

/// Make a code for a station, a reception or an activity; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/codes", tag = "opinions", operation_id = "opinions_make_code",
    params(("Idempotency-Key" = Option<String>, Header)), request_body = ThingCode,
    responses((status = 201, body = Vec<ThingCodeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    once: Once,
    body: Result<Body<ThingCode>, Problem>,
) -> Answer {
    let congress = congress(&actor)?;
    let Body(wanted) = body?;
    things::make(&site, &actor, congress, &wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(told(&site, &actor, congress).await?)).into_response())
}

/// Lead what hangs at a station that was merged to another
#[utoipa::path(post, path = "/api/codes/{id}/target", tag = "opinions", operation_id = "opinions_lead_code",
    params(("id" = Uuid, Path)), request_body = CodeLeadWanted,
    responses((status = 200, body = Vec<ThingCodeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn lead(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<CodeId>,
    body: Result<Body<CodeLeadWanted>, Problem>,
) -> Answer {
    let code = codes::of(&site, &actor, id).await?;
    let Body(wanted) = body?;
    things::lead(&site, &actor, id, wanted.target).await?;
    Ok(Json(told(&site, &actor, code.congress).await?).into_response())
}
