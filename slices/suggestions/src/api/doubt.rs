//! 结果类别异议 in JSON.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, Doubt, DoubtEnd, DoubtId, Given, SuggestionId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    contact::MadeJson,
    shape::{Named, Now, now},
    write::{ReasonJson, text},
};
use crate::{
    desk::doubt::{self, Answer as Word},
    queries::{self, Detail},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type One = Path<(SuggestionId, DoubtId)>;

/// A doubt about the class of a reply.
#[derive(Serialize, ToSchema)]
pub struct ClassDoubtJson {
    /// The doubt.
    id: Uuid,
    /// The unit's part.
    assignment: Uuid,
    /// The round of the reply.
    round: u16,
    /// The signer who doubts it; absent where the office does.
    by: Option<Named>,
    /// When.
    at: i64,
    /// The class that is doubted.
    class: String,
    /// Why.
    reason: String,
    /// `open`, `kept`, `changed` or `withdrawn`.
    standing: &'static str,
    /// The last day on which the unit's head answers; absent once that was done, or it was taken back.
    answer_by: Option<String>,
    /// When that came to be.
    answered: Option<i64>,
    /// The class the reply got instead.
    class_now: Option<String>,
    /// What the unit's head said.
    answer: Option<String>,
}

/// One doubt in the whole of a suggestion.
pub fn doubt_of(d: &Detail, one: &Doubt, given: &Given<'_>) -> ClassDoubtJson {
    let (answered, class_now, answer) = match &one.end {
        DoubtEnd::Open => (None, None, None),
        DoubtEnd::Kept { at, reason } => (Some(*at), None, Some(*reason)),
        DoubtEnd::Changed { at, class, reason } => (Some(*at), Some(class.clone()), Some(*reason)),
        DoubtEnd::Withdrawn { at } => (Some(*at), None, None),
    };
    ClassDoubtJson {
        id: one.id.uuid(),
        assignment: one.assignment.uuid(),
        round: one.round,
        by: one.by.map(|who| Named { id: who.uuid(), name: d.person(who).to_owned() }),
        at: one.at.millis(),
        class: one.class.clone(),
        reason: d.words(one.reason).to_owned(),
        standing: one.end.word(),
        answer_by: one.due(given).map(|it| it.due.day.to_string()),
        answered: answered.map(kernel::Moment::millis),
        class_now,
        answer: answer.map(|id| d.words(id).to_owned()),
    }
}

/// Doubt the class of a unit's reply, as a signer or as the office; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/doubts", tag = "suggestions",
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = ReasonJson,
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn raise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    once: Once,
    why: Result<Body<ReasonJson>, Problem>,
) -> Answer {
    // Whose it is not hears so, whatever was sent.
    doubt::doubter(&actor, &queries::detail(&site, &actor, id).await?.suggestion)?;
    let Body(why) = why?;
    let made = doubt::doubt(&site, &actor, id, part, why.read()?, &once).await?;
    let place = (header::LOCATION, format!("/api/suggestions/{id}"));
    Ok((StatusCode::CREATED, [place], Json(MadeJson { id: made.uuid() })).into_response())
}

/// What the head of the unit answers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DoubtAnswerJson {
    /// The class the reply gets instead; absent where it keeps the one it has.
    #[serde(default)]
    class: Option<String>,
    /// Why, at most 2,000 characters.
    reason: String,
}

impl DoubtAnswerJson {
    fn read(self) -> Result<Word, Problem> {
        let reason = text("reason", &self.reason)?;
        Ok(match self.class {
            Some(class) => Word::Change(class, reason),
            None => Word::Keep(reason),
        })
    }
}

/// Keep the class that is doubted, or give the reply another
#[utoipa::path(post, path = "/api/suggestions/{id}/doubts/{doubt}/answer", tag = "suggestions", params(("id" = Uuid, Path), ("doubt" = Uuid, Path)), request_body = DoubtAnswerJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn answer(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, one)): One,
    word: Result<Body<DoubtAnswerJson>, Problem>,
) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    let doubted = d.doubts.iter().find(|doubt| doubt.id == one).ok_or_else(Problem::missing)?;
    let handling = d.suggestion.stage.handling();
    let part = handling.and_then(|handling| handling.handlers.find(doubted.assignment));
    actor.may(Right::ReplySign, part.ok_or_else(Problem::missing)?.unit)?;
    let Body(word) = word?;
    Ok(now(&doubt::answer(&site, &actor, id, one, word.read()?).await?))
}

/// Take a doubt back that was not answered
#[utoipa::path(delete, path = "/api/suggestions/{id}/doubts/{doubt}", tag = "suggestions", params(("id" = Uuid, Path), ("doubt" = Uuid, Path)),
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path((id, one)): One) -> Answer {
    Ok(now(&doubt::withdraw(&site, &actor, id, one).await?))
}
