//! How many stand, by the method of a congress.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{ElectionId, Refusal, Verb, range};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    web::{Form, done},
};

use super::ask::{Ask, Field, Input, count, keep_at};
use crate::{
    desk::{
        self,
        number::{self as desk_of, CandidateNumberWanted},
    },
    store::Election,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

fn asked(v: &View, f: &Form, it: &Election) -> Response {
    let lawful = range(elections_rules::election::Contesting { fixed: None, ..it.contesting() }, it.seats).value;
    let most = lawful.max.map_or_else(|| v.t("elections-range-open").into_owned(), |max| max.to_string());
    let values = [("seats", it.seats.to_string()), ("min", lawful.min.to_string()), ("most", most)];
    let page = Ask {
        v,
        f,
        title: "elections-number-title",
        under: format!("{} {}", it.title, v.tf("elections-range", values)),
        lead: "elections-number-lead",
        action: format!("/elections/{}/number", it.id),
        button: "elections-save",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields: vec![
            Field::new(Input::Number, "candidates", "elections-field-fixed")
                .hint("elections-hint-candidates")
                .optional(),
        ],
    };
    page.shown()
}

async fn fixes(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let it = desk::may(site, actor, id, Right::ElectionKeep).await?;
    if !it.contesting().may_fix() {
        return Err(Refused::from(Refusal::FixedHere).into());
    }
    it.stage.after(Verb::Number).map_err(Refused::from)?;
    Ok(it)
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    let it = fixes(&site, &actor, id).await?;
    let mut form = Form::blank(&v);
    if let Some(number) = it.candidates {
        form = form.with("candidates", number);
    }
    Ok(asked(&v, &form, &it))
}

pub async fn set(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = fixes(&site, &actor, id).await?;
    let candidates = count(&mut form, "candidates");
    if !form.has_errors() {
        match desk_of::set(&site, &actor, id, CandidateNumberWanted { candidates }).await {
            Ok(_) => return Ok(done(&format!("/elections/{id}"), "elections-flash-saved")),
            Err(problem) => keep_at(&mut form, "candidates", problem)?,
        }
    }
    Ok(asked(&v, &form, &it))
}
