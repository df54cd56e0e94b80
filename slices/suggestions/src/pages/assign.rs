//! 交办: one suggestion on its own page. Many in one action: `assigning`.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};
use suggestions_rules::SuggestionId;

use super::{
    show::{at, offered},
    units::{loaded, units},
};
use crate::{
    desk::assign::{Plan, assign},
    queries::{self, Hinted},
};

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
    hints: Vec<Hinted>,
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
    let others: Vec<BodyId> = form.ticked("co")?.into_iter().filter(|unit| *unit != first).collect();
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
        hints: queries::hints(site, s).await?,
        units: loaded(site, v, s.congress, units(site.db(), s.congress).await?).await?,
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}
