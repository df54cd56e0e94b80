//! Objections to the list of voters of a district: which came in, how far each is.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{Against, Clock, DistrictId, Hearing, ObjectionId, Ruling, Verb};
use kernel::Day;
use kit::{
    Problem, Site, View,
    list::position,
    web::{Form, Query, done, page},
};
use law_rules::Word as _;
use serde::Deserialize;

use super::ask::{Ask, Field, Input, count, keep_at, words};
use crate::{
    desk::{
        objections::{self as desk, VoterObjectionWanted},
        voters,
    },
    queries::{self, BY_ARRIVAL},
    store::{District, Election, Objection, listed},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

/// Which of them.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    after: String,
}

/// What an objection says of itself, in words.
pub struct Said<'a> {
    v: &'a View,
    today: Day,
    election: Day,
}

impl Said<'_> {
    fn against(&self, one: &Objection) -> String {
        self.v.t(&one.against.key()).into_owned()
    }
    fn stage(&self, one: &Objection) -> String {
        let heard = one.heard(self.election);
        let stage = self.v.t(&heard.stage().key()).into_owned();
        match heard.holds() {
            Some(ruling) => format!("{stage} {}", self.v.t(&ruling.key())),
            None => stage,
        }
    }
    fn tone(&self, one: &Objection) -> &'static str {
        let heard = one.heard(self.election);
        match (heard.stage(), heard.holds()) {
            (Hearing::Received | Hearing::Sued, _) => "wait",
            (_, Some(Ruling::Upheld)) => "good",
            _ => "quiet",
        }
    }
    fn clock(&self, one: &Objection) -> Option<Clock> {
        one.heard(self.election).clock(self.today)
    }
    /// What comes next, and by when.
    fn next(&self, clock: &Clock) -> String {
        let key = match (clock.what, clock.over) {
            (Hearing::Sued, false) => "elections-clock-sue",
            (Hearing::Sued, true) => "elections-clock-sue-over",
            (Hearing::Judged, false) => "elections-clock-judge",
            (Hearing::Judged, true) => "elections-clock-judge-over",
            (_, false) => "elections-clock-decide",
            (_, true) => "elections-clock-decide-over",
        };
        self.v.tf(key, [("due", clock.due.to_string())]).into_owned()
    }
    fn overdue(&self, clock: &Clock) -> bool {
        clock.over && clock.what != Hearing::Sued
    }
}

#[derive(Template)]
#[template(path = "elections/objections.html")]
struct List<'a> {
    v: &'a View,
    said: Said<'a>,
    district: District,
    it: Election,
    lines: Vec<Objection>,
    total: i64,
    receives: bool,
    first: Option<String>,
    next: Option<String>,
}

pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let (district, it) = voters::list(&site, &actor, id).await?;
    let found = queries::objections(&mut site.db(), id, position(&wanted.after, &BY_ARRIVAL)?, LINES).await?;
    let same = format!("/elections/districts/{id}/objections");
    let template = List {
        v: &v,
        said: Said { v: &v, today: site.today(), election: it.day },
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}?after={next}")),
        lines: found.items,
        receives: it.stage.allows(Verb::Hear) && district.voter_list.is_some(),
        district,
        it,
    };
    Ok(page(&template))
}

async fn asked(site: &Site, v: &View, f: &Form, (district, it): (&District, &Election)) -> Answer {
    let at = format!("/elections/districts/{}/objections", district.id);
    let mut fields = vec![
        Field::new(Input::Radios, "against", "elections-field-against").from(words::<Against>(v)),
        Field::new(Input::Line, "objector", "elections-field-objector").most(40),
        Field::new(Input::Line, "about", "elections-field-about").most(40).hint("elections-hint-about"),
    ];
    if listed(&mut site.db(), district.id).await?.is_some() {
        let number = Field::new(Input::Number, "number", "elections-field-n");
        fields.push(number.hint("elections-hint-number").optional());
    }
    fields.push(Field::new(Input::Lines, "words", "elections-field-objection-words").most(500));
    fields.push(Field::new(Input::Day, "received", "elections-field-received"));
    let page = Ask {
        v,
        f,
        title: "elections-objection-new",
        under: format!("{} {}", it.title, district.name),
        lead: "elections-objection-lead",
        action: at.clone(),
        button: "elections-objection-button",
        back: (at, "elections-back-to-objections"),
        hidden: Vec::new(),
        fields,
    };
    Ok(page.shown())
}

async fn receives(site: &Site, actor: &Actor, id: DistrictId) -> Result<(District, Election), Problem> {
    let (district, it) = voters::list(site, actor, id).await?;
    it.stage.after(Verb::Hear).map_err(kernel::Refused::from)?;
    Ok((district, it))
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>, v: View) -> Answer {
    let (district, it) = receives(&site, &actor, id).await?;
    let form = Form::blank(&v).with("against", Against::LeftOut.word()).with("received", site.today());
    asked(&site, &v, &form, (&district, &it)).await
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (district, it) = receives(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once(&format!("/elections/districts/{id}/objections"))?;
        match desk::receive(&site, &actor, id, wanted, &once).await {
            Ok(found) => return Ok(done(&format!("/elections/objections/{}", found.id), "elections-flash-objection")),
            Err(problem) => keep_at(&mut form, "received", problem)?,
        }
    }
    asked(&site, &v, &form, (&district, &it)).await
}

fn read(form: &mut Form) -> Option<VoterObjectionWanted> {
    let (against, objector, about) = (form.choice("against", Against::read), form.take("objector"), form.take("about"));
    let (number, words, received) = (count(form, "number"), form.take("words"), form.take("received"));
    if form.has_errors() {
        return None;
    }
    let (against, objector, about, words, received) = (against?, objector?, about?, words?, received?);
    Some(VoterObjectionWanted { against, objector, about, number, words, received })
}

#[derive(Template)]
#[template(path = "elections/objection.html")]
struct Show<'a> {
    v: &'a View,
    said: Said<'a>,
    district: District,
    it: Election,
    one: Objection,
    decides: bool,
    sues: bool,
    judges: bool,
}

impl Show<'_> {
    fn ruling(&self, ruling: &Ruling) -> String {
        self.v.t(&ruling.key()).into_owned()
    }
    /// Whether it came in time, and what that means.
    fn timely(&self) -> String {
        let Some(days) = self.one.heard(self.it.day).days() else { return String::new() };
        let key = if days.in_time { "elections-objection-in-time" } else { "elections-objection-late" };
        self.v.tf(key, [("due", days.object_by.to_string())]).into_owned()
    }
    fn late(&self) -> bool {
        self.one.heard(self.it.day).late()
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ObjectionId>, v: View) -> Answer {
    let (one, it) = desk::objection(&site, &actor, id).await?;
    let (district, _) = voters::list(&site, &actor, one.district).await?;
    let (heard, open) = (one.heard(it.day), it.stage.allows(Verb::Hear));
    let stage = heard.stage();
    let clock = heard.clock(site.today());
    let template = Show {
        v: &v,
        said: Said { v: &v, today: site.today(), election: it.day },
        decides: open && stage == Hearing::Received,
        sues: open && clock.is_some_and(|clock| clock.what == Hearing::Sued),
        judges: open && stage == Hearing::Sued,
        district,
        it,
        one,
    };
    Ok(page(&template))
}
