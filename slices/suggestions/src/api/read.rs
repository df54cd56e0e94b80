//! Reading: lists, one suggestion, work lists, counts.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Moment, PersonId, Refusal, Refused};
use kit::{
    Problem, Site,
    web::{ProblemJson, api::versioned},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, Awaited, SuggestionId};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shape::{SuggestionJson, suggestion};
use crate::queries::{self, Filter, PartFilter, Whose};

type Answer = Result<Response, Problem>;

/// Most lines of one answer.
const MOST: u16 = 100;

/// What the list is narrowed to.
#[derive(Deserialize, IntoParams)]
pub struct ListOf {
    /// The congress.
    #[param(value_type = Uuid)]
    congress: BodyId,
    /// The word of a stage.
    stage: Option<String>,
    /// The code of a category.
    category: Option<String>,
    /// `next` of the page before.
    after: Option<String>,
    /// Lines wanted, 25 when absent, at most 100.
    limit: Option<u16>,
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct LineJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    category: String,
    stage: String,
    filed: i64,
    outcome: Option<String>,
    lead: Option<String>,
    delegation: Option<String>,
    unit: Option<String>,
    due: Option<String>,
}

/// A page of lines with the exact total.
#[derive(Serialize, ToSchema)]
pub struct Lines {
    items: Vec<LineJson>,
    next: Option<String>,
    total: i64,
}

/// The suggestions of a congress, newest first
#[utoipa::path(get, path = "/api/suggestions", tag = "suggestions", params(ListOf),
    responses((status = 200, body = Lines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<ListOf>,
) -> Answer {
    actor.may(Right::SuggestionSeeFiled, wanted.congress)?;
    let filter = Filter { congress: wanted.congress, stage: wanted.stage, category: wanted.category, session: None };
    let after = wanted.after.as_deref().and_then(cursor);
    let page = queries::list(&mut site.db(), &filter, after, wanted.limit.unwrap_or(25).clamp(1, MOST)).await?;
    let line = |line: queries::Line| LineJson {
        id: line.id.uuid(),
        number: line.number,
        title: line.title,
        category: line.category,
        stage: line.stage,
        filed: line.filed.millis(),
        outcome: line.outcome,
        lead: line.lead,
        delegation: line.delegation,
        unit: line.unit,
        due: line.due.map(|day| day.to_string()),
    };
    let next = page.next.map(|(filed, id)| format!("{}.{id}", filed.millis()));
    Ok(Json(Lines { items: page.lines.into_iter().map(line).collect(), next, total: page.total }).into_response())
}

/// Whose own things are asked for: 401 for a passer-by, 403 for an account that belongs to no deputy.
fn own_person(actor: &Actor) -> Result<PersonId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.stands_for().ok_or_else(|| Refused::new(Refusal::NotYours, "suggestions-refused-no-deputy").into())
}

fn cursor(text: &str) -> Option<(Moment, SuggestionId)> {
    let (filed, id) = text.split_once('.')?;
    Some((Moment::from_millis(filed.parse().ok()?), id.parse().ok()?))
}

/// One suggestion, whole, as you may see it
#[utoipa::path(get, path = "/api/suggestions/{id}", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = SuggestionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Extension<Actor>, Path(id): Path<SuggestionId>) -> Answer {
    let detail = queries::detail(&site, &actor, id).await?;
    Ok(versioned(detail.version, suggestion(&detail)))
}

/// One of a deputy's own.
#[derive(Serialize, ToSchema)]
pub struct OwnJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    stage: String,
    outcome: Option<String>,
    to_confirm: bool,
}

/// The suggestions you lead, newest first, drafts too
#[utoipa::path(get, path = "/api/own-suggestions", tag = "suggestions",
    responses((status = 200, body = Vec<OwnJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn own(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Answer {
    let person = own_person(&actor)?;
    let lines = queries::own(&mut site.db(), person, None, MOST).await?;
    let one = |own: queries::Own| OwnJson {
        id: own.id.uuid(),
        number: own.number,
        title: own.title,
        stage: own.stage,
        outcome: own.outcome,
        to_confirm: own.to_confirm,
    };
    Ok(Json(lines.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// An invitation to second.
#[derive(Serialize, ToSchema)]
pub struct InvitationJson {
    id: Uuid,
    title: String,
    lead: Option<String>,
    until: Option<String>,
}

/// What you were asked to second
#[utoipa::path(get, path = "/api/invitations", tag = "suggestions",
    responses((status = 200, body = Vec<InvitationJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn invitations(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Answer {
    let person = own_person(&actor)?;
    let lines = queries::invitations(&mut site.db(), person).await?;
    let one = |it: queries::Invitation| InvitationJson {
        id: it.id.uuid(),
        title: it.title,
        lead: it.lead,
        until: it.until.map(|day| day.to_string()),
    };
    Ok(Json(lines.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// A reply that waits for a judgement.
#[derive(Serialize, ToSchema)]
pub struct ToJudgeJson {
    id: Uuid,
    assignment: Uuid,
    title: String,
    unit: Option<String>,
    round: u16,
    judge_by: Option<String>,
}

/// The replies that wait for your judgement
#[utoipa::path(get, path = "/api/replies-to-judge", tag = "suggestions",
    responses((status = 200, body = Vec<ToJudgeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn to_judge(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Answer {
    let person = own_person(&actor)?;
    let lines = queries::to_judge(&mut site.db(), person).await?;
    let one = |it: queries::ToJudge| ToJudgeJson {
        id: it.id.uuid(),
        assignment: it.assignment.uuid(),
        title: it.title,
        unit: it.unit,
        round: it.round,
        judge_by: it.judge_by.map(|day| day.to_string()),
    };
    Ok(Json(lines.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// Whose work list.
#[derive(Deserialize, IntoParams)]
pub struct WorkOf {
    /// A unit, or a congress.
    #[param(value_type = Uuid)]
    body: BodyId,
    /// What is awaited: `sign-for`, `reply`, `check` …
    awaits: Option<String>,
    /// Only what is overdue today.
    overdue: Option<bool>,
    /// `next` of the page before.
    after: Option<String>,
}

/// One line of a work list.
#[derive(Serialize, ToSchema)]
pub struct WorkJson {
    id: Uuid,
    suggestion: Uuid,
    number: Option<String>,
    title: String,
    unit: Option<String>,
    role: String,
    awaits: String,
    by: Option<String>,
}

/// A page of a work list with the exact total.
#[derive(Serialize, ToSchema)]
pub struct WorkLines {
    items: Vec<WorkJson>,
    next: Option<String>,
    total: i64,
}

/// What a unit or a congress has before it, the nearest day first
#[utoipa::path(get, path = "/api/work", tag = "suggestions", params(WorkOf),
    responses((status = 200, body = WorkLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn work(State(site): State<Site>, Extension(actor): Extension<Actor>, Query(of): Query<WorkOf>) -> Answer {
    let whose = if actor.may(Right::AssignmentSee, of.body).is_ok() {
        Whose::Unit(of.body)
    } else {
        actor.may(Right::SuggestionSeeAssigned, of.body)?;
        Whose::Congress(of.body)
    };
    let before = of.overdue.unwrap_or(false).then(|| site.today());
    let filter = PartFilter { whose, awaits: of.awaits.as_deref().and_then(Awaited::read), before };
    let after = of.after.as_deref().and_then(|text| {
        let (by, id) = text.split_once('.')?;
        Some((by.parse().ok(), id.parse::<AssignmentId>().ok()?))
    });
    let page = queries::parts(&mut site.db(), filter, after, 50).await?;
    let one = |line: queries::PartLine| WorkJson {
        id: line.id.uuid(),
        suggestion: line.suggestion.uuid(),
        number: line.number,
        title: line.title,
        unit: line.unit_name,
        role: line.role,
        awaits: line.awaits,
        by: line.by.map(|day| day.to_string()),
    };
    let next = page.next.map(|(by, id)| format!("{}.{id}", by.map(|day| day.to_string()).unwrap_or_default()));
    Ok(Json(WorkLines { items: page.lines.into_iter().map(one).collect(), next, total: page.total }).into_response())
}

/// Which congress.
#[derive(Deserialize, IntoParams)]
pub struct CountsOf {
    /// The congress.
    #[param(value_type = Uuid)]
    congress: BodyId,
}

/// How many of one kind.
#[derive(Serialize, ToSchema)]
pub struct CountJson {
    stage: String,
    category: String,
    outcome: String,
    n: i64,
}

/// The counts of a congress by stage, category and outcome
#[utoipa::path(get, path = "/api/counts", tag = "suggestions", params(CountsOf),
    responses((status = 200, body = Vec<CountJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn overview(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(of): Query<CountsOf>,
) -> Answer {
    actor.may(Right::SuggestionSums, of.congress)?;
    let counts = queries::counts(&mut site.db(), of.congress, None).await?;
    let one = |c: queries::Count| CountJson { stage: c.stage, category: c.category, outcome: c.outcome, n: c.n };
    Ok(Json(counts.into_iter().map(one).collect::<Vec<_>>()).into_response())
}
