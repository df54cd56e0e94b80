//! What a deputy's phone sends by name.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ballots_rules::paper::RoundId;
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::secret::desk::phone::{self, CollectWanted, ConfirmWanted, DeviceWanted};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A device on the roll.
#[derive(Serialize, ToSchema)]
pub struct DeviceJson {
    /// The number on the roll.
    number: u32,
    /// SHA-256 of the key, as the phone shows it.
    key_hash: String,
    /// Whether the desk has compared it.
    present: bool,
}

/// A ballot issued.
#[derive(Serialize, ToSchema)]
pub struct CollectedJson {
    /// The blind signature, 384 bytes in base64.
    signed: String,
}

/// How many have confirmed.
#[derive(Serialize, ToSchema)]
pub struct ConfirmedJson {
    confirmed: u32,
    /// How many are in the list.
    listed: u32,
}

/// Bring your device: it takes the place of the one before until the desk has compared it
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/hall/device", tag = "ballots", operation_id = "ballot_hall_device",
    params(("id" = Uuid, Path)), request_body = DeviceWanted,
    responses((status = 200, body = DeviceJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn device(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    body: Result<Body<DeviceWanted>, Problem>,
) -> Answer {
    phone::may(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let it = phone::bring_device(&site, &actor, id, wanted).await?;
    Ok(Json(DeviceJson { number: it.number, key_hash: it.key_hash, present: it.present }).into_response())
}

/// Collect your ballot: a blind signature, one for your number
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/hall/collect", tag = "ballots", operation_id = "ballot_hall_collect",
    params(("id" = Uuid, Path)), request_body = CollectWanted,
    responses((status = 200, body = CollectedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn collect(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    body: Result<Body<CollectWanted>, Problem>,
) -> Answer {
    phone::may(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let signed = phone::collect(&site, &actor, id, wanted).await?;
    Ok(Json(CollectedJson { signed }).into_response())
}

/// Confirm by name that your credential stands in the list with this setup hash
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/hall/confirm", tag = "ballots", operation_id = "ballot_hall_confirm",
    params(("id" = Uuid, Path)), request_body = ConfirmWanted,
    responses((status = 200, body = ConfirmedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn confirm(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    body: Result<Body<ConfirmWanted>, Problem>,
) -> Answer {
    phone::may(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let (confirmed, listed) = phone::confirm(&site, &actor, id, wanted).await?;
    Ok(Json(ConfirmedJson { confirmed, listed }).into_response())
}
