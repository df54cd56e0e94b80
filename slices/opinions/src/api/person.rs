//! What anybody does without an account: opens a form, hands it in, follows it, judges the answer.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day, Text};
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use opinions_rules::{Score, Waits};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    Ticket,
    desk::{
        judge as verb,
        receive::{Said, receive as take_in},
    },
    pages::{Follow, HandIn},
    queries::detail,
};

type Answer = Result<Response, Problem>;

/// A ticket: good for one opinion, from some seconds after it was opened.
#[derive(Serialize, ToSchema)]
pub struct OpinionTicketJson {
    ticket: String,
}

/// What is handed in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionWanted {
    /// From `GET /api/opinions/ticket`.
    ticket: String,
    said: Said,
}

/// What was taken in.
#[derive(Serialize, ToSchema)]
pub struct OpinionReceivedJson {
    year: i64,
    n: i64,
    /// By which it is followed; told once.
    tracking: String,
}

/// A tracking code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrackingWanted {
    code: String,
}

/// A judgement.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionJudgementWanted {
    code: String,
    /// `satisfied`, `basically` or `unsatisfied`.
    #[schema(value_type = String)]
    score: Score,
    /// Why, at most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    words: Option<Text<500>>,
}

/// One thing that happened, as the person reads it.
#[derive(Serialize, ToSchema)]
pub struct OpinionProgressStepJson {
    /// Milliseconds since 1970.
    at: i64,
    step: String,
    body: Option<String>,
    words: Option<String>,
}

/// How it goes.
#[derive(Serialize, ToSchema)]
pub struct OpinionProgressJson {
    year: i64,
    n: i64,
    stage: &'static str,
    body: String,
    /// The last day for what is waited for now; nothing where no clock runs.
    #[schema(value_type = Option<String>)]
    due: Option<Day>,
    steps: Vec<OpinionProgressStepJson>,
    /// Who is asked for with name and telephone: the deputy to whom it was said, bodies that have it in hand.
    consents: Vec<OpinionConsentJson>,
    /// What the public reads of the suggestion it was taken up in.
    published: Vec<OpinionPublishedJson>,
}

/// Somebody who may see name and telephone where the person agrees.
#[derive(Serialize, ToSchema)]
pub struct OpinionConsentJson {
    /// The body; nothing for the deputy.
    body: Option<Uuid>,
    name: String,
    given: bool,
}

/// A unit's letter before the public, or the office's summary.
#[derive(Serialize, ToSchema)]
pub struct OpinionPublishedJson {
    /// The disclosure where it stands.
    disclosure: Uuid,
    unit: Option<String>,
    body: String,
}

/// A ticket for one opinion
#[utoipa::path(get, path = "/api/opinions/ticket", tag = "opinions", operation_id = "opinions_ticket",
    responses((status = 200, body = OpinionTicketJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn ticket(State(site): State<Site>, _counted: Follow) -> Answer {
    let ticket = Ticket::open(&site).await?.text().to_owned();
    Ok(Json(OpinionTicketJson { ticket }).into_response())
}

/// Say something to a deputy, or to the office of a place; without an account
#[utoipa::path(post, path = "/api/opinions", tag = "opinions", operation_id = "opinions_receive", request_body = OpinionWanted,
    responses((status = 201, body = OpinionReceivedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn receive(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    _counted: HandIn,
    Body(wanted): Body<OpinionWanted>,
) -> Answer {
    let ticket = Ticket::read(&site, &wanted.ticket).await?;
    let received = take_in(&site, &actor, &wanted.said, &[], &ticket).await?;
    let told = OpinionReceivedJson { year: received.year, n: received.n, tracking: received.tracking.shown() };
    Ok((StatusCode::CREATED, Json(told)).into_response())
}

/// How an opinion goes, by its tracking code
#[utoipa::path(post, path = "/api/opinions/progress", tag = "opinions", operation_id = "opinions_progress",
    request_body = TrackingWanted,
    responses((status = 200, body = OpinionProgressJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn progress(State(site): State<Site>, _counted: Follow, Body(wanted): Body<TrackingWanted>) -> Answer {
    told(&site, &wanted.code).await
}

/// Judge the answer, by the tracking code
#[utoipa::path(post, path = "/api/opinions/progress/judgement", tag = "opinions", operation_id = "opinions_judge",
    request_body = OpinionJudgementWanted,
    responses((status = 200, body = OpinionProgressJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn judge(State(site): State<Site>, _counted: Follow, Body(wanted): Body<OpinionJudgementWanted>) -> Answer {
    verb::judge(&site, &wanted.code, wanted.score, wanted.words.as_ref()).await?;
    told(&site, &wanted.code).await
}

async fn told(site: &Site, code: &str) -> Answer {
    let id = verb::find(site, code).await?;
    let d = detail::read(&mut site.db(), id).await?;
    let step = |it: detail::StepLine| OpinionProgressStepJson {
        at: it.at.millis(),
        step: it.step,
        body: it.body,
        words: Some(it.words).filter(|words| it.open && !words.is_empty()),
    };
    let published = detail::published(&mut site.db(), &d, site.today()).await?;
    let deputy = d.to_ask_deputy().into_iter().map(|(name, given)| (None, name, given));
    let bodies = d.to_ask().into_iter().map(|(body, name, given)| (Some(body.uuid()), name, given));
    let consent =
        |(body, name, given): (Option<Uuid>, &str, bool)| OpinionConsentJson { body, name: name.to_owned(), given };
    let consents = deputy.chain(bodies).map(consent).collect();
    let waits = Waits::of(&d.kept.opinion.stage, &d.book.opinions, &site.calendar());
    let public = |it: detail::PublishedLine| {
        let detail::PublishedLine { disclosure, unit, body } = it;
        OpinionPublishedJson { disclosure, unit, body }
    };
    Ok(Json(OpinionProgressJson {
        year: d.written.year,
        n: d.written.n,
        stage: d.kept.opinion.stage.word(),
        consents,
        body: d.written.body,
        due: waits.map(|waits| waits.day()),
        published: published.into_iter().map(public).collect(),
        steps: d.steps.into_iter().map(step).collect(),
    })
    .into_response())
}

/// Whether the deputy, or a body that handles it, may see who said it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionConsentWanted {
    code: String,
    /// A body to which it was handed; left out for the deputy.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    body: Option<BodyId>,
    given: bool,
}

/// Say whether the deputy, or a body to which it was handed, may see name and telephone, by the tracking code
#[utoipa::path(post, path = "/api/opinions/progress/consent", tag = "opinions", operation_id = "opinions_consent",
    request_body = OpinionConsentWanted,
    responses((status = 200, body = OpinionProgressJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn agree(State(site): State<Site>, _counted: Follow, Body(wanted): Body<OpinionConsentWanted>) -> Answer {
    match wanted.body {
        Some(body) => verb::agree(&site, &wanted.code, body, wanted.given).await?,
        None => verb::agree_deputy(&site, &wanted.code, wanted.given).await?,
    }
    told(&site, &wanted.code).await
}

/// Take name and telephone back, by the tracking code
#[utoipa::path(post, path = "/api/opinions/progress/contact/removal", tag = "opinions", operation_id = "opinions_forget",
    request_body = TrackingWanted,
    responses((status = 200, body = OpinionProgressJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn forget(State(site): State<Site>, _counted: Follow, Body(wanted): Body<TrackingWanted>) -> Answer {
    verb::forget(&site, &wanted.code).await?;
    told(&site, &wanted.code).await
}

/// Say some weeks later whether it held, by the tracking code
#[utoipa::path(post, path = "/api/opinions/progress/survey", tag = "opinions", operation_id = "opinions_survey",
    request_body = OpinionJudgementWanted,
    responses((status = 200, body = OpinionProgressJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn survey(State(site): State<Site>, _counted: Follow, Body(wanted): Body<OpinionJudgementWanted>) -> Answer {
    verb::survey(&site, &wanted.code, wanted.score, wanted.words.as_ref()).await?;
    told(&site, &wanted.code).await
}
