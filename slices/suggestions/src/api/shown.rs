//! 征求意见稿 in JSON.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Id};
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, Refusal, ShownEnd, ShownId, SuggestionId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    shape::{LetterJson, Named, Now, now},
    write::text,
};
use crate::{
    desk::{
        self,
        show::{self, Said},
    },
    queries::{self, Detail, Shown},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type One = Path<(SuggestionId, ShownId)>;

/// A draft shown to a signer before it is signed.
#[derive(Serialize, ToSchema)]
pub struct ShownDraftJson {
    id: Uuid,
    /// The unit's part.
    assignment: Uuid,
    /// The round of the reply.
    round: u16,
    /// The signer it is shown to.
    to: Named,
    /// When.
    at: i64,
    /// `waiting`, `answered` or `taken-back`.
    standing: &'static str,
    /// When that came to be.
    answered: Option<i64>,
    /// What the signer said; absent where there was nothing to say.
    words: Option<String>,
    /// Whether the unit waits for an answer; what was not answered before the reply was signed waits no more.
    waits: bool,
    /// Whether the draft was changed after the answer.
    changed: bool,
    /// The letter as it stands, for the signer who reads it now.
    letter: Option<LetterJson>,
    /// The version of that letter.
    version: Option<i64>,
}

/// One shown draft in the whole of a suggestion.
pub fn shown_of(d: &Detail, one: &Shown) -> ShownDraftJson {
    let (answered, words) = match one.draft.end {
        ShownEnd::Waiting => (None, None),
        ShownEnd::Answered { at, words, .. } => (Some(at), words),
        ShownEnd::TakenBack { at } => (Some(at), None),
    };
    ShownDraftJson {
        id: one.draft.id.uuid(),
        assignment: one.draft.assignment.uuid(),
        round: one.draft.round,
        to: Named { id: one.draft.to.uuid(), name: d.person(one.draft.to).to_owned() },
        at: one.draft.at.millis(),
        standing: one.draft.end.word(),
        answered: answered.map(kernel::Moment::millis),
        words: words.map(|id| d.words(id).to_owned()),
        waits: one.waits,
        changed: one.changed,
        letter: one.letter.as_ref().map(LetterJson::from),
        version: one.letter.as_ref().map(|letter| desk::reply::edition(Some(letter))),
    }
}

/// To whom the draft is shown.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowJson {
    /// Signers of the suggestion, one at least.
    to: Vec<Uuid>,
}

/// Show the draft of a reply to signers before it is signed; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/shown", tag = "suggestions",
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = ShowJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    once: Once,
    wanted: Result<Body<ShowJson>, Problem>,
) -> Answer {
    // Whose it is not hears so, whatever was sent.
    let d = queries::detail(&site, &actor, id).await?;
    actor.may(Right::ReplyDraft, unit(&d, part)?)?;
    let Body(wanted) = wanted?;
    if wanted.to.is_empty() {
        return Err(Errors::one("to", Wrong::new("suggestions-wrong-nobody")).into());
    }
    let to: Vec<_> = wanted.to.into_iter().map(Id::from_uuid).collect();
    show::show(&site, &actor, id, part, &to, &once).await?;
    let d = queries::detail(&site, &actor, id).await?;
    Ok(now(&crate::Kept { suggestion: d.suggestion, version: d.version, begun: d.begun }))
}

/// What a deputy says of a draft.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftAnswerJson {
    /// The `version` of the draft it is about; absent for the draft as it stands.
    #[serde(default)]
    draft: Option<i64>,
    /// What should be changed, at most 2,000 characters; absent where there is nothing to say.
    #[serde(default)]
    words: Option<String>,
}

fn unit(d: &Detail, part: AssignmentId) -> Result<BodyId, Problem> {
    let handling = d.suggestion.stage.handling();
    let part = handling.and_then(|handling| handling.handlers.find(part));
    part.map(|part| part.unit).ok_or_else(|| kernel::Refused::from(Refusal::NoAssignment).into())
}

/// Say what should be changed in a draft that is shown to you, or that there is nothing
#[utoipa::path(post, path = "/api/suggestions/{id}/shown/{shown}/answer", tag = "suggestions",
    params(("id" = Uuid, Path), ("shown" = Uuid, Path)), request_body = DraftAnswerJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn answer(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    said: Result<Body<DraftAnswerJson>, Problem>,
) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    let one = d.shown.iter().find(|one| one.draft.id == which).ok_or_else(Problem::missing)?;
    if Some(one.draft.to) != actor.stands_for() {
        return Err(kernel::Refused::from(Refusal::NotShown).into());
    }
    let Body(said) = said?;
    let words = said.words.map(|words| text("words", &words)).transpose()?;
    Ok(now(&show::answer(&site, &actor, id, which, Said { of: said.draft, words }).await?))
}

/// Show a draft no longer, while it was not answered
#[utoipa::path(delete, path = "/api/suggestions/{id}/shown/{shown}", tag = "suggestions", params(("id" = Uuid, Path), ("shown" = Uuid, Path)),
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn take_back(State(site): State<Site>, Extension(actor): Who, Path((id, which)): One) -> Answer {
    Ok(now(&show::take_back(&site, &actor, id, which).await?))
}
