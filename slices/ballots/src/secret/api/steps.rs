//! What the office, tellers and trustees send.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ballots_rules::paper::RoundId;
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    desk as paper,
    desk::round::BallotReason,
    secret::{
        desk::{
            self,
            begin::HallWanted,
            end, may,
            presence::{self, PresenceWanted},
            steps,
            trustee::{self, CommitmentWanted, DecryptionWanted, TrusteeKeyWanted},
        },
        show::{self, HallJson},
        store::OnRoll,
    },
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A step that needs no words.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HallStep {}

/// Somebody on the roll.
#[derive(Serialize, ToSchema)]
pub struct OnRollJson {
    number: u32,
    name: String,
    key_hash: String,
    present: bool,
    issued: bool,
    confirmed: bool,
}

/// 签到册, by number.
#[derive(Serialize, ToSchema)]
pub struct RollJson {
    roll: Vec<OnRollJson>,
}

async fn told(site: &Site, actor: &Actor, id: RoundId) -> Result<HallJson, Problem> {
    let (_, _, hall) = desk::of(site, actor, id).await?;
    Ok(show::hall(site, actor, &hall).await?)
}

/// The electronic way of a round, as far as it is
#[utoipa::path(get, path = "/api/ballot-rounds/{id}/hall", tag = "ballots", operation_id = "ballot_hall_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = HallJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>) -> Answer {
    Ok(Json(told(&site, &actor, id).await?).into_response())
}

/// Hold the round electronically, by the method that permits it
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/hall", tag = "ballots", operation_id = "ballot_hall_begin",
    params(("id" = Uuid, Path)), request_body = HallWanted,
    responses((status = 201, body = HallJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn begin(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    body: Result<Body<HallWanted>, Problem>,
) -> Answer {
    paper::round::may(&site, &actor, id, Right::BallotPrepare).await?;
    let Body(wanted) = body?;
    desk::begin::begin(&site, &actor, id, wanted).await?;
    Ok((StatusCode::CREATED, Json(told(&site, &actor, id).await?)).into_response())
}

macro_rules! hands {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $wanted:ident $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "ballots", operation_id = $id,
            params(("id" = Uuid, Path), ("n" = u32, Path)), request_body = $wanted,
            responses((status = 200, body = HallJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path((id, n)): Path<(RoundId, u32)>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            trustee::may(&site, &actor, id, n).await?;
            let Body(wanted) = body?;
            $verb(&site, &actor, (id, n), wanted).await?;
            Ok(Json(told(&site, &actor, id).await?).into_response())
        }
    )+};
}

hands! {
    /// Commit to a key, as a trustee or for one
    "/api/ballot-rounds/{id}/hall/trustees/{n}/commitment" "ballot_hall_commit" commit CommitmentWanted trustee::commit;
    /// Show the key, once all trustees have committed
    "/api/ballot-rounds/{id}/hall/trustees/{n}/key" "ballot_hall_key" key TrusteeKeyWanted trustee::show;
    /// Hand in a trustee's part of the totals; with the last one there is a result
    "/api/ballot-rounds/{id}/hall/trustees/{n}/decryption" "ballot_hall_decrypt" decryption DecryptionWanted trustee::open;
}

/// Say who is present, once the whole hash of the device's key was compared
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/hall/presence", tag = "ballots", operation_id = "ballot_hall_presence",
    params(("id" = Uuid, Path)), request_body = PresenceWanted,
    responses((status = 200, body = HallJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn presence(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    body: Result<Body<PresenceWanted>, Problem>,
) -> Answer {
    presence::may(&site, &actor, id).await?;
    let Body(wanted) = body?;
    presence::tell_presence(&site, &actor, id, wanted).await?;
    Ok(Json(told(&site, &actor, id).await?).into_response())
}

/// The roll with names, for who keeps it
#[utoipa::path(get, path = "/api/ballot-rounds/{id}/hall/roll", tag = "ballots", operation_id = "ballot_hall_roll",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = RollJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn roll(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>) -> Answer {
    let json = |one: OnRoll| OnRollJson {
        number: one.n,
        name: one.name,
        key_hash: one.key_hash,
        present: one.present,
        issued: one.issued,
        confirmed: one.confirmed,
    };
    let roll = presence::of_round(&site, &actor, id).await?.into_iter().map(json).collect();
    Ok(Json(RollJson { roll }).into_response())
}

macro_rules! step {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "ballots", operation_id = $id,
            params(("id" = Uuid, Path)), request_body = HallStep,
            responses((status = 200, body = HallJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<RoundId>,
            body: Result<Body<HallStep>, Problem>,
        ) -> Answer {
            may(&site, &actor, id, Right::BallotPrepare).await?;
            let Body(HallStep {}) = body?;
            $verb(&site, &actor, id).await?;
            Ok(Json(told(&site, &actor, id).await?).into_response())
        }
    )+};
}

macro_rules! reason {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $right:expr, $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "ballots", operation_id = $id,
            params(("id" = Uuid, Path)), request_body = BallotReason,
            responses((status = 200, body = HallJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<RoundId>,
            body: Result<Body<BallotReason>, Problem>,
        ) -> Answer {
            may(&site, &actor, id, $right).await?;
            let Body(wanted) = body?;
            $verb(&site, &actor, id, wanted).await?;
            Ok(Json(told(&site, &actor, id).await?).into_response())
        }
    )+};
}

step! {
    /// Fix who is present; a fresh key signs blindly from now on
    "/api/ballot-rounds/{id}/hall/roll" "ballot_hall_roll_freeze" freeze_roll steps::freeze_roll;
    /// Issue no more ballots; the booth writes the list
    "/api/ballot-rounds/{id}/hall/freeze" "ballot_hall_freeze" freeze steps::ask_freeze;
    /// Open voting: everybody in the list has confirmed
    "/api/ballot-rounds/{id}/hall/opening" "ballot_hall_open" opening steps::open_vote;
    /// End voting and publish the encrypted totals
    "/api/ballot-rounds/{id}/hall/close" "ballot_hall_close" close steps::close;
}

reason! {
    /// Begin again with the roll: another vote, another signing key
    "/api/ballot-rounds/{id}/hall/again" "ballot_hall_again" again Right::BallotPrepare, end::again;
    /// Put paper in its place, any time before the result
    "/api/ballot-rounds/{id}/hall/void" "ballot_hall_void" void Right::BallotAnnounce, end::void;
}
