//! 征求联名代表意见: asking those who signed, and what they answer.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use bills_rules::{BillId, Voice};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    web::{Errors, ProblemJson, Wrong, api::Body},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    read::own_person,
    shape::{BillNow, now},
};
use crate::{
    Sight, desk,
    desk::Reason,
    queries::{self, Detail},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Until when those who signed answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsultJson {
    /// `YYYY-MM-DD`, at most 30 days off; absent: as the terms of the session say.
    #[serde(default)]
    until: Option<String>,
}

/// What a deputy says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoiceJson {
    /// Whether it may be treated as a suggestion.
    agrees: bool,
    /// Why not, at most 2,000 characters; kept with an objection only.
    #[serde(default)]
    reason: Option<String>,
}

/// That those who signed were asked.
#[derive(Serialize, ToSchema)]
pub struct ConsultedJson {
    /// When.
    pub at: i64,
    /// The last day to answer.
    pub until: String,
    /// Each with the answer.
    pub people: Vec<SpokenJson>,
}

/// What one of them says.
#[derive(Serialize, ToSchema)]
pub struct SpokenJson {
    /// Who.
    pub person: Uuid,
    /// The name.
    pub name: String,
    /// `silent`, `agrees` or `objects`.
    pub answer: &'static str,
    /// Why not, where a reason was given.
    pub reason: Option<String>,
}

/// A bill on which you are asked.
#[derive(Serialize, ToSchema)]
pub struct BillToAnswerJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    until: String,
}

/// What is told of it to those who signed and the office.
pub(super) fn consulted(d: &Detail) -> Option<ConsultedJson> {
    let consult = d.bill.consult.as_ref().filter(|_| d.sight != Sight::Member)?;
    let one = |asked: &bills_rules::Consulted| SpokenJson {
        person: asked.person.uuid(),
        name: d.person(asked.person).to_owned(),
        answer: asked.voice.word(),
        reason: match asked.voice {
            Voice::Objects(_, Some(reason)) => Some(d.words(reason).to_owned()),
            _ => None,
        },
    };
    let people = consult.asked.iter().map(one).collect();
    Some(ConsultedJson { at: consult.at.millis(), until: consult.until.to_string(), people })
}

/// Ask those who signed whether it may be treated as a suggestion
#[utoipa::path(post, path = "/api/bills/{id}/consultation", tag = "bills", operation_id = "bill_consult",
    params(("id" = Uuid, Path)), request_body = ConsultJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn consult(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    Body(json): Body<ConsultJson>,
) -> Answer {
    // Who may not look is told that there is none before anything is read.
    let d = queries::detail(&site, &actor, id).await?;
    actor.may(Right::BillReview, d.bill.congress)?;
    let day = |raw: &String| raw.parse::<Day>().map_err(|_| Errors::one("until", Wrong::new("kit-form-day")));
    let until = json.until.as_ref().map(day).transpose()?;
    Ok(now(&desk::consult::consult(&site, &actor, id, until).await?))
}

/// Say whether a bill you signed may be treated as a suggestion
#[utoipa::path(post, path = "/api/bills/{id}/consultation/answer", tag = "bills", operation_id = "bill_speak",
    params(("id" = Uuid, Path)), request_body = VoiceJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn speak(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    Body(json): Body<VoiceJson>,
) -> Answer {
    // Who may not look is told that there is none before anything is read.
    let d = queries::detail(&site, &actor, id).await?;
    actor.may(Right::BillSign, d.bill.congress)?;
    let read = |raw: &str| Text::parse(raw).map_err(|error| Errors::one("reason", Wrong::from(error)));
    let reason: Option<Reason> = json.reason.as_deref().map(read).transpose()?;
    Ok(now(&desk::consult::speak(&site, &actor, id, json.agrees, reason).await?))
}

/// The bills of which you are asked whether they may be treated as suggestions
#[utoipa::path(get, path = "/api/bills-to-answer", tag = "bills", operation_id = "bill_to_answer",
    responses((status = 200, body = Vec<BillToAnswerJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn to_answer(State(site): State<Site>, Extension(actor): Who) -> Answer {
    let asked = queries::to_answer(&mut site.db(), own_person(&actor)?, site.today()).await?;
    let one = |it: queries::ToAnswer| BillToAnswerJson {
        id: it.id.uuid(),
        number: it.number,
        title: it.title,
        until: it.until.to_string(),
    };
    Ok(Json(asked.into_iter().map(one).collect::<Vec<_>>()).into_response())
}
