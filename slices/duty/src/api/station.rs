//! One station: its turns, patterns and rosters.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use duty_rules::{PatternId, StationId};
use kernel::Day;
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Query, Wrong,
        api::{Body, Once},
        chosen,
    },
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::shapes::{DutyMade, DutyPatternJson, DutyRosterJson, DutyTurnJson};
use crate::{
    desk::{
        pattern::{self, PatternWanted},
        roster::{self, RosterWanted},
    },
    queries::{roster as rosters_of, turns as turns_of},
    sight, store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The longest range of turns, in days.
const LONGEST: i32 = 366;
/// The most rosters told.
const ROSTERS: i64 = 100;

/// Which days; without them the next ninety.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct TurnsWanted {
    /// The first day.
    since: String,
    /// The last day, at most a year later.
    until: String,
}

/// The last day of a pattern.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyEndingWanted)]
pub struct EndingWanted {
    #[schema(value_type = String)]
    until: Day,
}

fn range(wanted: &TurnsWanted, today: Day) -> Result<(Day, Day), Problem> {
    let read = |raw: &str| raw.parse::<Day>().ok();
    let since = chosen("since", &wanted.since, read)?.unwrap_or(today);
    let until = chosen("until", &wanted.until, read)?.unwrap_or_else(|| since.plus_days(90));
    if until < since || until.days_since(since) > LONGEST {
        return Err(Errors::one("until", Wrong::new("duty-wrong-range")).into());
    }
    Ok((since, until))
}

/// The turns of a station
#[utoipa::path(get, path = "/api/duty/stations/{id}/turns", tag = "duty", operation_id = "duty_turns",
    params(("id" = Uuid, Path), TurnsWanted),
    responses((status = 200, body = Vec<DutyTurnJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn turns(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    wanted: Result<Query<TurnsWanted>, Problem>,
) -> Answer {
    let (_, sight) = sight::seen(&mut site.db(), &actor, id, site.today()).await?;
    let Query(wanted) = wanted?;
    let range = range(&wanted, site.today())?;
    let found = turns_of::of_station(&mut site.db(), id, range, sight.works).await?;
    Ok(Json(found.into_iter().map(DutyTurnJson::from).collect::<Vec<_>>()).into_response())
}

/// The patterns of a station that are not over
#[utoipa::path(get, path = "/api/duty/stations/{id}/patterns", tag = "duty", operation_id = "duty_patterns", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<DutyPatternJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn patterns(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>) -> Answer {
    sight::seen(&mut site.db(), &actor, id, site.today()).await?;
    let found = store::patterns(&mut site.db(), id, site.today()).await?;
    Ok(Json(found.into_iter().map(DutyPatternJson::from).collect::<Vec<_>>()).into_response())
}

/// Give a station a pattern; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/duty/stations/{id}/patterns", tag = "duty", operation_id = "duty_make_pattern",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = PatternWanted,
    responses((status = 201, body = DutyMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    once: Result<Once, Problem>,
    body: Result<Body<PatternWanted>, Problem>,
) -> Answer {
    sight::kept(&site, &mut site.db(), &actor, id).await?;
    let (once, Body(wanted)) = (once?, body?);
    let made = pattern::make(&site, &actor, id, &wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(DutyMade { id: made.uuid() })).into_response())
}

/// End a pattern
#[utoipa::path(post, path = "/api/duty/patterns/{id}/ending", tag = "duty", operation_id = "duty_end_pattern",
    params(("id" = Uuid, Path)), request_body = EndingWanted,
    responses((status = 200, body = Vec<DutyPatternJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<PatternId>,
    body: Result<Body<EndingWanted>, Problem>,
) -> Answer {
    pattern::station_of(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let station = pattern::end(&site, &actor, id, wanted.until).await?;
    let found = store::patterns(&mut site.db(), station, site.today()).await?;
    Ok(Json(found.into_iter().map(DutyPatternJson::from).collect::<Vec<_>>()).into_response())
}

/// The rosters of a station, the last first
#[utoipa::path(get, path = "/api/duty/stations/{id}/rosters", tag = "duty", operation_id = "duty_rosters", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<DutyRosterJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn rosters(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>) -> Answer {
    let (_, sight) = sight::seen(&mut site.db(), &actor, id, site.today()).await?;
    let found = rosters_of::of_station(&mut site.db(), id, sight.works, ROSTERS).await?;
    Ok(Json(found.into_iter().map(DutyRosterJson::from).collect::<Vec<_>>()).into_response())
}

/// Draw up a roster; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/duty/stations/{id}/rosters", tag = "duty", operation_id = "duty_generate",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = RosterWanted,
    responses((status = 201, body = DutyMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn generate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    once: Result<Once, Problem>,
    body: Result<Body<RosterWanted>, Problem>,
) -> Answer {
    sight::kept(&site, &mut site.db(), &actor, id).await?;
    let (once, Body(wanted)) = (once?, body?);
    let made = roster::generate(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(DutyMade { id: made.uuid() })).into_response())
}
