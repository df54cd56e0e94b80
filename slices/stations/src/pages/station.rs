//! A station is entered, changed, opened, suspended, merged, closed.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Query, Wrong, chosen, done},
};
use law_rules::Word as _;
use roster_views::{Named, congresses};
use serde::Deserialize;
use stations_rules::{Function, Kind as Type, StationId, Step, Tier};

use super::{
    ask::{self, Asked, Field, Kind, sheet, words},
    both::both,
};
use crate::{
    desk::station::{StationStepWanted, StationWanted, change, found, revise},
    queries::stations,
    sight,
    store::{Station, read},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
}

fn fields(v: &View) -> Vec<Field> {
    vec![
        Field::new("name", "stations-field-name", Kind::Line(60)).hint("stations-hint-name"),
        Field::new("area", "stations-field-code", Kind::Line(12)).hint("stations-hint-area"),
        Field::new("tier", "stations-field-tier", Kind::Few(words::<Tier>(v))),
        Field::new("kind", "stations-field-kind", Kind::Few(words::<Type>(v))),
        Field::new("functions", "stations-field-functions", Kind::Many(words::<Function>(v))).maybe(),
        Field::new("host", "stations-field-host", Kind::Line(60)).maybe(),
        Field::new("head", "stations-field-head", Kind::Line(60)).hint("stations-hint-head").maybe(),
        Field::new("place", "stations-field-place", Kind::Line(100)),
        Field::new("size", "stations-field-size", Kind::Number).hint("stations-hint-size").maybe(),
        Field::new("hours", "stations-field-hours", Kind::Line(100)).hint("stations-hint-hours").maybe(),
        Field::new("phone", "stations-field-phone", Kind::Line(40)).hint("stations-hint-phone").maybe(),
        Field::new("about", "stations-field-about", Kind::Long(1000)).maybe(),
        Field::new("rules", "stations-field-rules", Kind::Long(4000)).hint("stations-hint-rules").maybe(),
    ]
}

fn card(form: &mut Form) -> Option<StationWanted> {
    let (name, area, place) = (form.take("name"), form.take("area"), form.take("place"));
    let (tier, kind) = (form.choice("tier", Tier::read), form.choice("kind", Type::read));
    let functions: Option<Vec<Function>> = form.values("functions").map(Function::read).collect();
    if functions.is_none() {
        form.refuse("functions", Wrong::new("kit-form-unknown-choice"));
    }
    let (host, head) = (form.maybe("host"), form.maybe("head"));
    let (hours, phone) = (form.maybe("hours"), form.maybe("phone"));
    let (about, rules, size) = (form.maybe("about"), form.maybe("rules"), ask::maybe_number(form, "size"));
    if form.has_errors() {
        return None;
    }
    let (name, area, place, tier, kind, functions) = (name?, area?, place?, tier?, kind?, functions?);
    Some(StationWanted { name, area, tier, kind, functions, host, head, place, size, hours, phone, about, rules })
}

async fn congress(site: &Site, actor: &Actor, asked: &str) -> Result<Named, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    sight::held(actor, Right::StationKeep)?;
    if let Some(congress) = asked {
        actor.may(Right::StationKeep, congress)?;
    }
    let all = congresses(&mut site.db(), actor, Right::StationKeep).await?;
    all.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id)).ok_or_else(Problem::missing)
}

fn entry(v: &View, of: &Named) -> Asked {
    let mut fields = fields(v);
    fields.push(Field::new("congress", "stations-field-congress", Kind::Hidden));
    Asked {
        title: "stations-new-title",
        lead: "stations-new-lead",
        button: "stations-save",
        matter: of.name.clone(),
        action: "/stations".to_owned(),
        back: "/stations/ledgers/register".to_owned(),
        fields,
    }
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let of = congress(&site, &actor, &wanted.congress).await?;
    let form = Form::blank(&v).with("congress", of.id).with("tier", "station").with("kind", "town");
    Ok(sheet(&v, &form, &entry(&v, &of)))
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let named = form.value("congress").to_owned();
    let of = congress(&site, &actor, &named).await?;
    if let Some(wanted) = card(&mut form) {
        let once = form.once("/stations")?;
        match found(&site, &actor, of.id, wanted, &once).await {
            Ok(station) => return Ok(done(&format!("/stations/{}", station.id), "stations-flash-founded")),
            Err(problem) => form.keep("name", problem)?,
        }
    }
    Ok(sheet(&v, &form, &entry(&v, &of)))
}

/// A station, for who keeps the register there.
async fn mine(site: &Site, actor: &Actor, id: StationId) -> Result<Station, Problem> {
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::may(actor, Right::StationKeep, &station)?;
    Ok(station)
}

fn edition(v: &View, s: &Station) -> Asked {
    let mut fields = fields(v);
    fields.push(Field::new("version", "stations-field-name", Kind::Hidden));
    Asked {
        title: "stations-edit-title",
        lead: "stations-edit-lead",
        button: "stations-save",
        matter: s.card.name.to_string(),
        action: format!("/stations/{}/edition", s.id),
        back: format!("/stations/{}", s.id),
        fields,
    }
}

pub async fn ask_edit(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>, v: View) -> Answer {
    let s = mine(&site, &actor, id).await?;
    Ok(sheet(&v, &filled(&v, &s), &edition(&v, &s)))
}

/// The form as it stands in the register.
fn filled(v: &View, s: &Station) -> Form {
    let told = |text: Option<String>| text.unwrap_or_default();
    let mut form = Form::blank(v)
        .with("version", s.version)
        .with("name", &s.card.name)
        .with("area", &s.card.area)
        .with("tier", s.card.tier.word())
        .with("kind", s.card.kind.word())
        .with("host", told(s.card.host.as_ref().map(ToString::to_string)))
        .with("head", told(s.card.head.as_ref().map(ToString::to_string)))
        .with("place", &s.card.place)
        .with("size", told(s.card.size.map(|size| size.to_string())))
        .with("hours", told(s.card.hours.as_ref().map(ToString::to_string)))
        .with("phone", told(s.card.phone.as_ref().map(ToString::to_string)))
        .with("about", told(s.card.about.as_ref().map(ToString::to_string)))
        .with("rules", told(s.card.rules.as_ref().map(ToString::to_string)));
    for one in &s.card.functions {
        form = form.with("functions", one.word());
    }
    form
}

pub async fn edit(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    mut form: Form,
) -> Answer {
    let s = mine(&site, &actor, id).await?;
    if let Some(wanted) = card(&mut form) {
        let seen = form.seen()?;
        match revise(&site, &actor, id, seen, wanted).await {
            Ok(_) => return Ok(done(&format!("/stations/{id}"), "stations-flash-revised")),
            Err(Problem::Refused(Refused { kind: Refusal::Stale, .. })) => {
                let now = mine(&site, &actor, id).await?;
                return Err(both(&edition(&v, &now), now.version, &form, &filled(&v, &now)));
            }
            Err(problem) => form.keep("name", problem)?,
        }
    }
    Ok(sheet(&v, &form, &edition(&v, &s)))
}

async fn staging(site: &Site, v: &View, s: &Station) -> Result<Asked, Problem> {
    let step = |one: &Step| (one.word().to_owned(), v.t(&one.key()).into_owned());
    let steps = s.stage.steps().iter().map(step).collect();
    let others = stations::successors(&mut site.db(), s.congress, s.id).await?;
    let others = others.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    Ok(Asked {
        title: "stations-stage-title",
        lead: "stations-stage-lead",
        button: "stations-save",
        matter: s.card.name.to_string(),
        action: format!("/stations/{}/stage", s.id),
        back: format!("/stations/{}", s.id),
        fields: vec![
            Field::new("step", "stations-field-step", Kind::Few(steps)),
            Field::new("into", "stations-field-into", Kind::One(others)).hint("stations-hint-into").maybe(),
            Field::new("reason", "stations-field-reason", Kind::Long(500)).hint("stations-hint-reason"),
            Field::new("version", "stations-field-name", Kind::Hidden),
        ],
    })
}

pub async fn ask_stage(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>, v: View) -> Answer {
    let s = mine(&site, &actor, id).await?;
    let form = Form::blank(&v).with("version", s.version);
    Ok(sheet(&v, &form, &staging(&site, &v, &s).await?))
}

pub async fn stage(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    mut form: Form,
) -> Answer {
    let s = mine(&site, &actor, id).await?;
    let (step, into, reason) = (form.choice("step", Step::read), form.maybe("into"), form.take("reason"));
    if let (Some(step), Some(reason), false) = (step, reason, form.has_errors()) {
        let seen = form.seen()?;
        match change(&site, &actor, id, seen, &StationStepWanted { step, into, reason }).await {
            Ok(_) => return Ok(done(&format!("/stations/{id}"), "stations-flash-stage")),
            Err(problem) => form.keep("step", problem)?,
        }
    }
    Ok(sheet(&v, &form, &staging(&site, &v, &s).await?))
}
