//! One office: who holds it and held it; it is changed, somebody is entered, somebody leaves.

use accounts_rules::{Actor, Right};
use appointments_rules::{HoldingId, How, SeatId};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use law_rules::Word as _;

use super::{
    both::both,
    fields::{Options, keep_at, words},
    seats,
};
use crate::{
    desk::{
        draft::AppointeeWanted,
        seats::{self as desk, HolderWanted, LeavingWanted},
    },
    queries::{self, HolderLine, SeatLine},
    store::Seat,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "appointments/office.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    line: SeatLine,
    office: String,
    keeps: bool,
    hows: Options,
    people: Options,
    way: Vec<String>,
}

impl Show<'_> {
    fn how(&self, line: &HolderLine) -> String {
        self.v.t(&format!("appointments-how-{}", line.how)).into_owned()
    }

    /// When and how the oath was taken, where it is entered.
    fn sworn(&self, line: &HolderLine) -> Option<String> {
        line.sworn().map(|sworn| {
            let form = self.v.t(&sworn.form.key()).into_owned();
            let values = [("day", sworn.day.to_string()), ("form", form), ("place", sworn.place.to_string())];
            self.v.tf("appointments-sworn-on", values).into_owned()
        })
    }

    /// The last day, and how it ended where the congress ended it.
    fn until(&self, line: &HolderLine) -> String {
        super::person::until(self.v, line.until, line.left.as_deref())
    }

    fn opened(&self, step: &str) -> bool {
        self.f.errors().iter().any(|(field, _)| field.starts_with("holder-") == (step == "holder"))
    }
}

async fn shown(site: &Site, actor: &Actor, v: &View, seat: &Seat, form: Form) -> Answer {
    let mut db = site.db();
    let all = queries::overview(&mut db, seat.congress, site.today()).await?;
    let line = all.into_iter().find(|line| line.seat.id == seat.id).ok_or_else(Problem::missing)?;
    let rung = crate::look::rung(&mut db, seat.congress).await?;
    let way = appointments_rules::appointment_route(seat.office, rung);
    let steps = way.map(|way| way.working).unwrap_or_default();
    let people = queries::known(&mut db, seat.congress).await?.into_iter();
    // What was typed stands first and is what the fields show.
    let form = if form.value("office").is_empty() { filled(form, &line.seat) } else { form };
    let form = form.with("holder-since", site.today());
    let template = Show {
        v,
        f: &form,
        office: v.t(&seat.office.key()).into_owned(),
        keeps: actor.may(Right::AppointmentKeep, seat.congress).is_ok(),
        hows: words::<How>(v),
        people: people.map(|(id, name, _)| (id.to_string(), name)).collect(),
        way: steps.iter().map(|step| step.said(&v.language.says(), v.language.close())).collect(),
        line,
    };
    Ok(if form.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

fn filled(form: Form, seat: &Seat) -> Form {
    let form = form
        .with("version", seat.version)
        .with("name", seat.name.as_str())
        .with("office", seat.office.word())
        .with("ordinal", seat.ordinal)
        .with("quota", seat.quota.map(|quota| quota.to_string()).unwrap_or_default())
        .with("closed", seat.closed.map(|day| day.to_string()).unwrap_or_default());
    let form = if seat.by_term { form.with("by_term", "1") } else { form };
    if seat.vice { form.with("vice", "1") } else { form }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SeatId>, v: View) -> Answer {
    let seat = desk::of(&site, &actor, id, Right::AppointmentSee).await?;
    shown(&site, &actor, &v, &seat, Form::blank(&v)).await
}

/// What stands of an office in its form, with the keys of the labels.
const HELD: &[(&str, &str)] = &[
    ("name", "appointments-field-seat-name"),
    ("ordinal", "appointments-field-ordinal"),
    ("quota", "appointments-field-quota"),
    ("closed", "appointments-field-closed"),
    ("by_term", "appointments-field-by-term"),
];

pub async fn change(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SeatId>,
    v: View,
    mut form: Form,
) -> Answer {
    let seat = desk::of(&site, &actor, id, Right::AppointmentKeep).await?;
    let at = (id, form.seen()?);
    if let Some(wanted) = seats::read(&mut form) {
        match desk::change(&site, &actor, at, wanted).await {
            Ok(_) => return Ok(done(&format!("/appointments/offices/{id}"), "appointments-flash-office")),
            Err(Problem::Refused(Refused { kind: Refusal::Stale, .. })) => {
                let now = desk::of(&site, &actor, id, Right::AppointmentKeep).await?;
                let forms = (&form, &filled(Form::blank(&v), &now));
                return Err(both(&v, format!("/appointments/offices/{id}"), now.version, HELD, forms));
            }
            Err(problem) => keep_at(&mut form, ("", "name"), problem)?,
        }
    }
    shown(&site, &actor, &v, &seat, form).await
}

pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SeatId>,
    v: View,
    mut form: Form,
) -> Answer {
    let seat = desk::of(&site, &actor, id, Right::AppointmentKeep).await?;
    if let Some(wanted) = holder(&mut form) {
        let once = form.once(&format!("/appointments/offices/{id}/holders"))?;
        match desk::enter(&site, &actor, id, wanted, &once).await {
            Ok(_) => return Ok(done(&format!("/appointments/offices/{id}"), "appointments-flash-holder")),
            Err(problem) => keep_at(&mut form, ("holder-", "holder-appointee"), problem)?,
        }
    }
    shown(&site, &actor, &v, &seat, form).await
}

fn holder(form: &mut Form) -> Option<HolderWanted> {
    let (appointee, name) = (form.maybe("holder-appointee"), form.maybe("holder-name"));
    let new = name.map(|name| AppointeeWanted { name, post: None, born: None, person: None });
    let (since, how) = (form.take("holder-since"), form.choice("holder-how", How::read));
    let note = form.maybe("holder-note");
    if form.has_errors() {
        return None;
    }
    Some(HolderWanted { appointee, new, since: since?, how: how?, note })
}

#[derive(Template)]
#[template(path = "appointments/leaving.html")]
struct Leaving<'a> {
    v: &'a View,
    f: &'a Form,
    id: HoldingId,
    seat: &'a Seat,
    name: String,
}

async fn leaving(site: &Site, v: &View, f: &Form, id: HoldingId, seat: &Seat) -> Answer {
    let all = queries::overview(&mut site.db(), seat.congress, site.today()).await?;
    let held = all.into_iter().flat_map(|line| line.holders.into_iter().chain(line.former));
    let name = held.into_iter().find(|one| one.id == id).map(|one| one.name).unwrap_or_default();
    let template = Leaving { v, f, id, seat, name };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask_leave(State(site): State<Site>, Extension(actor): Who, Path(id): Path<HoldingId>, v: View) -> Answer {
    let seat = desk::of_holding(&site, &actor, id, Right::AppointmentKeep).await?;
    leaving(&site, &v, &Form::blank(&v).with("until", site.today()), id, &seat).await
}

pub async fn leave(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<HoldingId>,
    v: View,
    mut form: Form,
) -> Answer {
    let seat = desk::of_holding(&site, &actor, id, Right::AppointmentKeep).await?;
    if let Some(until) = form.take("until") {
        match desk::leave(&site, &actor, id, LeavingWanted { until }).await {
            Ok(seat) => return Ok(done(&format!("/appointments/offices/{}", seat.id), "appointments-flash-left")),
            Err(problem) => keep_at(&mut form, ("", "until"), problem)?,
        }
    }
    leaving(&site, &v, &form, id, &seat).await
}
