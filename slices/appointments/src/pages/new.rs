//! A proposal is begun.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointmentId, Kind, Nominator};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, Query, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::place;
use serde::Deserialize;

use super::fields::{Options, keep_at, maybe_number, words};
use crate::{
    desk::draft::{self as desk, AppointeeWanted, AppointmentWanted},
    queries,
    store::{self, Seat},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress, and like which proposal that failed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    again: String,
}

#[derive(Template)]
#[template(path = "appointments/new.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    congress: String,
    kinds: Options,
    seats: Options,
    people: Options,
    proposers: Options,
}

async fn asked(site: &Site, v: &View, f: &Form, congress: BodyId) -> Answer {
    let mut db = site.db();
    let seats = Seat::of(&mut db, congress).await?.into_iter().filter(|seat| seat.closed.is_none());
    let people = queries::known(&mut db, congress).await?.into_iter();
    let person = |(id, name, post): (appointments_rules::AppointeeId, String, String)| {
        let words = if post.is_empty() { name } else { format!("{name}（{post}）") };
        (id.to_string(), words)
    };
    let template = New {
        v,
        f,
        congress: congress.to_string(),
        kinds: words::<Kind>(v),
        seats: seats.map(|seat| (seat.id.to_string(), seat.name.into())).collect(),
        people: people.map(person).collect(),
        proposers: words::<Nominator>(v),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::AppointmentKeep, &wanted.congress).await?;
    let mut form = Form::blank(&v);
    let before: Option<AppointmentId> = wanted.again.parse().ok();
    let before = match before {
        Some(id) => store::read(&mut site.db(), id).await?.filter(|kept| kept.it.congress == place.id),
        None => None,
    };
    form = match before {
        None => form.with("kind", Kind::Appoint.word()),
        Some(kept) => form
            .with("kind", kept.it.matter.kind.word())
            .with("seat", kept.it.matter.seat)
            .with("appointee", kept.it.matter.person)
            .with("proposer", kept.proposer.word())
            .with("reason", kept.reason.as_str())
            .with("signers", kept.signers.map(|signers| signers.to_string()).unwrap_or_default()),
    };
    asked(&site, &v, &form, place.id).await
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::AppointmentKeep, &congress).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once("/appointments")?;
        match desk::draft(&site, &actor, place.id, wanted, &once).await {
            Ok(kept) => return Ok(done(&format!("/appointments/{}", kept.it.id), "appointments-flash-drafted")),
            Err(problem) => keep_at(&mut form, ("", "seat"), problem)?,
        }
    }
    asked(&site, &v, &form, place.id).await
}

fn read(form: &mut Form) -> Option<AppointmentWanted> {
    let (kind, seat) = (form.choice("kind", Kind::read), form.take("seat"));
    let appointee = form.maybe("appointee");
    let name: Option<_> = form.maybe("name");
    let (post, born) = (form.maybe("post"), form.maybe("born"));
    let new = name.map(|name| AppointeeWanted { name, post, born, person: None });
    let (proposer, reason) = (form.choice("proposer", Nominator::read), form.take("reason"));
    let signers = maybe_number(form, "signers");
    if form.has_errors() {
        return None;
    }
    let (kind, seat, proposer, reason) = (kind?, seat?, proposer?, reason?);
    Some(AppointmentWanted { kind, seat, appointee, new, proposer, reason, signers })
}
