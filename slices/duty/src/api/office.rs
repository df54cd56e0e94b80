//! The stations of a congress, what it sets, and how often its deputies were there.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};
use duty_rules::Standing;
use kernel::{BodyId, Refusal, Refused};
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Seen, versioned},
        chosen,
    },
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::shapes::{DutyCoverage, DutyCoverageJson, DutySettingJson, DutyStationJson, DutyStations};
use crate::{
    desk::setting::{self, SettingWanted},
    pages::congress_seen,
    queries::{
        coverage::{self, FEWEST},
        overview::{self, NAMED},
    },
    store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Where the list goes on.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationsWanted {
    /// `next` of the page before.
    after: String,
}

/// Which deputies.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CoverageWanted {
    /// `short`, `planned` or `met`.
    standing: String,
    /// `next` of the page before.
    after: String,
}

/// Stations whose turns are yours to look after: those of your congress, or those you keep
#[utoipa::path(get, path = "/api/duty/stations", tag = "duty", operation_id = "duty_stations", params(StationsWanted),
    responses((status = 200, body = DutyStations), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn stations(
    State(site): State<Site>,
    Extension(actor): Who,
    wanted: Result<Query<StationsWanted>, Problem>,
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let whose = overview::whose(&actor).ok_or_else(|| Refused::new(Refusal::NotYours, "duty-refused-see"))?;
    let Query(wanted) = wanted?;
    let after = position(&wanted.after, &NAMED)?;
    let found = overview::page(&mut site.db(), whose, site.today(), after, LINES).await?;
    let next = found.next.map(|next| next.to_string());
    let items = found.items.into_iter().map(DutyStationJson::from).collect();
    Ok(Json(DutyStations { items, next, total: found.total }).into_response())
}

/// How often each deputy of your stations was there this year
#[utoipa::path(get, path = "/api/duty/coverage", tag = "duty", operation_id = "duty_coverage", params(CoverageWanted),
    responses((status = 200, body = DutyCoverage), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn coverage(
    State(site): State<Site>,
    Extension(actor): Who,
    wanted: Result<Query<CoverageWanted>, Problem>,
) -> Answer {
    let congress = congress_seen(&actor)?;
    let Query(wanted) = wanted?;
    let standing = chosen("standing", &wanted.standing, Standing::read)?;
    let after = position(&wanted.after, &FEWEST)?;
    let (set, _) = store::setting(&mut site.db(), congress).await?;
    let found = coverage::page(&mut site.db(), (congress, set), site.today(), standing, (after, LINES)).await?;
    let next = found.next.map(|next| next.to_string());
    let items = found.items.into_iter().map(|it| DutyCoverageJson::of(it, set)).collect();
    Ok(Json(DutyCoverage { least: set.least, items, next, total: found.total }).into_response())
}

fn sets(actor: &Actor) -> Result<BodyId, Problem> {
    let congress = congress_seen(actor)?;
    actor.may(Right::DutySet, congress)?;
    Ok(congress)
}

async fn now(site: &Site, congress: BodyId) -> Answer {
    let (set, version) = store::setting(&mut site.db(), congress).await?;
    Ok(versioned(version, DutySettingJson::from(set)))
}

/// What your congress asks of its stations
#[utoipa::path(get, path = "/api/duty/settings", tag = "duty", operation_id = "duty_settings",
    responses((status = 200, body = DutySettingJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn settings(State(site): State<Site>, Extension(actor): Who) -> Answer {
    now(&site, congress_seen(&actor)?).await
}

/// Set it
#[utoipa::path(put, path = "/api/duty/settings", tag = "duty", operation_id = "duty_set",
    params(("If-Match" = String, Header, description = "the tag of the settings as they were seen")), request_body = SettingWanted,
    responses((status = 200, body = DutySettingJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn set(
    State(site): State<Site>,
    Extension(actor): Who,
    seen: Result<Seen, Problem>,
    body: Result<Body<SettingWanted>, Problem>,
) -> Answer {
    let congress = sets(&actor)?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    setting::set(&site, &actor, congress, seen, wanted).await?;
    now(&site, congress).await
}
