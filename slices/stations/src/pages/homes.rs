//! 编组进站、兼联站点: whose home the station is, and who serves there beside.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::PersonId;
use kit::{
    Problem, Site, View,
    web::{Form, Query, done, page, page_with},
};
use serde::Deserialize;
use stations_rules::StationId;

use super::{ask::Options, ledger};
use crate::{
    desk::{
        further,
        home::{HomesWanted, end, give},
    },
    queries::{
        gaps,
        people::{self, HomeLine},
        place,
    },
    sight,
    store::{Station, read},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// So many deputies without a home are offered at once.
const OFFERED: u16 = 50;

/// The name of a deputy who is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
}

#[derive(Template)]
#[template(path = "stations/homes.html")]
struct Homes<'a> {
    v: &'a View,
    f: &'a Form,
    s: &'a Station,
    q: &'a str,
    homes: Vec<HomeLine>,
    further: Vec<HomeLine>,
    offered: Options,
}

async fn mine(site: &Site, actor: &Actor, id: StationId) -> Result<Station, Problem> {
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::may(actor, Right::StationKeep, &station)?;
    Ok(station)
}

/// Those of a name; without one those of the congress and inside it who have no home.
async fn offered(site: &Site, v: &View, s: &Station, q: &str) -> Result<Options, Problem> {
    let name = super::public::words(q);
    if name.is_empty() {
        let area = place::congress_area(&mut site.db(), s.congress).await?.ok_or_else(Problem::missing)?;
        let found = gaps::gaps(&mut site.db(), &area, None, OFFERED).await?;
        let mut all: Options = Vec::new();
        for line in found.items {
            let words = format!("{} {}", line.name, line.delegation.unwrap_or(line.congress));
            match all.last_mut() {
                Some((id, _)) if *id == line.person.to_string() => {}
                _ => all.push((line.person.to_string(), words)),
            }
        }
        return Ok(all);
    }
    let found = people::named(&mut site.db(), &name).await?;
    let line = |it: people::FoundDeputy| {
        let home = it.home.map_or_else(
            || v.t("stations-no-home").into_owned(),
            |home| v.tf("stations-home-now", [("station", home)]).into_owned(),
        );
        (it.person.to_string(), format!("{} {} {home}", it.name, it.congress))
    };
    Ok(found.into_iter().map(line).collect())
}

async fn shown(site: &Site, v: &View, f: &Form, s: &Station, q: &str) -> Answer {
    let (_, days) = ledger::year(site, "")?;
    let homes = people::homes(&mut site.db(), s.id, days).await?;
    let further = people::further(&mut site.db(), s.id, days).await?;
    let template = Homes { v, f, s, q, homes, further, offered: offered(site, v, s, q).await? };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let s = mine(&site, &actor, id).await?;
    shown(&site, &v, &Form::blank(&v), &s, &wanted.q).await
}

pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    mut form: Form,
) -> Answer {
    let s = mine(&site, &actor, id).await?;
    match form.ticked::<PersonId>("people") {
        None => {}
        Some(people) => {
            let (beside, wanted) = (form.value("as") == "further", HomesWanted { people });
            let given = match beside {
                true => further::give(&site, &actor, id, &wanted).await,
                false => give(&site, &actor, id, &wanted).await,
            };
            let told = if beside { "stations-flash-further" } else { "stations-flash-homes" };
            match given {
                Ok(()) => return Ok(done(&format!("/stations/{id}/homes"), told)),
                Err(problem) => form.keep("people", problem)?,
            }
        }
    }
    let q = form.value("q").to_owned();
    shown(&site, &v, &form, &s, &q).await
}

pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, person)): Path<(StationId, PersonId)>,
    _form: Form,
) -> Answer {
    end(&site, &actor, id, person).await?;
    Ok(done(&format!("/stations/{id}/homes"), "stations-flash-home-ended"))
}

pub async fn remove_further(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, person)): Path<(StationId, PersonId)>,
    _form: Form,
) -> Answer {
    further::end(&site, &actor, id, person).await?;
    Ok(done(&format!("/stations/{id}/homes"), "stations-flash-further-ended"))
}
