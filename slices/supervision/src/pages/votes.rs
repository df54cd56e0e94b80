//! 现场测评: the totals of a unit. Who corrects them begins with those that stand.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use supervision_rules::EvaluationId;

use super::{
    ask::{Asked, Field, Kind, keep, sheet},
    evaluation_unit::{count, may},
};
use crate::desk::evaluation::{VoteWanted, entered, vote, votes_version};

type Answer = Result<Response, Problem>;
type Place = (EvaluationId, BodyId);

const VOTES: Asked = Asked {
    title: "supervision-votes-title",
    lead: "supervision-votes-lead",
    button: "supervision-votes-button",
    flash: "supervision-flash-votes",
    fields: &[
        Field::new("ballots", "supervision-field-ballots", Kind::Number),
        Field::new("satisfied", "supervision-field-satisfied", Kind::Number),
        Field::new("basically", "supervision-field-basically", Kind::Number),
        Field::new("dissatisfied", "supervision-field-dissatisfied", Kind::Number),
        Field::new("invalid", "supervision-field-invalid", Kind::Number),
        Field::new("version", "supervision-field-ballots", Kind::Hidden),
    ],
};

fn shown(v: &View, form: &Form, name: &str, (id, unit): Place) -> Response {
    let back = format!("/supervision/evaluations/{id}");
    sheet(v, form, &VOTES, name, &format!("{back}/units/{unit}/votes"), &back)
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(at): Path<Place>,
    v: View,
) -> Answer {
    let (_, name) = may(&site, &actor, at, Right::EvaluationKeep).await?;
    let stands = entered(&mut site.db(), at.0, at.1).await?;
    let form = Form::blank(&v).with("version", votes_version(stands.as_ref()));
    let fields = stands.iter().flat_map(VoteWanted::fields);
    let form = fields.fold(form, |form, (field, _, number)| form.with(field, number));
    Ok(shown(&v, &form, &name, at))
}

pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(at): Path<Place>,
    v: View,
    mut form: Form,
) -> Answer {
    // Who may not is told so before anything is read.
    let (_, name) = may(&site, &actor, at, Right::EvaluationKeep).await?;
    if let Some(wanted) = read(&mut form) {
        let seen = Some(form.seen()?);
        match vote(&site, &actor, at, wanted, seen).await {
            Ok(_) => return Ok(done(&format!("/supervision/evaluations/{}", at.0), VOTES.flash)),
            Err(problem) => keep(&mut form, &VOTES, problem)?,
        }
    }
    Ok(shown(&v, &form, &name, at))
}

fn read(form: &mut Form) -> Option<VoteWanted> {
    let names = ["ballots", "satisfied", "basically", "dissatisfied", "invalid"];
    let [ballots, satisfied, basically, dissatisfied, invalid] = names.map(|name| count(form, name));
    Some(VoteWanted {
        ballots: ballots?,
        satisfied: satisfied?,
        basically: basically?,
        dissatisfied: dissatisfied?,
        invalid: invalid?,
    })
}
