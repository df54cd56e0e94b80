//! Vacancies; resignations, recalls and other ends of mandates.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{DepartureId, DepartureStage, Leaving, acceptance, petition};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Form, Query, Wrong, done, page},
};
use law_rules::{Step, Word as _};
use roster_rules::MandateId;
use roster_views::{Named, body_name, person_name, place};
use serde::Deserialize;

use super::ask::{Ask, Field, Input, Options, keep_at, words};
use crate::{
    desk::{
        filing,
        leave::{self as desk, DepartureWanted},
    },
    queries::{
        self, BY_RECEIVED, DepartureLine, NoticeLine, VacancyLine,
        people::{Leaver, body_level, leavers},
    },
    store::Departure,
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
    /// Whether it is the seat of a congress above.
    fn theirs(&self, line: &DepartureLine) -> bool {
        line.congress.to_string() != self.congress
    }
    fn stage(&self, line: &DepartureLine) -> String {
        self.v.t(&format!("elections-departure-{}", line.stage)).into_owned()
    }
    fn tone(&self, line: &DepartureLine) -> &'static str {
        tone(&line.stage)
    }
}

pub(super) fn tone(stage: &str) -> &'static str {
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

fn asked(v: &View, f: &Form, of: &Named, namesakes: Options) -> Response {
    let mut fields =
        vec![Field::new(Input::Line, "name", "elections-field-deputy").most(40).hint("elections-hint-deputy")];
    if !namesakes.is_empty() {
        fields.push(Field::new(Input::Radios, "mandate", "elections-field-which").from(namesakes));
    }
    fields.extend([
        Field::new(Input::Select, "leaving", "elections-field-leaving").from(words::<Leaving>(v)),
        Field::new(Input::Day, "received", "elections-field-received"),
        Field::new(Input::Lines, "words", "elections-field-grounds").most(500).optional(),
    ]);
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
        fields,
    };
    page.shown()
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let of = place(&site, &actor, Right::ElectionKeep, &wanted.congress).await?;
    Ok(asked(&v, &Form::blank(&v).with("received", site.today()).with("leaving", "resigned"), &of, Vec::new()))
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let of = place(&site, &actor, Right::ElectionKeep, &congress).await?;
    let (mandate, namesakes) = named(&site, &mut form, &of).await?;
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
    Ok(asked(&v, &form, &of, namesakes))
}

/// The mandate of a name typed; nobody is said beside the field, and of several, all to choose from.
async fn named(site: &Site, form: &mut Form, of: &Named) -> Result<(Option<MandateId>, Options), Problem> {
    let Some(name) = form.take::<kernel::Text<40>>("name") else { return Ok((None, Vec::new())) };
    let found = leavers(&mut site.db(), of.id, name.as_str()).await?;
    let option = |one: &Leaver| {
        let place = [Some(one.seated.as_str()), one.district.as_deref(), one.delegation.as_deref()];
        (one.mandate.to_string(), place.into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    if let [one] = found.as_slice() {
        return Ok((Some(one.mandate), Vec::new()));
    }
    if found.is_empty() {
        form.refuse("name", Wrong::new("elections-wrong-no-deputy").with("name", &name));
        return Ok((None, Vec::new()));
    }
    let chosen = found.iter().find(|one| form.value("mandate") == one.mandate.to_string()).map(|one| one.mandate);
    if chosen.is_none() {
        form.refuse("mandate", Wrong::new("elections-wrong-namesakes").with("name", &name));
    }
    Ok((chosen, found.iter().map(option).collect()))
}

#[derive(Template)]
#[template(path = "elections/departure.html")]
struct Show<'a> {
    v: &'a View,
    it: Departure,
    home: String,
    name: String,
    congress: String,
    level: String,
    elector: Option<String>,
    files: bool,
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

/// What the law says of it: where a resignation goes, what a recall needs, with whom it is filed.
fn working(it: &Departure, level: &str) -> Vec<Step> {
    let steps = |reason: Step, working: Vec<Step>| working.into_iter().chain([reason]).collect::<Vec<Step>>();
    match it.leaving {
        Leaving::Resigned | Leaving::OrderedToResign => {
            let found = acceptance(level, it.in_session).ok();
            found.map(|found| steps(found.reason, found.working)).unwrap_or_default()
        }
        Leaving::Recalled => {
            let found = it.petition.and_then(|asked| petition(level, it.in_session, &asked).ok());
            let above = it.leaving.filed_with(level).map(|organ| organ.said());
            let filing = above.map(|with| Step::new("elections-step-filing").with("with", with));
            let mut all = found.map(|found| steps(found.reason, found.working)).unwrap_or_default();
            all.extend(filing);
            all
        }
        _ => Vec::new(),
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DepartureId>, v: View) -> Answer {
    let it = desk::of(&site, &actor, id, None).await?;
    let mut db = site.db();
    let level = body_level(&mut db, it.congress).await?;
    let steps = working(&it, &level);
    let certifies = actor.may(Right::ElectionCertify, it.elector).is_ok();
    let files = actor.may(Right::ElectionKeep, it.elector).is_ok() && filing::waits(&mut db, &it).await?;
    let elector = if it.elector == it.congress { None } else { Some(body_name(&mut db, it.elector).await?) };
    // Back to the list of a congress the reader sees: that of the seat, or the one that elected.
    let home = if actor.may(Right::ElectionSee, it.elector).is_ok() { it.elector } else { it.congress };
    let template = Show {
        v: &v,
        home: format!("/departures?congress={home}"),
        name: person_name(&mut db, it.person).await?,
        congress: body_name(&mut db, it.congress).await?,
        level,
        elector,
        files,
        working: steps
            .iter()
            .map(|step| (step.said(&v.language.says(), v.language.close()), step.rests_on(&v.language.says())))
            .collect(),
        notices: queries::of_subject(&mut db, id.uuid()).await?,
        decides: certifies && it.stage == DepartureStage::Received,
        publishes: certifies && it.stage == DepartureStage::Accepted,
        it,
    };
    Ok(page(&template))
}
