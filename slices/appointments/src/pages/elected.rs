//! 选举产生的领导人员: which office an election fills, and the oath of whoever was elected.

use accounts_rules::{Actor, Right};
use appointments_rules::{HoldingId, OathForm, is_elected};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use elections_rules::election::ElectionId;
use kit::{
    Problem, Site, View,
    web::{Form, Query, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::Named;
use serde::Deserialize;

use super::fields::{Options, keep_at, words};
use crate::{
    desk::{
        elected::{self as desk, ElectedOfficeWanted, oath_before},
        follow::OathWanted,
        seats,
    },
    queries::{self, ElectedLine, LeaderElection},
    store::Seat,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
}

#[derive(Template)]
#[template(path = "appointments/elections.html")]
struct List<'a> {
    v: &'a View,
    place: Named,
    lines: Vec<(LeaderElection, Vec<ElectedLine>)>,
}

impl List<'_> {
    fn names(&self, all: &[ElectedLine]) -> String {
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        names.join(if self.v.lang == "en" { ", " } else { "、" })
    }
}

pub async fn list(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = super::place::seen(&site, &actor, &wanted.congress).await?;
    let mut db = site.db();
    let mut lines = Vec::new();
    for line in queries::leader_elections(&mut db, place.id).await? {
        let all = queries::elected(&mut db, line.id).await?;
        lines.push((line, all));
    }
    Ok(page(&List { v: &v, place, lines }))
}

#[derive(Template)]
#[template(path = "appointments/election.html")]
struct One<'a> {
    v: &'a View,
    f: &'a Form,
    it: &'a LeaderElection,
    all: Vec<ElectedLine>,
    names: bool,
    seats: Options,
}

impl One<'_> {
    fn seat(&self) -> String {
        self.it.seat.map(|seat| seat.to_string()).unwrap_or_default()
    }
}

async fn shown(site: &Site, actor: &Actor, v: &View, it: &LeaderElection, form: Form) -> Answer {
    let mut db = site.db();
    let all = queries::elected(&mut db, it.id).await?;
    let open = Seat::of(&mut db, it.congress).await?.into_iter();
    let open: Vec<Seat> = open.filter(|seat| seat.closed.is_none() && is_elected(seat.office)).collect();
    // The office whose name stands in the title is the likely one; the longest such name, since 副县长 contains 县长.
    let likely = open
        .iter()
        .filter(|seat| it.title.contains(seat.name.as_str()))
        .max_by_key(|seat| seat.name.as_str().chars().count());
    let chosen = it.seat.or_else(|| likely.map(|seat| seat.id)).map(|id| id.to_string()).unwrap_or_default();
    let form = if form.has_errors() { form } else { form.with("seat", chosen) };
    let template = One {
        v,
        f: &form,
        it,
        names: actor.may(Right::AppointmentKeep, it.congress).is_ok() && all.iter().all(|one| one.holding.is_none()),
        all,
        seats: open.into_iter().map(|seat| (seat.id.to_string(), seat.name.into())).collect(),
    };
    Ok(if form.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    let it = desk::of(&site, &actor, id, Right::AppointmentSee).await?;
    shown(&site, &actor, &v, &it, Form::blank(&v)).await
}

pub async fn name(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = desk::of(&site, &actor, id, Right::AppointmentKeep).await?;
    if let Some(seat) = form.take("seat") {
        match desk::name_office(&site, &actor, id, ElectedOfficeWanted { seat }).await {
            Ok(()) => return Ok(done(&format!("/appointments/elections/{id}"), "appointments-flash-election")),
            Err(problem) => keep_at(&mut form, ("", "seat"), problem)?,
        }
    }
    shown(&site, &actor, &v, &it, form).await
}

#[derive(Template)]
#[template(path = "appointments/oath.html")]
struct Swearing<'a> {
    v: &'a View,
    f: &'a Form,
    id: HoldingId,
    seat: &'a Seat,
    name: String,
    by: String,
    forms: Options,
}

async fn swearing(site: &Site, v: &View, f: &Form, id: HoldingId, seat: &Seat) -> Answer {
    let all = queries::overview(&mut site.db(), seat.congress, site.today()).await?;
    let held = all.into_iter().flat_map(|line| line.holders.into_iter().chain(line.former));
    let name = held.into_iter().find(|one| one.id == id).map(|one| one.name).unwrap_or_default();
    let by = v.t(&oath_before(seat.office).key()).into_owned();
    let template = Swearing { v, f, id, seat, name, by, forms: words::<OathForm>(v) };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask_oath(State(site): State<Site>, Extension(actor): Who, Path(id): Path<HoldingId>, v: View) -> Answer {
    let seat = seats::of_holding(&site, &actor, id, Right::AppointmentKeep).await?;
    let form = Form::blank(&v).with("day", site.today()).with("form", OathForm::Alone.word());
    swearing(&site, &v, &form, id, &seat).await
}

pub async fn swear(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<HoldingId>,
    v: View,
    mut form: Form,
) -> Answer {
    let seat = seats::of_holding(&site, &actor, id, Right::AppointmentKeep).await?;
    if let Some(wanted) = read(&mut form) {
        match desk::swear(&site, &actor, id, wanted).await {
            Ok(seat) => return Ok(done(&format!("/appointments/offices/{}", seat.id), "appointments-flash-sworn")),
            Err(problem) => keep_at(&mut form, ("", "day"), problem)?,
        }
    }
    swearing(&site, &v, &form, id, &seat).await
}

fn read(form: &mut Form) -> Option<OathWanted> {
    let (day, how) = (form.take("day"), form.choice("form", OathForm::read));
    let (place, led, witness) = (form.take("place"), form.maybe("led"), form.maybe("witness"));
    if form.has_errors() {
        return None;
    }
    Some(OathWanted { day: day?, form: how?, place: place?, led, witness })
}
