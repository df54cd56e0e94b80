//! One roster.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use duty_rules::RosterId;
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Seen, versioned},
    },
};

use super::shapes::{DutyMade, DutyRosterDetail, DutyRosterJson, DutyTurnJson};
use crate::{
    desk::{
        roster,
        turn::{self, TurnWanted},
    },
    queries::turns,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

async fn now(site: &Site, actor: &Actor, id: RosterId) -> Answer {
    let (row, _, sight) = roster::seen(&mut site.db(), actor, id, site.today()).await?;
    let found = turns::of_roster(&mut site.db(), id).await?;
    let short = if sight.works { row.told()? } else { vec![] };
    let turns = found.into_iter().map(DutyTurnJson::from).collect();
    Ok(versioned(row.version, DutyRosterDetail { roster: DutyRosterJson::from(&row), turns, short }))
}

/// One roster with its turns
#[utoipa::path(get, path = "/api/duty/rosters/{id}", tag = "duty", operation_id = "duty_roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = DutyRosterDetail), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RosterId>) -> Answer {
    now(&site, &actor, id).await
}

/// Draw a draft up again
#[utoipa::path(post, path = "/api/duty/rosters/{id}/regeneration", tag = "duty", operation_id = "duty_regenerate",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the roster as it was seen")),
    responses((status = 200, body = DutyRosterDetail), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn regenerate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RosterId>,
    seen: Result<Seen, Problem>,
) -> Answer {
    roster::kept(&site, &actor, id).await?;
    roster::regenerate(&site, &actor, id, seen?.0).await?;
    now(&site, &actor, id).await
}

/// Publish a roster: everybody on it is told
#[utoipa::path(post, path = "/api/duty/rosters/{id}/publication", tag = "duty", operation_id = "duty_publish",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the roster as it was seen")),
    responses((status = 200, body = DutyRosterDetail), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn publish(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RosterId>,
    seen: Result<Seen, Problem>,
) -> Answer {
    roster::kept(&site, &actor, id).await?;
    roster::publish(&site, &actor, id, seen?.0).await?;
    now(&site, &actor, id).await
}

/// Throw a draft away
#[utoipa::path(delete, path = "/api/duty/rosters/{id}", tag = "duty", operation_id = "duty_discard",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the roster as it was seen")),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn discard(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RosterId>,
    seen: Result<Seen, Problem>,
) -> Answer {
    roster::kept(&site, &actor, id).await?;
    roster::discard(&site, &actor, id, seen?.0).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Add a turn to a draft
#[utoipa::path(post, path = "/api/duty/rosters/{id}/turns", tag = "duty", operation_id = "duty_add_turn",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the roster as it was seen")), request_body = TurnWanted,
    responses((status = 201, body = DutyMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RosterId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<TurnWanted>, Problem>,
) -> Answer {
    roster::kept(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    let made = turn::add(&site, &actor, id, seen, &wanted).await?;
    Ok((StatusCode::CREATED, Json(DutyMade { id: made.uuid() })).into_response())
}
