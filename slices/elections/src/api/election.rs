//! Elections, districts, candidates.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use elections_rules::election::{CandidateId, DistrictId, ElectionId, Kind, Stage};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once, Seen},
        chosen,
    },
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shapes::{CandidateJson, ElectionJson, candidate, election, fresh};
use crate::{
    desk::{
        self,
        candidates::NominationWanted,
        count::CountWanted,
        prepare::{self, DistrictWanted, ElectionWanted},
        recount::RecountWanted,
    },
    pages::{area, level},
    queries::{self, BY_AREA, BY_DAY, ElectionFilter, ElectionLine, ProgressLine, ProgressOf, ProgressSum},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

const LINES: u16 = 50;

/// What the list is narrowed to.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct ElectionsWanted {
    /// `direct`, `indirect`, `leaders` or `by_election`.
    kind: String,
    /// `announced`, `nominating`, `fixed`, `voted`, `certified`, `closed` or `cancelled`.
    stage: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// Where a page begins.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct ElectionPageWanted {
    /// `next` of the page before.
    pub after: String,
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct ElectionLineJson {
    id: Uuid,
    title: String,
    kind: String,
    seats: i64,
    #[schema(value_type = String, format = Date)]
    day: Day,
    stage: String,
    candidates: i64,
}

/// A page of the list with the exact total.
#[derive(Serialize, ToSchema)]
pub struct ElectionLines {
    items: Vec<ElectionLineJson>,
    next: Option<String>,
    total: i64,
}

/// How far one congress is.
#[derive(Serialize, ToSchema)]
pub struct ElectionProgressJson {
    congress: Uuid,
    name: String,
    area: String,
    /// Which term is elected; nothing where no election is announced.
    term: Option<i64>,
    announced: i64,
    voted: i64,
    certified: i64,
    closed: i64,
    seats: i64,
    elected: i64,
    /// Seats of certified elections that nobody was elected to.
    vacant: i64,
    /// Registered voters of the districts that voted.
    registered: i64,
    /// Of them, how many took part.
    took_part: i64,
    /// In percent: `86.4`; nothing before anybody voted.
    participation: Option<String>,
}

/// How far all congresses of the area are; each election counts once.
#[derive(Serialize, ToSchema)]
pub struct ElectionProgressSumJson {
    congresses: i64,
    /// With an election announced.
    begun: i64,
    /// With every announced election certified.
    certified: i64,
    /// With every one confirmed.
    closed: i64,
    seats: i64,
    elected: i64,
    /// Seats of certified elections that nobody was elected to.
    vacant: i64,
    /// Registered voters of the districts that voted.
    registered: i64,
    /// Of them, how many took part.
    took_part: i64,
    /// In percent: `86.4`; nothing before anybody voted.
    participation: Option<String>,
}

/// Which congresses.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct ElectionProgressWanted {
    /// `province`, `prefecture`, `county` or `township`; left out, all.
    level: String,
    /// `next` of the page before.
    after: String,
}

/// A page of congresses.
#[derive(Serialize, ToSchema)]
pub struct ElectionProgressLines {
    sum: ElectionProgressSumJson,
    items: Vec<ElectionProgressJson>,
    next: Option<String>,
    total: i64,
}

impl From<ElectionLine> for ElectionLineJson {
    fn from(it: ElectionLine) -> Self {
        let ElectionLine { id, title, kind, seats, day, stage, candidates } = it;
        Self { id: id.uuid(), title, kind, seats, day, stage, candidates }
    }
}

impl From<ProgressSum> for ElectionProgressSumJson {
    fn from(it: ProgressSum) -> Self {
        let ProgressSum { congresses, begun, certified, closed, seats, elected, vacant, registered, took_part } = it;
        let participation = queries::participation(registered, took_part);
        Self { congresses, begun, certified, closed, seats, elected, vacant, registered, took_part, participation }
    }
}

impl From<ProgressLine> for ElectionProgressJson {
    fn from(it: ProgressLine) -> Self {
        Self {
            congress: it.id.uuid(),
            area: it.area.to_string(),
            term: it.term,
            announced: it.announced,
            voted: it.voted,
            certified: it.certified,
            closed: it.closed,
            seats: it.seats,
            elected: it.elected,
            vacant: it.vacant,
            registered: it.registered,
            took_part: it.took_part,
            participation: queries::participation(it.registered, it.took_part),
            name: it.name,
        }
    }
}

/// The elections a congress holds, the latest day first
#[utoipa::path(get, path = "/api/congresses/{id}/elections", tag = "elections", operation_id = "election_list",
    params(("id" = Uuid, Path), ElectionsWanted),
    responses((status = 200, body = ElectionLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<ElectionsWanted>,
) -> Answer {
    actor.may(Right::ElectionSee, congress)?;
    let kind = chosen("kind", &wanted.kind, Kind::read)?.map(Kind::word);
    let stage = chosen("stage", &wanted.stage, Stage::read)?.map(Stage::word);
    let filter = ElectionFilter { congress, kind, stage };
    let page = queries::elections(&mut site.db(), &filter, position(&wanted.after, &BY_DAY)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(ElectionLineJson::from).collect();
    Ok(Json(ElectionLines { items, next, total: page.total }).into_response())
}

/// Announce an election
#[utoipa::path(post, path = "/api/congresses/{id}/elections", tag = "elections", operation_id = "election_announce",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = ElectionWanted,
    responses((status = 201, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn announce(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    v: View,
    once: Once,
    body: Asked<ElectionWanted>,
) -> Answer {
    actor.may(Right::ElectionKeep, congress)?;
    let Body(wanted) = body?;
    let it = prepare::announce(&site, &actor, congress, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(election(&site, it, v.language).await?)).into_response())
}

/// One election with districts, candidates, rounds and certificates
#[utoipa::path(get, path = "/api/elections/{id}", tag = "elections", operation_id = "election_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    Ok(Json(fresh(&site, &actor, id, v.language).await?).into_response())
}

/// Draw a district
#[utoipa::path(post, path = "/api/elections/{id}/districts", tag = "elections", operation_id = "election_district_draw",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = DistrictWanted,
    responses((status = 201, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn draw(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    once: Once,
    body: Asked<DistrictWanted>,
) -> Answer {
    desk::may(&site, &actor, id, Right::ElectionKeep).await?;
    let Body(wanted) = body?;
    prepare::draw(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(fresh(&site, &actor, id, v.language).await?)).into_response())
}

/// Keep seats, voters and days of posting of a district
#[utoipa::path(put, path = "/api/election-districts/{id}", tag = "elections", operation_id = "election_district_keep",
    params(("id" = Uuid, Path),
    ("If-Match" = String, Header, description = "The version of the district you have read; another is refused with 412")), request_body = DistrictWanted,
    responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn keep(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    seen: Result<Seen, Problem>,
    body: Asked<DistrictWanted>,
) -> Answer {
    let (_, it) = prepare::district(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    prepare::keep(&site, &actor, id, wanted, Some(seen)).await?;
    Ok(Json(fresh(&site, &actor, it.id, v.language).await?).into_response())
}

/// Nominate somebody in a district
#[utoipa::path(post, path = "/api/election-districts/{id}/candidates", tag = "elections", operation_id = "election_nominate",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NominationWanted,
    responses((status = 201, body = CandidateJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn nominate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    once: Once,
    body: Asked<NominationWanted>,
) -> Answer {
    prepare::district(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    let Body(wanted) = body?;
    let it = desk::candidates::nominate(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(candidate(&it))).into_response())
}

/// Take a nomination back
#[utoipa::path(delete, path = "/api/election-candidates/{id}", tag = "elections", operation_id = "election_nomination_withdraw",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path(id): Path<CandidateId>, v: View) -> Answer {
    let it = desk::candidates::withdraw(&site, &actor, id).await?;
    Ok(Json(fresh(&site, &actor, it.id, v.language).await?).into_response())
}

/// Count the round that is due in a district
#[utoipa::path(post, path = "/api/election-districts/{id}/rounds", tag = "elections", operation_id = "election_count",
    params(("id" = Uuid, Path)), request_body = CountWanted,
    responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    body: Asked<CountWanted>,
) -> Answer {
    let (_, it) = prepare::district(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    let Body(wanted) = body?;
    desk::count::enter(&site, &actor, id, wanted).await?;
    Ok(Json(fresh(&site, &actor, it.id, v.language).await?).into_response())
}

/// Enter the last round of a district again before the result is certified; what stood before is kept
#[utoipa::path(post, path = "/api/election-districts/{id}/recount", tag = "elections", operation_id = "election_recount",
    params(("id" = Uuid, Path)), request_body = RecountWanted,
    responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn recount(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    body: Asked<RecountWanted>,
) -> Answer {
    let (_, it) = prepare::district(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    let Body(wanted) = body?;
    desk::recount::enter(&site, &actor, id, wanted).await?;
    Ok(Json(fresh(&site, &actor, it.id, v.language).await?).into_response())
}

/// How far elections of new terms are, congress by congress, from the area of this one down
#[utoipa::path(get, path = "/api/congresses/{id}/election-progress", tag = "elections", operation_id = "election_progress",
    params(("id" = Uuid, Path), ElectionProgressWanted),
    responses((status = 200, body = ElectionProgressLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn progress(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<ElectionProgressWanted>,
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let area = area(&site, &actor, congress).await?;
    let of = ProgressOf { area, level: level(&wanted.level)? };
    let page = queries::progress(&mut site.db(), &of, position(&wanted.after, &BY_AREA)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(ElectionProgressJson::from).collect();
    let sum = ElectionProgressSumJson::from(queries::progress_sum(&mut site.db(), &of).await?);
    Ok(Json(ElectionProgressLines { sum, items, next, total: page.total }).into_response())
}
