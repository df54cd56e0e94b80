//! Verbs that need no words: each answers the suggestion's new version.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Saw},
};
use suggestions_rules::{AssignmentId, SuggestionId};

use super::shape::{Now, now};
use crate::desk;

type Answer = Result<Response, Problem>;

macro_rules! act {
    ($($(#[doc = $doc:literal])+ $method:ident $path:literal $name:ident => $desk:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path($method, path = $path, tag = "suggestions", params(("id" = Uuid, Path)),
            responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Extension<Actor>,
            Path(id): Path<SuggestionId>,
        ) -> Answer {
            Ok(now(&$desk(&site, &actor, id).await?))
        }
    )+};
}

macro_rules! act_on_part {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident => $desk:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path),
            ("If-Match" = Option<String>, Header, description = "The version of the letter that you have read; another is refused with 412")),
            responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Extension<Actor>,
            Path((id, part)): Path<(SuggestionId, AssignmentId)>,
            saw: Saw,
        ) -> Answer {
            Ok(now(&$desk(&site, &actor, id, part, saw).await?))
        }
    )+};
}

act! {
    /// Decline to second it
    delete "/api/suggestions/{id}/cosignature" decline => desk::cosign::decline;
    /// Give an accepted suggestion its number
    post "/api/suggestions/{id}/number" number => desk::check::number;
    /// Close
    post "/api/suggestions/{id}/closure" close => desk::close::close;
}

macro_rules! put_name_to {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident => $desk:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "suggestions", params(("id" = Uuid, Path),
            ("If-Match" = Option<String>, Header, description = "The version, or the version of the words, that you have read; another is refused with 412")),
            responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Extension<Actor>,
            Path(id): Path<SuggestionId>,
            saw: Saw,
        ) -> Answer {
            Ok(now(&$desk(&site, &actor, id, saw).await?))
        }
    )+};
}

put_name_to! {
    /// Hand in a draft
    "/api/suggestions/{id}/submission" submit => desk::submit::submit;
    /// Confirm what somebody typed for you
    "/api/suggestions/{id}/confirmation" confirm_entry => desk::draft::confirm_entry;
    /// Second a suggestion
    "/api/suggestions/{id}/cosignature" cosign => desk::cosign::confirm;
}

act_on_part! {
    /// Sign for an assignment
    "/api/suggestions/{id}/assignments/{part}/receipt" sign_for => desk::handle::sign_for;
    /// Send the drafted reply to check
    "/api/suggestions/{id}/assignments/{part}/checking" send_to_check => desk::reply::send_to_check;
    /// Pass a checked reply
    "/api/suggestions/{id}/assignments/{part}/approval" pass => desk::reply::pass;
    /// Deliver the signed reply to every signer
    "/api/suggestions/{id}/assignments/{part}/delivery" deliver => desk::reply::deliver;
}
