//! Lists: stations, deputies without a home, what happened, plans, numbers of a year.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::{Page, position},
    web::{ProblemJson, Query, chosen},
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use stations_rules::{Stage, StationId, Tier};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    pages::{
        ledger::{together, year},
        rows::progress,
    },
    queries::{
        events::{self, EventFilter, EventLine},
        gaps, place, plans,
        stations::{self, StationFilter, StationLine},
        statistics,
    },
    sight,
    store::read,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

macro_rules! page_of {
    ($(#[doc = $doc:literal])+ $page:ident of $line:ident) => {
        $(#[doc = $doc])+
        #[derive(Serialize, ToSchema)]
        pub struct $page {
            items: Vec<$line>,
            next: Option<String>,
            total: i64,
        }
    };
}

/// Which stations.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationsWanted {
    /// Words of the name or the address.
    q: String,
    /// `planned`, `open`, `suspended`, `merged` or `closed`; for those who keep stations.
    stage: String,
    /// `center`, `station` or `point`.
    tier: String,
    /// `own`: those of the caller's congress, or the caller keeps, whatever their stage; left out, those that are open.
    whose: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// One line of the register.
#[derive(Serialize, ToSchema)]
pub struct StationLineJson {
    id: Uuid,
    name: String,
    area: String,
    area_name: Option<String>,
    tier: String,
    kind: String,
    place: String,
    hours: String,
    phone: String,
    stage: String,
    stars: Option<u32>,
    homes: i64,
}

page_of! {
    /// A page of stations with the exact total.
    StationLines of StationLineJson
}

fn station(it: StationLine, today: Day) -> StationLineJson {
    let stars = it.stars_on(today);
    StationLineJson {
        id: it.id.uuid(),
        name: it.name,
        area: it.area.to_string(),
        area_name: it.area_name,
        tier: it.tier,
        kind: it.kind,
        place: it.place,
        hours: it.hours,
        phone: it.phone,
        stage: it.stage,
        stars,
        homes: it.homes,
    }
}

fn paged<T, J>(page: Page<T>, line: impl Fn(T) -> J) -> (Vec<J>, Option<String>, i64) {
    (page.items.into_iter().map(line).collect(), page.next.map(|next| next.to_string()), page.total)
}

/// Stations: those that are open, for everybody; one's own, whatever their stage
#[utoipa::path(get, path = "/api/stations", tag = "stations", operation_id = "station_list", params(StationsWanted),
    responses((status = 200, body = StationLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<StationsWanted>) -> Answer {
    let stage = chosen("stage", &wanted.stage, |raw| Stage::WORDS.into_iter().find(|word| *word == raw))?;
    let tier = chosen("tier", &wanted.tier, Tier::read)?;
    let own = chosen("whose", &wanted.whose, |raw| (raw == "own").then_some(()))?;
    let held = own.map(|()| sight::held(&actor, Right::StationSee)).transpose()?;
    let q = wanted.q.trim().chars().filter(|c| !c.is_control()).take(40).collect();
    let (stage, tier) = (stage.map(str::to_owned), tier.map(|one| one.word().to_owned()));
    let filter = StationFilter { held, stage, tier, q };
    let after = position(&wanted.after, &stations::BY_AREA)?;
    let (items, next, total) =
        paged(stations::stations(&mut site.db(), &filter, after, LINES).await?, |it| station(it, site.today()));
    Ok(Json(StationLines { items, next, total }).into_response())
}

/// Where the page begins.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationPage {
    /// `next` of the page before.
    after: String,
}

/// A deputy without a home station.
#[derive(Serialize, ToSchema)]
pub struct StationGapJson {
    person: Uuid,
    name: String,
    congress: String,
    delegation: Option<String>,
}

page_of! {
    /// A page of deputies without a home station.
    StationGaps of StationGapJson
}

/// Deputies in office of a congress, and of those inside its area, without a home station
#[utoipa::path(get, path = "/api/congresses/{id}/station-gaps", tag = "stations", operation_id = "station_gaps",
    params(("id" = Uuid, Path), StationPage),
    responses((status = 200, body = StationGaps), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn gaps(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<StationPage>,
) -> Answer {
    actor.may(Right::StationSee, congress)?;
    let area = place::congress_area(&mut site.db(), congress).await?.ok_or_else(Problem::missing)?;
    let after = position(&wanted.after, &gaps::BY_PERSON)?;
    let line = |it: gaps::GapLine| StationGapJson {
        person: it.person.uuid(),
        name: it.name,
        congress: it.congress,
        delegation: it.delegation,
    };
    let (items, next, total) = paged(gaps::gaps(&mut site.db(), &area, after, LINES).await?, line);
    Ok(Json(StationGaps { items, next, total }).into_response())
}

/// Which of what happened.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationEventsWanted {
    /// The year; left out, the one that runs.
    year: String,
    /// `receptions` or `activities`; left out, receptions.
    ledger: String,
    /// `next` of the page before.
    after: String,
}

/// One thing that happened.
#[derive(Serialize, ToSchema)]
pub struct StationEventLineJson {
    id: Uuid,
    kind: String,
    #[schema(value_type = String)]
    day: Day,
    clock: String,
    title: String,
    visitors: u32,
    topic: Option<String>,
    said: String,
    done: String,
    disposal: Option<String>,
    /// Why it was struck out.
    struck: Option<String>,
}

page_of! {
    /// A page of a ledger.
    StationEventLines of StationEventLineJson
}

fn event(it: EventLine) -> StationEventLineJson {
    StationEventLineJson {
        id: it.id.uuid(),
        kind: it.kind,
        day: it.day,
        clock: it.clock,
        title: it.title,
        visitors: it.visitors,
        topic: it.topic,
        said: it.said,
        done: it.done,
        disposal: it.disposal,
        struck: it.struck,
    }
}

/// The ledger of receptions or activities of a station
#[utoipa::path(get, path = "/api/stations/{id}/events", tag = "stations", operation_id = "station_events",
    params(("id" = Uuid, Path), StationEventsWanted),
    responses((status = 200, body = StationEventLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn events(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    Query(wanted): Query<StationEventsWanted>,
) -> Answer {
    sight::sees(&actor, &read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?)?;
    let which = |raw: &str| match raw {
        "receptions" => Some(true),
        "activities" => Some(false),
        _ => None,
    };
    let receptions = chosen("ledger", &wanted.ledger, which)?.unwrap_or(true);
    let (_, days) = year(&site, &wanted.year)?;
    let filter = EventFilter { held: vec![stations_rules::body_of(id)], station: Some(id), receptions, days };
    let after = position(&wanted.after, &events::BY_DAY)?;
    let (items, next, total) = paged(events::events(&mut site.db(), &filter, after, LINES).await?, event);
    Ok(Json(StationEventLines { items, next, total }).into_response())
}

/// Of which year, and whether what was merged stands with its heir.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationYearsWanted {
    /// The year; left out, the one that runs.
    year: String,
    /// `own`, or `together`: with each station the numbers of those that were merged into it; left out, each its own.
    by: String,
    /// `next` of the page before.
    after: String,
}

/// Of which year.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationYearWanted {
    /// The year; left out, the one that runs.
    year: String,
    /// `next` of the page before.
    after: String,
}

/// One item of a yearly plan.
#[derive(Serialize, ToSchema)]
pub struct StationPlanJson {
    id: Uuid,
    year: i64,
    month: i64,
    title: String,
    words: String,
    /// `ahead`, `late`, `done` or `dropped`.
    progress: &'static str,
    /// What did it.
    event: Option<Uuid>,
}

page_of! {
    /// A page of a plan.
    StationPlans of StationPlanJson
}

/// The yearly plan of a station
#[utoipa::path(get, path = "/api/stations/{id}/plans", tag = "stations", operation_id = "station_plans",
    params(("id" = Uuid, Path), StationYearWanted),
    responses((status = 200, body = StationPlans), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn plans(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    Query(wanted): Query<StationYearWanted>,
) -> Answer {
    sight::sees(&actor, &read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?)?;
    let (n, _) = year(&site, &wanted.year)?;
    let after = position(&wanted.after, &plans::BY_MONTH)?;
    let held = [stations_rules::body_of(id)];
    let line = |it: plans::PlanLine| StationPlanJson {
        progress: progress(&it, site.today()).word(),
        id: it.id.uuid(),
        year: it.year,
        month: it.month,
        title: it.title,
        words: it.words,
        event: it.event.map(kernel::Id::uuid),
    };
    let (items, next, total) = paged(plans::plans(&mut site.db(), &held, (Some(id), n), after, LINES).await?, line);
    Ok(Json(StationPlans { items, next, total }).into_response())
}

/// What a station did in a year.
#[derive(Serialize, ToSchema)]
pub struct StationYearJson {
    id: Uuid,
    name: String,
    stage: String,
    homes: i64,
    receptions: i64,
    visitors: i64,
    deputies: i64,
    answered: i64,
    opinions: i64,
    activities: i64,
    planned: i64,
    done: i64,
}

page_of! {
    /// A page of the numbers of a year.
    StationYears of StationYearJson
}

/// Comparable numbers of each station and year, of those one sees; merged and closed stations keep theirs
#[utoipa::path(get, path = "/api/station-statistics", tag = "stations", operation_id = "station_statistics", params(StationYearsWanted),
    responses((status = 200, body = StationYears), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn statistics(
    State(site): State<Site>,
    Extension(actor): Who,
    Query(wanted): Query<StationYearsWanted>,
) -> Answer {
    let held = sight::held(&actor, Right::StationSee)?;
    let (n, (first, last)) = year(&site, &wanted.year)?;
    let after = position(&wanted.after, &stations::BY_AREA)?;
    let line = |it: statistics::YearLine| {
        let statistics::YearLine { id, name, stage, homes, receptions, visitors, deputies, answered, .. } = it;
        let statistics::YearLine { opinions, activities, planned, done, .. } = it;
        StationYearJson {
            id: id.uuid(),
            name,
            stage,
            homes,
            receptions,
            visitors,
            deputies,
            answered,
            opinions,
            activities,
            planned,
            done,
        }
    };
    let found =
        statistics::of_year(&mut site.db(), &held, ((n, first, last), together(&wanted.by)?), after, LINES).await?;
    let (items, next, total) = paged(found, line);
    Ok(Json(StationYears { items, next, total }).into_response())
}
