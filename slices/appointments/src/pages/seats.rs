//! 任职和空缺一览: offices, who holds them, what is vacant and since when.

use accounts_rules::{Actor, Right};
use appointments_rules::Office;
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind as As},
    web::{Form, Query, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::{Named, place};
use serde::Deserialize;

use super::fields::{Options, keep_at, maybe_number, words};
use crate::{
    desk::seats::{self as desk, SeatWanted},
    queries::{self, SeatLine},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    #[serde(rename = "as")]
    form: String,
}

#[derive(Template)]
#[template(path = "appointments/offices.html")]
struct List<'a> {
    v: &'a View,
    place: &'a Named,
    lines: Vec<SeatLine>,
    vacant: u32,
    keeps: bool,
    exports: bool,
}

impl List<'_> {
    fn vacancy(&self, line: &SeatLine) -> String {
        vacancy(self.v, line)
    }

    fn holders(&self, line: &SeatLine) -> String {
        names(self.v, line)
    }

    fn since(&self, line: &SeatLine) -> String {
        let days: Vec<String> = line.holders.iter().map(|one| one.since.to_string()).collect();
        days.join(if self.v.lang == "en" { ", " } else { "、" })
    }
}

/// Who holds it now, those who act marked.
pub(super) fn names(v: &View, line: &SeatLine) -> String {
    let one = |holder: &queries::HolderLine| {
        if holder.how == "acting" {
            v.tf("appointments-acting", [("name", holder.name.clone())]).into_owned()
        } else {
            holder.name.clone()
        }
    };
    let all: Vec<String> = line.holders.iter().map(one).collect();
    all.join(if v.lang == "en" { ", " } else { "、" })
}

/// 空缺1名（自2026年…起）.
pub(super) fn vacancy(v: &View, line: &SeatLine) -> String {
    match (line.standing.vacant, line.standing.since) {
        (Some(0) | None, _) => String::new(),
        (Some(n), None) => v.tf("appointments-vacant", [("n", n.to_string())]).into_owned(),
        (Some(n), Some(since)) => {
            v.tf("appointments-vacant-since", [("n", n.to_string()), ("since", since.to_string())]).into_owned()
        }
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = super::place::seen(&site, &actor, &wanted.congress).await?;
    let lines = queries::overview(&mut site.db(), place.id, site.today()).await?;
    let open = lines.iter().filter(|line| line.seat.closed.is_none());
    let template = List {
        v: &v,
        vacant: open.filter_map(|line| line.standing.vacant).sum(),
        lines,
        keeps: actor.may(Right::AppointmentKeep, place.id).is_ok(),
        exports: actor.may(Right::ExportTake, place.id).is_ok(),
        place: &place,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 6] = [
    "appointments-field-seat",
    "appointments-field-office",
    "appointments-field-quota",
    "appointments-field-holders",
    "appointments-field-vacancy",
    "appointments-field-ends",
];

pub async fn export(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = super::place::seen(&site, &actor, &wanted.congress).await?;
    actor.may(Right::ExportTake, place.id)?;
    let kind = As::parse(&wanted.form).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for line in queries::overview(&mut site.db(), place.id, site.today()).await? {
        let quota = line.seat.quota.map(|quota| quota.to_string()).unwrap_or_default();
        let ends = line.ends.map(|day| day.to_string()).unwrap_or_default();
        let (holders, vacancy) = (names(&v, &line), vacancy(&v, &line));
        let office = v.t(&line.seat.office.key()).into_owned();
        let name = String::from(line.seat.name);
        let cells: [Cell; 6] = [name.into(), office.into(), quota.into(), holders.into(), vacancy.into(), ends.into()];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("appointments-offices-title"))?)
}

#[derive(Template)]
#[template(path = "appointments/new_office.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    congress: String,
    offices: Options,
}

fn asked(v: &View, f: &Form, congress: kernel::BodyId) -> Response {
    let template = New { v, f, congress: congress.to_string(), offices: words::<Office>(v) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::AppointmentKeep, &wanted.congress).await?;
    Ok(asked(&v, &Form::blank(&v).with("quota", 1).with("by_term", "1"), place.id))
}

pub async fn add(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::AppointmentKeep, &congress).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once("/appointments/offices")?;
        match desk::add(&site, &actor, place.id, wanted, &once).await {
            Ok(seat) => return Ok(done(&format!("/appointments/offices/{}", seat.id), "appointments-flash-office")),
            Err(problem) => keep_at(&mut form, ("", "office"), problem)?,
        }
    }
    Ok(asked(&v, &form, place.id))
}

/// Reads an office as it was typed.
pub fn read(form: &mut Form) -> Option<SeatWanted> {
    let (name, office) = (form.take("name"), form.choice("office", Office::read));
    let (quota, ordinal) = (maybe_number(form, "quota"), maybe_number(form, "ordinal").unwrap_or(0));
    let (by_term, vice, closed) = (form.yes("by_term"), form.yes("vice"), form.maybe("closed"));
    if form.has_errors() {
        return None;
    }
    Some(SeatWanted { name: name?, office: office?, quota, by_term, vice, ordinal, closed })
}
