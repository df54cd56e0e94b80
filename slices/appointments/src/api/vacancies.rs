//! 空缺和任期总览, from the area of a congress down.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::position,
    web::{ProblemJson, Query},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    pages::{area_seen, months_ahead},
    queries::{self, BY_AREA, VacancySum, VacantOffice},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

/// How far ahead, and which page.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct VacanciesWanted {
    /// Terms that end within so many months count as ending: 1 to 60; left out, 6.
    months: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// How the offices of one congress stand.
#[derive(Serialize, ToSchema)]
pub struct VacancyLineJson {
    id: Uuid,
    name: String,
    /// The code of its area.
    area: String,
    offices: i64,
    /// Places that nobody holds.
    vacant: i64,
    /// People who act.
    acting: i64,
    /// The last day of its term.
    #[schema(value_type = Option<String>)]
    ends: Option<Day>,
    /// Whether that day is past or comes within the months asked for.
    ends_soon: bool,
}

/// How all congresses of the area stand.
#[derive(Serialize, ToSchema)]
pub struct VacancySumJson {
    congresses: i64,
    /// Of them with offices that are kept here.
    kept: i64,
    offices: i64,
    vacant: i64,
    acting: i64,
    /// Congresses whose term is over or ends within the months asked for.
    ending: i64,
}

/// A page of congresses with the exact total, and the sums of all.
#[derive(Serialize, ToSchema)]
pub struct VacancyLines {
    sum: VacancySumJson,
    items: Vec<VacancyLineJson>,
    next: Option<String>,
    total: i64,
}

/// Somebody who acts.
#[derive(Serialize, ToSchema)]
pub struct ActingHeadJson {
    name: String,
    #[schema(value_type = String)]
    since: Day,
    /// The first day and today counted.
    days: u32,
}

/// An office that wants looking after.
#[derive(Serialize, ToSchema)]
pub struct VacantOfficeJson {
    id: Uuid,
    name: String,
    /// Places that nobody holds, where their number is fixed.
    vacant: Option<u32>,
    #[schema(value_type = Option<String>)]
    vacant_since: Option<Day>,
    acting: Vec<ActingHeadJson>,
    /// When it ends with the term.
    #[schema(value_type = Option<String>)]
    ends: Option<Day>,
    ends_soon: bool,
}

/// Offices that want looking after.
#[derive(Serialize, ToSchema)]
pub struct VacantOffices {
    items: Vec<VacantOfficeJson>,
}

impl From<VacancySum> for VacancySumJson {
    fn from(it: VacancySum) -> Self {
        let VacancySum { congresses, kept, offices, vacant, acting, ending } = it;
        Self { congresses, kept, offices, vacant, acting, ending }
    }
}

impl From<VacantOffice> for VacantOfficeJson {
    fn from(it: VacantOffice) -> Self {
        let acting = it.acting.into_iter().map(|(name, since, days)| ActingHeadJson { name, since, days }).collect();
        let (seat, standing) = (it.line.seat, it.line.standing);
        let (vacant, vacant_since, ends) = (standing.vacant, standing.since, it.line.ends);
        Self { id: seat.id.uuid(), name: seat.name.into(), vacant, vacant_since, acting, ends, ends_soon: it.ends_soon }
    }
}

/// Vacant offices, people who act and terms that end, congress by congress, from the area of this one down
#[utoipa::path(get, path = "/api/congresses/{id}/office-vacancies", tag = "appointments", operation_id = "office_vacancies",
    params(("id" = Uuid, Path), VacanciesWanted),
    responses((status = 200, body = VacancyLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    wanted: Result<Query<VacanciesWanted>, Problem>,
) -> Answer {
    let area = area_seen(&site, &actor, congress).await?;
    let Query(wanted) = wanted?;
    let (months, today) = (months_ahead(&wanted.months)?, site.today());
    let after = position(&wanted.after, &BY_AREA)?;
    let mut look = site.db().look().await?;
    let page = queries::vacancies(&mut look, (&area, today), after, LINES).await?;
    let sum = queries::vacancy_sum(&mut look, (&area, today), months).await?.into();
    let line = |it: queries::VacancyLine| VacancyLineJson {
        ends: it.ends(),
        ends_soon: it.ends_soon(today, months),
        id: it.id.uuid(),
        area: it.area.to_string(),
        name: it.name,
        offices: it.offices,
        vacant: it.vacant,
        acting: it.acting,
    };
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(line).collect();
    Ok(Json(VacancyLines { sum, items, next, total: page.total }).into_response())
}

/// The offices of a congress that are vacant, in which somebody acts, or whose term ends
#[utoipa::path(get, path = "/api/congresses/{id}/vacant-offices", tag = "appointments", operation_id = "office_vacant",
    params(("id" = Uuid, Path), VacanciesWanted),
    responses((status = 200, body = VacantOffices), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    wanted: Result<Query<VacanciesWanted>, Problem>,
) -> Answer {
    area_seen(&site, &actor, congress).await?;
    let Query(wanted) = wanted?;
    let months = months_ahead(&wanted.months)?;
    let found = queries::vacant_offices(&mut site.db().look().await?, congress, (site.today(), months)).await?;
    Ok(Json(VacantOffices { items: found.into_iter().map(VacantOfficeJson::from).collect() }).into_response())
}
