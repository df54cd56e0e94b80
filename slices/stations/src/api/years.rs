//! Plans of whole years.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Day;
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Seen, versioned},
    },
};
use law_rules::Word as _;
use serde::Serialize;
use stations_rules::StationId;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::year::{self, StationBudgetWanted, StationYearDecision},
    pages::years::year_of,
    sight,
    store::{read, read_year},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;
type Of = Path<(StationId, String)>;

/// The plan of a station and year as a whole.
#[derive(Serialize, ToSchema)]
pub struct StationYearJson {
    station: Uuid,
    year: i64,
    /// `draft`, `submitted`, `approved` or `returned`.
    stage: &'static str,
    /// 分, whole cents of a yuan.
    budget: Option<i64>,
    /// Whose meeting decided last.
    organ: Option<&'static str>,
    /// The day of the meeting.
    #[schema(value_type = Option<String>)]
    day: Option<Day>,
    /// The number of the decision.
    number: String,
    /// Why it was sent back.
    reason: String,
}

async fn now(site: &Site, id: StationId, year: i64) -> Answer {
    let it = read_year(&mut site.db(), id, year).await?;
    let shape = StationYearJson {
        station: id.uuid(),
        year,
        stage: it.stage.word(),
        budget: it.budget,
        organ: it.organ.map(|organ| organ.word()),
        day: it.day,
        number: it.number,
        reason: it.reason,
    };
    Ok(versioned(it.version, shape))
}

async fn may(site: &Site, actor: &Actor, (id, raw): (StationId, &str), right: Right) -> Result<i64, Problem> {
    let year = year_of(raw)?;
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::sees(actor, &station)?;
    sight::may(actor, right, &station)?;
    Ok(year)
}

/// The plan of a year as a whole: how far it is, what it costs, who approved it
#[utoipa::path(get, path = "/api/stations/{id}/years/{year}", tag = "stations", operation_id = "station_year",
    params(("id" = Uuid, Path), ("year" = i64, Path)),
    responses((status = 200, body = StationYearJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path((id, raw)): Of) -> Answer {
    let year = may(&site, &actor, (id, &raw), Right::StationSee).await?;
    now(&site, id, year).await
}

/// Say what the plan of a year costs; one that was approved is a draft again
#[utoipa::path(put, path = "/api/stations/{id}/years/{year}", tag = "stations", operation_id = "station_year_budget",
    params(("id" = Uuid, Path), ("year" = i64, Path), ("If-Match" = String, Header)), request_body = StationBudgetWanted,
    responses((status = 200, body = StationYearJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn budget(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, raw)): Of,
    seen: Result<Seen, Problem>,
    body: Asked<StationBudgetWanted>,
) -> Answer {
    let year = may(&site, &actor, (id, &raw), Right::StationWork).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    year::budget(&site, &actor, (id, year), seen, wanted).await?;
    now(&site, id, year).await
}

/// Submit the plan of a year
#[utoipa::path(post, path = "/api/stations/{id}/years/{year}/submission", tag = "stations", operation_id = "station_year_submit",
    params(("id" = Uuid, Path), ("year" = i64, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = StationYearJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn submit(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, raw)): Of,
    seen: Result<Seen, Problem>,
) -> Answer {
    let year = may(&site, &actor, (id, &raw), Right::StationWork).await?;
    let Seen(seen) = seen?;
    year::submit(&site, &actor, (id, year), seen).await?;
    now(&site, id, year).await
}

/// Enter what the meeting decided on the plan of a year
#[utoipa::path(post, path = "/api/stations/{id}/years/{year}/decision", tag = "stations", operation_id = "station_year_decide",
    params(("id" = Uuid, Path), ("year" = i64, Path), ("If-Match" = String, Header)), request_body = StationYearDecision,
    responses((status = 200, body = StationYearJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, raw)): Of,
    seen: Result<Seen, Problem>,
    body: Asked<StationYearDecision>,
) -> Answer {
    let year = may(&site, &actor, (id, &raw), Right::StationKeep).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    year::decide(&site, &actor, (id, year), seen, &wanted).await?;
    now(&site, id, year).await
}
