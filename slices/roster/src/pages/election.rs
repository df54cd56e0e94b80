//! Somebody the roster knows is elected once more: into another congress, or into this one again.

use accounts_rules::{Actor, NotAllowed, Right};
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
use roster_rules::TermId;

use super::{said, signed_in, unfit};
use crate::{
    desk::{self, mandates::Election},
    sight,
    store::{body, term},
};

/// What a field chooses from: the value and its words.
type Options = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "election_form.html")]
struct Fill<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    person: PersonId,
    name: String,
    terms: Options,
    delegations: Options,
    constituencies: Options,
}

/// The congresses whose elections the actor enters.
fn congresses(actor: &Actor) -> Result<Vec<BodyId>, Problem> {
    signed_in(actor)?;
    let mut all: Vec<BodyId> = actor.bodies(Right::MandateEdit).collect();
    all.sort();
    all.dedup();
    if all.is_empty() { Err(NotAllowed::NoPost.refused(Right::MandateEdit).into()) } else { Ok(all) }
}

/// The form.
///
/// # Errors
/// Refused to those who enter no elections; missing where they may not know of the person.
pub async fn ask(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    congresses(&actor)?;
    let f = Form::blank(&v).with("on", site.today());
    show_page(&site, &v, &actor, id, (f, None)).await
}

async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: PersonId,
    (f, refusal): (Form, Option<String>),
) -> Result<Response, Problem> {
    let shown = sight::person(site, actor, id).await?;
    let (mut terms, mut delegations, mut constituencies) = (Vec::new(), Vec::new(), Vec::new());
    for congress in congresses(actor)? {
        let Some(kept) = body::load(&mut site.db(), congress).await? else { continue };
        for open in term::of_congress(&mut site.db(), congress).await?.into_iter().filter(|term| term.ended.is_none()) {
            let number = v.tf("roster-term-name", [("number", open.ordinal.to_string())]);
            let at = |name: &str| format!("{} {number} · {name}", kept.body.name);
            terms.push((open.id.to_string(), format!("{} {number}", kept.body.name)));
            let places = term::delegations(&mut site.db(), open.id).await?;
            delegations.extend(places.into_iter().map(|place| (place.id.to_string(), at(&place.name))));
            let places = term::constituencies(&mut site.db(), open.id).await?;
            constituencies.extend(places.into_iter().map(|place| (place.id.to_string(), at(&place.name))));
        }
    }
    let (person, name) = (shown.person.id, shown.person.name);
    Ok(page(&Fill { v, f: &f, refusal, person, name, terms, delegations, constituencies }))
}

/// Enters the election: a further mandate of the same person.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them; refused to those who may not.
pub async fn create(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    mut f: Form,
) -> Result<Response, Problem> {
    congresses(&actor)?;
    let person = sight::person(&site, &actor, id).await?.person.id;
    let term: Option<TermId> = f.choice("term", |id| id.parse().ok());
    let on: Option<Day> = f.take("on");
    let (delegation, constituency) = (f.maybe("delegation"), f.maybe("constituency"));
    let (Some(term), Some(on), false) = (term, on, f.has_errors()) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, (f, None)).await?));
    };
    let election = Election { person, term, on, constituency, delegation };
    match desk::mandates::elect(&site, &actor, &election, &f.once(&format!("/people/{id}/mandates"))?).await {
        Ok(mandate) => Ok(done(&format!("/mandates/{mandate}"), "roster-done-entered")),
        Err(problem) => {
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(show_page(&site, &v, &actor, id, (f, refusal)).await?))
        }
    }
}
