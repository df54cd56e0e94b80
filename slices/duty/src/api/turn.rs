//! One turn.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use duty_rules::TurnId;
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Seen, versioned},
    },
};

use super::shapes::{DutyChangeJson, DutyCodeJson, DutyTurnDetail, DutyTurnJson};
use crate::{
    desk::{
        attend::{self, MarkWanted},
        turn::{self, ChangeWanted},
    },
    queries::turns,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

async fn now(site: &Site, actor: &Actor, id: TurnId) -> Answer {
    let (row, _, sight) = turn::seen(&mut site.db(), actor, id, site.today()).await?;
    let found = turns::one(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let changes = if sight.works { turns::changes(&mut site.db(), id).await? } else { vec![] };
    let changes = changes.into_iter().map(DutyChangeJson::from).collect();
    Ok(versioned(row.version, DutyTurnDetail { turn: DutyTurnJson::from(found), changes }))
}

/// One turn
#[utoipa::path(get, path = "/api/duty/turns/{id}", tag = "duty", operation_id = "duty_turn", params(("id" = Uuid, Path)),
    responses((status = 200, body = DutyTurnDetail), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<TurnId>) -> Answer {
    now(&site, &actor, id).await
}

/// Note who was there
#[utoipa::path(post, path = "/api/duty/turns/{id}/attendance", tag = "duty", operation_id = "duty_mark",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the turn as it was seen")), request_body = MarkWanted,
    responses((status = 200, body = DutyTurnDetail), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn mark(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<TurnId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<MarkWanted>, Problem>,
) -> Answer {
    turn::kept(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    attend::by_hand(&site, &actor, id, seen, wanted).await?;
    now(&site, &actor, id).await
}

/// Put somebody on a turn, or take somebody off it
#[utoipa::path(post, path = "/api/duty/turns/{id}/changes", tag = "duty", operation_id = "duty_change",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the turn as it was seen")), request_body = ChangeWanted,
    responses((status = 200, body = DutyTurnDetail), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn change(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<TurnId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<ChangeWanted>, Problem>,
) -> Answer {
    turn::kept(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    turn::change(&site, &actor, id, seen, &wanted).await?;
    now(&site, &actor, id).await
}

/// Make a code by which the deputies on a turn say that they are there; those before lead nowhere
#[utoipa::path(post, path = "/api/duty/turns/{id}/code", tag = "duty", operation_id = "duty_code", params(("id" = Uuid, Path)),
    responses((status = 201, body = DutyCodeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn code(State(site): State<Site>, Extension(actor): Who, Path(id): Path<TurnId>) -> Answer {
    turn::kept(&site, &actor, id).await?;
    let token = attend::new_code(&site, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(DutyCodeJson { token })).into_response())
}
