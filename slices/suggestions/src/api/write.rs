//! Verbs that carry words.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Id, Text};
use kit::{
    Problem, Site, View,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once, Saw, Seen},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, Score, SuggestionId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::shape::{LetterJson, Now, SheetJson, now, standing, tagged};
use crate::{
    desk::{self, Reason, assign::Plan, judge::Verdict},
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Part = Path<(SuggestionId, AssignmentId)>;

/// A new suggestion.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewJson {
    /// The congress.
    congress: Uuid,
    /// The sheet, complete or not.
    #[serde(default)]
    sheet: SheetJson,
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonJson {
    /// At most 2,000 characters.
    reason: String,
}

impl ReasonJson {
    pub(super) fn read(&self) -> Result<Reason, Problem> {
        text("reason", &self.reason)
    }
}

pub(super) fn text<const MAX: usize>(field: &str, raw: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(raw).map_err(|error| Errors::one(field, Wrong::from(error)).into())
}

/// Begin a draft
#[utoipa::path(post, path = "/api/suggestions", tag = "suggestions", request_body = NewJson,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn create(State(site): State<Site>, Extension(actor): Who, once: Once, Body(new): Body<NewJson>) -> Answer {
    let id = desk::draft::begin(&site, &actor, Id::from_uuid(new.congress), new.sheet.read()?, &once).await?;
    let standing = queries::standing(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let queries::Standing { version, stage, number } = standing;
    let place = (header::LOCATION, format!("/api/suggestions/{id}"));
    let tag = (header::ETAG, format!("\"{version}\""));
    let body = Now { id: id.uuid(), version: Some(version), stage, number };
    Ok((StatusCode::CREATED, [place, tag], Json(body)).into_response())
}

/// Change the sheet; `If-Match` names the version you have seen
#[utoipa::path(put, path = "/api/suggestions/{id}", tag = "suggestions", params(("id" = Uuid, Path), ("If-Match" = String, Header)),
    request_body = SheetJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn update(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Seen(seen): Seen,
    Body(sheet): Body<SheetJson>,
) -> Answer {
    Ok(now(&desk::draft::edit(&site, &actor, id, seen, sheet.read()?).await?))
}

/// Throw away a draft that was never handed in, with its files
#[utoipa::path(delete, path = "/api/suggestions/{id}", tag = "suggestions", params(("id" = Uuid, Path),
    ("If-Match" = Option<String>, Header, description = "The version, or the version of the words, that you have read; another is refused with 412")),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn discard(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    saw: Saw,
) -> Answer {
    desk::discard::discard(&site, &actor, id, saw).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Take it back
#[utoipa::path(post, path = "/api/suggestions/{id}/withdrawal", tag = "suggestions", params(("id" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::submit::withdraw(&site, &actor, id, why.read()?).await?))
}

/// People to ask.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PeopleJson {
    /// Deputies in office of the same congress.
    people: Vec<Uuid>,
}

/// Ask deputies to second it
#[utoipa::path(post, path = "/api/suggestions/{id}/cosigners", tag = "suggestions", params(("id" = Uuid, Path)), request_body = PeopleJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn invite(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(asked): Body<PeopleJson>,
) -> Answer {
    let people: Vec<_> = asked.people.into_iter().map(Id::from_uuid).collect();
    Ok(now(&desk::cosign::invite(&site, &actor, id, &people).await?))
}

/// Return it for editing
#[utoipa::path(post, path = "/api/suggestions/{id}/return", tag = "suggestions", params(("id" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn give_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::check::return_for_editing(&site, &actor, id, why.read()?).await?))
}

/// How it is accepted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptJson {
    /// The code of a category of the congress.
    category: String,
    /// Whether it gets its number at once.
    #[serde(default)]
    number: bool,
}

/// Accept and class it
#[utoipa::path(post, path = "/api/suggestions/{id}/acceptance", tag = "suggestions", params(("id" = Uuid, Path), ("If-Match" = Option<String>, Header, description = "The version, or the version of the words, that you have read; another is refused with 412")), request_body = AcceptJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn accept(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    saw: Saw,
    Body(how): Body<AcceptJson>,
) -> Answer {
    Ok(now(&desk::check::accept(&site, &actor, id, &how.category, how.number, saw).await?))
}

/// To which units.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "way", rename_all = "snake_case", deny_unknown_fields)]
pub enum PlanJson {
    /// One unit alone.
    Sole {
        /// The unit.
        unit: Uuid,
    },
    /// A lead with co-units.
    Joint {
        /// The lead.
        lead: Uuid,
        /// The others.
        co: Vec<Uuid>,
    },
    /// Units that each answer for their part.
    Separate {
        /// The units.
        units: Vec<Uuid>,
    },
}

impl From<PlanJson> for Plan {
    fn from(json: PlanJson) -> Self {
        let all = |units: Vec<Uuid>| units.into_iter().map(Id::from_uuid).collect();
        match json {
            PlanJson::Sole { unit } => Self::Sole(Id::from_uuid(unit)),
            PlanJson::Joint { lead, co } => Self::Joint { lead: Id::from_uuid(lead), co: all(co) },
            PlanJson::Separate { units } => Self::Separate(all(units)),
        }
    }
}

/// Assign it to units
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments", tag = "suggestions", params(("id" = Uuid, Path)), request_body = PlanJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn assign(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(plan): Body<PlanJson>,
) -> Answer {
    Ok(now(&desk::assign::assign(&site, &actor, id, &plan.into()).await?))
}

/// One of many.
#[derive(Deserialize, ToSchema)]
pub struct HandOverJson {
    /// The suggestion.
    suggestion: Uuid,
    /// To which units.
    plan: PlanJson,
}

/// What became of one of many.
#[derive(Serialize, ToSchema)]
pub struct HandedJson {
    /// The suggestion.
    suggestion: Uuid,
    /// The key of the refusal; absent when it was handed over.
    refused: Option<String>,
    /// Why not and what to do, in the caller's language.
    sentence: Option<String>,
}

/// Hand many over in one action
#[utoipa::path(post, path = "/api/handovers", tag = "suggestions", request_body = Vec<HandOverJson>,
    responses((status = 200, body = Vec<HandedJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn hand_over(
    State(site): State<Site>,
    v: View,
    Extension(actor): Who,
    Body(many): Body<Vec<HandOverJson>>,
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let plans = many.into_iter().map(|one| (Id::from_uuid(one.suggestion), one.plan.into())).collect();
    let answers = desk::bulk::assign_all(&site, &actor, plans).await?;
    let told = |(id, answer): (SuggestionId, Result<(), kernel::Refused>)| {
        let why = answer.err();
        HandedJson {
            suggestion: id.uuid(),
            sentence: why.as_ref().map(|why| v.language.refusal(why).into_owned()),
            refused: why.map(|why| why.key.to_owned()),
        }
    };
    Ok(Json(answers.into_iter().map(told).collect::<Vec<_>>()).into_response())
}

/// Give the co-unit's opinion
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/opinion", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn advise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Body(opinion): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::handle::advise(&site, &actor, id, part, opinion.read()?).await?))
}

/// Draft the reply; `If-Match` names the version of the round you have seen, `"0"` while there is no letter
#[utoipa::path(put, path = "/api/suggestions/{id}/assignments/{part}/reply", tag = "suggestions",
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("If-Match" = String, Header)), request_body = LetterJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn reply(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Seen(seen): Seen,
    Body(letter): Body<LetterJson>,
) -> Answer {
    let letter = letter.read()?;
    let tag = desk::reply::edition(Some(&letter));
    Ok(tagged(Some(tag), standing(&desk::reply::draft(&site, &actor, id, part, seen, letter).await?)))
}

/// Send a checked reply back to the unit
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/sending-back", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn send_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::reply::send_back(&site, &actor, id, part, why.read()?).await?))
}

/// The class of the result.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignJson {
    /// A code of the congress's dictionary: `A`, `B` …
    class: String,
}

/// Sign the reply with its class
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/signature", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path), ("If-Match" = Option<String>, Header, description = "The version of the letter that you have read; another is refused with 412")), request_body = SignJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn sign(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    saw: Saw,
    Body(how): Body<SignJson>,
) -> Answer {
    Ok(now(&desk::reply::sign(&site, &actor, id, part, &how.class, saw).await?))
}

/// Order it handled again
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/redo", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn redo(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::close::order_redo(&site, &actor, id, part, why.read()?).await?))
}

/// A signer's word.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerdictJson {
    /// `satisfied`, `basically` or `dissatisfied`.
    process: String,
    /// As `process`.
    result: String,
    /// Needed when either is `dissatisfied`.
    #[serde(default)]
    reason: Option<String>,
    /// Whether the reason is for the congress alone; the unit never reads it.
    #[serde(default)]
    confidential: bool,
    /// What the form asks beside, all of it optional: the code of a question of the rule book (`form.*`) and one of its choices.
    #[serde(default)]
    answers: std::collections::BTreeMap<String, String>,
}

/// Judge the reply
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/judgement", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path), ("If-Match" = Option<String>, Header, description = "The version of the letter that you have read; another is refused with 412")), request_body = VerdictJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn judge(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    saw: Saw,
    Body(word): Body<VerdictJson>,
) -> Answer {
    let score = |field: &str, raw: &str| {
        Score::read(raw).ok_or_else(|| Problem::from(Errors::one(field, Wrong::new("kit-form-unknown-choice"))))
    };
    let verdict = Verdict {
        process: score("process", &word.process)?,
        result: score("result", &word.result)?,
        reason: word.reason.as_deref().map(|reason| text("reason", reason)).transpose()?,
        confidential: word.confidential,
    };
    Ok(now(&desk::judge::judge_form(&site, &actor, id, part, (verdict, word.answers), saw).await?))
}
