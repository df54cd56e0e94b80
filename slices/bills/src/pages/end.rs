//! 主席团对撤回的意见、大会表决结果.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use bills_rules::{BillId, Stage, Vote};
use kernel::Refusal as Family;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use super::show::{at, offered};
use crate::{
    desk::{Reason, decide},
    queries,
};

type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "bills/consent.html")]
struct Consent<'a> {
    v: &'a View,
    f: &'a Form,
    id: BillId,
    matter: String,
    why: String,
    answers: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "bills/vote.html")]
struct Voting<'a> {
    v: &'a View,
    f: &'a Form,
    id: BillId,
    matter: String,
}

async fn show_consent(site: &Site, actor: &Actor, v: &View, f: &Form, id: BillId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    if !f.has_errors() {
        offered(site, actor, &d, &at(id, "consent"))?;
    }
    let why = match &d.bill.stage {
        Stage::Agenda { asked: Some(asked), .. } => d.words(asked.reason).to_owned(),
        _ => String::new(),
    };
    let answers = vec![("yes", v.t("bills-consent-yes").into_owned()), ("no", v.t("bills-consent-no").into_owned())];
    let template = Consent { v, f, id, matter: d.bill.sheet.title, why, answers };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask_consent(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Answer {
    show_consent(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn consent(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
    mut form: Form,
) -> Answer {
    let agrees = form.choice("answer", |raw| matches!(raw, "yes" | "no").then_some(raw == "yes"));
    let against: Option<Reason> = if agrees == Some(false) { form.take("reason") } else { None };
    if form.has_errors() {
        return show_consent(&site, &actor, &v, &form, id).await;
    }
    decide::answer_withdrawal(&site, &actor, id, against).await?;
    Ok(done(&format!("/bills/{id}"), "bills-flash-answered"))
}

async fn show_vote(site: &Site, actor: &Actor, v: &View, f: &Form, id: BillId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    if !f.has_errors() {
        offered(site, actor, &d, &at(id, "vote"))?;
    }
    let template = Voting { v, f, id, matter: d.bill.sheet.title };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask_vote(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Answer {
    show_vote(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn vote(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
    mut form: Form,
) -> Answer {
    let mut count = |name: &str, told: bool| {
        if !told && form.value(name).trim().is_empty() {
            return None;
        }
        let typed: i64 = form.take(name)?;
        let count = u32::try_from(typed).ok();
        if count.is_none() {
            form.refuse(name, Wrong::new("kit-form-number"));
        }
        count
    };
    let (yes, all) = (count("yes", true), count("all", true));
    let (no, abstain) = (count("no", false), count("abstain", false));
    if let (Some(yes), Some(all), false) = (yes, all, form.has_errors()) {
        match decide::vote(&site, &actor, id, Vote { yes, all, no, abstain }).await {
            Ok(_) => return Ok(done(&format!("/bills/{id}"), "bills-flash-voted")),
            Err(Problem::Refused(refused)) if refused.kind == Family::Unfit => {
                form.refuse("yes", refused.into());
            }
            Err(problem) => return Err(problem),
        }
    }
    show_vote(&site, &actor, &v, &form, id).await
}
