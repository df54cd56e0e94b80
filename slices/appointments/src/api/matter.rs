//! Proposals: the list, a new one, one of them, its papers.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointmentId, Kind, STAGES};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    list::position,
    paper::{Form, Paper},
    web::{
        ProblemJson, Query,
        api::{Body, Once, versioned},
        chosen,
    },
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shapes::{AppointmentJson, shown};
use crate::{
    desk::draft::{self as desk, AppointmentWanted},
    pages::given_paper,
    queries::{self, LATEST, Line, Narrow},
    sight,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Lines of a page.
const LINES: u16 = 50;

/// What the list is narrowed to.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct AppointmentsWanted {
    /// The word of a stage; `open`: still under way.
    stage: String,
    /// `appoint`, `remove`, `acting`, `dismiss`, `resign` or `approve`.
    kind: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct AppointmentLineJson {
    id: Uuid,
    kind: String,
    office: String,
    person: String,
    stage: String,
    #[schema(value_type = Option<String>)]
    meets: Option<Day>,
    #[schema(value_type = Option<String>)]
    decided: Option<Day>,
}

/// A page of the list with the exact total.
#[derive(Serialize, ToSchema)]
pub struct AppointmentLines {
    items: Vec<AppointmentLineJson>,
    next: Option<String>,
    total: i64,
}

impl From<Line> for AppointmentLineJson {
    fn from(it: Line) -> Self {
        let Line { id, kind, office, person, stage, meets, decided, .. } = it;
        Self { id: id.uuid(), kind, office, person, stage, meets, decided }
    }
}

/// The word of a stage to narrow a list by.
pub(crate) fn stage(text: &str) -> Option<&'static str> {
    if text == "open" { Some("open") } else { STAGES.into_iter().find(|word| *word == text) }
}

/// Proposals of a congress, the last begun first
#[utoipa::path(get, path = "/api/congresses/{id}/appointments", tag = "appointments", operation_id = "appointment_list",
    params(("id" = Uuid, Path), AppointmentsWanted),
    responses((status = 200, body = AppointmentLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<AppointmentsWanted>,
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let Some(sight) = sight::of(&mut site.db(), &actor, congress).await? else {
        actor.may(Right::AppointmentSee, congress)?;
        return Err(Problem::missing());
    };
    let stage = chosen("stage", &wanted.stage, stage)?;
    let kind = chosen("kind", &wanted.kind, Kind::read)?.map(Kind::word);
    let narrow = Narrow { congress, sight, stage, kind };
    let page = queries::lines(&mut site.db(), &narrow, position(&wanted.after, &LATEST)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(AppointmentLineJson::from).collect();
    Ok(Json(AppointmentLines { items, next, total: page.total }).into_response())
}

/// Begin a proposal
#[utoipa::path(post, path = "/api/congresses/{id}/appointments", tag = "appointments", operation_id = "appointment_draft",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = AppointmentWanted,
    responses((status = 201, body = AppointmentJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn draft(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    v: View,
    once: Once,
    body: Result<Body<AppointmentWanted>, Problem>,
) -> Answer {
    actor.may(Right::AppointmentKeep, congress)?;
    let Body(wanted) = body?;
    let kept = desk::draft(&site, &actor, congress, wanted, &once).await?;
    let (version, json) = shown(&site, &actor, kept.it.id, v.language).await?;
    Ok((StatusCode::CREATED, versioned(version, json)).into_response())
}

/// One proposal with its checks and all that came with it
#[utoipa::path(get, path = "/api/appointments/{id}", tag = "appointments", operation_id = "appointment_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = AppointmentJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<AppointmentId>, v: View) -> Answer {
    let (version, json) = shown(&site, &actor, id, v.language).await?;
    Ok(versioned(version, json))
}

/// The announcement or the letter of appointment as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/appointments/{id}/papers/{paper}", tag = "appointments", operation_id = "appointment_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`announcement` or `letter`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(AppointmentId, String)>,
    headers: HeaderMap,
) -> Answer {
    given_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}
