//! 办理协商 in JSON.

use accounts_rules::Actor;
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
use suggestions_rules::SuggestionId;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{attach::AttachmentJson, contact::MadeJson, differ::DifferenceJson, write::text};
use crate::{desk, queries};

type Answer = Result<Response, Problem>;

/// A note to be left.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteWantedJson {
    /// At most 2,000 characters.
    words: String,
}

/// A unit of the matter.
#[derive(Serialize, ToSchema)]
pub struct RoomUnitJson {
    unit: Uuid,
    name: String,
    /// `lead`, `co`, `separate`, `sole` or `reader`.
    role: String,
    /// What is awaited of it next.
    awaits: String,
    /// By when, `YYYY-MM-DD`.
    due: Option<String>,
    /// Whom to ask there.
    contact: Option<String>,
    /// The office's telephone.
    phone: Option<String>,
}

/// A note.
#[derive(Serialize, ToSchema)]
pub struct RoomNoteJson {
    id: Uuid,
    /// The body it was written for.
    sender: String,
    /// Who wrote it.
    by: Option<String>,
    /// Absent where the words were erased.
    words: Option<String>,
    at: i64,
    files: Vec<AttachmentJson>,
}

/// What the units of a matter, the office and the transfer office leave for each other.
#[derive(Serialize, ToSchema)]
pub struct RoomJson {
    units: Vec<RoomUnitJson>,
    notes: Vec<RoomNoteJson>,
    /// What units disagree on and what came of it.
    differences: Vec<DifferenceJson>,
}

/// The case room of a suggestion, for those who work on it
#[utoipa::path(get, path = "/api/suggestions/{id}/room", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = RoomJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn room(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
) -> Answer {
    let queries::Room { units, notes, files, differences, .. } = queries::room(&site, &actor, id).await?;
    let unit = |it: queries::RoomUnit| RoomUnitJson {
        unit: it.unit.uuid(),
        name: it.name,
        role: it.role,
        awaits: it.awaits,
        due: it.due.map(|day| day.to_string()),
        contact: it.contact,
        phone: it.phone,
    };
    let note = |it: queries::RoomNote| RoomNoteJson {
        files: files.iter().filter(|file| file.note == Some(it.id)).map(AttachmentJson::from).collect(),
        id: it.id.uuid(),
        sender: it.sender,
        by: it.by,
        words: it.words,
        at: it.at.millis(),
    };
    let (units, notes) = (units.into_iter().map(unit).collect(), notes.into_iter().map(note).collect());
    let differences = differences.into_iter().map(DifferenceJson::from).collect();
    Ok(Json(RoomJson { units, notes, differences }).into_response())
}

/// Leave a note in the case room; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/room", tag = "suggestions", request_body = NoteWantedJson,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn note(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    once: Once,
    wanted: Result<Body<NoteWantedJson>, Problem>,
) -> Answer {
    // Whose it is not hears so, whatever was sent.
    desk::room::sender(&actor, &queries::room(&site, &actor, id).await?.kept.suggestion)?;
    let Body(wanted) = wanted?;
    let made = desk::room::note(&site, &actor, id, text("words", &wanted.words)?, &[], &once).await?;
    let place = (header::LOCATION, format!("/api/suggestions/{id}/room"));
    Ok((StatusCode::CREATED, [place], Json(MadeJson { id: made.uuid() })).into_response())
}
