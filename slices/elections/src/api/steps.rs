//! The steps of an election. Each answers the election.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use elections_rules::election::ElectionId;
use kit::{
    Problem, Site, View,
    web::{ProblemJson, api::Body},
};

use super::shapes::{ElectionJson, fresh};
use crate::desk::{
    self,
    candidates::{self, FormalListWanted},
    count::{self, BallotLinkWanted},
    number::{self, CandidateNumberWanted},
    post,
    postpone::{self, ElectionDayWanted},
    prepare,
    settle::{self, ElectionReason},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

macro_rules! step {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "elections", operation_id = $id,
            params(("id" = Uuid, Path)),
            responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<ElectionId>,
            v: View,
        ) -> Answer {
            $verb(&site, &actor, id).await?;
            Ok(Json(fresh(&site, &actor, id, v.language).await?).into_response())
        }
    )+};
}

macro_rules! step_with {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $right:expr, $wanted:ident $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "elections", operation_id = $id,
            params(("id" = Uuid, Path)), request_body = $wanted,
            responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<ElectionId>,
            v: View,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            desk::may(&site, &actor, id, $right).await?;
            let Body(wanted) = body?;
            $verb(&site, &actor, id, wanted).await?;
            Ok(Json(fresh(&site, &actor, id, v.language).await?).into_response())
        }
    )+};
}

step! {
    /// Open the nominations
    "/api/elections/{id}/nominations" "election_open" open prepare::open;
    /// Make the first list of candidates public, with what is told of each
    "/api/elections/{id}/first-list" "election_first_list" post post::post;
    /// Take over what the congress's vote came to, as far as it was announced
    "/api/elections/{id}/result" "election_take" take count::take;
    /// Certify the result: certificates are issued, deputies have mandates to be confirmed
    "/api/elections/{id}/certification" "election_certify" certify settle::certify;
    /// Confirm the elections of deputies, or close an election of leaders
    "/api/elections/{id}/confirmation" "election_confirm" confirm settle::confirm;
}

step_with! {
    /// Fix the formal lists of all districts and make them public
    "/api/elections/{id}/formal-list" "election_fix" fix Right::ElectionKeep, FormalListWanted candidates::fix;
    /// Enter how many stand by the method of the congress, or take the number out
    "/api/elections/{id}/candidate-number" "election_number" number Right::ElectionKeep, CandidateNumberWanted number::set;
    /// Name the vote by which the congress elects
    "/api/elections/{id}/ballot" "election_link" link Right::ElectionKeep, BallotLinkWanted count::link;
    /// Put the election off to a later day; every latest day counts from it
    "/api/elections/{id}/day" "election_postpone" postpone Right::ElectionCertify, ElectionDayWanted postpone::postpone;
    /// Call the election off
    "/api/elections/{id}/cancellation" "election_cancel" cancel Right::ElectionCertify, ElectionReason settle::cancel;
}
