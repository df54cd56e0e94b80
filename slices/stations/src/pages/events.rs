//! 接待登记 and activities: the form, also without a network; what was recorded; striking out; sealed names.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::PersonId;
use kit::{
    Problem, Site, View,
    blobs::Blob,
    web::{Form, done, page, page_with},
};
use law_rules::Word as _;
use stations_rules::{Disposal, EventId, EventKind, StationId, Topic};

use super::{
    ask::{Asked, Field, Kind, Options, maybe_number, maybe_word, sheet, words},
    ledger, rows,
};
use crate::{
    desk::{
        event::{self, EventWanted, Visitors},
        photo,
    },
    queries::{events, people, plans},
    sight,
    store::{Event, Station, read},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A station, for who records what happens there.
async fn mine(site: &Site, actor: &Actor, id: StationId) -> Result<Station, Problem> {
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::may(actor, Right::StationWork, &station)?;
    Ok(station)
}

async fn deputies(site: &Site, s: &Station) -> Result<Options, Problem> {
    let (_, days) = ledger::year(site, "")?;
    let homes = people::homes(&mut site.db(), s.id, days).await?;
    let further = people::further(&mut site.db(), s.id, days).await?;
    Ok(homes.into_iter().chain(further).map(|it| (it.person.to_string(), it.name)).collect())
}

async fn plan(site: &Site, s: &Station) -> Result<Options, Problem> {
    let open = plans::open(&mut site.db(), s.id, i64::from(site.today().parts().0)).await?;
    Ok(open
        .into_iter()
        .map(|(id, year, month, title)| (id.to_string(), format!("{year}-{month:02} {title}")))
        .collect())
}

async fn asked(site: &Site, v: &View, s: &Station, reception: bool) -> Result<Asked, Problem> {
    let deputies = Kind::Many(deputies(site, s).await?);
    let plan = Field::new("plan", "stations-field-does-plan", Kind::One(plan(site, s).await?)).maybe();
    let people = Field::new("deputies", "stations-field-deputies", deputies).hint("stations-hint-deputies");
    let mut fields = vec![
        Field::new("day", "stations-field-day", Kind::Day),
        Field::new("clock", "stations-field-clock", Kind::Line(40)).hint("stations-hint-clock").maybe(),
    ];
    if reception {
        fields.extend([
            people,
            Field::new("staff", "stations-field-staff", Kind::Line(80)).maybe(),
            Field::new("visitors", "stations-field-visitors", Kind::Number).hint("stations-hint-visitors"),
            Field::new("names", "stations-field-names", Kind::Line(200)).hint("stations-hint-names").maybe(),
            Field::new("phone", "stations-field-visitor-phone", Kind::Line(40)).hint("stations-hint-names").maybe(),
            Field::new("address", "stations-field-visitor-address", Kind::Line(100))
                .hint("stations-hint-names")
                .maybe(),
            Field::new("topic", "stations-field-topic", Kind::One(words::<Topic>(v))).maybe(),
            Field::new("said", "stations-field-said", Kind::Long(4000)).hint("stations-hint-said").maybe(),
            Field::new("evidence", "stations-field-brought", Kind::Line(200)).hint("stations-hint-brought").maybe(),
            Field::new("done", "stations-field-done", Kind::Long(2000)).maybe(),
            Field::new("disposal", "stations-field-disposal", Kind::Few(words::<Disposal>(v))).maybe(),
            Field::new("opinion", "stations-field-opinion", Kind::Line(40)).hint("stations-hint-opinion").maybe(),
            plan,
        ]);
    } else {
        let mut kinds = words::<EventKind>(v);
        kinds.retain(|(word, _)| word != "reception");
        fields.extend([
            Field::new("kind", "stations-field-kind-of-event", Kind::One(kinds)),
            Field::new("title", "stations-field-title", Kind::Line(80)),
            people.maybe(),
            Field::new("staff", "stations-field-staff", Kind::Line(80)).maybe(),
            Field::new("visitors", "stations-field-attended", Kind::Number).maybe(),
            Field::new("said", "stations-field-content", Kind::Long(4000)).maybe(),
            Field::new("done", "stations-field-result", Kind::Long(2000)).maybe(),
            plan,
        ]);
    }
    let (title, lead, what) = match reception {
        true => ("stations-reception-title", "stations-reception-lead", "receptions"),
        false => ("stations-activity-title", "stations-activity-lead", "activities"),
    };
    Ok(Asked {
        title,
        lead,
        button: "stations-record",
        matter: s.card.name.to_string(),
        action: format!("/stations/{}/{what}", s.id),
        back: format!("/stations/{}", s.id),
        fields,
    })
}

fn wanted(form: &mut Form, reception: bool) -> Option<EventWanted> {
    let kind = if reception { Some(EventKind::Reception) } else { form.choice("kind", EventKind::read) };
    let day = form.take("day");
    let read: Option<Vec<PersonId>> = form.ticked("deputies");
    let (clock, title, staff) = (form.maybe("clock"), form.maybe("title"), form.maybe("staff"));
    let visitors = maybe_number(form, "visitors").unwrap_or(0);
    let (names, phone, said, done) = (form.maybe("names"), form.maybe("phone"), form.maybe("said"), form.maybe("done"));
    let (address, evidence) = (form.maybe("address"), form.maybe("evidence"));
    let (topic, disposal) = (maybe_word(form, "topic"), maybe_word(form, "disposal"));
    let (opinion, plan) = (form.maybe("opinion"), form.maybe("plan"));
    if form.has_errors() {
        return None;
    }
    let (kind, day, deputies) = (kind?, day?, read?);
    #[rustfmt::skip]
    let wanted = EventWanted { kind, day, clock, title, deputies, staff, visitors, names, phone, address, topic, said, evidence, done, disposal, opinion, plan };
    Some(wanted)
}

async fn blank(site: &Site, actor: &Actor, v: &View, id: StationId, reception: bool) -> Answer {
    let s = mine(site, actor, id).await?;
    let form = Form::blank(v).with("day", site.today()).with("disposal", if reception { "noted" } else { "" });
    Ok(sheet(v, &form, &asked(site, v, &s, reception).await?))
}

async fn take(site: &Site, actor: &Actor, v: &View, id: StationId, reception: bool, mut form: Form) -> Answer {
    let s = mine(site, actor, id).await?;
    if let Some(wanted) = wanted(&mut form, reception) {
        let once = form.once(&format!("/stations/{id}/events"))?;
        match event::record(site, actor, id, wanted, &once).await {
            Ok(event) => return Ok(done(&format!("/stations/events/{event}"), "stations-flash-recorded")),
            Err(problem) => form.keep("day", problem)?,
        }
    }
    Ok(sheet(v, &form, &asked(site, v, &s, reception).await?))
}

pub async fn ask_reception(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
) -> Answer {
    blank(&site, &actor, &v, id, true).await
}

pub async fn ask_activity(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
) -> Answer {
    blank(&site, &actor, &v, id, false).await
}

pub async fn reception(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    form: Form,
) -> Answer {
    take(&site, &actor, &v, id, true, form).await
}

pub async fn activity(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    form: Form,
) -> Answer {
    take(&site, &actor, &v, id, false, form).await
}

#[derive(Template)]
#[template(path = "stations/event.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    e: &'a Event,
    s: &'a Station,
    deputies: Vec<(PersonId, String)>,
    opened: Option<Visitors>,
    photos: Vec<Blob>,
    /// The opinion it became, by its number, and whether the reader sees it there.
    became: Option<(String, bool)>,
    again: bool,
    strikes: bool,
    opens: bool,
}

impl Show<'_> {
    /// The opinion it became, as it stands in an address.
    fn opinion(&self) -> String {
        self.e.opinion.map(|id| id.to_string()).unwrap_or_default()
    }

    /// Whether it can still become an opinion, by who enters what happens here.
    fn becomes(&self) -> bool {
        self.reception() && self.strikes && self.became.is_none()
    }

    fn word(&self, group: &str, word: &Option<String>) -> String {
        rows::word(self.v.language, group, word.as_deref().unwrap_or_default())
    }

    fn kind(&self) -> String {
        rows::word(self.v.language, "event", &self.e.kind)
    }

    fn title(&self) -> String {
        if self.e.title.is_empty() { self.kind() } else { self.e.title.clone() }
    }

    /// Whether another photograph fits.
    fn fits(&self) -> bool {
        self.strikes && self.photos.len() < photo::MOST
    }

    fn accept(&self) -> String {
        photo::PHOTOS.accept()
    }

    fn reception(&self) -> bool {
        self.e.kind == "reception"
    }
}

pub(super) async fn shown(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    (e, s): (&Event, &Station),
    opened: Option<Visitors>,
) -> Answer {
    let deputies = people::at_event(&mut site.db(), e.id).await?;
    let works = sight::reaches(actor, Right::StationWork, s);
    let again = works && s.stage.lives() && e.kind == "reception";
    let strikes = e.struck.is_none() && works;
    let opens = e.sealed && opened.is_none() && sight::reaches(actor, Right::StationNamesOpen, s);
    let photos = crate::store::photos(&mut site.db(), e.id).await?;
    let found = events::opinion(&mut site.db(), e.id).await?;
    let became = found.map(|(year, n, offices)| {
        let sees = offices.into_iter().any(|office| actor.may(Right::OpinionSee, office).is_ok());
        (rows::number(v.language, Some(year), Some(n)), sees)
    });
    let template = Show { v, f, e, s, deputies, opened, photos, became, again, strikes, opens };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<EventId>, v: View) -> Answer {
    let (e, s) = event::of(&site, &actor, id).await?;
    shown(&site, &actor, &v, &Form::blank(&v), (&e, &s), None).await
}

pub async fn strike(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EventId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (e, s) = event::may(&site, &actor, id, Right::StationWork).await?;
    if let Some(reason) = form.take("why") {
        match event::strike(&site, &actor, id, &reason).await {
            Ok(()) => return Ok(done(&format!("/stations/events/{id}"), "stations-flash-struck")),
            Err(problem) => form.keep("why", problem)?,
        }
    }
    shown(&site, &actor, &v, &form, (&e, &s), None).await
}

pub async fn open(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EventId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (e, s) = event::may(&site, &actor, id, Right::StationNamesOpen).await?;
    let opened = match form.take("reason") {
        Some(reason) => Some(event::open_names(&site, &actor, id, &reason).await?),
        None => None,
    };
    shown(&site, &actor, &v, &form, (&e, &s), opened).await
}

#[derive(Template)]
#[template(path = "stations/print-event.html")]
struct Printed<'a> {
    v: &'a View,
    e: &'a Event,
    s: &'a Station,
    deputies: String,
}

impl Printed<'_> {
    fn word(&self, group: &str, word: &Option<String>) -> String {
        rows::word(self.v.language, group, word.as_deref().unwrap_or_default())
    }

    fn kind(&self) -> String {
        rows::word(self.v.language, "event", &self.e.kind)
    }
}

/// 登记表, to be printed and signed; who came writes their name by hand.
pub async fn print(State(site): State<Site>, Extension(actor): Who, Path(id): Path<EventId>, v: View) -> Answer {
    let (e, s) = event::of(&site, &actor, id).await?;
    let names: Vec<String> = people::at_event(&mut site.db(), id).await?.into_iter().map(|(_, name)| name).collect();
    let deputies = rows::names(v.language, &names);
    Ok(page(&Printed { v: &v, e: &e, s: &s, deputies }))
}
