//! Approving what is proposed, giving it to 12345, asking again.

use accounts_rules::{Actor, Right};
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
use opinions_rules::{OpinionId, Score};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    shape::ConstituentOpinionJson,
    work::{now, office},
};
use crate::{
    desk::{handle, judge},
    sight,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

/// Whether what is proposed is agreed to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionApprovalWanted {
    agreed: bool,
    /// At most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    words: Option<Text<500>>,
}

/// How 12345 gets it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToHotlineWanted {
    /// Whether it is a hard matter, with the longer time.
    #[serde(default)]
    hard: bool,
}

/// What the person said over the telephone.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionSurveyWanted {
    /// `satisfied`, `basically` or `unsatisfied`.
    #[schema(value_type = String)]
    score: Score,
    /// At most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    words: Option<Text<500>>,
}

/// Agree to what is proposed, or send it back
#[utoipa::path(post, path = "/api/opinions/{id}/approval", tag = "opinions", operation_id = "opinions_approve",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = OpinionApprovalWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn approve(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<OpinionApprovalWanted>,
) -> Answer {
    let (kept, _) = sight::seen(&mut site.db(), &actor, id).await?;
    actor.may(Right::OpinionApprove, kept.opinion.holder)?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::approve(&site, &actor, id, seen, (wanted.agreed, wanted.words.as_ref())).await?;
    now(&site, &actor, id).await
}

/// Give it to 12345
#[utoipa::path(post, path = "/api/opinions/{id}/hotline", tag = "opinions", operation_id = "opinions_to_hotline",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = ToHotlineWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn to_hotline(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<ToHotlineWanted>,
) -> Answer {
    office(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::to_hotline(&site, &actor, id, seen, wanted.hard).await?;
    now(&site, &actor, id).await
}

/// Note what the person said when asked again, over the telephone
#[utoipa::path(post, path = "/api/opinions/{id}/survey", tag = "opinions", operation_id = "opinions_survey_by_phone",
    params(("id" = Uuid, Path)), request_body = OpinionSurveyWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn survey(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    body: Asked<OpinionSurveyWanted>,
) -> Answer {
    office(&site, &actor, id).await?;
    let Body(wanted) = body?;
    judge::survey_by_phone(&site, &actor, id, (wanted.score, wanted.words.as_ref())).await?;
    now(&site, &actor, id).await
}
