//! What the body it was given to does beside answering: signs for it, gives it back.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Seen},
    },
};
use opinions_rules::OpinionId;

use super::{
    shape::ConstituentOpinionJson,
    work::{body as of_body, now},
};
use crate::desk::handle::{self, ReasonWanted};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

/// Sign for what your body was given: its clock runs from then
#[utoipa::path(post, path = "/api/opinions/{id}/signing", tag = "opinions", operation_id = "opinions_sign_for",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")),
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn sign_for(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
) -> Answer {
    of_body(&site, &actor, id).await?;
    let Seen(seen) = seen?;
    handle::sign_for(&site, &actor, id, seen).await?;
    now(&site, &actor, id).await
}

/// Give back what is not your body's matter, with the reason, which the office reads
#[utoipa::path(post, path = "/api/opinions/{id}/return", tag = "opinions", operation_id = "opinions_give_back",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = ReasonWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn give_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<ReasonWanted>,
) -> Answer {
    of_body(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::give_back(&site, &actor, id, seen, &wanted.words).await?;
    now(&site, &actor, id).await
}
