//! Matters that are voted on.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{BallotId, Kind};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once, Seen, versioned},
        chosen,
    },
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shapes::{BallotJson, BallotRoundJson, ballot, round};
use crate::{
    desk::{
        prepare::{self, BallotSpecWanted, BallotWanted},
        round::{self as rounds, RoundWanted},
    },
    queries::{self, BY_DAY, ItemFilter, ItemLine},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Lines of a page.
const LINES: u16 = 50;

/// What the list is narrowed to.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct BallotsWanted {
    /// `election`, `decision`, `pick`, `rating` or `ranking`.
    kind: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct BallotLineJson {
    id: Uuid,
    title: String,
    meeting: String,
    #[schema(value_type = String)]
    day: Day,
    kind: String,
    /// Its last round.
    round: Option<Uuid>,
    n: Option<u32>,
    /// The stage of that round.
    stage: Option<String>,
}

/// A page of the list with the exact total.
#[derive(Serialize, ToSchema)]
pub struct BallotLines {
    items: Vec<BallotLineJson>,
    next: Option<String>,
    total: i64,
}

impl From<ItemLine> for BallotLineJson {
    fn from(it: ItemLine) -> Self {
        let ItemLine { id, title, meeting, day, kind, round, n, stage } = it;
        Self { id: id.uuid(), title, meeting, day, kind, round: round.map(kernel::Id::uuid), n, stage }
    }
}

/// What is voted on in a congress, the latest day first
#[utoipa::path(get, path = "/api/congresses/{id}/ballots", tag = "ballots", operation_id = "ballot_list",
    params(("id" = Uuid, Path), BallotsWanted),
    responses((status = 200, body = BallotLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<BallotsWanted>,
) -> Answer {
    actor.may(Right::BallotSee, congress)?;
    let kind = chosen("kind", &wanted.kind, Kind::read)?.map(Kind::word);
    let filter = ItemFilter { congress, kind, drafts: actor.may(Right::BallotPrepare, congress).is_ok() };
    let page = queries::items(&mut site.db(), &filter, position(&wanted.after, &BY_DAY)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(BallotLineJson::from).collect();
    Ok(Json(BallotLines { items, next, total: page.total }).into_response())
}

/// Prepare a matter to be voted on
#[utoipa::path(post, path = "/api/congresses/{id}/ballots", tag = "ballots", operation_id = "ballot_draft",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = BallotWanted,
    responses((status = 201, body = BallotJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn draft(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Result<Body<BallotWanted>, Problem>,
) -> Answer {
    actor.may(Right::BallotPrepare, congress)?;
    let Body(wanted) = body?;
    let item = prepare::draft(&site, &actor, congress, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(ballot(item, &[]))).into_response())
}

/// One matter
#[utoipa::path(get, path = "/api/ballots/{id}", tag = "ballots", operation_id = "ballot_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = BallotJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BallotId>) -> Answer {
    let (item, _) = prepare::of(&site, &actor, id).await?;
    let all = rounds::all_of(&mut site.db(), id).await?;
    Ok(versioned(item.version, ballot(item, &all)))
}

/// Change what is voted on and how it counts, before the first round
#[utoipa::path(put, path = "/api/ballots/{id}/spec", tag = "ballots", operation_id = "ballot_revise",
    params(("id" = Uuid, Path),
    ("If-Match" = String, Header, description = "The version you have read; another is refused with 412")), request_body = BallotSpecWanted,
    responses((status = 200, body = BallotJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BallotId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<BallotSpecWanted>, Problem>,
) -> Answer {
    prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    let (Seen(version), Body(wanted)) = (seen?, body?);
    let item = prepare::revise(&site, &actor, id, wanted, Some(version)).await?;
    Ok(versioned(item.version, ballot(item, &[])))
}

/// Open the round that is due: the first, again after a void one, among the tied, or another election
#[utoipa::path(post, path = "/api/ballots/{id}/rounds", tag = "ballots", operation_id = "ballot_open",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = RoundWanted,
    responses((status = 201, body = BallotRoundJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn open(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BallotId>,
    v: View,
    once: Once,
    body: Result<Body<RoundWanted>, Problem>,
) -> Answer {
    let (item, _) = prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    let Body(wanted) = body?;
    let it = rounds::open(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(round(&site, &actor, &item, &it, v.language).await?)).into_response())
}
