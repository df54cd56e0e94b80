//! A deputy's own turns, leave and swaps.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use duty_rules::{LeaveId, SeatId, SwapId, SwapStage};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::shapes::{DutyLeaveJson, DutyMade, DutyMine, DutyOwnJson, DutySwapJson};
use crate::{
    desk::{
        attend::{self, Token},
        leave::{self, LeaveWanted},
        swap::{self, SwapWanted},
    },
    queries::{members::year_of, mine},
    sight, store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The code of a turn.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyHereWanted)]
pub struct HereWanted {
    /// What stands at the end of the address that was scanned.
    #[schema(value_type = String)]
    token: Token,
}

async fn told(site: &Site, actor: &Actor) -> Answer {
    let (person, today) = (sight::own(actor)?, site.today());
    let (first, _) = year_of(today);
    let mut look = site.db().look().await?;
    let (attended, ahead) = mine::counts(&mut look, person, today).await?;
    let turns = mine::turns(&mut look, person, (first, today.plus_days(366))).await?;
    let swaps = mine::swaps(&mut look, person).await?;
    let leaves = mine::leaves(&mut look, person, today).await?;
    let all = DutyMine {
        attended,
        ahead,
        turns: turns.into_iter().map(DutyOwnJson::from).collect(),
        swaps: swaps.into_iter().map(DutySwapJson::from).collect(),
        leaves: leaves.into_iter().map(DutyLeaveJson::from).collect(),
    };
    Ok(Json(all).into_response())
}

/// Your turns, swaps and leave
#[utoipa::path(get, path = "/api/duty/mine", tag = "duty", operation_id = "duty_mine",
    responses((status = 200, body = DutyMine), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, Extension(actor): Who) -> Answer {
    told(&site, &actor).await
}

/// Take leave; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/duty/leaves", tag = "duty", operation_id = "duty_take_leave",
    params(("Idempotency-Key" = Option<String>, Header)), request_body = LeaveWanted,
    responses((status = 201, body = DutyMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn leave(
    State(site): State<Site>,
    Extension(actor): Who,
    once: Result<Once, Problem>,
    body: Result<Body<LeaveWanted>, Problem>,
) -> Answer {
    sight::own(&actor)?;
    let (once, Body(wanted)) = (once?, body?);
    let made = leave::take(&site, &actor, &wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(DutyMade { id: made.uuid() })).into_response())
}

/// Call your leave off
#[utoipa::path(delete, path = "/api/duty/leaves/{id}", tag = "duty", operation_id = "duty_end_leave", params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end_leave(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LeaveId>) -> Answer {
    leave::end(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ask another deputy of the station to take your turn; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/duty/seats/{id}/swaps", tag = "duty", operation_id = "duty_ask_swap",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = SwapWanted,
    responses((status = 201, body = DutyMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SeatId>,
    once: Result<Once, Problem>,
    body: Result<Body<SwapWanted>, Problem>,
) -> Answer {
    let person = sight::own(&actor)?;
    let seat = store::read_seat(&mut site.db(), id).await?;
    seat.filter(|seat| seat.person == person).ok_or_else(Problem::missing)?;
    let (once, Body(wanted)) = (once?, body?);
    let made = swap::ask(&site, &actor, id, &wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(DutyMade { id: made.uuid() })).into_response())
}

async fn answered(site: &Site, actor: &Actor, id: SwapId, stage: SwapStage) -> Answer {
    swap::answer(site, actor, id, stage).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Take the turn you are asked to take; who keeps the station may say so for you
#[utoipa::path(post, path = "/api/duty/swaps/{id}/acceptance", tag = "duty", operation_id = "duty_accept_swap", params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn accept(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SwapId>) -> Answer {
    answered(&site, &actor, id, SwapStage::Accepted).await
}

/// Say that you cannot take it
#[utoipa::path(post, path = "/api/duty/swaps/{id}/refusal", tag = "duty", operation_id = "duty_decline_swap", params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn decline(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SwapId>) -> Answer {
    answered(&site, &actor, id, SwapStage::Declined).await
}

/// Ask no more
#[utoipa::path(post, path = "/api/duty/swaps/{id}/withdrawal", tag = "duty", operation_id = "duty_withdraw_swap", params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SwapId>) -> Answer {
    answered(&site, &actor, id, SwapStage::Withdrawn).await
}

/// Say that you are there, by the code of the turn
#[utoipa::path(post, path = "/api/duty/here", tag = "duty", operation_id = "duty_here", request_body = HereWanted,
    responses((status = 200, body = DutyMine), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn here(State(site): State<Site>, Extension(actor): Who, body: Result<Body<HereWanted>, Problem>) -> Answer {
    sight::own(&actor)?;
    let Body(wanted) = body?;
    attend::by_code(&site, &actor, wanted.token.as_str()).await?;
    told(&site, &actor).await
}
