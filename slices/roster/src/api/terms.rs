//! Terms, their places, their deputies, and the change from one to the next.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
};
use kernel::{BodyId, Day, Text};
use kit::{
    Problem, Site,
    web::{
        api::{Body, Once},
        chosen,
    },
};
use roster_rules::{ConstituencyKind, MandateId, StandingName, Term, TermId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{Listed, Made, made, places::TermPlace, sessions::SessionShown};
use crate::{
    desk::{
        self, terms,
        terms_change::{self, Changed},
    },
    queries::{PAGE, deputies as query},
    store::{body, term},
};

/// Which deputies of a congress.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The word of a standing; only the congress's own office sees others than `in_office`.
    state: String,
    /// A term; the running one when left out.
    term: String,
    /// A delegation.
    delegation: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// A deputy in a list.
#[derive(Serialize, ToSchema)]
pub struct DeputyLine {
    mandate: Uuid,
    person: Uuid,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ethnicity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occupation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constituency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delegation: Option<String>,
    state: String,
}

/// The deputies of a congress by sound.
///
/// # Errors
/// Missing when there is no such congress.
#[utoipa::path(get, path = "/api/congresses/{id}/deputies", tag = "roster", params(("id" = Uuid, Path), Asked),
    responses((status = 200, body = Listed<DeputyLine>),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn deputies(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = desk::allowed(&actor, Right::RosterRead, id).is_ok();
    let standing = chosen("state", &asked.state, |state| state.parse().ok())?;
    let standing = if office { standing } else { Some(StandingName::InOffice) };
    let term = chosen("term", &asked.term, |id| id.parse().ok())?;
    let delegation = chosen("delegation", &asked.delegation, |id| id.parse().ok())?;
    let filter = query::Filter { congress: id, term, standing, delegation };
    let after = Some(asked.after.as_str()).filter(|after| !after.is_empty());
    let found = query::list(&mut site.db(), &filter, after, PAGE).await?;
    body::congress(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let items = found.items.into_iter().map(|line| DeputyLine {
        mandate: line.mandate.uuid(),
        person: line.person.uuid(),
        name: line.name,
        gender: line.gender,
        ethnicity: line.ethnicity,
        occupation: line.occupation,
        constituency: line.constituency,
        delegation: line.delegation,
        state: line.state,
    });
    Ok(Json(Listed { items: items.collect(), next: found.next.map(|next| next.to_string()), total: found.total })
        .into_response())
}

/// A term.
#[derive(Serialize, ToSchema)]
pub struct TermShown {
    id: Uuid,
    congress: Uuid,
    ordinal: i64,
    began: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    sessions: Vec<SessionShown>,
    delegations: Vec<TermPlace>,
    constituencies: Vec<TermPlace>,
    /// For `If-Match`.
    version: i64,
}

fn bare(term: Term) -> TermShown {
    TermShown {
        id: term.id.uuid(),
        congress: term.congress.uuid(),
        ordinal: term.ordinal,
        began: term.began.to_string(),
        ended: term.ended.map(|day| day.to_string()),
        sessions: Vec::new(),
        delegations: Vec::new(),
        constituencies: Vec::new(),
        version: term.version,
    }
}

/// The terms of a congress, the newest first.
///
/// # Errors
/// Missing when there is no such congress.
#[utoipa::path(get, path = "/api/congresses/{id}/terms", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<TermShown>),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Path(id): Path<BodyId>) -> Result<Response, Problem> {
    body::congress(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let terms = term::of_congress(&mut site.db(), id).await?;
    Ok(Json(terms.into_iter().map(bare).collect::<Vec<_>>()).into_response())
}

/// A term to be entered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTerm {
    /// Counts only for the first term the roster knows of the congress.
    #[serde(default)]
    ordinal: i64,
    /// The first day of its first session.
    #[schema(value_type = String, format = Date)]
    began: Day,
    /// 名额.
    #[serde(default)]
    seats: Option<i64>,
}

/// Enters the running term, or prepares the next.
///
/// # Errors
/// 409 when a next term is prepared already.
#[utoipa::path(post, path = "/api/congresses/{id}/terms", tag = "roster", request_body = NewTerm,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    once: Once,
    Body(new): Body<NewTerm>,
) -> Result<Response, Problem> {
    Ok(made(terms::enter(&site, &actor, id, new.ordinal, new.began, new.seats, &once).await?))
}

/// One term with its sessions and places.
///
/// # Errors
/// Missing when there is none.
#[utoipa::path(get, path = "/api/terms/{id}", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = TermShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, Path(id): Path<TermId>) -> Result<Response, Problem> {
    let found = term::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let sessions = term::sessions(&mut site.db(), id).await?;
    let delegations = term::delegations(&mut site.db(), id).await?;
    let constituencies = term::constituencies(&mut site.db(), id).await?;
    let shown = TermShown {
        sessions: sessions.into_iter().map(SessionShown::from).collect(),
        delegations: delegations.into_iter().map(TermPlace::from).collect(),
        constituencies: constituencies.into_iter().map(TermPlace::from).collect(),
        ..bare(found)
    };
    Ok(Json(shown).into_response())
}

/// A delegation to be formed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDelegation {
    /// Its name.
    #[schema(value_type = String, max_length = 40)]
    name: Text<40>,
}

/// Forms a delegation.
///
/// # Errors
/// 422 when the name is taken.
#[utoipa::path(post, path = "/api/terms/{id}/delegations", tag = "roster", request_body = NewDelegation,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn delegation(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    once: Once,
    Body(new): Body<NewDelegation>,
) -> Result<Response, Problem> {
    Ok(made(terms::enter_delegation(&site, &actor, id, &new.name, &once).await?))
}

/// A constituency to be drawn.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConstituency {
    /// Its name.
    #[schema(value_type = String, max_length = 40)]
    name: Text<40>,
    /// `district` or `unit`.
    #[schema(value_type = String)]
    kind: ConstituencyKind,
    /// How many it elects.
    #[serde(default)]
    seats: Option<i64>,
}

/// Draws a constituency.
///
/// # Errors
/// 422 when the name is taken or the seats are out of the law's range.
#[utoipa::path(post, path = "/api/terms/{id}/constituencies", tag = "roster", request_body = NewConstituency,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn constituency(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    once: Once,
    Body(new): Body<NewConstituency>,
) -> Result<Response, Problem> {
    Ok(made(terms::enter_constituency(&site, &actor, id, new.kind, &new.name, new.seats, &once).await?))
}

/// A day.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OnDay {
    /// Which.
    #[schema(value_type = String, format = Date)]
    on: Day,
}

/// How many mandates were touched.
#[derive(Serialize, ToSchema)]
pub struct Touched {
    mandates: u64,
}

/// Confirms every election of the term that is not yet confirmed.
///
/// # Errors
/// 422 when the day comes before an election.
#[utoipa::path(post, path = "/api/terms/{id}/confirmation", tag = "roster", request_body = OnDay,
    params(("id" = Uuid, Path)), responses((status = 200, body = Touched),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn confirm(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    Body(asked): Body<OnDay>,
) -> Result<Response, Problem> {
    let mandates = terms_change::confirm_all(&site, &actor, id, asked.on).await?;
    Ok(Json(Touched { mandates }).into_response())
}

/// Who was elected again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Again {
    /// The next term.
    #[schema(value_type = Uuid)]
    to: TermId,
    /// The mandates of this term whose holders were elected again.
    #[schema(value_type = Vec<Uuid>)]
    mandates: Vec<MandateId>,
    /// The day of the election.
    #[schema(value_type = String, format = Date)]
    on: Day,
}

/// Enters re-elections into the next term.
///
/// # Errors
/// 422 when the terms do not follow each other.
#[utoipa::path(post, path = "/api/terms/{id}/reelection", tag = "roster", request_body = Again,
    params(("id" = Uuid, Path)), responses((status = 200, body = Touched),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn elect_again(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    Body(asked): Body<Again>,
) -> Result<Response, Problem> {
    let mandates = terms_change::elect_again(&site, &actor, id, asked.to, &asked.mandates, asked.on).await?;
    Ok(Json(Touched { mandates }).into_response())
}

/// The next term and the day.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Changing {
    /// The next term.
    #[schema(value_type = Uuid)]
    to: TermId,
    /// The first day of its first session.
    #[schema(value_type = String, format = Date)]
    on: Day,
}

/// Closes the term and opens the next.
///
/// # Errors
/// 409 when a term is closed; 422 when they do not follow each other.
#[utoipa::path(post, path = "/api/terms/{id}/change", tag = "roster", request_body = Changing,
    params(("id" = Uuid, Path)), responses((status = 200, body = Changed),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn change(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    Body(asked): Body<Changing>,
) -> Result<Response, Problem> {
    Ok(Json(terms_change::change(&site, &actor, id, asked.to, asked.on).await?).into_response())
}
