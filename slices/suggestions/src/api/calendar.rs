//! 放假安排 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    web::{Errors, ProblemJson, Query, Wrong, api::Body},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::Published;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    desk::holidays::{self, Move},
    pages::calendar_year,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Which year.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct YearWanted {
    /// 1990 to 2100; the present year where none is named.
    year: String,
}

/// A day that a notice takes out of, or puts into, the working week.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarDayJson {
    /// The day: `2027-10-01`.
    day: String,
    /// `off` or `work`.
    kind: String,
    /// The occasion, at most 40 characters: 春节.
    occasion: String,
    /// The document that says so, at most 100 characters.
    source: String,
}

/// The days to be laid, at most 400.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarDaysJson {
    days: Vec<CalendarDayJson>,
}

/// The days of a year that notices moved.
#[derive(Serialize, ToSchema)]
pub struct CalendarJson {
    year: i16,
    /// Whether the calendar of that year is known; otherwise weekends alone are.
    published: bool,
    days: Vec<CalendarDayJson>,
}

/// Due days of one congress that move alike.
#[derive(Serialize, ToSchema)]
pub struct CalendarMoveJson {
    /// The congress.
    congress: Uuid,
    /// Its name.
    name: String,
    /// The key of the limit.
    limit: String,
    /// The day as it stands.
    was: String,
    /// The day it would have.
    due: String,
    /// How many due days.
    count: i64,
}

/// What laying days would move.
#[derive(Serialize, ToSchema)]
pub struct CalendarMovesJson {
    moves: Vec<CalendarMoveJson>,
    /// How many open matters were looked at.
    looked_at: usize,
    /// Whether that was every one.
    whole: bool,
}

/// How many days were laid.
#[derive(Serialize, ToSchema)]
pub struct CalendarLaidJson {
    laid: usize,
}

impl From<Move> for CalendarMoveJson {
    fn from(it: Move) -> Self {
        let (was, due) = (it.was.to_string(), it.due.to_string());
        Self { congress: it.congress.uuid(), name: it.name, limit: it.limit, was, due, count: it.count }
    }
}

fn read(sent: &CalendarDaysJson) -> Result<Vec<Published>, Problem> {
    let wrong = |key| Problem::from(Errors::one("days", Wrong::new(key)));
    let mut all = Vec::new();
    for (at, it) in sent.days.iter().enumerate() {
        let kind = if ["off", "work"].contains(&it.kind.as_str()) { it.kind.as_str() } else { "" };
        let day = Published::read([&it.day, kind, &it.occasion, &it.source]);
        let line = || Wrong::new("suggestions-wrong-calendar-line").with("line", at + 1);
        all.push(day.ok_or_else(|| Problem::from(Errors::one("days", line())))?);
    }
    Published::bounded(all).map_err(|_| wrong("suggestions-wrong-calendar-count"))
}

/// The days of a year that notices moved; for who keeps the calendar
#[utoipa::path(get, path = "/api/calendar", tag = "suggestions", params(YearWanted),
    responses((status = 200, body = CalendarJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<YearWanted>) -> Answer {
    holidays::keeps(&actor)?;
    let year = calendar_year(&site, &wanted.year)?;
    let calendar = site.calendar();
    let days = calendar.exceptions().filter(|(day, _)| day.parts().0 == year);
    let days = days.map(|(day, it)| CalendarDayJson {
        day: day.to_string(),
        kind: if it.working { "work" } else { "off" }.to_owned(),
        occasion: it.occasion.clone(),
        source: it.source.clone(),
    });
    Ok(Json(CalendarJson { year, published: calendar.knows_year(year), days: days.collect() }).into_response())
}

/// Which open due days these days would move; nothing is kept
#[utoipa::path(post, path = "/api/calendar/preview", tag = "suggestions", request_body = CalendarDaysJson,
    responses((status = 200, body = CalendarMovesJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn preview(
    State(site): State<Site>,
    Extension(actor): Who,
    sent: Result<Body<CalendarDaysJson>, Problem>,
) -> Answer {
    holidays::keeps(&actor)?;
    let days = read(&sent?.0)?;
    let found = holidays::preview(&site, &actor, &days).await?;
    let moves = found.moves.into_iter().map(CalendarMoveJson::from).collect();
    Ok(Json(CalendarMovesJson { moves, looked_at: found.looked_at, whole: found.whole }).into_response())
}

/// Lay these days over the calendar; open due days are counted again soon after. Laid twice is laid once
#[utoipa::path(put, path = "/api/calendar", tag = "suggestions", request_body = CalendarDaysJson,
    responses((status = 200, body = CalendarLaidJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn lay(
    State(site): State<Site>,
    Extension(actor): Who,
    sent: Result<Body<CalendarDaysJson>, Problem>,
) -> Answer {
    holidays::keeps(&actor)?;
    let days = read(&sent?.0)?;
    Ok(Json(CalendarLaidJson { laid: holidays::lay(&site, &actor, &days).await? }).into_response())
}
