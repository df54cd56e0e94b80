//! Nominations, and the formal list.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use elections_rules::election::{
    Basics, Born, CandidateId, DistrictId, ElectionId, Origin, Sector, Sex, Verb, Way, nominators, signatures,
};
use kernel::{PersonId, Text};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};
use law_rules::Word as _;

use super::ask::{Ask, Field, Input, Options, count, keep_at, words};
use crate::{
    desk::{
        self,
        candidates::{self as desk_of, FormalListWanted, NominationWanted, NomineeWanted},
        post, prepare,
    },
    queries::{
        Part, Whole,
        people::{Namesake, body_level, namesakes},
        whole,
    },
    store::{District, Election},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn open(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, _form: Form) -> Answer {
    prepare::open(&site, &actor, id).await?;
    Ok(done(&format!("/elections/{id}"), "elections-flash-opened"))
}

async fn nominated(
    site: &Site,
    v: &View,
    f: &Form,
    (district, it): (&District, &Election),
    known: &[Namesake],
) -> Answer {
    let level = body_level(&mut site.db(), it.congress).await?;
    let need = signatures(it.contesting(), &level)?.value.need;
    let origins = nominators(it.contesting()).map(|origin| (origin.word().to_owned(), v.t(&origin.key()).into_owned()));
    let values = [("need", need.to_string())];
    let mut fields = vec![Field::new(Input::Line, "name", "elections-field-name").most(60).hint("elections-hint-name")];
    if !known.is_empty() {
        fields.push(Field::new(Input::Radios, "person", "elections-field-person").from(people(v, known)));
    }
    fields.extend([
        Field::new(Input::Line, "note", "elections-field-note").most(120).optional(),
        Field::new(Input::Radios, "origin", "elections-field-origin").from(origins.into()),
        Field::new(Input::Line, "proposer", "elections-field-proposer").most(60).hint("elections-hint-proposer"),
        Field::new(Input::Number, "signers", "elections-field-signers").optional(),
    ]);
    fields.extend(told(v));
    let page = Ask {
        v,
        f,
        title: "elections-nominate-title",
        under: format!("{} {} {}", it.title, district.name, v.tf("elections-nominate-need", values)),
        lead: "elections-nominate-lead",
        action: format!("/elections/districts/{}/candidates", district.id),
        button: "elections-nominate-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields,
    };
    Ok(page.shown())
}

/// 基本情况, as the lists are posted with it.
fn told(v: &View) -> [Field; 6] {
    let field = |input, name, label| Field::new(input, name, label).optional();
    [
        field(Input::Radios, "sex", "elections-field-sex").from(words::<Sex>(v)).hint("elections-hint-basics"),
        field(Input::Line, "ethnicity", "elections-field-ethnicity").most(20),
        field(Input::Line, "born", "elections-field-birth").most(7).hint("elections-hint-birth"),
        field(Input::Line, "party", "elections-field-party").most(20),
        field(Input::Line, "education", "elections-field-education").most(20),
        field(Input::Select, "sector", "elections-field-sector").from(words::<Sector>(v)),
    ]
}

fn basics(form: &mut Form) -> Basics {
    let born: Option<Text<7>> = form.maybe("born");
    let born = born.and_then(|typed| {
        let read = typed.as_str().parse::<Born>().ok();
        if read.is_none() {
            form.refuse("born", Wrong::new("elections-wrong-born"));
        }
        read
    });
    Basics {
        sex: maybe(form, "sex", Sex::read),
        ethnicity: form.maybe("ethnicity"),
        born,
        party: form.maybe("party"),
        education: form.maybe("education"),
        sector: maybe(form, "sector", Sector::read),
    }
}

/// A word that may be left out.
fn maybe<T>(form: &mut Form, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    if form.value(name).is_empty() { None } else { form.choice(name, read) }
}

async fn open_for(site: &Site, actor: &Actor, id: DistrictId) -> Result<(District, Election), Problem> {
    let (district, it) = prepare::district(site, actor, id, Some(Right::ElectionKeep)).await?;
    it.stage.after(Verb::Nominate).map_err(kernel::Refused::from)?;
    Ok((district, it))
}

pub async fn ask_nominate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
) -> Answer {
    let (district, it) = open_for(&site, &actor, id).await?;
    let [first, _] = nominators(it.contesting());
    nominated(&site, &v, &Form::blank(&v).with("origin", first.word()), (&district, &it), &[]).await
}

pub async fn nominate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (district, it) = open_for(&site, &actor, id).await?;
    let known = known(&site, &form, &it).await?;
    if let Some(wanted) = read(&mut form, &known) {
        let once = form.once(&format!("/elections/districts/{id}/candidates"))?;
        match desk_of::nominate(&site, &actor, id, wanted, &once).await {
            Ok(_) => return Ok(done(&format!("/elections/{}", it.id), "elections-flash-nominated")),
            Err(problem) => keep_at(&mut form, "signers", problem)?,
        }
    }
    nominated(&site, &v, &form, (&district, &it), &known).await
}

/// Who is of that name in the roster.
async fn known(site: &Site, form: &Form, it: &Election) -> Result<Vec<Namesake>, Problem> {
    match form.value("name").trim() {
        "" => Ok(Vec::new()),
        name => Ok(namesakes(&mut site.db(), it.congress, name).await?),
    }
}

/// The people of a name by the seats they hold or held, and nobody of them.
fn people(v: &View, known: &[Namesake]) -> Options {
    let mut all: Options = Vec::new();
    for one in known {
        let seat = format!("{} {}", one.seated, one.district.as_deref().unwrap_or_default());
        let id = one.person.to_string();
        match all.iter_mut().find(|(person, _)| *person == id) {
            Some((_, seats)) => *seats = format!("{seats}、{}", seat.trim_end()),
            None => all.push((id, seat.trim_end().to_owned())),
        }
    }
    all.push((NOBODY.to_owned(), v.t("elections-person-none").into_owned()));
    all
}

/// The choice of somebody who is not in the roster.
const NOBODY: &str = "none";

fn read(form: &mut Form, known: &[Namesake]) -> Option<NominationWanted> {
    let (name, note, proposer) = (form.take("name"), form.maybe("note"), form.take("proposer"));
    let origin = form.choice("origin", Origin::read);
    let signers = count(form, "signers");
    let basics = basics(form);
    let person = if known.is_empty() { None } else { chosen(form, known) };
    if form.has_errors() {
        return None;
    }
    Some(NominationWanted { name: name?, note, person, origin: origin?, proposer: proposer?, signers, basics })
}

/// Which of them it is; nobody where the office says so, and a question where it says nothing.
fn chosen(form: &mut Form, known: &[Namesake]) -> Option<PersonId> {
    let picked = form.value("person").to_owned();
    if picked == NOBODY {
        return None;
    }
    let found = known.iter().find(|one| one.person.to_string() == picked).map(|one| one.person);
    if found.is_none() {
        form.refuse("person", Wrong::new("elections-wrong-which"));
    }
    found
}

pub async fn withdraw(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<CandidateId>,
    _form: Form,
) -> Answer {
    let it = desk_of::withdraw(&site, &actor, id).await?;
    Ok(done(&format!("/elections/{}", it.id), "elections-flash-withdrawn"))
}

pub async fn post(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, _form: Form) -> Answer {
    post::post(&site, &actor, id).await?;
    Ok(done(&format!("/elections/{id}"), "elections-flash-first-list"))
}

#[derive(Template)]
#[template(path = "elections/fix.html")]
struct Fix<'a> {
    v: &'a View,
    f: &'a Form,
    it: &'a Election,
    around: &'a Whole,
    ways: Options,
}

impl Fix<'_> {
    fn range(&self, part: &Part) -> String {
        super::show::range(self.v, self.it, part)
    }
    fn formal(&self, id: &CandidateId) -> bool {
        self.f.checked("formal", &id.to_string())
    }
    fn votes(&self, id: &CandidateId) -> &str {
        self.f.value(&format!("votes-{id}"))
    }
    fn origin(&self, origin: &Origin) -> String {
        self.v.t(&origin.key()).into_owned()
    }
}

fn fixed(v: &View, f: &Form, it: &Election, around: &Whole) -> Response {
    let template = Fix { v, f, it, around, ways: words::<Way>(v) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

async fn fixes(site: &Site, actor: &Actor, id: ElectionId) -> Result<(Election, Whole), Problem> {
    let it = desk::may(site, actor, id, Right::ElectionKeep).await?;
    it.stage.after(Verb::Fix).map_err(kernel::Refused::from)?;
    let around = whole(&mut site.db(), &it).await?;
    Ok((it, around))
}

/// The list as it would be: whom a preliminary election leaves, else everybody.
fn listed(mut form: Form, part: &Part, it: &Election) -> Form {
    let left = part.preliminary(it).filter(|(round, _)| round.valid).map(|(_, found)| found.value.list);
    for one in &part.candidates {
        if left.as_ref().is_none_or(|list| list.contains(&one.id)) {
            form = form.with("formal", one.id);
        }
        if let Some(votes) = one.preliminary {
            form = form.with(&format!("votes-{}", one.id), votes);
        }
    }
    form
}

pub async fn ask_fix(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    let (it, around) = fixes(&site, &actor, id).await?;
    let held = around.parts.iter().any(|part| part.primary.is_some());
    let way = if held { Way::Preliminary } else { Way::Whole };
    let mut form = Form::blank(&v).with("way", way.word());
    for part in &around.parts {
        form = listed(form, part, &it);
    }
    Ok(fixed(&v, &form, &it, &around))
}

pub async fn fix(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (it, around) = fixes(&site, &actor, id).await?;
    let way = form.choice("way", Way::read);
    let mut nominees = Vec::new();
    for one in around.parts.iter().flat_map(|part| &part.candidates) {
        let (formal, votes) =
            (form.checked("formal", &one.id.to_string()), count(&mut form, &format!("votes-{}", one.id)));
        nominees.push(NomineeWanted { candidate: one.id, formal, votes });
    }
    if nominees.is_empty() {
        form.refuse("way", Wrong::new("elections-wrong-nobody"));
    }
    if let Some(way) = way.filter(|_| !form.has_errors()) {
        match desk_of::fix(&site, &actor, id, FormalListWanted { way, nominees }).await {
            Ok(_) => return Ok(done(&format!("/elections/{id}"), "elections-flash-fixed")),
            Err(problem) => keep_at(&mut form, "way", problem)?,
        }
    }
    Ok(fixed(&v, &form, &it, &around))
}
