//! Session after session, or of the levels below year after year: the same figures side by side.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site,
    db::Sql,
    web::{ProblemJson, Query},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::statistics::{SumJson, lines};
use crate::queries::{
    self,
    statistics::{by_session, by_year},
};

/// Of whom.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct RunWanted {
    /// Every congress of its area, this one too: then year after year.
    below: bool,
}

/// A session, or a year of the levels below, with what was counted.
#[derive(Serialize, ToSchema)]
pub struct StatisticsStepJson {
    /// Absent for a year.
    session: Option<Uuid>,
    /// The name of the session, or the year.
    name: String,
    /// As those of the statistics of one session or year.
    sums: Vec<SumJson>,
}

/// Numbered suggestions of a congress session after session, or of all within its area year after year, the oldest first
#[utoipa::path(get, path = "/api/congresses/{id}/handling-statistics/run", tag = "supervision", operation_id = "statistics_run",
    params(("id" = Uuid, Path), RunWanted),
    responses((status = 200, body = Vec<StatisticsStepJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn run(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<RunWanted>,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let (mut db, today) = (site.db(), site.today());
    if wanted.below {
        let sql = Sql::new("select area from v_body where kind = 'congress' and id = {}").bind(congress);
        let (area,): (AreaCode,) = db.one(sql).await?.ok_or_else(Problem::missing)?;
        actor.may_see_below(Right::SuggestionSums, &area)?;
        let years = by_year(&mut db, &area, today).await?;
        let step = |(name, sums)| StatisticsStepJson { session: None, name, sums: lines(&sums) };
        return Ok(Json(years.into_iter().map(step).collect::<Vec<_>>()).into_response());
    }
    actor.may(Right::SuggestionSums, congress)?;
    let mut sums = by_session(&mut db, congress, today).await?;
    let step = |one: queries::Session| {
        let counted = sums.remove(&one.id).unwrap_or_default();
        StatisticsStepJson { session: Some(one.id.uuid()), name: one.name, sums: lines(&counted) }
    };
    let sessions = queries::sessions(&mut db, congress).await?;
    Ok(Json(sessions.into_iter().rev().map(step).collect::<Vec<_>>()).into_response())
}
