//! 年度计划: something is planned, or given up.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use stations_rules::{PlanId, StationId};

use super::ask::{Asked, Field, Kind, sheet};
use crate::{
    desk::plan::{self, StationPlanWanted},
    sight,
    store::{Station, read},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

async fn mine(site: &Site, actor: &Actor, id: StationId) -> Result<Station, Problem> {
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::may(actor, Right::StationWork, &station)?;
    Ok(station)
}

fn asked(s: &Station) -> Asked {
    Asked {
        title: "stations-plan-new-title",
        lead: "stations-plan-lead",
        button: "stations-save",
        matter: s.card.name.to_string(),
        action: format!("/stations/{}/plans", s.id),
        back: format!("/stations/{}", s.id),
        fields: vec![
            Field::new("year", "stations-field-year", Kind::Number),
            Field::new("month", "stations-field-month", Kind::Number).hint("stations-hint-month"),
            Field::new("title", "stations-field-title", Kind::Line(80)),
            Field::new("words", "stations-field-words", Kind::Long(1000)).maybe(),
        ],
    }
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>, v: View) -> Answer {
    let s = mine(&site, &actor, id).await?;
    let (year, month, _) = site.today().parts();
    Ok(sheet(&v, &Form::blank(&v).with("year", year).with("month", month), &asked(&s)))
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    mut form: Form,
) -> Answer {
    let s = mine(&site, &actor, id).await?;
    let (year, month, title) = (form.take("year"), form.take("month"), form.take("title"));
    let words = form.maybe("words");
    if let (Some(year), Some(month), Some(title), false) = (year, month, title, form.has_errors()) {
        let once = form.once(&format!("/stations/{id}/plans"))?;
        let wanted = StationPlanWanted { year, month, title, words };
        match plan::plan(&site, &actor, id, &wanted, &once).await {
            Ok(_) => return Ok(done(&format!("/stations/{id}"), "stations-flash-planned")),
            Err(problem) => form.keep("title", problem)?,
        }
    }
    Ok(sheet(&v, &form, &asked(&s)))
}

fn dropping(plan: PlanId, station: StationId) -> Asked {
    Asked {
        title: "stations-drop-title",
        lead: "stations-drop-lead",
        button: "stations-drop",
        matter: String::new(),
        action: format!("/stations/plans/{plan}/removal"),
        back: format!("/stations/{station}"),
        fields: vec![Field::new("reason", "stations-field-reason", Kind::Line(200))],
    }
}

pub async fn ask_drop(State(site): State<Site>, Extension(actor): Who, Path(id): Path<PlanId>, v: View) -> Answer {
    let station = plan::may(&site, &actor, id).await?;
    Ok(sheet(&v, &Form::blank(&v), &dropping(id, station)))
}

pub async fn drop(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<PlanId>,
    v: View,
    mut form: Form,
) -> Answer {
    let station = plan::may(&site, &actor, id).await?;
    if let Some(reason) = form.take("reason") {
        match plan::give_up(&site, &actor, id, &reason).await {
            Ok(station) => return Ok(done(&format!("/stations/{station}"), "stations-flash-dropped")),
            Err(problem) => form.keep("reason", problem)?,
        }
    }
    Ok(sheet(&v, &form, &dropping(id, station)))
}
