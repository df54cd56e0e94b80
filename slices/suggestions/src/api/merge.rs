//! 并案、拆开 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Id;
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::SuggestionId;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    shape::{Now, now},
    write::{ReasonJson, text},
};
use crate::{desk, queries::Linked};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// With which suggestion one goes from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergerJson {
    /// The suggestion it goes with: of the same congress, numbered or with its units.
    into: Uuid,
    /// Why, at most 2,000 characters; the deputies read it.
    reason: String,
}

/// A suggestion that goes together with another.
#[derive(Serialize, ToSchema)]
pub struct LinkedJson {
    /// The suggestion.
    id: Uuid,
    /// Its number as written.
    number: String,
    /// 标题; absent where you may not look at it.
    title: Option<String>,
}

impl From<&Linked> for LinkedJson {
    fn from(linked: &Linked) -> Self {
        Self { id: linked.id.uuid(), number: linked.number.clone(), title: linked.title.clone() }
    }
}

/// Let it go with another on the same matter
#[utoipa::path(post, path = "/api/suggestions/{id}/merger", tag = "suggestions", params(("id" = Uuid, Path)), request_body = MergerJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn merge(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(json): Body<MergerJson>,
) -> Answer {
    let reason = text("reason", &json.reason)?;
    Ok(now(&desk::merge::merge(&site, &actor, id, Id::from_uuid(json.into), reason).await?))
}

/// Let it go its own way again
#[utoipa::path(post, path = "/api/suggestions/{id}/separation", tag = "suggestions", params(("id" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn separate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::merge::separate(&site, &actor, id, why.read()?).await?))
}
