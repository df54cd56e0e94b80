//! One person: the public page, what the office sees, entering and amending.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use roster_rules::Gender;

use super::{options, said, sent_again, unfit};
use crate::{
    desk::{self, people::Entry},
    queries::namesakes,
    sight::{self, Shown},
    store::{body, person, term},
    words,
};

#[derive(Template)]
#[template(path = "person.html")]
struct Show<'a> {
    v: &'a View,
    shown: Shown,
    gender: Option<String>,
    own: bool,
    /// Whether the reader may enter an election of this person.
    elects: bool,
    /// Whether the reader may merge another entry into this one.
    merges: bool,
}

/// The page of a person.
///
/// # Errors
/// Missing when there is nobody the reader may see.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    let shown = sight::person(&site, &actor, id).await?;
    let gender = shown.person.gender.as_deref().map(|word| v.t(&words::gender(word)).into_owned());
    let own = actor.person == Some(shown.person.id);
    let elects = actor.holds(Right::MandateEdit);
    let merges = desk::in_whose_name(&mut site.db(), &actor, Right::PersonMerge, shown.person.id).await.is_ok();
    Ok(page(&Show { v: &v, shown, gender, own, elects, merges }))
}

#[derive(Template)]
#[template(path = "person_form.html")]
struct Fill<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    action: String,
    back: String,
    genders: Vec<(String, String)>,
    /// Somebody new is elected; otherwise somebody known is amended.
    new: bool,
    delegations: Vec<(String, String)>,
    constituencies: Vec<(String, String)>,
    /// People of the name who may be meant: who they are, and what tells them apart.
    known: Vec<(PersonId, String)>,
}

fn genders(v: &View) -> Vec<(String, String)> {
    options(v, Gender::ALL.iter().map(|gender| gender.as_str()), words::gender)
}

fn entry(f: &mut Form) -> Option<Entry> {
    let name = f.take("name");
    let gender = if f.value("gender").is_empty() { None } else { f.choice("gender", |word| word.parse().ok()) };
    let (ethnicity, party, education) = (f.maybe("ethnicity"), f.maybe("party"), f.maybe("education"));
    let occupation = f.maybe("occupation");
    if f.has_errors() { None } else { Some(Entry { name: name?, gender, ethnicity, party, education, occupation }) }
}

/// The form for somebody new, elected into the running term or the one being elected.
///
/// # Errors
/// Refused to those who may not enter people here.
pub async fn new(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::RosterEdit, congress)?;
    let f = Form::blank(&v).with("on", site.today());
    new_page(&site, &v, congress, &f, None).await
}

/// Those of the name typed, each with what tells them apart.
async fn known(site: &Site, v: &View, congress: BodyId, name: &str) -> Result<Vec<(PersonId, String)>, Problem> {
    let found = namesakes::of(&mut site.db(), congress, name).await?;
    let told = found.into_iter().map(|(one, seats)| {
        let seats = seats.into_iter().map(|seat| {
            let term = v.tf("roster-term-name", [("number", seat.ordinal.to_string())]);
            format!("{} {term} {}", seat.congress_name, v.t(&words::standing(&seat.state).1))
        });
        let all: Vec<String> = [one.name].into_iter().chain(one.occupation).chain(seats).collect();
        (one.id, all.join(&v.t("roster-between")))
    });
    Ok(told.collect())
}

async fn new_page(
    site: &Site,
    v: &View,
    congress: BodyId,
    f: &Form,
    refusal: Option<String>,
) -> Result<Response, Problem> {
    body::load(&mut site.db(), congress).await?.ok_or_else(Problem::missing)?;
    let (mut delegations, mut constituencies) = (Vec::new(), Vec::new());
    if let Some(running) = term::current(&mut site.db(), congress).await? {
        let places = term::delegations(&mut site.db(), running.id).await?;
        delegations = places.into_iter().map(|place| (place.id.to_string(), place.name)).collect();
        let places = term::constituencies(&mut site.db(), running.id).await?;
        constituencies = places.into_iter().map(|place| (place.id.to_string(), place.name)).collect();
    }
    let back = format!("/congresses/{congress}/deputies");
    let action = format!("/congresses/{congress}/people");
    let known = if f.checked("asked", "1") || f.yes("another") {
        known(site, v, congress, f.value("name")).await?
    } else {
        Vec::new()
    };
    Ok(page(&Fill { v, f, refusal, action, back, genders: genders(v), new: true, delegations, constituencies, known }))
}

/// Enters somebody new and the election.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above the form.
pub async fn create(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::RosterEdit, congress)?;
    let on: Option<Day> = f.take("on");
    let (delegation, constituency) = (f.maybe("delegation"), f.maybe("constituency"));
    let (Some(entry), Some(on)) = (entry(&mut f), on) else {
        return Ok(unfit(new_page(&site, &v, congress, &f, None).await?));
    };
    let Some(running) = term::current(&mut site.db(), congress).await? else {
        let refusal = Some(v.t("roster-no-term-text").into_owned());
        return Ok(unfit(new_page(&site, &v, congress, &f, refusal).await?));
    };
    let seat = desk::mandates::NewSeat { term: running.id, on, constituency, delegation };
    let once = f.once(&format!("/congresses/{congress}/people"))?;
    let another = f.yes("another");
    match desk::mandates::enter_elected(&site, &actor, congress, (&entry, &seat, another), &once).await {
        Ok(mandate) => Ok(done(&format!("/mandates/{mandate}"), "roster-done-entered")),
        Err(problem) => {
            if matches!(&problem, Problem::Refused(refused) if refused.key == desk::mandates::NAMESAKES) {
                f = f.with("asked", "1");
            }
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(new_page(&site, &v, congress, &f, refusal).await?))
        }
    }
}

/// The form to amend somebody.
///
/// # Errors
/// Refused to those who may not.
pub async fn ask(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    desk::in_whose_name(&mut site.db(), &actor, Right::RosterEdit, id).await?;
    let found = person::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let text = |value: Option<String>| value.unwrap_or_default();
    let f = Form::blank(&v)
        .with("name", found.name)
        .with("gender", text(found.gender))
        .with("ethnicity", text(found.ethnicity))
        .with("party", text(found.party))
        .with("education", text(found.education))
        .with("occupation", text(found.occupation))
        .with("version", found.version);
    Ok(amend_page(&v, id, &f, None))
}

fn amend_page(v: &View, id: PersonId, f: &Form, refusal: Option<String>) -> Response {
    let (action, back) = (format!("/people/{id}/amendment"), format!("/people/{id}"));
    page(&Fill {
        v,
        f,
        refusal,
        action,
        back,
        genders: genders(v),
        new: false,
        delegations: Vec::new(),
        constituencies: Vec::new(),
        known: Vec::new(),
    })
}

/// Amends somebody.
///
/// # Errors
/// What is wrong is said beside the fields; a stale edit shows both versions.
pub async fn amend(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let seen: Option<i64> = f.take("version");
    let (Some(entry), Some(seen)) = (entry(&mut f), seen) else { return Ok(unfit(amend_page(&v, id, &f, None))) };
    match desk::people::amend(&site, &actor, id, seen, &entry).await {
        Ok(()) => Ok(done(&format!("/people/{id}"), "roster-done-saved")),
        Err(problem) => {
            let names = ["name", "gender", "ethnicity", "party", "education", "occupation"];
            let problem = sent_again(problem, &format!("/people/{id}/amendment"), &f, &names);
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(amend_page(&v, id, &f, refusal)))
        }
    }
}
