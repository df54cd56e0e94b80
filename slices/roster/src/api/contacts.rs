//! Sealed contact data.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{PersonId, Text};
use kit::{
    Problem, Site,
    web::api::{Body, Seen, versioned},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    desk::contacts::{self, ContactEntry},
    sight,
    store::person::{self, Contact},
};

/// Contact data, masked unless it was opened.
#[derive(Serialize, ToSchema)]
pub struct ContactShown {
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    born: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    version: i64,
}

fn shown(contact: Contact) -> ContactShown {
    let Contact { phone, id_number, born, email, address, version } = contact;
    ContactShown { phone, id_number, born: born.map(|day| day.to_string()), email, address, version }
}

/// The masked data.
///
/// # Errors
/// Missing for those who may neither open nor amend it.
#[utoipa::path(get, path = "/api/people/{id}/contact", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = ContactShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    sight::contact(&site, &actor, id).await?;
    let contact = person::contact(&mut site.db(), id).await?;
    let version = contact.version;
    let masked = sight::masked(&contact);
    Ok(versioned(version, ContactShown { born: contact.born.map(|_| "***".to_owned()), ..shown(masked) }))
}

/// Why the seal is opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Kept in the journal.
    #[schema(value_type = String, max_length = 200)]
    reason: Text<200>,
}

/// Opens the seal; the reason stands in the journal before the answer is given.
///
/// # Errors
/// Refused to those who may not.
#[utoipa::path(post, path = "/api/people/{id}/contact/opening", tag = "roster", request_body = Opening,
    params(("id" = Uuid, Path)), responses((status = 200, body = ContactShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn open(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    Body(asked): Body<Opening>,
) -> Result<Response, Problem> {
    let contact = contacts::open(&site, &actor, id, &asked.reason).await?;
    Ok(Json(shown(contact)).into_response())
}

/// Replaces contact data; a field left out stays as it is.
///
/// # Errors
/// Refused to those who may not; 412 when the version is not the present one.
#[utoipa::path(put, path = "/api/people/{id}/contact", tag = "roster", request_body = ContactEntry,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn amend(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    Seen(seen): Seen,
    Body(entry): Body<ContactEntry>,
) -> Result<StatusCode, Problem> {
    sight::contact(&site, &actor, id).await?;
    let stands = person::contact(&mut site.db(), id).await?;
    contacts::amend(&site, &actor, id, seen, &entry.laid_over(stands)).await?;
    Ok(StatusCode::NO_CONTENT)
}
