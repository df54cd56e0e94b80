//! Certified, confirmed, called off.

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
        settle::{self as desk_of, ElectionReason},
    },
    store::Election,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn certify(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    _form: Form,
) -> Answer {
    desk_of::certify(&site, &actor, id).await?;
    Ok(done(&format!("/elections/{id}"), "elections-flash-certified"))
}

pub async fn confirm(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    _form: Form,
) -> Answer {
    desk_of::confirm(&site, &actor, id).await?;
    Ok(done(&format!("/elections/{id}"), "elections-flash-confirmed"))
}

fn asked(v: &View, f: &Form, it: &Election) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-cancel-title",
        under: it.title.to_string(),
        lead: "elections-cancel-lead",
        action: format!("/elections/{}/cancellation", it.id),
        button: "elections-cancel-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields: vec![Field::new(Input::Lines, "reason", "elections-field-reason").most(500)],
    };
    page.shown()
}

pub async fn ask_cancel(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
) -> Answer {
    let it = desk::may(&site, &actor, id, Right::ElectionCertify).await?;
    it.stage.after(Verb::Cancel).map_err(kernel::Refused::from)?;
    Ok(asked(&v, &Form::blank(&v), &it))
}

pub async fn cancel(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = desk::may(&site, &actor, id, Right::ElectionCertify).await?;
    if let Some(reason) = form.take("reason") {
        match desk_of::cancel(&site, &actor, id, ElectionReason { reason }).await {
            Ok(_) => return Ok(done(&format!("/elections/{id}"), "elections-flash-cancelled")),
            Err(problem) => keep_at(&mut form, "reason", problem)?,
        }
    }
    Ok(asked(&v, &form, &it))
}
