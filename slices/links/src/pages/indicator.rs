//! A congress adds an indicator of its own, or removes one.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Text};
use kit::{
    Problem, Site, View,
    web::{Form, Query, chosen, done, page, page_with},
};
use links_rules::{Condition, IndicatorId, Population};
use roster_views::place;

use super::{
    fields::{Options, options},
    list::Wanted,
};
use crate::{
    desk::indicator::{self as desk, IndicatorWanted},
    store::kinds_of,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "links/new_indicator.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    congress: BodyId,
    populations: Options,
    conditions: Options,
    kinds: Options,
}

async fn shown(site: &Site, v: &View, f: &Form, congress: BodyId) -> Answer {
    let kinds = kinds_of(&mut site.db(), congress).await?;
    let template = New {
        v,
        f,
        congress,
        populations: options(v, "population", Population::ALL.iter().map(|one| one.word())),
        conditions: options(v, "condition", Condition::ALL.iter().map(|one| one.word())),
        kinds: kinds.into_iter().map(|kind| (kind.id.to_string(), kind.spec.name.to_string())).collect(),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::CoverageKeep, &wanted.congress).await?;
    let form = Form::blank(&v).with("population", "deputies").with("condition", "linked");
    shown(&site, &v, &form, place.id).await
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::CoverageKeep, &congress).await?;
    if let Some(wanted) = read(&mut form)? {
        let once = form.once("/coverage/indicators")?;
        match desk::make(&site, &actor, place.id, wanted, &once).await {
            Ok(shown) => {
                let to = format!("/coverage/{}?congress={}", shown.key, place.id);
                return Ok(done(&to, "links-flash-indicator"));
            }
            Err(problem) => form.keep("condition", problem)?,
        }
    }
    shown(&site, &v, &form, place.id).await
}

fn read(form: &mut Form) -> Result<Option<IndicatorWanted>, Problem> {
    let name: Option<Text<60>> = form.take("name");
    let population = form.choice("population", Population::read);
    let condition = form.choice("condition", Condition::read);
    let kind = chosen("kind", form.value("kind"), |raw| raw.parse().ok())?;
    if form.has_errors() {
        return Ok(None);
    }
    let whole = || Some(IndicatorWanted { name: name?, population: population?, condition: condition?, kind });
    Ok(whole())
}

pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<IndicatorId>,
    _csrf: Form,
) -> Answer {
    let congress = desk::remove(&site, &actor, id).await?;
    Ok(done(&format!("/coverage?congress={congress}"), "links-flash-indicator-removed"))
}
