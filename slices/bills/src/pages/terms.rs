//! 本次会议议案规定.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use bills_rules::{Late, SessionId, Terms};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use crate::{
    desk::terms::{self, Wanted, local, read_local},
    queries,
};

#[derive(Template)]
#[template(path = "bills/terms.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    action: String,
    back: String,
    about: String,
    lates: Vec<(&'static str, String)>,
    sets: bool,
    usual: bool,
}

async fn show(site: &Site, actor: &Actor, v: &View, f: &Form, id: SessionId) -> Result<Response, Problem> {
    let session = queries::session(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let template = Page {
        v,
        f,
        action: format!("/bills/terms/{id}"),
        back: format!("/bills?congress={}", session.congress),
        about: session.name.clone(),
        lates: Late::ALL
            .into_iter()
            .map(|late| (late.word(), v.t(&format!("bills-late-{}", late.word())).into_owned()))
            .collect(),
        sets: actor.may(Right::BillTermsSet, session.congress).is_ok(),
        usual: f.value("version") == "0",
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SessionId>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let session = queries::session(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillSeeNumbered, session.congress)?;
    let laid = terms::of(&site, id).await?;
    let form = Form::blank(&v)
        .with("deadline", laid.terms.deadline.map(local).unwrap_or_default())
        .with("late", laid.terms.late.word())
        .with("delegations", if laid.terms.delegations { "1" } else { "" })
        .with("report_months", laid.terms.report_months)
        .with("consult_first", if laid.terms.consult_first { "1" } else { "" })
        .with("consult_days", laid.terms.consult_days)
        .with("pattern", laid.pattern)
        .with("basis", laid.basis)
        .with("version", laid.version);
    show(&site, &actor, &v, &form, id).await
}

pub async fn lay(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SessionId>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let session = queries::session(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillTermsSet, session.congress)?;
    let Some((seen, wanted)) = read(&mut form) else { return show(&site, &actor, &v, &form, id).await };
    if let Err(problem) = terms::lay(&site, &actor, id, seen, wanted).await {
        form.accept(problem)?;
        return show(&site, &actor, &v, &form, id).await;
    }
    Ok(done(&format!("/bills?congress={}", session.congress), "bills-flash-terms"))
}

fn read(form: &mut Form) -> Option<(i64, Wanted)> {
    let typed = form.value("deadline").trim().to_owned();
    let deadline = read_local(&typed);
    if deadline.is_none() && !typed.is_empty() {
        form.refuse("deadline", Wrong::new("bills-wrong-moment"));
    }
    let late = form.choice("late", Late::read);
    let (months, days): (Option<i64>, Option<i64>) = (form.take("report_months"), form.maybe("consult_days"));
    let (pattern, basis, seen) = (form.take("pattern"), form.take("basis"), form.take("version"));
    if form.has_errors() {
        return None;
    }
    // What no session knows is said beside the field by the desk.
    let report_months = u16::try_from(months?).unwrap_or(u16::MAX);
    let consult_days = days.map_or(Terms::USUAL_CONSULT_DAYS, |days| u16::try_from(days).unwrap_or(u16::MAX));
    let (delegations, consult_first) = (form.yes("delegations"), form.yes("consult_first"));
    let (late, pattern, basis) = (late?, pattern?, basis?);
    Some((seen?, Wanted { deadline, late, delegations, report_months, consult_first, consult_days, pattern, basis }))
}
