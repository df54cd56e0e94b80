//! Stations one by one, and whose home they are.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once, Seen, versioned},
    },
};
use serde::Serialize;
use stations_rules::{Stage, StationId};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::{
        further,
        home::{self, HomesWanted},
        station::{self, StationStepWanted, StationWanted},
    },
    pages::{ledger, seen},
    queries::people,
    sight,
    store::{Station, read},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

/// A station.
#[derive(Serialize, ToSchema)]
pub struct StationJson {
    id: Uuid,
    congress: Uuid,
    /// `planned`, `open`, `suspended`, `merged` or `closed`.
    stage: &'static str,
    /// Of one that was merged: into which.
    into: Option<Uuid>,
    /// Published stars that are good still.
    stars: Option<u8>,
    /// The last day on which they are good.
    #[schema(value_type = Option<String>)]
    stars_till: Option<Day>,
    version: i64,
    card: StationWanted,
}

fn shape(it: Station, today: Day) -> StationJson {
    let stars = it.stars_on(today);
    let into = match it.stage {
        Stage::Merged(into) => Some(into.uuid()),
        _ => None,
    };
    let Station { id, congress, card, stage, stars_till, version, .. } = it;
    StationJson {
        id: id.uuid(),
        congress: congress.uuid(),
        stage: stage.word(),
        into,
        stars,
        stars_till: stars_till.filter(|_| stars.is_some()),
        version,
        card,
    }
}

/// Enter a station
#[utoipa::path(post, path = "/api/congresses/{id}/stations", tag = "stations", operation_id = "station_found",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = StationWanted,
    responses((status = 201, body = StationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn found(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Asked<StationWanted>,
) -> Answer {
    actor.may(Right::StationKeep, congress)?;
    let Body(wanted) = body?;
    let made = station::found(&site, &actor, congress, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(shape(made, site.today()))).into_response())
}

/// One station: an open one for everybody, any for those who keep it; one that was merged is shown as the one it went into
#[utoipa::path(get, path = "/api/stations/{id}", tag = "stations", operation_id = "station_one", params(("id" = Uuid, Path)),
    responses((status = 200, body = StationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>) -> Answer {
    let found = match seen(&site, &actor, id).await? {
        Ok(station) => station,
        Err(into) => read(&mut site.db(), into).await?.ok_or_else(Problem::missing)?,
    };
    Ok(versioned(found.version, shape(found, site.today())))
}

async fn may(site: &Site, actor: &Actor, id: StationId, right: Right) -> Result<Station, Problem> {
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::may(actor, right, &station)?;
    Ok(station)
}

/// Change what stands of a station in the register
#[utoipa::path(put, path = "/api/stations/{id}", tag = "stations", operation_id = "station_revise",
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), request_body = StationWanted,
    responses((status = 200, body = StationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    version: Result<Seen, Problem>,
    body: Asked<StationWanted>,
) -> Answer {
    may(&site, &actor, id, Right::StationKeep).await?;
    let (Seen(version), Body(wanted)) = (version?, body?);
    let now = station::revise(&site, &actor, id, version, wanted).await?;
    Ok(versioned(now.version, shape(now, site.today())))
}

/// Open a station, suspend it, merge it into another, close it
#[utoipa::path(post, path = "/api/stations/{id}/stage", tag = "stations", operation_id = "station_change",
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), request_body = StationStepWanted,
    responses((status = 200, body = StationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn change(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    version: Result<Seen, Problem>,
    body: Asked<StationStepWanted>,
) -> Answer {
    may(&site, &actor, id, Right::StationKeep).await?;
    let (Seen(version), Body(wanted)) = (version?, body?);
    let now = station::change(&site, &actor, id, version, &wanted).await?;
    Ok(versioned(now.version, shape(now, site.today())))
}

/// A deputy whose home a station is.
#[derive(Serialize, ToSchema)]
pub struct StationHomeJson {
    person: Uuid,
    name: String,
    congress: Option<String>,
    #[schema(value_type = String)]
    since: Day,
}

/// The deputies whose home it is; of an open station for everybody
#[utoipa::path(get, path = "/api/stations/{id}/homes", tag = "stations", operation_id = "station_homes", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<StationHomeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn homes(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>) -> Answer {
    let (id, inside) = at(&site, &actor, id).await?;
    let (_, days) = ledger::year(&site, "")?;
    Ok(told(people::homes(&mut site.db(), id, days).await?, inside))
}

/// The station, or the one in which it lives on; and whether the actor sees its inside.
async fn at(site: &Site, actor: &Actor, id: StationId) -> Result<(StationId, bool), Problem> {
    let station = match seen(site, actor, id).await? {
        Ok(station) => station,
        Err(into) => read(&mut site.db(), into).await?.ok_or_else(Problem::missing)?,
    };
    Ok((station.id, sight::sees(actor, &station).is_ok()))
}

/// Who holds no mandate any more is nobody the public is told of.
fn told(all: Vec<people::HomeLine>, inside: bool) -> Response {
    let line = |it: people::HomeLine| StationHomeJson {
        person: it.person.uuid(),
        name: it.name,
        congress: it.congress,
        since: it.since,
    };
    let all = all.into_iter().filter(|it| inside || it.congress.is_some());
    Json(all.map(line).collect::<Vec<_>>()).into_response()
}

/// Give deputies the station for home
#[utoipa::path(post, path = "/api/stations/{id}/homes", tag = "stations", operation_id = "station_give_home",
    params(("id" = Uuid, Path)), request_body = HomesWanted,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn give(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    body: Asked<HomesWanted>,
) -> Answer {
    may(&site, &actor, id, Right::StationKeep).await?;
    let Body(wanted) = body?;
    home::give(&site, &actor, id, &wanted).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The deputies who serve there beside a home elsewhere; of an open station for everybody
#[utoipa::path(get, path = "/api/stations/{id}/further", tag = "stations", operation_id = "station_further", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<StationHomeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn serving(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>) -> Answer {
    let (id, inside) = at(&site, &actor, id).await?;
    let (_, days) = ledger::year(&site, "")?;
    Ok(told(people::further(&mut site.db(), id, days).await?, inside))
}

/// Let deputies serve there beside their home
#[utoipa::path(post, path = "/api/stations/{id}/further", tag = "stations", operation_id = "station_give_further",
    params(("id" = Uuid, Path)), request_body = HomesWanted,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn give_further(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    body: Asked<HomesWanted>,
) -> Answer {
    may(&site, &actor, id, Right::StationKeep).await?;
    let Body(wanted) = body?;
    further::give(&site, &actor, id, &wanted).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A deputy serves there no longer
#[utoipa::path(delete, path = "/api/stations/{id}/further/{person}", tag = "stations", operation_id = "station_end_further",
    params(("id" = Uuid, Path), ("person" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end_further(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, person)): Path<(StationId, PersonId)>,
) -> Answer {
    further::end(&site, &actor, id, person).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// End a deputy's home there
#[utoipa::path(delete, path = "/api/stations/{id}/homes/{person}", tag = "stations", operation_id = "station_end_home",
    params(("id" = Uuid, Path), ("person" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, person)): Path<(StationId, PersonId)>,
) -> Answer {
    home::end(&site, &actor, id, person).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
