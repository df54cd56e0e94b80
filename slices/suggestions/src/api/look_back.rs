//! 回头看 in JSON.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use kernel::{Id, Moment};
use kit::{
    Problem, Site,
    list::position,
    web::{Errors, ProblemJson, Wrong, api::Body},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{Found, SuggestionId};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    shape::{Now, now},
    write::text,
};
use crate::{
    desk,
    pages::cutoff,
    queries::{self, LOOKED, LookLine},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Which congress, and from where on.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LookBackOf {
    /// The congress.
    congress: Uuid,
    /// `next` of the page before.
    #[serde(default)]
    after: String,
}

/// A closed matter to be looked back on.
#[derive(Serialize, ToSchema)]
pub struct LookBackLineJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    lead: Option<String>,
    unit: Option<String>,
    /// The class of its reply.
    class: Option<String>,
    /// When it was closed.
    closed: i64,
    /// When it was last looked back on.
    last: Option<i64>,
    /// What was found then: `done`, `going-on` or `nothing-done`.
    found: Option<String>,
    /// How many of its promises are open.
    open: i64,
}

/// A page of the list with the exact total.
#[derive(Serialize, ToSchema)]
pub struct LookBackLines {
    items: Vec<LookBackLineJson>,
    next: Option<String>,
    total: i64,
}

/// What the office found.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LookBackJson {
    /// `done`, `going-on` or `nothing-done`.
    found: String,
    /// At most 2,000 characters.
    words: String,
}

/// The closed matters of a congress that are due to be looked back on, those that wait longest first
#[utoipa::path(get, path = "/api/look-back", tag = "suggestions", params(LookBackOf),
    responses((status = 200, body = LookBackLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Query(of): Query<LookBackOf>) -> Answer {
    let congress = Id::from_uuid(of.congress);
    actor.may(Right::SuggestionSeeFiled, congress)?;
    let until = cutoff(&site, congress).await?.unwrap_or(Moment::from_millis(0));
    let page = queries::look_back(&mut site.db(), congress, until, position(&of.after, &LOOKED)?, 50).await?;
    let one = |line: LookLine| LookBackLineJson {
        id: line.id.uuid(),
        number: line.number,
        title: line.title,
        lead: line.lead,
        unit: line.unit,
        class: line.class,
        closed: line.closed.millis(),
        last: line.last.map(Moment::millis),
        found: line.found,
        open: line.open,
    };
    let next = page.next.map(|next| next.to_string());
    Ok(Json(LookBackLines { items: page.items.into_iter().map(one).collect(), next, total: page.total })
        .into_response())
}

/// Keep what was found when looking back on a closed matter
#[utoipa::path(post, path = "/api/suggestions/{id}/look-back", tag = "suggestions", params(("id" = Uuid, Path)), request_body = LookBackJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn look(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(look): Body<LookBackJson>,
) -> Answer {
    let found = Found::read(&look.found).ok_or_else(|| Errors::one("found", Wrong::new("kit-form-unknown-choice")))?;
    Ok(now(&desk::look_back::look_back(&site, &actor, id, found, text("words", &look.words)?).await?))
}
