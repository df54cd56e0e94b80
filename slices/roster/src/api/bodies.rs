//! Bodies and areas.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{AreaCode, BodyId, Day, Text};
use kit::{
    Problem, Site,
    web::{
        api::{Body, Once, Seen, versioned},
        chosen,
    },
};
use roster_rules::Power;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{Listed, Made, made};
use crate::{
    desk::bodies::{self, NewBody},
    queries::{
        PAGE,
        directory::{self, BodyLine},
        places,
    },
    store::body,
};

/// Which bodies.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// A part of the name.
    q: String,
    /// The code of an area.
    area: String,
    /// `unit`, `congress`, `work_committee` …
    kind: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// A body.
#[derive(Serialize, ToSchema)]
pub struct BodyShown {
    id: Uuid,
    area: String,
    /// `nation`, `province`, `prefecture`, `county` or `township`.
    level: String,
    kind: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<Uuid>,
    congress: Uuid,
    /// Delegated powers, in the answer for one body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    powers: Vec<String>,
    transfer: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<String>,
    /// For `If-Match`.
    version: i64,
}

impl From<BodyLine> for BodyShown {
    fn from(line: BodyLine) -> Self {
        Self {
            id: line.id.uuid(),
            area: line.area.into(),
            level: line.level,
            kind: line.kind,
            name: line.name,
            parent: line.parent.map(BodyId::uuid),
            congress: line.congress.uuid(),
            powers: Vec::new(),
            transfer: line.transfer,
            closed: line.closed.map(|day| day.to_string()),
            version: line.version,
        }
    }
}

/// The directory.
///
/// # Errors
/// When the database refuses.
#[utoipa::path(get, path = "/api/bodies", tag = "roster", params(Asked),
    responses((status = 200, body = Listed<BodyShown>),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let name = Some(asked.q.trim().to_owned()).filter(|name| !name.is_empty());
    let kind = chosen("kind", &asked.kind, |kind| kind.parse().ok())?;
    let area = chosen("area", &asked.area, |code| AreaCode::parse(code).ok())?;
    let filter = directory::Filter { kind, area, exactly: false, name, closed: false };
    let after = Some(asked.after.as_str()).filter(|after| !after.is_empty());
    let found = directory::list(&mut site.db(), &filter, after, PAGE).await?;
    let items: Vec<BodyShown> = found.items.into_iter().map(Into::into).collect();
    Ok(Json(Listed { items, next: found.next.map(|next| next.to_string()), total: found.total }).into_response())
}

/// One body.
///
/// # Errors
/// Missing when there is none.
#[utoipa::path(get, path = "/api/bodies/{id}", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = BodyShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, Path(id): Path<BodyId>) -> Result<Response, Problem> {
    let kept = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let shown = BodyShown {
        id: kept.body.id.uuid(),
        area: kept.body.area.into(),
        level: kept.level,
        kind: kept.body.kind.to_string(),
        name: kept.body.name,
        parent: kept.body.parent.map(BodyId::uuid),
        congress: kept.body.congress.uuid(),
        powers: kept.body.powers.iter().map(ToString::to_string).collect(),
        transfer: kept.body.transfer,
        closed: kept.closed.map(|day| day.to_string()),
        version: kept.version,
    };
    Ok(versioned(kept.version, shown))
}

/// Enters a body that serves a congress.
///
/// # Errors
/// 422 for organs that stand by law and areas outside; refused to those who may not.
#[utoipa::path(post, path = "/api/congresses/{id}/bodies", tag = "roster", request_body = NewBody,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    once: Once,
    Body(new): Body<NewBody>,
) -> Result<Response, Problem> {
    Ok(made(bodies::enter(&site, &actor, id, &new, &once).await?))
}

/// Another name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Renaming {
    /// The official name.
    #[schema(value_type = String, max_length = 80)]
    name: Text<80>,
}

/// Gives a body another name.
///
/// # Errors
/// 412 when the version is not the present one; refused to those who may not.
#[utoipa::path(put, path = "/api/bodies/{id}/name", tag = "roster", request_body = Renaming,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn rename(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Seen(seen): Seen,
    Body(asked): Body<Renaming>,
) -> Result<StatusCode, Problem> {
    bodies::rename(&site, &actor, id, seen, &asked.name).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The powers of a work committee.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Delegating {
    /// `contact_deputies`, `inspect` …
    #[schema(value_type = Vec<String>)]
    powers: Vec<Power>,
}

/// Changes the powers delegated to a work committee.
///
/// # Errors
/// As [`rename`]; 422 for other bodies.
#[utoipa::path(put, path = "/api/bodies/{id}/powers", tag = "roster", request_body = Delegating,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn delegate(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Seen(seen): Seen,
    Body(asked): Body<Delegating>,
) -> Result<StatusCode, Problem> {
    bodies::delegate(&site, &actor, id, seen, &asked.powers).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether a body divides what it is handed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Transferring {
    /// Whether suggestions are handed to it to be divided among others.
    transfer: bool,
}

/// Makes a unit or an office a transfer office, or no longer one.
///
/// # Errors
/// As [`rename`]; 422 for other bodies, 409 for closed ones.
#[utoipa::path(put, path = "/api/bodies/{id}/transfer", tag = "roster", request_body = Transferring,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn transfer(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Seen(seen): Seen,
    Body(asked): Body<Transferring>,
) -> Result<StatusCode, Problem> {
    bodies::transfer(&site, &actor, id, seen, asked.transfer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The day a body is closed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Which.
    #[schema(value_type = String, format = Date)]
    on: Day,
}

/// Closes a body.
///
/// # Errors
/// As [`rename`]; 422 for organs that stand by law.
#[utoipa::path(post, path = "/api/bodies/{id}/closure", tag = "roster", request_body = Closing,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn close(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Seen(seen): Seen,
    Body(asked): Body<Closing>,
) -> Result<StatusCode, Problem> {
    bodies::close(&site, &actor, id, seen, asked.on).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Opens a body again that was closed by mistake.
///
/// # Errors
/// As [`rename`]; 409 when it is not closed.
#[utoipa::path(post, path = "/api/bodies/{id}/reopening", tag = "roster",
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn reopen(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    bodies::reopen(&site, &actor, id, seen).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An area with what lies in it.
#[derive(Serialize, ToSchema)]
pub struct AreaShown {
    code: String,
    name: String,
    level: String,
    kind: String,
    inside: Vec<Place>,
}

/// A place by its code.
#[derive(Serialize, ToSchema)]
pub struct Place {
    code: String,
    name: String,
}

fn place(line: places::AreaLine) -> Place {
    Place { code: line.code.into(), name: line.name }
}

/// The top of the tree of areas.
///
/// # Errors
/// When the database refuses.
#[utoipa::path(get, path = "/api/areas", tag = "roster", responses((status = 200, body = Vec<Place>),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn areas(State(site): State<Site>) -> Result<Response, Problem> {
    let top: Vec<Place> = places::inside(&mut site.db(), None).await?.into_iter().map(place).collect();
    Ok(Json(top).into_response())
}

/// One area.
///
/// # Errors
/// Missing when there is none.
#[utoipa::path(get, path = "/api/areas/{code}", tag = "roster", params(("code" = String, Path)),
    responses((status = 200, body = AreaShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn area(State(site): State<Site>, Path(code): Path<String>) -> Result<Response, Problem> {
    let code = AreaCode::parse(&code).map_err(|_| Problem::missing())?;
    let way = places::way_to(&mut site.db(), &code).await?;
    let here = way.into_iter().next_back().filter(|last| last.code == code).ok_or_else(Problem::missing)?;
    let inside = places::inside(&mut site.db(), Some(&code)).await?;
    let mut inside: Vec<Place> = inside.into_iter().map(place).collect();
    for (code, name) in places::villages(&mut site.db(), &code).await? {
        inside.push(Place { code: code.into(), name });
    }
    let shown = AreaShown { code: here.code.into(), name: here.name, level: here.level, kind: here.kind, inside };
    Ok(Json(shown).into_response())
}
