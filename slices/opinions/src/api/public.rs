//! Who serves a place, and who is called so.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use kernel::{AreaCode, Day};
use kit::{
    Problem, Site,
    web::{ProblemJson, Query},
};
use opinions_rules::TargetId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    pages::find::way,
    queries::{
        find::{self, DeputyLine},
        place,
        stations::{self, StationLine},
    },
};

/// What is looked for.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct FindWanted {
    /// A name, its sound or initials; or the name of a place.
    q: String,
    /// The code of a place, down to the village.
    area: String,
}

/// A place.
#[derive(Serialize, ToSchema)]
pub struct FoundPlaceJson {
    code: String,
    name: String,
    /// `administrative`, `subdistrict`, `functional` or `village`.
    kind: String,
}

/// A deputy as everybody sees one.
#[derive(Serialize, ToSchema)]
pub struct FoundDeputyJson {
    person: Uuid,
    name: String,
    congress: Uuid,
    congress_name: String,
    delegation: Option<String>,
}

/// Who was found.
#[derive(Serialize, ToSchema)]
pub struct FoundJson {
    /// The place and those above it, the highest first.
    way: Vec<FoundPlaceJson>,
    /// What lies in it, one rung down.
    inside: Vec<FoundPlaceJson>,
    /// The nearest first.
    deputies: Vec<FoundDeputyJson>,
    /// Whether there are more than are told here.
    more: bool,
    /// Places that are called so.
    places: Vec<FoundPlaceNameJson>,
    /// Stations near the place, the nearest first.
    stations: Vec<FoundStationJson>,
}

/// A place that is called as was asked.
#[derive(Serialize, ToSchema)]
pub struct FoundPlaceNameJson {
    code: String,
    name: String,
    /// What it lies in.
    within: Option<String>,
}

/// A station as everybody sees one.
#[derive(Serialize, ToSchema)]
pub struct FoundStationJson {
    station: Uuid,
    name: String,
    area: String,
    place: Option<String>,
    hours: Option<String>,
    /// The next day on which deputies receive people there.
    #[schema(value_type = Option<String>)]
    next: Option<Day>,
}

impl From<place::PlaceLine> for FoundPlaceJson {
    fn from(it: place::PlaceLine) -> Self {
        Self { code: it.code.as_str().to_owned(), name: it.name, kind: it.kind }
    }
}

impl From<DeputyLine> for FoundDeputyJson {
    fn from(it: DeputyLine) -> Self {
        let DeputyLine { person, name, congress, congress_name, delegation } = it;
        Self { person: person.uuid(), name, congress: congress.uuid(), congress_name, delegation }
    }
}

/// Deputies who serve a place, or who are called so
#[utoipa::path(get, path = "/api/find", tag = "opinions", operation_id = "opinions_find", params(FindWanted),
    responses((status = 200, body = FoundJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn find(State(site): State<Site>, Query(asked): Query<FindWanted>) -> Result<Response, Problem> {
    let mut look = site.db().look().await?;
    let way = way(&mut look, &asked.area).await?;
    let here = way.last().map(|line| line.code.clone());
    let local = here.as_ref().is_some_and(|code| code.level() >= kernel::Level::County);
    let (deputies, more) = if asked.q.trim().is_empty() && local {
        let rungs = find::serving(&mut look, &way).await?;
        let more = rungs.iter().any(|rung| rung.more);
        (rungs.into_iter().flat_map(|rung| rung.deputies).collect(), more)
    } else {
        find::named(&mut look, &asked.q, here.as_ref()).await?
    };
    let places = place::named(&mut look, &asked.q, here.as_ref()).await?;
    let near = match here.as_ref().filter(|_| local && asked.q.trim().is_empty()) {
        Some(code) => stations::near(&mut look, code).await?,
        None => Vec::new(),
    };
    let ids: Vec<TargetId> = near.iter().map(|it| it.id).collect();
    let turns = stations::next_turns(&mut look, &ids, site.today()).await?;
    let station = |it: StationLine| FoundStationJson {
        next: turns.iter().find(|turn| turn.station == it.id).map(|turn| turn.day),
        station: it.id.uuid(),
        name: it.name,
        area: it.area.as_str().to_owned(),
        place: it.place,
        hours: it.hours,
    };
    let called = |(code, name, within): (AreaCode, String, Option<String>)| FoundPlaceNameJson {
        code: code.as_str().to_owned(),
        name,
        within,
    };
    let inside = place::inside(&mut look, here.as_ref()).await?;
    let place = FoundPlaceJson::from;
    Ok(Json(FoundJson {
        way: way.into_iter().map(place).collect(),
        inside: inside.into_iter().map(place).collect(),
        deputies: deputies.into_iter().map(FoundDeputyJson::from).collect(),
        more,
        places: places.into_iter().map(called).collect(),
        stations: near.into_iter().map(station).collect(),
    })
    .into_response())
}
