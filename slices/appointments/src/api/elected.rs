//! Elections of leaders: the office each fills, who holds it by them, and their oath.

use accounts_rules::{Actor, Right};
use appointments_rules::HoldingId;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use elections_rules::election::ElectionId;
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::{
        elected::{self as desk, ElectedOfficeWanted},
        follow::OathWanted,
        seats,
    },
    queries::{self, LeaderElection},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Somebody who was elected.
#[derive(Serialize, ToSchema)]
pub struct ElectedLeaderJson {
    /// The certificate of election.
    certificate: Uuid,
    name: String,
    /// What the person holds by it; nothing until it was said which office the election fills.
    holding: Option<Uuid>,
}

/// An election of leaders and the office it fills.
#[derive(Serialize, ToSchema)]
pub struct LeaderElectionJson {
    id: Uuid,
    title: String,
    #[schema(value_type = String)]
    day: Day,
    /// `chief`, `vice` or `member`.
    class: String,
    /// The office it fills, where that was said.
    seat: Option<Uuid>,
    /// What that is called.
    office: Option<String>,
    elected: Vec<ElectedLeaderJson>,
}

/// The elections of leaders of a congress, the latest first.
#[derive(Serialize, ToSchema)]
pub struct LeaderElections {
    items: Vec<LeaderElectionJson>,
}

async fn told(site: &Site, it: LeaderElection) -> Result<LeaderElectionJson, Problem> {
    let all = queries::elected(&mut site.db(), it.id).await?.into_iter();
    let one = |it: queries::ElectedLine| ElectedLeaderJson {
        certificate: it.certificate.uuid(),
        name: it.name,
        holding: it.holding.map(kernel::Id::uuid),
    };
    let LeaderElection { id, title, day, class, seat, office, .. } = it;
    let seat = seat.map(kernel::Id::uuid);
    Ok(LeaderElectionJson { id: id.uuid(), title, day, class, seat, office, elected: all.map(one).collect() })
}

/// Elections of leaders, the office each fills, and who was elected: at most a hundred
#[utoipa::path(get, path = "/api/congresses/{id}/leader-elections", tag = "appointments", operation_id = "leader_election_list",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LeaderElections), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    actor.may(Right::AppointmentSee, congress)?;
    let mut items = Vec::new();
    for it in queries::leader_elections(&mut site.db(), congress).await? {
        items.push(told(&site, it).await?);
    }
    Ok(Json(LeaderElections { items }).into_response())
}

/// Say which office an election of leaders fills: whoever was elected holds it from the day of the election
#[utoipa::path(post, path = "/api/elections/{id}/office", tag = "appointments", operation_id = "leader_election_office",
    params(("id" = Uuid, Path)), request_body = ElectedOfficeWanted,
    responses((status = 200, body = LeaderElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn name(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    body: Result<Body<ElectedOfficeWanted>, Problem>,
) -> Answer {
    desk::of(&site, &actor, id, Right::AppointmentKeep).await?;
    let Body(wanted) = body?;
    desk::name_office(&site, &actor, id, wanted).await?;
    let it = desk::of(&site, &actor, id, Right::AppointmentSee).await?;
    Ok(Json(told(&site, it).await?).into_response())
}

/// Enter the oath of whom the congress elected
#[utoipa::path(post, path = "/api/holdings/{id}/oath", tag = "appointments", operation_id = "office_holder_swear",
    params(("id" = Uuid, Path)), request_body = OathWanted,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn swear(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<HoldingId>,
    body: Result<Body<OathWanted>, Problem>,
) -> Answer {
    seats::of_holding(&site, &actor, id, Right::AppointmentKeep).await?;
    let Body(wanted) = body?;
    desk::swear(&site, &actor, id, wanted).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
