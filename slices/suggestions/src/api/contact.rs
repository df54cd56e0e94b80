//! 沟通记录 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Day, Id};
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, Contact, ContactId, SuggestionId, Word};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    own::own_person,
    shape::{Named, Now, now},
    write::{ReasonJson, text},
};
use crate::{
    desk::{self, contact::Told},
    queries::{self, Detail},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type One = Path<(SuggestionId, ContactId)>;

/// A talk with a deputy, to be recorded.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TalkJson {
    /// The day of the talk, `YYYY-MM-DD`; not to come, not before the assignment.
    day: String,
    /// The code of a way of the congress's list: `talk`, `phone` …
    way: String,
    /// The deputy: the lead deputy, or one who seconded it.
    with: Uuid,
    /// Who came or spoke for the unit, with rank, at most 120 characters.
    by: String,
    /// Where, at most 120 characters.
    #[serde(default)]
    place: Option<String>,
    /// What the deputy said, at most 2,000 characters.
    said: String,
    /// Whether the draft of the reply was shown.
    #[serde(default)]
    draft_shown: bool,
}

impl TalkJson {
    fn read(self) -> Result<Told, Problem> {
        let day: Day = self.day.parse().map_err(|_| Errors::one("day", Wrong::new("kit-form-day")))?;
        let place = self.place.filter(|place| !place.trim().is_empty());
        Ok(Told {
            day,
            way: self.way,
            with: Id::from_uuid(self.with),
            by: text("by", &self.by)?,
            place: place.map(|place| text("place", &place)).transpose()?,
            said: text("said", &self.said)?,
            draft_shown: self.draft_shown,
        })
    }
}

/// A record that was made.
#[derive(Serialize, ToSchema)]
pub struct MadeJson {
    /// The record.
    pub id: Uuid,
}

/// A talk between a unit and a deputy, as far as the caller may know of it.
#[derive(Serialize, ToSchema)]
pub struct ContactJson {
    /// The record.
    id: Uuid,
    /// The unit's part.
    assignment: Uuid,
    /// The day of the talk.
    day: String,
    /// The code of the way.
    way: String,
    /// Whether that counted as face to face.
    face: bool,
    /// The deputy.
    with: Named,
    /// Who came or spoke for the unit.
    by: String,
    /// Where.
    place: Option<String>,
    /// What the deputy said; empty where it is not the caller's to read.
    said: String,
    /// Whether the draft of the reply was shown.
    draft_shown: bool,
    /// `waiting`, `confirmed`, `disputed` or `withdrawn`.
    word: &'static str,
    /// Why it is disputed.
    reason: Option<String>,
    /// When it was recorded.
    recorded: i64,
}

/// One record in the whole of a suggestion.
pub fn contact(d: &Detail, one: &Contact) -> ContactJson {
    let reason = match one.word {
        Word::Disputed { reason, .. } => Some(d.words(reason).to_owned()),
        Word::Waiting | Word::Confirmed { .. } | Word::Withdrawn { .. } => None,
    };
    ContactJson {
        id: one.id.uuid(),
        assignment: one.assignment.uuid(),
        day: one.talk.day.to_string(),
        way: one.talk.way.clone(),
        face: one.face,
        with: Named { id: one.talk.with.uuid(), name: d.person(one.talk.with).to_owned() },
        by: one.talk.by.to_string(),
        place: one.talk.place.as_ref().map(ToString::to_string),
        said: d.words(one.talk.said).to_owned(),
        draft_shown: one.talk.draft_shown,
        word: one.word.word(),
        reason,
        recorded: one.recorded.millis(),
    }
}

/// Record a talk with a deputy; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/contacts", tag = "suggestions",
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = TalkJson,
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn record(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    once: Once,
    Body(talk): Body<TalkJson>,
) -> Answer {
    let made = desk::contact::record(&site, &actor, id, part, talk.read()?, &once).await?;
    let place = (header::LOCATION, format!("/api/suggestions/{id}"));
    Ok((StatusCode::CREATED, [place], Json(MadeJson { id: made.uuid() })).into_response())
}

/// Confirm that a recorded talk was so
#[utoipa::path(post, path = "/api/suggestions/{id}/contacts/{contact}/confirmation", tag = "suggestions", params(("id" = Uuid, Path), ("contact" = Uuid, Path)),
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn confirm(State(site): State<Site>, Extension(actor): Who, Path((id, one)): One) -> Answer {
    Ok(now(&desk::contact::confirm(&site, &actor, id, one).await?))
}

/// Say that a recorded talk was not so, and why
#[utoipa::path(post, path = "/api/suggestions/{id}/contacts/{contact}/dispute", tag = "suggestions", params(("id" = Uuid, Path), ("contact" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn dispute(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, one)): One,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::contact::dispute(&site, &actor, id, one, why.read()?).await?))
}

/// Withdraw a record that its deputy has not confirmed
#[utoipa::path(delete, path = "/api/suggestions/{id}/contacts/{contact}", tag = "suggestions", params(("id" = Uuid, Path), ("contact" = Uuid, Path)),
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path((id, one)): One) -> Answer {
    Ok(now(&desk::contact::withdraw(&site, &actor, id, one).await?))
}

/// A record that waits for a deputy's word.
#[derive(Serialize, ToSchema)]
pub struct ToConfirmJson {
    id: Uuid,
    suggestion: Uuid,
    title: String,
    unit: Option<String>,
    day: String,
}

/// The records of talks that wait for your word
#[utoipa::path(get, path = "/api/contacts-to-confirm", tag = "suggestions",
    responses((status = 200, body = Vec<ToConfirmJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn waiting(State(site): State<Site>, Extension(actor): Who) -> Answer {
    let person = own_person(&actor)?;
    let lines = queries::to_confirm(&mut site.db(), person).await?;
    let one = |it: queries::ToConfirm| ToConfirmJson {
        id: it.id.uuid(),
        suggestion: it.suggestion.uuid(),
        title: it.title,
        unit: it.unit,
        day: it.day.to_string(),
    };
    Ok(Json(lines.into_iter().map(one).collect::<Vec<_>>()).into_response())
}
