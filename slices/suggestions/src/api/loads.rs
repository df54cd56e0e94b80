//! 在办情况: how much lies with each unit of a congress, in JSON.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{Problem, Site, web::ProblemJson};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::queries;

/// What lies with a unit.
#[derive(Serialize, ToSchema)]
pub struct UnitLoadJson {
    unit: Uuid,
    name: Option<String>,
    /// Parts it has in hand.
    open: i64,
    /// Of them those whose day has passed.
    overdue: i64,
}

/// How much lies with each unit of a congress, the most overdue first
#[utoipa::path(get, path = "/api/congresses/{id}/unit-loads", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<UnitLoadJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn loads(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    actor.may(Right::SuggestionSums, id)?;
    let loads = queries::loads(&mut site.db(), id, site.today()).await?;
    let one = |it: queries::UnitLoad| UnitLoadJson {
        unit: it.unit.uuid(),
        name: it.name,
        open: it.open,
        overdue: it.overdue,
    };
    Ok(Json(loads.into_iter().map(one).collect::<Vec<_>>()).into_response())
}
