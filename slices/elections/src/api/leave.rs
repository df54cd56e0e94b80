//! Vacancies and departures.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use elections_rules::election::{DepartureId, Petition};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once},
    },
};
use law_rules::Word as _;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::election::ElectionPageWanted;
use crate::{
    desk::{
        filing::{self, DepartureFilingWanted},
        leave::{self as desk, DepartureDecision, DepartureWanted},
    },
    queries::{self, BY_RECEIVED, DepartureLine, VacancyLine},
    store::Departure,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

/// A seat whose mandate ended in a running term.
#[derive(Serialize, ToSchema)]
pub struct VacancyJson {
    mandate: Uuid,
    name: String,
    district: Option<String>,
    #[schema(value_type = String, format = Date)]
    ended: Day,
    reason: String,
    /// The by-election that fills it.
    election: Option<Uuid>,
    filled: bool,
}

/// One departure in the list.
#[derive(Serialize, ToSchema)]
pub struct DepartureLineJson {
    id: Uuid,
    name: String,
    /// The congress of the seat.
    congress: Uuid,
    leaving: String,
    #[schema(value_type = String, format = Date)]
    received: Day,
    stage: String,
    #[schema(value_type = Option<String>, format = Date)]
    decided: Option<Day>,
}

/// A page of departures.
#[derive(Serialize, ToSchema)]
pub struct DepartureLines {
    items: Vec<DepartureLineJson>,
    next: Option<String>,
    total: i64,
}

/// A resignation, recall or other end.
#[derive(Serialize, ToSchema)]
pub struct DepartureJson {
    id: Uuid,
    /// The congress of the seat.
    congress: Uuid,
    /// The congress whose office received it and that decides: the one that elected the deputy, or that of the seat.
    elector: Uuid,
    mandate: Uuid,
    person: Uuid,
    leaving: &'static str,
    #[schema(value_type = String, format = Date)]
    received: Day,
    words: Option<String>,
    #[schema(value_type = Option<Object>)]
    petition: Option<Petition>,
    /// Whether a congress in session decided.
    in_session: bool,
    stage: &'static str,
    meeting: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    decided: Option<Day>,
    /// When it was filed with the standing committee above.
    #[schema(value_type = Option<String>, format = Date)]
    filed: Option<Day>,
    /// The number of the paper that went there.
    filing: Option<String>,
}

impl From<VacancyLine> for VacancyJson {
    fn from(it: VacancyLine) -> Self {
        let VacancyLine { mandate, name, district, ended, reason, election, filled } = it;
        let election = election.map(kernel::Id::uuid);
        Self { mandate: mandate.uuid(), name, district, ended, reason, election, filled }
    }
}

impl From<DepartureLine> for DepartureLineJson {
    fn from(it: DepartureLine) -> Self {
        let DepartureLine { id, name, congress, leaving, received, stage, decided, .. } = it;
        Self { id: id.uuid(), name, congress: congress.uuid(), leaving, received, stage, decided }
    }
}

impl From<Departure> for DepartureJson {
    fn from(it: Departure) -> Self {
        Self {
            id: it.id.uuid(),
            congress: it.congress.uuid(),
            elector: it.elector.uuid(),
            mandate: it.mandate.uuid(),
            person: it.person.uuid(),
            leaving: it.leaving.word(),
            received: it.received,
            words: it.words.map(Into::into),
            petition: it.petition,
            in_session: it.in_session,
            stage: it.stage.word(),
            meeting: it.meeting.map(Into::into),
            decided: it.decided,
            filed: it.filed,
            filing: it.filing.map(Into::into),
        }
    }
}

/// Seats of a congress whose mandates ended in the running term
#[utoipa::path(get, path = "/api/congresses/{id}/vacancies", tag = "elections", operation_id = "vacancy_list",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = [VacancyJson]), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn vacancies(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    actor.may(Right::ElectionSee, congress)?;
    let found = queries::vacancies(&mut site.db(), congress).await?;
    let lines: Vec<VacancyJson> = found.into_iter().map(VacancyJson::from).collect();
    Ok(Json(lines).into_response())
}

/// Departures of deputies of a congress, and of those it elected into the one above, the latest first
#[utoipa::path(get, path = "/api/congresses/{id}/departures", tag = "elections", operation_id = "departure_list",
    params(("id" = Uuid, Path), ElectionPageWanted),
    responses((status = 200, body = DepartureLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<ElectionPageWanted>,
) -> Answer {
    actor.may(Right::ElectionSee, congress)?;
    let after = position(&wanted.after, &BY_RECEIVED)?;
    let page = queries::departures(&mut site.db(), congress, after, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(DepartureLineJson::from).collect();
    Ok(Json(DepartureLines { items, next, total: page.total }).into_response())
}

/// Receive a resignation, a motion of recall, or another end of a mandate
#[utoipa::path(post, path = "/api/congresses/{id}/departures", tag = "elections", operation_id = "departure_receive",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = DepartureWanted,
    responses((status = 201, body = DepartureJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn receive(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Result<Body<DepartureWanted>, Problem>,
) -> Answer {
    actor.may(Right::ElectionKeep, congress)?;
    let Body(wanted) = body?;
    let it = desk::receive(&site, &actor, congress, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(DepartureJson::from(it))).into_response())
}

/// One departure
#[utoipa::path(get, path = "/api/departures/{id}", tag = "elections", operation_id = "departure_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DepartureJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DepartureId>) -> Answer {
    Ok(Json(DepartureJson::from(desk::of(&site, &actor, id, None).await?)).into_response())
}

/// Enter what was decided: the mandate ends, is suspended or goes on
#[utoipa::path(post, path = "/api/departures/{id}/decision", tag = "elections", operation_id = "departure_decide",
    params(("id" = Uuid, Path)), request_body = DepartureDecision,
    responses((status = 200, body = DepartureJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    body: Result<Body<DepartureDecision>, Problem>,
) -> Answer {
    desk::of(&site, &actor, id, Some(Right::ElectionCertify)).await?;
    let Body(wanted) = body?;
    Ok(Json(DepartureJson::from(desk::decide(&site, &actor, id, wanted).await?)).into_response())
}

/// Make it public
#[utoipa::path(post, path = "/api/departures/{id}/publication", tag = "elections", operation_id = "departure_publish",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DepartureJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn announce(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DepartureId>) -> Answer {
    Ok(Json(DepartureJson::from(desk::announce(&site, &actor, id).await?)).into_response())
}

/// Enter that what was decided was filed with the standing committee above
#[utoipa::path(post, path = "/api/departures/{id}/filing", tag = "elections", operation_id = "departure_file",
    params(("id" = Uuid, Path)), request_body = DepartureFilingWanted,
    responses((status = 200, body = DepartureJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn file(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    body: Result<Body<DepartureFilingWanted>, Problem>,
) -> Answer {
    desk::of(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    let Body(wanted) = body?;
    Ok(Json(DepartureJson::from(filing::file(&site, &actor, id, wanted).await?)).into_response())
}
