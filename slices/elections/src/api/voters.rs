//! The list of voters of a district, for whoever keeps it.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use elections_rules::election::{DistrictId, VoterId};
use kernel::Day;
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    desk::voters::{self as desk, StrikingWanted, VoterWanted},
    queries::{self, BY_PLACE},
    store::Voter,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 200;

/// Which of them.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct VotersWanted {
    /// A name or a card, whole; left out, everybody.
    q: String,
    /// `next` of the page before.
    after: String,
}

/// A voter on a list.
#[derive(Serialize, ToSchema)]
pub struct VoterJson {
    id: Uuid,
    district: Uuid,
    /// The number on the list.
    n: u32,
    name: String,
    card: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    born: Option<Day>,
    note: Option<String>,
    /// Why they were struck; nothing where they were not.
    struck: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    struck_on: Option<Day>,
}

/// A page of a list, struck voters with it.
#[derive(Serialize, ToSchema)]
pub struct VoterLines {
    items: Vec<VoterJson>,
    next: Option<String>,
    total: i64,
}

impl From<Voter> for VoterJson {
    fn from(it: Voter) -> Self {
        let Voter { id, district, n, name, card, born, note, struck, struck_on } = it;
        let (card, note) = (card.map(Into::into), note.map(Into::into));
        Self { id: id.uuid(), district: district.uuid(), n, name: name.into(), card, born, note, struck, struck_on }
    }
}

/// The list of voters of a district
#[utoipa::path(get, path = "/api/election-districts/{id}/voters", tag = "elections", operation_id = "voter_list",
    params(("id" = Uuid, Path), VotersWanted),
    responses((status = 200, body = VoterLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    Query(wanted): Query<VotersWanted>,
) -> Answer {
    desk::list(&site, &actor, id).await?;
    let after = position(&wanted.after, &BY_PLACE)?;
    let page = queries::voters(&mut site.db(), (id, &wanted.q), after, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(VoterJson::from).collect();
    Ok(Json(VoterLines { items, next, total: page.total }).into_response())
}

/// Add somebody to the list of a district
#[utoipa::path(post, path = "/api/election-districts/{id}/voters", tag = "elections", operation_id = "voter_add",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = VoterWanted,
    responses((status = 201, body = VoterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    once: Once,
    body: Result<Body<VoterWanted>, Problem>,
) -> Answer {
    desk::list(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let it = desk::add(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(VoterJson::from(it))).into_response())
}

/// Strike somebody from a list, with the reason; the line stays
#[utoipa::path(post, path = "/api/election-voters/{id}/striking", tag = "elections", operation_id = "voter_strike",
    params(("id" = Uuid, Path)), request_body = StrikingWanted,
    responses((status = 200, body = VoterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn strike(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<VoterId>,
    body: Result<Body<StrikingWanted>, Problem>,
) -> Answer {
    desk::voter(&site, &actor, id).await?;
    let Body(wanted) = body?;
    Ok(Json(VoterJson::from(desk::strike(&site, &actor, id, wanted).await?)).into_response())
}
