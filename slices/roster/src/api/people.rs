//! People and duplicates.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{AreaCode, BodyId, PersonId, Text};
use kit::{
    Problem, Site,
    web::{
        api::{Body, Once, Seen, versioned},
        chosen,
    },
};
use roster_rules::{CongressLevel, MergeId, RoleName, StandingName, typed};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{Listed, Made, made};
use crate::{
    desk::{self, people::Entry},
    queries::{
        PAGE, duplicates,
        people::{Filter, Line, search as find},
        seats::SeatLine,
    },
    sight::{self, Shown},
    store::body,
};

/// What is looked for.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Name, sound or initials.
    q: String,
    /// The code of an area; deputies inside it are found too.
    area: String,
    /// `nation`, `province`, `prefecture`, `county` or `township`: who sits in a congress of that level.
    level: String,
    /// A congress, its standing committee or its presidium: who sits in it.
    body: String,
    /// The word of a role: `standing_member`.
    role: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// A person in a list.
#[derive(Serialize, ToSchema)]
pub struct PersonLine {
    id: Uuid,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ethnicity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occupation: Option<String>,
}

impl From<Line> for PersonLine {
    fn from(line: Line) -> Self {
        let Line { id, name, gender, ethnicity, occupation, .. } = line;
        Self { id: id.uuid(), name, gender, ethnicity, occupation }
    }
}

/// A mandate of a person.
#[derive(Serialize, ToSchema)]
pub struct Seat {
    /// The mandate.
    pub id: Uuid,
    person: Uuid,
    congress: Uuid,
    congress_name: String,
    /// `nation`, `province`, `prefecture`, `county` or `township`.
    level: String,
    area: String,
    term: Uuid,
    /// 第十四届: 14.
    ordinal: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    constituency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delegation: Option<String>,
    /// `elected`, `confirmed`, `in_office`, `suspended` or `ended`.
    state: String,
    elected: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    began: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// For `If-Match`.
    pub version: i64,
}

impl From<SeatLine> for Seat {
    fn from(seat: SeatLine) -> Self {
        Self {
            id: seat.id.uuid(),
            person: seat.person.uuid(),
            congress: seat.congress.uuid(),
            congress_name: seat.congress_name,
            level: seat.level,
            area: seat.area.into(),
            term: seat.term.uuid(),
            ordinal: seat.ordinal,
            constituency: seat.constituency,
            delegation: seat.delegation,
            state: seat.state,
            elected: seat.elected.to_string(),
            began: seat.began.map(|day| day.to_string()),
            ended: seat.ended.map(|day| day.to_string()),
            reason: seat.reason,
            version: seat.version,
        }
    }
}

/// A person: public facts and the mandates this caller may see.
#[derive(Serialize, ToSchema)]
pub struct PersonShown {
    id: Uuid,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ethnicity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    party: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    education: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occupation: Option<String>,
    seats: Vec<Seat>,
    version: i64,
}

/// Finds deputies in office.
///
/// # Errors
/// When the database refuses.
#[utoipa::path(get, path = "/api/people", tag = "roster", params(Asked),
    responses((status = 200, body = Listed<PersonLine>),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn search(State(site): State<Site>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let filter = Filter {
        typed: typed(&asked.q),
        area: chosen("area", &asked.area, |code| AreaCode::parse(code).ok())?,
        level: chosen("level", &asked.level, |level| level.parse::<CongressLevel>().ok())?,
        role: chosen("role", &asked.role, |role| role.parse::<RoleName>().ok())?,
        standing: Some(StandingName::InOffice),
        ..Filter::default()
    };
    let filter = filter.within(&mut site.db(), chosen("body", &asked.body, |id| id.parse().ok())?).await?;
    let after = Some(asked.after.as_str()).filter(|after| !after.is_empty());
    let found = find(&mut site.db(), &filter, after, PAGE).await?;
    let items: Vec<PersonLine> = found.items.into_iter().map(Into::into).collect();
    Ok(Json(Listed { items, next: found.next.map(|next| next.to_string()), total: found.total }).into_response())
}

/// One person.
///
/// # Errors
/// Missing when there is nobody this caller may see.
#[utoipa::path(get, path = "/api/people/{id}", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = PersonShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    let Shown { person, seats, .. } = sight::person(&site, &actor, id).await?;
    let version = person.version;
    let seats = seats.into_iter().map(Into::into).collect();
    let shown = PersonShown {
        id: person.id.uuid(),
        name: person.name,
        gender: person.gender,
        ethnicity: person.ethnicity,
        party: person.party,
        education: person.education,
        occupation: person.occupation,
        seats,
        version,
    };
    Ok(versioned(version, shown))
}

/// Amends the public facts of a person.
///
/// # Errors
/// Refused to those who may not; 412 when the version is not the present one.
#[utoipa::path(put, path = "/api/people/{id}", tag = "roster", request_body = Entry,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)),
    responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn amend(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    Seen(seen): Seen,
    Body(entry): Body<Entry>,
) -> Result<StatusCode, Problem> {
    desk::people::amend(&site, &actor, id, seen, &entry).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Enters a person into the roster of a congress.
///
/// # Errors
/// Refused to those who may not.
#[utoipa::path(post, path = "/api/congresses/{id}/people", tag = "roster", request_body = Entry,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    once: Once,
    Body(entry): Body<Entry>,
) -> Result<Response, Problem> {
    Ok(made(desk::people::enter(&site, &actor, id, &entry, &once).await?))
}

/// Two entries that may be one person.
#[derive(Serialize, ToSchema)]
pub struct PairShown {
    one: Uuid,
    one_name: String,
    other: Uuid,
    other_name: String,
    /// `id_number`, `phone` or `name`.
    why: String,
}

/// Entries of a congress that may be one person.
///
/// # Errors
/// Refused to those who may not merge here.
#[utoipa::path(get, path = "/api/congresses/{id}/duplicates", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<PairShown>),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn duplicates(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::PersonMerge, id)?;
    body::congress(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let pairs = duplicates::of_congress(&mut site.db(), id, 200).await?;
    let shown = pairs.into_iter().map(|pair| PairShown {
        one: pair.one.uuid(),
        one_name: pair.one_name,
        other: pair.other.uuid(),
        other_name: pair.other_name,
        why: pair.why,
    });
    Ok(Json(shown.collect::<Vec<_>>()).into_response())
}

/// A merge asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Merging {
    /// The entry that goes into this one.
    other: Uuid,
    /// Why they are one person.
    #[schema(value_type = String, max_length = 200)]
    reason: Text<200>,
}

/// Merges another entry into this one.
///
/// # Errors
/// Refused when the two cannot be one person, and to those who may not.
#[utoipa::path(post, path = "/api/people/{id}/merges", tag = "roster", request_body = Merging,
    params(("id" = Uuid, Path)), responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn merge(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    Body(asked): Body<Merging>,
) -> Result<Response, Problem> {
    let other = PersonId::from_uuid(asked.other);
    Ok(made(desk::merging::merge(&site, &actor, id, other, &asked.reason).await?))
}

/// Takes a merge back.
///
/// # Errors
/// Refused when it was taken back before, and to those who may not.
#[utoipa::path(delete, path = "/api/merges/{id}", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn undo(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MergeId>,
) -> Result<StatusCode, Problem> {
    desk::merging::undo(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
