//! The steps of a round: tellers, boxes, report, announcement, correction. Each answers the round.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{Role, RoundId};
use kit::{
    Problem, Site, View,
    web::{ProblemJson, api::Body},
};

use super::shapes::{BallotRoundJson, fresh};
use crate::desk::{
    round::{self as desk, BallotReason, BoxesWanted, DeclarationWanted, TellerWanted},
    settle::{self, BallotTieWanted},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

macro_rules! step {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $who:path, $right:expr, $wanted:ident $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "ballots", operation_id = $id,
            params(("id" = Uuid, Path)), request_body = $wanted,
            responses((status = 200, body = BallotRoundJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<RoundId>,
            v: View,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            $who(&site, &actor, id, $right).await?;
            let Body(wanted) = body?;
            $verb(&site, &actor, id, wanted).await?;
            Ok(Json(fresh(&site, &actor, id, v.language).await?).into_response())
        }
    )+};
}

step! {
    /// Name another teller, or another chief in the place of the one before
    "/api/ballot-rounds/{id}/tellers" "ballot_teller_name" name_teller desk::may, Right::BallotPrepare, TellerWanted desk::name_teller;
    /// Declare to be near to nobody on the ballot, or stand aside
    "/api/ballot-rounds/{id}/declaration" "ballot_teller_declare" declare desk::teller, None, DeclarationWanted desk::declare;
    /// Say how many ballots went out and came back, box by box
    "/api/ballot-rounds/{id}/boxes" "ballot_boxes" empty_boxes desk::may, Right::BallotPrepare, BoxesWanted desk::empty_boxes;
    /// Take a result up again: the next report is another edition
    "/api/ballot-rounds/{id}/correction" "ballot_correct" correct desk::may, Right::BallotAnnounce, BallotReason settle::correct;
    /// Write down whom of the tied the presidium decided for, where the method leaves ties to it
    "/api/ballot-rounds/{id}/tie" "ballot_tie_decide" decide_tie desk::may, Right::BallotAnnounce, BallotTieWanted settle::decide_tie;
    /// Call the round off
    "/api/ballot-rounds/{id}/removal" "ballot_call_off" call_off desk::may, Right::BallotAnnounce, BallotReason desk::call_off;
}

/// Report, as the chief teller: bundles agree, spellings are resolved, figures hang together
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/report", tag = "ballots", operation_id = "ballot_report",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = BallotRoundJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn report(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    desk::teller(&site, &actor, id, Some(Role::Chief)).await?;
    settle::report(&site, &actor, id).await?;
    Ok(Json(fresh(&site, &actor, id, v.language).await?).into_response())
}

/// Announce the result, which locks it
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/announcement", tag = "ballots", operation_id = "ballot_announce",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = BallotRoundJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn announce(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    settle::announce(&site, &actor, id).await?;
    Ok(Json(fresh(&site, &actor, id, v.language).await?).into_response())
}
