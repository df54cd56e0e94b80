//! What anybody may read of evaluations, in JSON.

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::position,
    web::{ProblemJson, Query},
};
use serde::{Deserialize, Serialize};
use supervision_rules::{EvaluationId, EvaluationStage};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    pages::standings,
    queries::public::{PUBLISHED, PublishedLine, published, published_one},
};

type Answer = Result<Response, Problem>;

/// Whose, and where the page begins.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct PublishedWanted {
    /// The congress; without it, all of them.
    #[param(value_type = Option<Uuid>)]
    congress: Option<BodyId>,
    /// `next` of the page before.
    after: String,
}

/// One published evaluation.
#[derive(Serialize, ToSchema)]
pub struct PublishedLineJson {
    id: Uuid,
    title: String,
    congress: String,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = String)]
    until: Day,
    #[schema(value_type = String)]
    published: Day,
    units: i64,
}

/// A page of what was published.
#[derive(Serialize, ToSchema)]
pub struct PublishedLines {
    items: Vec<PublishedLineJson>,
    next: Option<String>,
    total: i64,
}

/// A unit with its result.
#[derive(Serialize, ToSchema)]
pub struct PublishedUnitJson {
    name: String,
    /// Its place; absent where no points are given.
    rank: Option<usize>,
    /// Hundredths of a point.
    points: Option<u32>,
    grade: Option<String>,
}

/// A published evaluation with its results.
#[derive(Serialize, ToSchema)]
pub struct PublishedJson {
    id: Uuid,
    title: String,
    congress: String,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = String)]
    until: Day,
    basis: String,
    /// SHA-256 of the scheme that was fixed when it was opened.
    hash: Option<String>,
    #[schema(value_type = Option<String>)]
    published: Option<Day>,
    units: Vec<PublishedUnitJson>,
}

impl From<PublishedLine> for PublishedLineJson {
    fn from(it: PublishedLine) -> Self {
        let PublishedLine { id, title, congress, since, until, published, units } = it;
        Self { id: id.uuid(), title, congress, since, until, published: published.day(), units }
    }
}

/// The evaluations that were published, the last first
#[utoipa::path(get, path = "/api/published-evaluations", tag = "supervision", operation_id = "evaluation_published_list",
    params(PublishedWanted),
    responses((status = 200, body = PublishedLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Query(wanted): Query<PublishedWanted>) -> Answer {
    let after = position(&wanted.after, &PUBLISHED)?;
    let found = published(&mut site.db(), wanted.congress, after, 25).await?;
    let next = found.next.map(|next| next.to_string());
    let items = found.items.into_iter().map(PublishedLineJson::from).collect();
    Ok(Json(PublishedLines { items, next, total: found.total }).into_response())
}

/// One published evaluation with the results of its units
#[utoipa::path(get, path = "/api/published-evaluations/{id}", tag = "supervision", operation_id = "evaluation_published_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = PublishedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Path(id): Path<EvaluationId>) -> Answer {
    let (e, names) = published_one(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let name = |id: BodyId| names.get(&id).cloned().unwrap_or_default();
    let units = standings(&e, name).into_iter().map(|line| PublishedUnitJson {
        rank: line.rank,
        points: line.outcome.as_ref().map(|it| it.points),
        grade: line.outcome.and_then(|it| it.grade),
        name: line.name,
    });
    let shown = PublishedJson {
        id: e.id.uuid(),
        title: e.title.to_string(),
        congress: name(e.congress),
        since: e.since,
        until: e.until,
        basis: e.basis.to_string(),
        hash: e.stage.hash().map(str::to_owned),
        published: match &e.stage {
            EvaluationStage::Published { at, .. } => Some(at.day()),
            _ => None,
        },
        units: units.collect(),
    };
    Ok(Json(shown).into_response())
}
