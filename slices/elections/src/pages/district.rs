//! A district is drawn and kept: seats, voters, days of posting.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::{
    Mode,
    election::{DistrictId, ElectionId, Verb},
};
use kit::{
    Problem, Site, View,
    web::{Form, done},
};

use super::ask::{Ask, Field, Input, count, keep_at, number};
use crate::{
    desk::{
        self,
        prepare::{self, DistrictWanted},
    },
    queries::people::constituencies,
    store::Election,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

fn fields(direct: bool) -> Vec<Field> {
    let day = |name, label| Field::new(Input::Day, name, label).optional();
    let mut fields = vec![
        Field::new(Input::Line, "name", "elections-field-district").most(60),
        Field::new(Input::Number, "seats", "elections-field-seats"),
        Field::new(Input::Number, "voters", "elections-field-voters").hint("elections-hint-voters"),
        Field::new(Input::Number, "stations", "elections-field-stations").optional(),
    ];
    if direct {
        fields.push(day("voter_list", "elections-posting-voter-list").hint("elections-hint-posted"));
    }
    fields.push(day("first_list", "elections-posting-first-list"));
    if direct {
        fields.push(day("formal_list", "elections-posting-formal-list"));
    }
    fields
}

fn read(form: &mut Form) -> Option<DistrictWanted> {
    let (name, constituency) = (form.take("name"), form.maybe("constituency"));
    let (seats, voters) = (number(form, "seats"), number(form, "voters"));
    let stations = count(form, "stations").unwrap_or(0);
    let (voter_list, first_list, formal_list) =
        (form.maybe("voter_list"), form.maybe("first_list"), form.maybe("formal_list"));
    if form.has_errors() {
        return None;
    }
    let (name, seats, voters) = (name?, seats?, voters?);
    Some(DistrictWanted { name, seats, voters, stations, constituency, voter_list, first_list, formal_list })
}

async fn drawn(site: &Site, v: &View, f: &Form, it: &Election) -> Answer {
    let mut fields = fields(true);
    let known = constituencies(&mut site.db(), it.term).await?;
    if !known.is_empty() {
        let options = known.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        let field = Field::new(Input::Select, "constituency", "elections-field-constituency").from(options);
        fields.push(field.hint("elections-hint-constituency").optional());
    }
    let page = Ask {
        v,
        f,
        title: "elections-district-new",
        under: it.title.to_string(),
        lead: "elections-district-lead",
        action: format!("/elections/{}/districts", it.id),
        button: "elections-district-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields,
    };
    Ok(page.shown())
}

async fn draws(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let it = desk::may(site, actor, id, Right::ElectionKeep).await?;
    if it.mode == Mode::Indirect {
        return Err(Problem::missing());
    }
    it.stage.after(Verb::Arrange).map_err(kernel::Refused::from)?;
    Ok(it)
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    let it = draws(&site, &actor, id).await?;
    drawn(&site, &v, &Form::blank(&v).with("seats", 1), &it).await
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = draws(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once(&format!("/elections/{id}/districts"))?;
        match prepare::draw(&site, &actor, id, wanted, &once).await {
            Ok(_) => return Ok(done(&format!("/elections/{id}"), "elections-flash-district")),
            Err(problem) => keep_at(&mut form, "name", problem)?,
        }
    }
    drawn(&site, &v, &form, &it).await
}

fn kept(v: &View, f: &Form, id: DistrictId, it: &Election) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-district-keep",
        under: format!("{} {}", it.title, f.value("name")),
        lead: "elections-district-lead",
        action: format!("/elections/districts/{id}"),
        button: "elections-save",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: vec![("version", f.value("version").to_owned())],
        fields: fields(it.mode == Mode::Direct),
    };
    page.shown()
}

pub async fn ask_keep(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>, v: View) -> Answer {
    let (district, it) = prepare::district(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    it.stage.after(Verb::Arrange).map_err(kernel::Refused::from)?;
    let mut form = Form::blank(&v)
        .with("version", desk::district_seen::version(&district))
        .with("name", &district.name)
        .with("seats", district.seats)
        .with("voters", district.voters)
        .with("stations", district.stations);
    for (name, day) in ["voter_list", "first_list", "formal_list"].into_iter().zip(district.posted()) {
        if let Some(day) = day {
            form = form.with(name, day);
        }
    }
    Ok(kept(&v, &form, id, &it))
}

pub async fn keep(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (_, it) = prepare::district(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    if let Some(wanted) = read(&mut form) {
        let seen = Some(form.seen()?);
        match prepare::keep(&site, &actor, id, wanted, seen).await {
            Ok(_) => return Ok(done(&format!("/elections/{}", it.id), "elections-flash-saved")),
            Err(problem) => keep_at(&mut form, "name", problem)?,
        }
    }
    Ok(kept(&v, &form, id, &it))
}
