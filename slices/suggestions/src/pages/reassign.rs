//! 改派、增加承办单位: one page each, with the unit to choose and the reason.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Refusal as Family};
use kit::{
    Problem, Site, View,
    web::{Form, done, page_with},
};
use roster_views::Named;
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{
    show::{at, offered},
    units::{loaded, units},
};
use crate::{
    desk::{self, Reason},
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/reassign.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    title: &'static str,
    lead: &'static str,
    id: SuggestionId,
    matter: String,
    /// The unit that has the part now.
    unit: String,
    action: String,
    units: Vec<(String, String)>,
}

/// The page for a part that goes to another unit; without one, for one more unit.
async fn show(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    (id, part): (SuggestionId, Option<AssignmentId>),
) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let s = &d.suggestion;
    let handling = s.stage.handling();
    let found = |part| handling.and_then(|handling| handling.handlers.find(part)).ok_or_else(Problem::missing);
    let part = part.map(found).transpose()?;
    let action = part.map_or_else(|| at(id, "units"), |part| at(id, &format!("assignments/{}/reassignment", part.id)));
    offered(site, actor, &d, &action).await?;
    let has = |unit: &Named| handling.is_some_and(|h| h.handlers.live().any(|part| part.unit == unit.id));
    let free = units(site.db(), s.congress).await?.into_iter().filter(|unit| !has(unit)).collect();
    let (title, lead) = match part {
        Some(_) => ("suggestions-reassign-title", "suggestions-reassign-lead"),
        None => ("suggestions-add-unit-title", "suggestions-add-unit-lead"),
    };
    let template = Page {
        v,
        f,
        title,
        lead,
        id,
        matter: s.sheet.title.clone(),
        unit: part.map(|part| d.body(part.unit).to_owned()).unwrap_or_default(),
        action,
        units: loaded(site, v, s.congress, free).await?,
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    v: View,
) -> Answer {
    show(&site, &actor, &v, &Form::blank(&v), (id, Some(part))).await
}

pub async fn ask_unit(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    show(&site, &actor, &v, &Form::blank(&v), (id, None)).await
}

/// The unit and the reason, as typed.
fn typed(form: &mut Form) -> Option<(BodyId, Reason)> {
    let unit = form.choice("unit", |raw| raw.parse().ok());
    let reason = form.take("reason");
    unit.zip(reason)
}

pub async fn reassign(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    v: View,
    mut form: Form,
) -> Answer {
    if let Some((to, reason)) = typed(&mut form) {
        match desk::reassign::reassign(&site, &actor, id, part, to, reason).await {
            Ok(_) => return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-reassigned")),
            Err(problem) => refused(&mut form, problem)?,
        }
    }
    show(&site, &actor, &v, &form, (id, Some(part))).await
}

pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    if let Some((unit, reason)) = typed(&mut form) {
        match desk::reassign::add_unit(&site, &actor, id, unit, reason).await {
            Ok(_) => return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-unit-added")),
            Err(problem) => refused(&mut form, problem)?,
        }
    }
    show(&site, &actor, &v, &form, (id, None)).await
}

/// A unit that does not fit is told beside the field.
fn refused(form: &mut Form, problem: Problem) -> Result<(), Problem> {
    match problem {
        Problem::Refused(refused) if refused.kind == Family::Unfit => {
            form.refuse("unit", refused.into());
            Ok(())
        }
        problem => form.accept(problem),
    }
}
