//! Verbs that need no words: each answers the bill's new version.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use bills_rules::BillId;
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Saw},
};

use super::shape::{BillNow, now};
use crate::desk;

type Answer = Result<Response, Problem>;

macro_rules! act {
    ($($(#[doc = $doc:literal])+ $method:ident $path:literal $name:ident => $desk:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path($method, path = $path, tag = "bills", operation_id = concat!("bill_", stringify!($name)), params(("id" = Uuid, Path)),
            responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Extension<Actor>,
            Path(id): Path<BillId>,
        ) -> Answer {
            Ok(now(&$desk(&site, &actor, id).await?))
        }
    )+};
}

act! {
    /// Hand in a bill that enough deputies have signed
    post "/api/bills/{id}/submission" submit => desk::submit::submit;
    /// Say no, or take the signature back
    delete "/api/bills/{id}/signature" decline => desk::sign::decline;
    /// Give a bill its number
    post "/api/bills/{id}/number" number => desk::check::number;
}

/// Sign a bill
#[utoipa::path(post, path = "/api/bills/{id}/signature", tag = "bills", operation_id = "bill_sign", params(("id" = Uuid, Path),
    ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn sign(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    saw: Saw,
) -> Answer {
    Ok(now(&desk::sign::sign(&site, &actor, id, saw).await?))
}
