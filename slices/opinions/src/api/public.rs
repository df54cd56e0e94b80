//! Who serves a place, and who is called so.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use kernel::{AreaCode, Day, PersonId};
use kit::{
    Problem, Site,
    db::Ask,
    web::{ProblemJson, Query},
};
use opinions_rules::TargetId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    pages::find::way,
    queries::{
        find::{self, DeputyLine, Rung},
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
    /// The station where the deputy is at home.
    station: Option<Uuid>,
    /// The next day on which the deputy receives people.
    #[schema(value_type = Option<String>)]
    receives: Option<Day>,
}

/// 代表小组 near the place.
#[derive(Serialize, ToSchema)]
pub struct FoundGroupJson {
    congress: Uuid,
    name: String,
}

/// A congress that has the place in it.
#[derive(Serialize, ToSchema)]
pub struct FoundRungJson {
    congress: Uuid,
    name: String,
    /// `nation`, `province`, `prefecture`, `county` or `township`.
    level: String,
    /// Whether deputies in office of it are entered here.
    seated: bool,
}

/// Who was found.
#[derive(Serialize, ToSchema)]
pub struct FoundJson {
    /// The place and those above it, the highest first.
    way: Vec<FoundPlaceJson>,
    /// What lies in it, one rung down.
    inside: Vec<FoundPlaceJson>,
    /// The congresses that have the place in them, the nearest first.
    rungs: Vec<FoundRungJson>,
    /// The nearest first.
    deputies: Vec<FoundDeputyJson>,
    /// Whether there are more than are told here.
    more: bool,
    /// Groups of deputies near the place.
    groups: Vec<FoundGroupJson>,
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

impl From<&Rung> for FoundRungJson {
    fn from(it: &Rung) -> Self {
        let (name, level) = (it.congress.name.clone(), it.congress.level.clone());
        Self { congress: it.congress.id.uuid(), name, level, seated: !it.deputies.is_empty() }
    }
}

/// The deputies as they are told, with the station of each and the next day there.
async fn told(ask: &mut impl Ask, all: Vec<DeputyLine>, today: Day) -> Result<Vec<FoundDeputyJson>, Problem> {
    let people: Vec<PersonId> = all.iter().map(|it| it.person).collect();
    let homes = stations::homes(ask, &people).await?;
    let receives = stations::receives(ask, &people, today).await?;
    let one = |DeputyLine { person, name, congress, congress_name, delegation }| FoundDeputyJson {
        station: homes.iter().find(|(of, ..)| *of == person).map(|(_, station, _)| station.uuid()),
        receives: receives.iter().find(|it| it.person == person).map(|it| it.day),
        person: person.uuid(),
        name,
        congress: congress.uuid(),
        congress_name,
        delegation,
    };
    Ok(all.into_iter().map(one).collect())
}

/// The groups of all rungs.
fn groups(rungs: &[Rung]) -> Vec<FoundGroupJson> {
    let of = |rung: &Rung| {
        let congress = rung.congress.id.uuid();
        rung.groups.iter().map(move |name| FoundGroupJson { congress, name: name.clone() }).collect::<Vec<_>>()
    };
    rungs.iter().flat_map(of).collect()
}

/// Deputies who serve a place, or who are called so
#[utoipa::path(get, path = "/api/find", tag = "opinions", operation_id = "opinions_find", params(FindWanted),
    responses((status = 200, body = FoundJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn find(State(site): State<Site>, Query(asked): Query<FindWanted>) -> Result<Response, Problem> {
    let mut look = site.db().look().await?;
    let way = way(&mut look, &asked.area).await?;
    let here = way.last().map(|line| line.code.clone());
    let local = here.as_ref().is_some_and(|code| code.level() >= kernel::Level::County);
    let (mut near_by, mut levels) = (Vec::new(), Vec::new());
    let (deputies, more) = if asked.q.trim().is_empty() && local {
        let rungs = find::serving(&mut look, &way).await?;
        let more = rungs.iter().any(|rung| rung.more);
        near_by = groups(&rungs);
        levels = rungs.iter().map(FoundRungJson::from).collect();
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
        deputies: told(&mut look, deputies, site.today()).await?,
        groups: near_by,
        rungs: levels,
        more,
        places: places.into_iter().map(called).collect(),
        stations: near.into_iter().map(station).collect(),
    })
    .into_response())
}
