//! 交办: one suggestion on its own page, or many in one action.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};
use serde::Deserialize;
use suggestions_rules::SuggestionId;

use super::{
    show::{at, offered},
    units::{Unit, congresses, units},
};
use crate::{
    desk::assign::{Plan, assign, assign_all},
    queries::{self, Filter, Line},
};

/// Most suggestions handed over from one page.
const MOST: u16 = 500;

#[derive(Template)]
#[template(path = "suggestions/assign.html")]
struct One<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    title: String,
    wishes: Vec<String>,
    ways: Vec<(&'static str, String)>,
    units: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "suggestions/assigning.html")]
struct Many<'a> {
    v: &'a View,
    f: &'a Form,
    congress: BodyId,
    name: String,
    lines: Vec<(Line, String)>,
    total: i64,
    units: Vec<(String, String)>,
    refused: Vec<(String, String)>,
}

/// Which congress.
#[derive(Deserialize)]
pub struct Wanted {
    congress: Option<BodyId>,
}

pub async fn one(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Result<Response, Problem> {
    form_page(&site, &actor, &v, &Form::blank(&v).with("way", "sole"), id).await
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(plan) = plan(&mut form) else { return form_page(&site, &actor, &v, &form, id).await };
    assign(&site, &actor, id, &plan).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-assigned"))
}

fn plan(form: &mut Form) -> Option<Plan> {
    let first = form.choice("unit", |raw| raw.parse().ok())?;
    let others: Vec<BodyId> =
        form.values("co").filter_map(|raw| raw.parse().ok()).filter(|unit| *unit != first).collect();
    let way = form.choice("way", |raw| matches!(raw, "sole" | "joint" | "separate").then(|| raw.to_owned()))?;
    if way != "sole" && others.is_empty() {
        form.refuse("co", Wrong::new("suggestions-wrong-no-other-unit"));
        return None;
    }
    Some(match way.as_str() {
        "joint" => Plan::Joint { lead: first, co: others },
        "separate" => Plan::Separate(std::iter::once(first).chain(others).collect()),
        _ => Plan::Sole(first),
    })
}

async fn form_page(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Result<Response, Problem> {
    let d = queries::detail(site, actor, id).await?;
    let s = &d.suggestion;
    actor.may(Right::SuggestionAssign, s.congress)?;
    offered(site, actor, &d, &at(id, "assignments")).await?;
    let template = One {
        v,
        f,
        id,
        title: s.sheet.title.clone(),
        wishes: s.sheet.wishes.iter().map(|unit| d.body(*unit).to_owned()).collect(),
        ways: vec![
            ("sole", v.t("suggestions-way-sole").into_owned()),
            ("joint", v.t("suggestions-way-joint").into_owned()),
            ("separate", v.t("suggestions-way-separate").into_owned()),
        ],
        units: named(units(site.db(), s.congress).await?),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

fn named(units: Vec<Unit>) -> Vec<(String, String)> {
    units.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect()
}

pub async fn many(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let own = congresses(site.db(), &actor, Right::SuggestionAssign).await?;
    let congress = wanted.congress.or_else(|| own.first().map(|congress| congress.id)).ok_or_else(Problem::missing)?;
    many_page(&site, &actor, &v, &Form::blank(&v), congress, vec![]).await
}

/// Each row names its lead unit and, if any, one co-unit; rows without a unit are left alone.
pub async fn hand_over(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let congress = form.choice("congress", |raw| raw.parse().ok()).ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionAssign, congress)?;
    let plans: Vec<(SuggestionId, Plan)> = form.values("id").filter_map(|raw| row_plan(&form, raw)).collect();
    if plans.is_empty() {
        form.refuse("id", Wrong::new("suggestions-wrong-no-unit-chosen"));
        return many_page(&site, &actor, &v, &form, congress, vec![]).await;
    }
    let answers = assign_all(&site, &actor, plans).await?;
    let refused: Vec<(SuggestionId, String)> = answers
        .into_iter()
        .filter_map(|(id, answer)| Some((id, v.language.refusal(&answer.err()?).into_owned())))
        .collect();
    if refused.is_empty() {
        return Ok(done("/suggestions/assigning", "suggestions-flash-handed-over"));
    }
    many_page(&site, &actor, &v, &form, congress, refused).await
}

fn row_plan(form: &Form, raw: &str) -> Option<(SuggestionId, Plan)> {
    let unit = |field: String| form.value(&field).parse::<BodyId>().ok();
    let lead = unit(format!("lead-{raw}"))?;
    let plan = match unit(format!("co-{raw}")).filter(|co| *co != lead) {
        Some(co) => Plan::Joint { lead, co: vec![co] },
        None => Plan::Sole(lead),
    };
    Some((raw.parse().ok()?, plan))
}

async fn many_page(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    congress: BodyId,
    refused: Vec<(SuggestionId, String)>,
) -> Result<Response, Problem> {
    actor.may(Right::SuggestionAssign, congress)?;
    let filter = Filter { stage: Some("numbered".to_owned()), ..Filter::of(congress) };
    let found = queries::list(&mut site.db(), &filter, None, MOST).await?;
    // Those that go with another are handed over with it.
    let along = queries::waiting_along(&mut site.db(), congress).await?;
    let book = queries::book_of(site, congress).await?;
    let category = |code: &str| book.name_of("category", code).to_owned();
    let own = congresses(site.db(), actor, Right::SuggestionAssign).await?;
    let name = own.into_iter().find(|one| one.id == congress).map(|one| one.name).unwrap_or_default();
    let title = |id| found.items.iter().find(|line| line.id == id).map(|line| line.title.clone());
    let template = Many {
        v,
        f,
        congress,
        name,
        refused: refused.into_iter().map(|(id, why)| (title(id).unwrap_or_default(), why)).collect(),
        total: found.total - i64::try_from(along.len()).unwrap_or(0),
        lines: found
            .items
            .iter()
            .filter(|line| !along.contains(&line.id))
            .map(|line| (line.clone(), category(&line.category)))
            .collect(),
        units: named(units(site.db(), congress).await?),
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}
