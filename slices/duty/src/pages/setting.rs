//! 值班规定 of the congress.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kernel::{BodyId, Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Stale, done, page, page_with},
};

use super::small;
use crate::{
    desk::setting::{self, SettingWanted},
    store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "duty/settings.html")]
struct Settings<'a> {
    v: &'a View,
    f: &'a Form,
}

/// What is set, with the keys of the labels.
const HELD: [(&str, &str); 2] = [("least", "duty-field-least"), ("ahead", "duty-field-days-ahead")];

/// The congress whose rules the actor sets.
fn congress(actor: &Actor) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let first = actor.bodies(Right::DutySet).next();
    first.ok_or_else(|| Refused::new(Refusal::NotYours, "duty-refused-set").into())
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, v: View) -> Answer {
    let congress = congress(&actor)?;
    let (set, version) = store::setting(&mut site.db(), congress).await?;
    let f = Form::blank(&v).with("least", set.least).with("ahead", set.ahead).with("version", version);
    let f = if set.by_clock { f.with("by_clock", 1) } else { f };
    Ok(page(&Settings { v: &v, f: &f }))
}

pub async fn set(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = congress(&actor)?;
    let (least, ahead) = (small(&mut form, "least"), small(&mut form, "ahead"));
    if let (Some(least), Some(ahead)) = (least, ahead) {
        let by_clock = form.value("by_clock") == "1";
        match setting::set(&site, &actor, congress, form.seen()?, SettingWanted { least, ahead, by_clock }).await {
            Ok(()) => return Ok(done("/duty", "duty-flash-set")),
            Err(Problem::Refused(Refused { kind: Refusal::Stale, .. })) => {
                let (now, version) = store::setting(&mut site.db(), congress).await?;
                let stands = Form::blank(&v).with("least", now.least).with("ahead", now.ahead);
                let said = |_: &str, value: &str| value.to_owned();
                let stale = Stale::of_forms("/duty/settings".to_owned(), version, HELD, (&form, &stands), said);
                return Err(Problem::Stale(Box::new(stale)));
            }
            Err(problem) => form.keep("least", problem)?,
        }
    }
    Ok(page_with(StatusCode::UNPROCESSABLE_ENTITY, &Settings { v: &v, f: &form }))
}
