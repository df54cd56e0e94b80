//! An announced election is put off.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{ElectionId, Verb};
use kit::{
    Problem, Site, View,
    web::{Form, done},
};

use super::ask::{Ask, Field, Input, keep_at};
use crate::{
    desk::{
        self,
        postpone::{self as desk_of, ElectionDayWanted},
    },
    store::Election,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

fn asked(v: &View, f: &Form, it: &Election) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-postpone-title",
        under: v
            .tf("elections-postpone-of", [("title", it.title.to_string()), ("day", it.day.to_string())])
            .into_owned(),
        lead: "elections-postpone-lead",
        action: format!("/elections/{}/day", it.id),
        button: "elections-postpone-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields: vec![
            Field::new(Input::Day, "day", "elections-field-new-day"),
            Field::new(Input::Lines, "reason", "elections-field-reason").most(500),
        ],
    };
    page.shown()
}

async fn postpones(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let it = desk::may(site, actor, id, Right::ElectionCertify).await?;
    it.stage.after(Verb::Postpone).map_err(kernel::Refused::from)?;
    Ok(it)
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    let it = postpones(&site, &actor, id).await?;
    Ok(asked(&v, &Form::blank(&v), &it))
}

pub async fn postpone(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = postpones(&site, &actor, id).await?;
    let (day, reason) = (form.take("day"), form.take("reason"));
    if let (Some(day), Some(reason), false) = (day, reason, form.has_errors()) {
        match desk_of::postpone(&site, &actor, id, ElectionDayWanted { day, reason }).await {
            Ok(_) => return Ok(done(&format!("/elections/{id}"), "elections-flash-postponed")),
            Err(problem) => keep_at(&mut form, "day", problem)?,
        }
    }
    Ok(asked(&v, &form, &it))
}
