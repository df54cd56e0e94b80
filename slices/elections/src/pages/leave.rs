//! Vacancies; resignations, recalls and other ends of mandates.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::{
    Resigner,
    election::{DepartureId, DepartureStage, Leaving, Petition, petition},
    resignation_route,
};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Form, Query, Wrong, done, page},
};
use law_rules::{Step, Word as _};
use roster_rules::MandateId;
use serde::Deserialize;

use super::{
    ask::{Ask, Field, Input, count, keep_at, words},
    place::place,
};
use crate::{
    desk::leave::{self as desk, DepartureDecision, DepartureWanted},
    queries::{
        self, BY_RECEIVED, DepartureLine, NoticeLine, VacancyLine,
        people::{Named, body_level, body_name, holders, person_name},
    },
    store::Departure,
    told,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
}

#[derive(Template)]
#[template(path = "elections/vacancies.html")]
struct Vacancies<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<VacancyLine>,
    keeps: bool,
}

impl Vacancies<'_> {
    fn reason(&self, line: &VacancyLine) -> String {
        reason(self.v, &line.reason)
    }
}

/// The sentence of a reason for which a mandate ended.
fn reason(v: &View, word: &str) -> String {
    v.t(&format!("roster-reason-{}", word.replace('_', "-"))).into_owned()
}

pub async fn vacancies(
    State(site): State<Site>,
    Extension(actor): Who,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let of = place(&site, &actor, Right::ElectionSee, &wanted.congress).await?;
    let template = Vacancies {
        v: &v,
        lines: queries::vacancies(&mut site.db(), of.id).await?,
        keeps: actor.may(Right::ElectionKeep, of.id).is_ok(),
        congress: of.id.to_string(),
        name: of.name,
    };
    Ok(page(&template))
}

#[derive(Template)]
#[template(path = "elections/departures.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<DepartureLine>,
    total: i64,
    keeps: bool,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn leaving(&self, line: &DepartureLine) -> String {
        self.v.t(&format!("elections-leaving-{}", line.leaving.replace('_', "-"))).into_owned()
    }
    fn stage(&self, line: &DepartureLine) -> String {
        self.v.t(&format!("elections-departure-{}", line.stage)).into_owned()
    }
    fn tone(&self, line: &DepartureLine) -> &'static str {
        tone(&line.stage)
    }
}

fn tone(stage: &str) -> &'static str {
    match stage {
        "received" => "act",
        "accepted" => "wait",
        "published" => "good",
        _ => "quiet",
    }
}

pub async fn list(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let of = place(&site, &actor, Right::ElectionSee, &wanted.congress).await?;
    let after = position(&wanted.after, &BY_RECEIVED)?;
    let found = queries::departures(&mut site.db(), of.id, after, LINES).await?;
    let same = format!("/departures?congress={}", of.id);
    let template = List {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        keeps: actor.may(Right::ElectionKeep, of.id).is_ok(),
        congress: of.id.to_string(),
        name: of.name,
    };
    Ok(page(&template))
}

fn asked(v: &View, f: &Form, of: &Named) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-departure-new",
        under: of.name.clone(),
        lead: "elections-departure-lead",
        action: "/departures".to_owned(),
        button: "elections-departure-button",
        back: (format!("/departures?congress={}", of.id), "elections-back-to-departures"),
        hidden: vec![("congress", of.id.to_string())],
        fields: vec![
            Field::new(Input::Line, "name", "elections-field-deputy").most(40).hint("elections-hint-deputy"),
            Field::new(Input::Select, "leaving", "elections-field-leaving").from(words::<Leaving>(v)),
            Field::new(Input::Day, "received", "elections-field-received"),
            Field::new(Input::Lines, "words", "elections-field-grounds").most(500).optional(),
        ],
    };
    page.shown()
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let of = place(&site, &actor, Right::ElectionKeep, &wanted.congress).await?;
    Ok(asked(&v, &Form::blank(&v).with("received", site.today()).with("leaving", "resigned"), &of))
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let of = place(&site, &actor, Right::ElectionKeep, &congress).await?;
    let mandate = named(&site, &mut form, &of).await?;
    let (leaving, received) = (form.choice("leaving", Leaving::read), form.take("received"));
    let grounds = form.maybe("words");
    if let (Some(mandate), Some(leaving), Some(received), false) = (mandate, leaving, received, form.has_errors()) {
        let once = form.once("/departures")?;
        let wanted = DepartureWanted { mandate, leaving, received, words: grounds };
        match desk::receive(&site, &actor, of.id, wanted, &once).await {
            Ok(it) => return Ok(done(&format!("/departures/{}", it.id), "elections-flash-received")),
            Err(problem) => keep_at(&mut form, "leaving", problem)?,
        }
    }
    Ok(asked(&v, &form, &of))
}

/// The mandate of a name typed; nobody, or two, is said beside the field.
async fn named(site: &Site, form: &mut Form, of: &Named) -> Result<Option<MandateId>, Problem> {
    let Some(name) = form.take::<kernel::Text<40>>("name") else { return Ok(None) };
    Ok(match holders(&mut site.db(), of.id, name.as_str()).await?.as_slice() {
        [one] => Some(one.mandate),
        found => {
            let key = if found.is_empty() { "elections-wrong-no-deputy" } else { "elections-wrong-namesakes" };
            form.refuse("name", Wrong::new(key).with("name", &name));
            None
        }
    })
}

#[derive(Template)]
#[template(path = "elections/departure.html")]
struct Show<'a> {
    v: &'a View,
    it: Departure,
    name: String,
    congress: String,
    level: String,
    working: Vec<(String, String)>,
    notices: Vec<NoticeLine>,
    decides: bool,
    publishes: bool,
}

impl Show<'_> {
    fn leaving(&self) -> String {
        self.v.t(&self.it.leaving.key()).into_owned()
    }
    fn stage(&self) -> String {
        self.v.t(&self.it.stage.key()).into_owned()
    }
    fn tone(&self) -> &'static str {
        tone(self.it.stage.word())
    }
    /// Whether a congress in session decided it, where that matters.
    fn session(&self) -> Option<String> {
        let key = if self.it.in_session { "elections-session-congress" } else { "elections-session-recess" };
        let told = self.it.decided.is_some() && self.it.leaving.by_session(&self.level);
        told.then(|| self.v.t(key).into_owned())
    }
}

/// What the law says of it: where a resignation goes, what a recall needs.
fn working(it: &Departure, level: &str) -> Vec<Step> {
    let steps = |reason: Step, working: Vec<Step>| working.into_iter().chain([reason]).collect();
    match it.leaving {
        Leaving::Resigned | Leaving::OrderedToResign => {
            let role = match level {
                "township" => Resigner::TownshipDeputy,
                "county" => Resigner::CountyDeputy,
                "prefecture" => Resigner::CityDeputy,
                _ => Resigner::ProvincialDeputy,
            };
            let found = resignation_route(role, false, None).ok();
            found.map(|found| steps(found.reason, found.working)).unwrap_or_default()
        }
        Leaving::Recalled => {
            let found = it.petition.and_then(|asked| petition(level, it.in_session, &asked).ok());
            found.map(|found| steps(found.reason, found.working)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DepartureId>, v: View) -> Answer {
    let it = desk::of(&site, &actor, id, None).await?;
    let mut db = site.db();
    let level = body_level(&mut db, it.congress).await?;
    let steps = working(&it, &level);
    let certifies = actor.may(Right::ElectionCertify, it.congress).is_ok();
    let template = Show {
        v: &v,
        name: person_name(&mut db, it.person).await?,
        congress: body_name(&mut db, it.congress).await?,
        level,
        working: steps
            .iter()
            .map(|step| (told::sentence(step, v.language), told::rests_on(step, v.language)))
            .collect(),
        notices: queries::of_subject(&mut db, id.uuid()).await?,
        decides: certifies && it.stage == DepartureStage::Received,
        publishes: certifies && it.stage == DepartureStage::Accepted,
        it,
    };
    Ok(page(&template))
}

const PETITION: [(&str, &str); 3] = [
    ("petitioners", "elections-field-petitioners"),
    ("electorate", "elections-field-electorate"),
    ("yes", "elections-field-yes"),
];

/// Whether a congress decided in session, or a committee in recess.
const SITTING: [(&str, &str); 2] = [("congress", "elections-session-congress"), ("recess", "elections-session-recess")];

fn decision(v: &View, f: &Form, it: &Departure, (name, level): (&str, &str)) -> Response {
    let answers = ["accepted", "declined"].map(|word| {
        let key = if word == "accepted" { "elections-decision-accepted" } else { "elections-decision-declined" };
        (word.to_owned(), v.t(key).into_owned())
    });
    let mut fields = vec![
        Field::new(Input::Radios, "answer", "elections-field-decision").from(answers.into()),
        Field::new(Input::Line, "meeting", "elections-field-meeting").most(80).hint("elections-hint-meeting"),
        Field::new(Input::Day, "decided", "elections-field-decided"),
    ];
    if it.leaving.by_session(level) {
        let sits = SITTING.map(|(word, key)| (word.to_owned(), v.t(key).into_owned()));
        fields.push(Field::new(Input::Radios, "session", "elections-field-session").from(sits.into()));
    }
    if it.leaving == Leaving::Recalled {
        let voters = matches!(level, "county" | "township");
        let [petitioners, electorate, yes] = PETITION.map(|(name, label)| Field::new(Input::Number, name, label));
        fields.push(if voters { petitioners } else { petitioners.hint("elections-hint-petitioners").optional() });
        fields.extend([electorate, yes.hint("elections-hint-yes").optional()]);
    }
    let page = Ask {
        v,
        f,
        title: "elections-decide-title",
        under: format!("{name} {}", v.t(&it.leaving.key())),
        lead: "elections-decide-lead",
        action: format!("/departures/{}/decision", it.id),
        button: "elections-decide-button",
        back: (format!("/departures/{}", it.id), "elections-back-to-departure"),
        hidden: Vec::new(),
        fields,
    };
    page.shown()
}

/// Whose departure it is, and on which level.
async fn around(site: &Site, it: &Departure) -> Result<(String, String), Problem> {
    let mut db = site.db();
    Ok((person_name(&mut db, it.person).await?, body_level(&mut db, it.congress).await?))
}

pub async fn ask_decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    v: View,
) -> Answer {
    let it = desk::of(&site, &actor, id, Some(Right::ElectionCertify)).await?;
    let (name, level) = around(&site, &it).await?;
    // A township's congress alone accepts a resignation; a standing committee meets more often than its congress.
    let session = if level == "township" { "congress" } else { "recess" };
    let form = Form::blank(&v).with("answer", "accepted").with("decided", site.today()).with("session", session);
    Ok(decision(&v, &form, &it, (&name, &level)))
}

pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = desk::of(&site, &actor, id, Some(Right::ElectionCertify)).await?;
    let (name, level) = around(&site, &it).await?;
    if let Some(wanted) = read(&mut form, it.leaving.by_session(&level)) {
        match desk::decide(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/departures/{id}"), "elections-flash-decided")),
            Err(problem) => keep_at(&mut form, "decided", problem)?,
        }
    }
    Ok(decision(&v, &form, &it, (&name, &level)))
}

fn read(form: &mut Form, by_session: bool) -> Option<DepartureDecision> {
    let accepted = form.choice("answer", |word| match word {
        "accepted" => Some(true),
        "declined" => Some(false),
        _ => None,
    });
    let (meeting, decided) = (form.take("meeting"), form.take("decided"));
    let sits = |word: &str| match word {
        "congress" => Some(true),
        "recess" => Some(false),
        _ => None,
    };
    let in_session = by_session && form.choice("session", sits) == Some(true);
    let [petitioners, electorate, yes] = PETITION.map(|(name, _)| count(form, name));
    if form.has_errors() {
        return None;
    }
    let petition = electorate.map(|electorate| Petition { petitioners, electorate, yes: yes.unwrap_or(0) });
    Some(DepartureDecision { accepted: accepted?, meeting: meeting?, decided: decided?, in_session, petition })
}

pub async fn announce(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    _form: Form,
) -> Answer {
    desk::announce(&site, &actor, id).await?;
    Ok(done(&format!("/departures/{id}"), "elections-flash-published"))
}
