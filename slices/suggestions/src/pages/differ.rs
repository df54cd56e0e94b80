//! 协调: the form that says units disagree, and the one that says what came of coordinating.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Day, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page_with},
};
use suggestions_rules::{DifferenceId, DifferenceRefusal, Refusal, Role, Stage, SuggestionId};

use crate::{
    desk::{self, Reason, differ as verbs},
    queries::{self, Differing, Room},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type One = Path<(SuggestionId, DifferenceId)>;

#[derive(Template)]
#[template(path = "suggestions/differ.html")]
struct Raise<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    units: Vec<(String, String)>,
    at: String,
}

#[derive(Template)]
#[template(path = "suggestions/coordinate.html")]
struct Settle<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    difference: Differing,
    between: String,
    room: String,
}

/// The units that can be named: those with a part of their own, but for the one that asks.
fn units(actor: &Actor, room: &Room) -> Result<Vec<(BodyId, String)>, Refused> {
    let own = desk::room::sender(actor, &room.kept.suggestion)?;
    let others = room.units.iter().filter(|unit| unit.unit != own && unit.role != Role::Reader.word());
    Ok(others.map(|unit| (unit.unit, unit.name.clone())).collect())
}

/// The room, while something can be raised in it.
async fn open(site: &Site, actor: &Actor, id: SuggestionId) -> Result<(Room, Vec<(BodyId, String)>), Problem> {
    let room = queries::room(site, actor, id).await?;
    let units = units(actor, &room)?;
    match room.kept.suggestion.stage {
        Stage::Handling(_) => Ok((room, units)),
        _ => Err(Problem::missing()),
    }
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>, v: View) -> Answer {
    let (room, units) = open(&site, &actor, id).await?;
    Ok(raising(&v, &Form::blank(&v), (&room, units), id))
}

pub async fn raise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (room, units) = open(&site, &actor, id).await?;
    let between: Vec<BodyId> = form.ticked("between").unwrap_or_default();
    if between.is_empty() && !form.has_errors() {
        form.refuse("between", Wrong::new(DifferenceRefusal::Unfit.key()));
    }
    let about: Option<Reason> = form.take("about");
    let (Some(about), false) = (about, form.has_errors()) else {
        return Ok(raising(&v, &form, (&room, units), id));
    };
    let at = format!("/suggestions/{id}/room/differences");
    match verbs::raise(&site, &actor, id, (between, about), &form.once(&at)?).await {
        Err(Problem::Refused(refused)) if refused.key == DifferenceRefusal::Unfit.key() => {
            form.refuse("between", refused.into());
            Ok(raising(&v, &form, (&room, units), id))
        }
        other => {
            other?;
            Ok(done(&format!("/suggestions/{id}/room"), "suggestions-flash-difference-raised"))
        }
    }
}

fn raising(v: &View, f: &Form, (room, units): (&Room, Vec<(BodyId, String)>), id: SuggestionId) -> Response {
    let template = Raise {
        v,
        f,
        matter: room.kept.suggestion.sheet.title.clone(),
        units: units.into_iter().map(|(unit, name)| (unit.to_string(), name)).collect(),
        at: format!("/suggestions/{id}/room"),
    };
    page_with(status(f), &template)
}

/// What is open, for who coordinates.
async fn standing(
    site: &Site,
    actor: &Actor,
    (id, which): (SuggestionId, DifferenceId),
) -> Result<(String, Differing, String), Problem> {
    let room = queries::room(site, actor, id).await?;
    let found = room.differences.into_iter().find(|(one, _)| one.id == which);
    let (difference, between) = found.ok_or_else(Problem::missing)?;
    verbs::coordinator(actor, &room.kept.suggestion)?;
    let names: Vec<String> = between.into_iter().map(|(_, name)| name).collect();
    Ok((room.kept.suggestion.sheet.title, difference, names.join("、")))
}

pub async fn ask_outcome(State(site): State<Site>, Extension(actor): Who, Path(at): One, v: View) -> Answer {
    let form = Form::blank(&v).with("day", site.today());
    settling(&site, &actor, &v, &form, at).await
}

pub async fn settle(State(site): State<Site>, Extension(actor): Who, Path(at): One, v: View, mut form: Form) -> Answer {
    standing(&site, &actor, at).await?;
    let (day, outcome): (Option<Day>, Option<Reason>) = (form.take("day"), form.take("outcome"));
    let (Some(day), Some(outcome)) = (day, outcome) else { return settling(&site, &actor, &v, &form, at).await };
    match verbs::settle(&site, &actor, at, (day, outcome)).await {
        Err(Problem::Refused(refused)) if refused.key == DifferenceRefusal::DayUnfit.key() => {
            form.refuse("day", refused.into());
            settling(&site, &actor, &v, &form, at).await
        }
        other => {
            other?;
            Ok(done(&format!("/suggestions/{}/room", at.0), "suggestions-flash-difference-settled"))
        }
    }
}

async fn settling(site: &Site, actor: &Actor, v: &View, f: &Form, at: (SuggestionId, DifferenceId)) -> Answer {
    let (matter, difference, between) = standing(site, actor, at).await?;
    if difference.settled_on.is_some() {
        return Err(Refused::from(Refusal::from(DifferenceRefusal::Settled)).into());
    }
    let room = format!("/suggestions/{}/room", at.0);
    Ok(page_with(status(f), &Settle { v, f, matter, difference, between, room }))
}

fn status(f: &Form) -> StatusCode {
    if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}
