//! What the body it was given to does beside answering: signs for it, gives it back, says to the office what it thinks of it.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Text;
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Seen},
    },
};
use opinions_rules::OpinionId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    shape::ConstituentOpinionJson,
    work::{body as of_body, now},
};
use crate::desk::handle::{self, ReasonWanted};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

/// What the body thought of it, or that it took note.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionFeedbackWanted {
    /// At most 2,000 characters; the office and the deputy read it.
    #[schema(value_type = String)]
    words: Text<2000>,
}

/// Say to the office what your body thinks of it, or that it took note; the person is answered by the office
#[utoipa::path(post, path = "/api/opinions/{id}/feedback", tag = "opinions", operation_id = "opinions_feed_back",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = OpinionFeedbackWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn feed_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<OpinionFeedbackWanted>,
) -> Answer {
    of_body(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::feed_back(&site, &actor, id, seen, &wanted.words).await?;
    now(&site, &actor, id).await
}

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
