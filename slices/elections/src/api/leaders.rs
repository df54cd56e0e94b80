//! Recalls and resignations of leaders before the congress in session.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use elections_rules::election::{LeaderLeavingId, LeaderVote};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once},
    },
};
use law_rules::Word as _;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::election::ElectionPageWanted;
use crate::{
    desk::leaders::{self as desk, LeaderApproval, LeaderLeaveDecision, LeaderLeaveWanted},
    queries::{self, LEADERS, LeaderLine},
    store::LeaderLeave,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

/// One of them in the list.
#[derive(Serialize, ToSchema)]
pub struct LeaderLineJson {
    id: Uuid,
    name: String,
    /// What the office is called.
    office: String,
    /// `recalled` or `resigned`.
    leaving: String,
    #[schema(value_type = String, format = Date)]
    received: Day,
    /// `received`, `accepted`, `declined` or `published`.
    stage: String,
    #[schema(value_type = Option<String>, format = Date)]
    decided: Option<Day>,
}

/// A page of them.
#[derive(Serialize, ToSchema)]
pub struct LeaderLines {
    items: Vec<LeaderLineJson>,
    next: Option<String>,
    total: i64,
}

/// A recall or a resignation.
#[derive(Serialize, ToSchema)]
pub struct LeaderLeaveJson {
    id: Uuid,
    congress: Uuid,
    /// What the leader holds.
    holding: Uuid,
    name: String,
    office: String,
    leaving: &'static str,
    #[schema(value_type = String, format = Date)]
    received: Day,
    words: Option<String>,
    stage: &'static str,
    meeting: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    decided: Option<Day>,
    #[schema(value_type = Option<Object>)]
    vote: Option<LeaderVote>,
    /// `spoken`, `written` or `none`.
    answer: Option<&'static str>,
    /// Whether it waits for the standing committee above.
    waits: bool,
    #[schema(value_type = Option<String>, format = Date)]
    approved: Option<Day>,
    approval: Option<String>,
}

impl From<LeaderLine> for LeaderLineJson {
    fn from(it: LeaderLine) -> Self {
        let LeaderLine { id, name, office, leaving, received, stage, decided } = it;
        Self { id: id.uuid(), name, office, leaving, received, stage, decided }
    }
}

fn told(it: LeaderLeave, held: queries::Holder) -> LeaderLeaveJson {
    LeaderLeaveJson {
        waits: desk::waits(&it, &held),
        id: it.id.uuid(),
        congress: it.congress.uuid(),
        holding: it.holding.uuid(),
        name: held.name,
        office: held.title,
        leaving: it.leaving.word(),
        received: it.received,
        words: it.words.map(Into::into),
        stage: it.stage.word(),
        meeting: it.meeting.map(Into::into),
        decided: it.decided,
        vote: it.vote,
        answer: it.answer.map(|answer| answer.word()),
        approved: it.approved,
        approval: it.approval.map(Into::into),
    }
}

async fn fresh(site: &Site, actor: &Actor, id: LeaderLeavingId) -> Result<Json<LeaderLeaveJson>, Problem> {
    let (it, held) = desk::of(site, actor, id, None).await?;
    Ok(Json(told(it, held)))
}

/// Recalls and resignations of a congress's leaders, the latest first
#[utoipa::path(get, path = "/api/congresses/{id}/leader-departures", tag = "elections", operation_id = "leader_departure_list",
    params(("id" = Uuid, Path), ElectionPageWanted),
    responses((status = 200, body = LeaderLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<ElectionPageWanted>,
) -> Answer {
    actor.may(Right::ElectionSee, congress)?;
    let page = queries::leaders(&mut site.db(), congress, position(&wanted.after, &LEADERS)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(LeaderLineJson::from).collect();
    Ok(Json(LeaderLines { items, next, total: page.total }).into_response())
}

/// Receive a motion of recall or a resignation before the congress
#[utoipa::path(post, path = "/api/congresses/{id}/leader-departures", tag = "elections", operation_id = "leader_departure_receive",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = LeaderLeaveWanted,
    responses((status = 201, body = LeaderLeaveJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn receive(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Result<Body<LeaderLeaveWanted>, Problem>,
) -> Answer {
    actor.may(Right::ElectionKeep, congress)?;
    let Body(wanted) = body?;
    let it = desk::receive(&site, &actor, congress, wanted, &once).await?;
    Ok((StatusCode::CREATED, fresh(&site, &actor, it.id).await?).into_response())
}

/// One recall or resignation of a leader
#[utoipa::path(get, path = "/api/leader-departures/{id}", tag = "elections", operation_id = "leader_departure_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LeaderLeaveJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LeaderLeavingId>) -> Answer {
    Ok(fresh(&site, &actor, id).await?.into_response())
}

/// Enter what the congress decided: whoever leaves does so on that day, a procurator-general once the committee above approved
#[utoipa::path(post, path = "/api/leader-departures/{id}/decision", tag = "elections", operation_id = "leader_departure_decide",
    params(("id" = Uuid, Path)), request_body = LeaderLeaveDecision,
    responses((status = 200, body = LeaderLeaveJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaderLeavingId>,
    body: Result<Body<LeaderLeaveDecision>, Problem>,
) -> Answer {
    desk::of(&site, &actor, id, Some(Right::ElectionCertify)).await?;
    let Body(wanted) = body?;
    desk::decide(&site, &actor, id, wanted).await?;
    Ok(fresh(&site, &actor, id).await?.into_response())
}

/// Enter that the standing committee above approved
#[utoipa::path(post, path = "/api/leader-departures/{id}/approval", tag = "elections", operation_id = "leader_departure_approve",
    params(("id" = Uuid, Path)), request_body = LeaderApproval,
    responses((status = 200, body = LeaderLeaveJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn approve(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaderLeavingId>,
    body: Result<Body<LeaderApproval>, Problem>,
) -> Answer {
    desk::of(&site, &actor, id, Some(Right::ElectionCertify)).await?;
    let Body(wanted) = body?;
    desk::approve(&site, &actor, id, wanted).await?;
    Ok(fresh(&site, &actor, id).await?.into_response())
}

/// Make it public
#[utoipa::path(post, path = "/api/leader-departures/{id}/publication", tag = "elections", operation_id = "leader_departure_publish",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LeaderLeaveJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn announce(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LeaderLeavingId>) -> Answer {
    desk::announce(&site, &actor, id).await?;
    Ok(fresh(&site, &actor, id).await?.into_response())
}
