//! 我有话说: the form, without an account; also typed for who telephones or comes.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kernel::{BodyId, PersonId, Text};
use kit::{
    Problem, Site, View,
    db::Ask,
    web::{Errors, Form, Query, chosen, page, page_with},
};
use opinions_rules::{TargetId, Topic, Waits, Way};
use serde::Deserialize;
use suggestions_rules::Listed;

use super::{HandIn, find::way};
use crate::{
    Ticket,
    desk::{
        codes,
        receive::{Received, Said, lands, receive},
    },
    files,
    queries::{
        book, detail, find,
        place::{self, PlaceLine},
        stations,
    },
};

/// To whom, and from where.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    to: String,
    area: String,
    code: String,
    reception: String,
}

#[derive(Template)]
#[template(path = "opinions/new.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    to: Option<(PersonId, String)>,
    way: Vec<PlaceLine>,
    inside: Vec<PlaceLine>,
    topics: Vec<(&'static str, String)>,
    ways: Vec<(&'static str, String)>,
    channels: Vec<Listed>,
    ticket: String,
    photos: String,
    voice: String,
    code: String,
    /// The reception at which it was said.
    reception: String,
    /// Whose office keeps it, and how many days name and telephone stay there once it is over; 0 for as long as nobody removes them.
    kept: Option<(String, u16)>,
}

impl New<'_> {
    /// 个人信息告知: who keeps it, what for, how long, how it is removed (个人信息保护法 17, 35).
    fn notice(&self) -> Vec<String> {
        let Some((office, days)) = &self.kept else { return Vec::new() };
        let values = [("office", office.clone()), ("days", days.to_string())];
        ["who", "why", "seen", "days", "files", "removal"]
            .map(|it| self.v.tf(&format!("opinions-notice-{it}"), &values).into_owned())
            .into()
    }
    /// The channels a person may name, by their codes.
    fn channels(&self) -> Vec<(String, String)> {
        self.channels.iter().map(|it| (it.code.clone(), it.name.clone())).collect()
    }
}

#[derive(Template)]
#[template(path = "opinions/received.html")]
struct Told<'a> {
    v: &'a View,
    number: String,
    code: String,
    typed: bool,
    /// By when somebody says a first word; nothing where it is left as a word to the deputy.
    next: Option<String>,
    /// The reception it was said at, to go back to.
    reception: Option<TargetId>,
}

/// The deputy and the place of a form.
struct Where {
    to: Option<(PersonId, String)>,
    way: Vec<PlaceLine>,
}

async fn place_of(ask: &mut impl Ask, to: &str, area: &str) -> Result<Where, Problem> {
    let to = person(to)?;
    let seats = match to {
        Some(person) => find::one(ask, person).await?,
        None => Vec::new(),
    };
    if to.is_some() && seats.is_empty() {
        return Err(Problem::missing());
    }
    let mut there = way(ask, area).await?;
    if there.is_empty() && !seats.is_empty() {
        // Nobody who scanned a deputy's code has to say first where they live.
        let nearest = seats.first().map(|seat| seat.congress);
        let sql = kit::db::Sql::new("select area from v_body where id = {}").bind(nearest);
        if let Some((code,)) = ask.one::<(kernel::AreaCode,)>(sql).await? {
            there = place::way(ask, &code).await?;
        }
    }
    Ok(Where { to: seats.first().map(|seat| (seat.person, seat.name.clone())), way: there })
}

/// The deputy an address names.
fn person(to: &str) -> Result<Option<PersonId>, Problem> {
    chosen("to", to, |raw| raw.parse().ok())
}

/// The ways that an actor may choose: whoever keeps opinions types for others, a deputy what they heard.
fn ways(v: &View, actor: &Actor, to: Option<PersonId>) -> Vec<(&'static str, String)> {
    let keeps = actor.holds(Right::OpinionType);
    // 12345 speaks with an office, not with a station.
    let office = actor.posts.iter().any(|post| post.carries(Right::OpinionType) && post.reaches(post.congress));
    let own = actor.signed_in() && to.is_some() && to == actor.stands_for();
    let open = |way: &Way| match way {
        Way::Page => true,
        Way::Phone | Way::Visit => keeps,
        Way::Hotline => keeps && office,
        Way::Deputy => keeps || own,
    };
    let all = Way::ALL.iter().copied().filter(open);
    let all: Vec<_> = all.map(|way| (way.word(), v.t(&format!("opinions-way-{}", way.word())).into_owned())).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

async fn sheet(
    (site, v, actor): (&Site, &View, &Actor),
    f: &Form,
    there: Where,
    ticket: String,
) -> Result<Response, Problem> {
    let mut look = site.db().look().await?;
    let here = there.way.last().map(|line| line.code.clone());
    let deputy = there.to.as_ref().map(|(person, _)| *person);
    let congress = match &here {
        Some(code) => landing(lands(&mut look, (code, site.today()), deputy).await)?,
        None => None,
    };
    let (mut channels, mut kept) = (Vec::new(), None);
    if let Some(congress) = congress {
        let book = book::of_congress(&mut look, congress).await?;
        kept = place::named_body(&mut look, congress).await?.map(|name| (name, book.opinions.forget.value));
        channels = book.channels;
    }
    let inside = place::inside(&mut look, here.as_ref()).await?;
    let named = |topic: &Topic| (topic.word(), v.t(&format!("opinions-topic-{}", topic.word())).into_owned());
    let template = New {
        v,
        f,
        ways: ways(v, actor, deputy),
        kept,
        to: there.to,
        way: there.way,
        inside,
        topics: Topic::ALL.iter().map(named).collect(),
        channels,
        ticket,
        photos: files::PHOTOS.accept(),
        voice: files::VOICE.accept(),
        code: f.value("code").to_owned(),
        reception: f.value("reception").to_owned(),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// Where it will land; nowhere for a place or a deputy that cannot be, which is said once something is handed in.
fn landing(found: Result<BodyId, Problem>) -> Result<Option<BodyId>, Problem> {
    match found {
        Ok(congress) => Ok(Some(congress)),
        Err(Problem::Fault(fault)) => Err(fault.into()),
        Err(_) => Ok(None),
    }
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let code = ours(&site, &wanted.code).await?;
    let blank = Form::blank(&v).with("code", code);
    let (form, there) = match reception(&wanted.reception)? {
        Some(id) => from_reception(&site, &actor, &wanted, (id, blank)).await?,
        None => {
            let there = place_of(&mut site.db(), &wanted.to, &wanted.area).await?;
            (blank.with("way", Way::Page.word()), there)
        }
    };
    let ticket = Ticket::open(&site).await?;
    sheet((&site, &v, &actor), &form, there, ticket.text().to_owned()).await
}

/// The reception an address or a form names.
fn reception(raw: &str) -> Result<Option<TargetId>, Problem> {
    chosen("reception", raw, |raw| raw.parse().ok())
}

/// The form with what was said at a reception, for who keeps the ledgers there.
async fn from_reception(
    site: &Site,
    actor: &Actor,
    wanted: &Wanted,
    (id, blank): (TargetId, Form),
) -> Result<(Form, Where), Problem> {
    let mut look = site.db().look().await?;
    let it = stations::said_at(&mut look, actor, id).await?;
    let to = match wanted.to.as_str() {
        "" => stations::received_by(&mut look, id).await?.map(|person| person.to_string()).unwrap_or_default(),
        to => to.to_owned(),
    };
    let area = if wanted.area.is_empty() { it.area.as_str() } else { &wanted.area };
    let there = place_of(&mut look, &to, area).await?;
    let blank = blank.with("way", Way::Visit.word()).with("reception", id).with("body", &it.said);
    Ok((blank.with("topic", it.topic.unwrap_or_default()), there))
}

/// The code a page carries on; nothing where it is none of ours, for nobody is stopped by a poster of long ago.
async fn ours(site: &Site, code: &str) -> Result<String, Problem> {
    let known = codes::known(site, code).await?.is_some();
    Ok(if known { code.to_owned() } else { String::new() })
}

/// Reads what was typed; what is wrong stands beside the fields.
fn read(form: &mut Form, there: &Where) -> Option<Said> {
    let topic = form.choice("topic", Topic::read);
    let way = if form.value("way").is_empty() { Some(Way::Page) } else { form.choice("way", Way::read) };
    let body: Option<Text<4000>> = form.take("body");
    let place = form.maybe("place");
    let (name, phone, hotline) = (form.maybe("name"), form.maybe("phone"), form.maybe("hotline"));
    let word = |raw: &str| Some(raw.chars().take(60).collect::<String>()).filter(|raw| !raw.is_empty());
    let (code, channel) = (word(form.value("code")), word(form.value("channel")));
    let area = there.way.last().map(|line| line.code.clone());
    if area.is_none() {
        form.refuse("area", kit::web::Wrong::new("opinions-wrong-area"));
    }
    let (to_deputy, to_unit) = (form.yes("to_deputy"), form.yes("to_unit"));
    let reception: Option<TargetId> = form.maybe("reception");
    if form.has_errors() {
        return None;
    }
    let deputy = there.to.as_ref().map(|(person, _)| *person);
    let (topic, way, area, body) = (topic?, way?, area?, body?);
    Some(Said {
        deputy,
        area,
        place,
        topic,
        way,
        body,
        name,
        phone,
        to_deputy,
        to_unit,
        hotline,
        code,
        channel,
        reception,
    })
}

/// The ticket of a form, and the one a form sent back carries: the same, or a new one where the old cannot be used any more.
async fn ticket(site: &Site, form: &mut Form) -> Result<(Option<Ticket>, String), Problem> {
    match Ticket::read(site, form.value("ticket")).await {
        Ok(ticket) => Ok((Some(ticket.clone()), ticket.text().to_owned())),
        Err(Problem::Invalid(errors)) => {
            let Errors(said) = &errors;
            let quick = said.iter().any(|(_, wrong)| wrong.key == "opinions-refused-too-quick");
            let same = form.value("ticket").to_owned();
            form.accept(errors.into())?;
            Ok((None, if quick { same } else { Ticket::open(site).await?.text().to_owned() }))
        }
        Err(other) => Err(other),
    }
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    _counted: HandIn,
    mut form: Form,
) -> Result<Response, Problem> {
    let there = place_of(&mut site.db(), form.value("to"), form.value("area")).await?;
    let (ticket, next) = ticket(&site, &mut form).await?;
    let said = read(&mut form, &there);
    let (Some(said), Some(ticket)) = (said, ticket) else {
        return sheet((&site, &v, &actor), &form, there, next).await;
    };
    match hand_in(&site, &actor, &form, &said, &ticket).await {
        Ok(received) => {
            let number = v.tf("opinions-number", [("year", received.year.to_string()), ("n", received.n.to_string())]);
            let (number, code) = (number.into_owned(), received.tracking.shown());
            let d = detail::read(&mut site.db(), received.id).await?;
            let waits = Waits::of(&d.kept.opinion.stage, &d.book.opinions, &site.calendar());
            let next = waits.map(|it| v.tf("opinions-next-first", [("day", it.day().to_string())]).into_owned());
            let (typed, reception) = (said.way != Way::Page, said.reception);
            Ok(page(&Told { v: &v, number, code, typed, next, reception }))
        }
        Err(problem) => {
            form.accept(problem)?;
            let again = Ticket::open(&site).await?.text().to_owned();
            // A form that was used up gets a new ticket; any other keeps its own.
            let next = if form.error("ticket").is_some() { again } else { next };
            sheet((&site, &v, &actor), &form, there, next).await
        }
    }
}

async fn hand_in(site: &Site, actor: &Actor, form: &Form, said: &Said, ticket: &Ticket) -> Result<Received, Problem> {
    let code = Some(ours(site, said.code.as_deref().unwrap_or_default()).await?).filter(|code| !code.is_empty());
    let said = &Said { code, ..said.clone() };
    let mut blobs = files::take_in(site, "photos", form.files("photos").cloned().collect()).await?;
    blobs.extend(files::take_in(site, "voice", form.files("voice").cloned().collect()).await?);
    receive(site, actor, said, &blobs, ticket).await
}
