//! 值班接待: the deputy's own turns; the stations of the office or the keeper.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use duty_rules::{Setting, Standing, StationId, standing};
use kernel::{PersonId, Refusal, Refused};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Form, Query, page, page_with},
};
use serde::Deserialize;

use crate::{
    queries::{
        members::year_of,
        mine::{self, LeaveLine, OwnLine, SwapLine},
        overview::{self, NAMED, StationLine},
    },
    sight, store,
};

const LINES: u16 = 25;

/// Where the list of stations goes on.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    after: String,
}

/// What a deputy sees of their own.
struct Own {
    person: PersonId,
    station: Option<(StationId, String)>,
    ahead: Vec<OwnLine>,
    past: Vec<OwnLine>,
    swaps: Vec<SwapLine>,
    leaves: Vec<LeaveLine>,
    attended: u32,
    setting: Setting,
    standing: Standing,
}

/// The stations somebody works for.
struct Stations {
    lines: Vec<StationLine>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    office: bool,
}

#[derive(Template)]
#[template(path = "duty/home.html")]
struct Home<'a> {
    v: &'a View,
    f: &'a Form,
    own: Option<Own>,
    stations: Option<Stations>,
    sets: bool,
}

async fn own(site: &Site, actor: &Actor) -> Result<Option<Own>, Problem> {
    let Ok(person) = sight::own(actor) else { return Ok(None) };
    let today = site.today();
    let (first, _) = year_of(today);
    let mut look = site.db().look().await?;
    let home = mine::home(&mut look, person, today).await?;
    let setting = match &home {
        Some((_, _, congress)) => store::setting(&mut look, *congress).await?.0,
        None => Setting::default(),
    };
    let (attended, ahead) = mine::counts(&mut look, person, today).await?;
    let mut past = mine::turns(&mut look, person, (first, today.plus_days(-1))).await?;
    past.reverse();
    Ok(Some(Own {
        person,
        station: home.map(|(id, name, _)| (id, name)),
        ahead: mine::turns(&mut look, person, (today, today.plus_days(366))).await?,
        past,
        swaps: mine::swaps(&mut look, person).await?,
        leaves: mine::leaves(&mut look, person, today).await?,
        attended,
        setting,
        standing: standing(attended, ahead, u32::from(setting.least)),
    }))
}

async fn stations(site: &Site, actor: &Actor, after: &str) -> Result<Option<Stations>, Problem> {
    let Some(whose) = overview::whose(actor) else { return Ok(None) };
    let place = position(after, &NAMED)?;
    let found = overview::page(&mut site.db(), whose, site.today(), place, LINES).await?;
    Ok(Some(Stations {
        lines: found.items,
        total: found.total,
        first: (!after.is_empty()).then(|| "/duty".to_owned()),
        next: found.next.map(|next| format!("/duty?after={next}")),
        office: actor.holds(Right::DutySee),
    }))
}

/// The page, with a form of leave as it was typed.
pub async fn sheet(site: &Site, actor: &Actor, v: &View, f: &Form, after: &str) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if !mine::involved(actor) {
        return Err(Refused::new(Refusal::NotYours, "duty-refused-nobodys").into());
    }
    let (own, stations) = (own(site, actor).await?, stations(site, actor, after).await?);
    let template = Home { v, f, own, stations, sets: actor.holds(Right::DutySet) };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    asked: Result<Query<Wanted>, Problem>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let Query(asked) = asked?;
    sheet(&site, &actor, &v, &Form::blank(&v), &asked.after).await
}
