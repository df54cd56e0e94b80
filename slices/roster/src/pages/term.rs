//! A term: sessions, places, and the change to the next.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Day, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use roster_rules::{ConstituencyKind, MandateId, Session, SessionId, Term, TermId};

use super::{congress, options, said, unfit};
use crate::{
    desk::{self, terms, terms_change},
    queries::deputies::{self, Deputy},
    store::term::{self, Constituency, Delegation},
};

#[derive(Template)]
#[template(path = "term.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    term: Term,
    next: Option<Term>,
    sessions: Vec<Session>,
    delegations: Vec<Delegation>,
    constituencies: Vec<Constituency>,
    kinds: Vec<(String, String)>,
    changes: bool,
}

/// Enters a term of a congress.
///
/// # Errors
/// What is wrong is said beside the fields; refused to those who may not.
pub async fn enter(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let known = !term::of_congress(&mut site.db(), id).await?.is_empty();
    let ordinal = if known { Some(0) } else { f.take::<i64>("ordinal") };
    let (began, seats): (Option<Day>, Option<i64>) = (f.take("began"), f.maybe("seats"));
    let (Some(ordinal), Some(began)) = (ordinal.filter(|_| !f.has_errors()), began) else {
        return Ok(unfit(congress::show_page(&site, &v, &actor, id, &f).await?));
    };
    let new =
        terms::enter(&site, &actor, id, ordinal, began, seats, &f.once(&format!("/congresses/{id}/terms"))?).await?;
    Ok(done(&format!("/terms/{new}"), "roster-done-saved"))
}

/// The page of a term, for the office of its congress.
///
/// # Errors
/// Refused to every other office.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v).with("on", site.today());
    show_page(&site, &v, &actor, id, &f, None).await
}

async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: TermId,
    f: &Form,
    refusal: Option<String>,
) -> Result<Response, Problem> {
    let term = term::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::allowed(actor, Right::RosterEdit, term.congress)?;
    let all = term::of_congress(&mut site.db(), term.congress).await?;
    let next = all.into_iter().find(|other| other.ordinal == term.ordinal + 1 && other.ended.is_none());
    let key = |word: &str| format!("roster-constituency-{word}");
    Ok(page(&Show {
        v,
        f,
        refusal,
        next: next.filter(|_| term.ended.is_none()),
        sessions: term::sessions(&mut site.db(), id).await?,
        delegations: term::delegations(&mut site.db(), id).await?,
        constituencies: term::constituencies(&mut site.db(), id).await?,
        kinds: options(v, ConstituencyKind::ALL.iter().map(|kind| kind.as_str()), key),
        changes: desk::allowed(actor, Right::TermChange, term.congress).is_ok(),
        term,
    }))
}

/// Answers a form of the term's page: done, or the page again with what was wrong.
async fn settled<T>(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: TermId,
    mut f: Form,
    outcome: Result<T, Problem>,
) -> Result<Response, Problem> {
    match outcome {
        Ok(_) => Ok(done(&format!("/terms/{id}"), "roster-done-saved")),
        Err(problem) => {
            let refusal = said(v, &mut f, problem)?;
            Ok(unfit(show_page(site, v, actor, id, &f, refusal).await?))
        }
    }
}

/// Where something is entered into a term.
fn at(id: TermId, what: &str) -> String {
    format!("/terms/{id}/{what}")
}

/// Enters a session.
///
/// # Errors
/// What is wrong is said on the page of the term.
pub async fn session(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (ordinal, opened, closed) = (f.take("ordinal"), f.take("opened"), f.maybe("closed"));
    let (Some(ordinal), Some(opened)) = (ordinal, opened) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let outcome = terms::enter_session(&site, &actor, id, ordinal, opened, closed, &f.once(&at(id, "sessions"))?).await;
    settled(&site, &v, &actor, id, f, outcome).await
}

/// Enters the last day of a session.
///
/// # Errors
/// What is wrong is said on the page of the term.
pub async fn close_session(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((id, session)): Path<(TermId, SessionId)>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(on) = f.take::<Day>("ended") else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let outcome = terms::close_session(&site, &actor, id, session, on).await;
    settled(&site, &v, &actor, id, f, outcome).await
}

/// Forms a delegation.
///
/// # Errors
/// What is wrong is said on the page of the term.
pub async fn delegation(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(name) = f.take::<Text<40>>("delegation") else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let outcome = terms::enter_delegation(&site, &actor, id, &name, &f.once(&at(id, "delegations"))?).await;
    settled(&site, &v, &actor, id, f, outcome).await
}

/// Draws a constituency.
///
/// # Errors
/// What is wrong is said on the page of the term.
pub async fn constituency(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let name: Option<Text<40>> = f.take("constituency");
    let kind: Option<ConstituencyKind> = f.choice("kind", |word| word.parse().ok());
    let seats = f.maybe("seats");
    let (Some(name), Some(kind)) = (name, kind) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let outcome =
        terms::enter_constituency(&site, &actor, id, kind, &name, seats, &f.once(&at(id, "constituencies"))?).await;
    settled(&site, &v, &actor, id, f, outcome).await
}

/// Enters that every election of the term was found valid.
///
/// # Errors
/// What is wrong is said on the page of the term.
pub async fn confirm(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(on) = f.take::<Day>("on") else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let outcome = terms_change::confirm_all(&site, &actor, id, on).await;
    settled(&site, &v, &actor, id, f, outcome).await
}

/// Closes the term and opens the next.
///
/// # Errors
/// What is wrong is said on the page of the term.
pub async fn change(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (to, on): (Option<TermId>, Option<Day>) = (f.take("to"), f.take("on"));
    let (Some(to), Some(on)) = (to, on) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let outcome = terms_change::change(&site, &actor, id, to, on).await;
    settled(&site, &v, &actor, id, f, outcome).await
}

#[derive(Template)]
#[template(path = "reelection.html")]
struct Again<'a> {
    v: &'a View,
    f: &'a Form,
    term: Term,
    next: Term,
    lines: Vec<Deputy>,
}

/// The deputies of a term, to be ticked who were elected again.
///
/// # Errors
/// Refused to every other office; missing while no next term is prepared.
pub async fn ask_again(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v).with("on", site.today());
    Ok(page(&again(&site, &v, &actor, id, &f).await?))
}

async fn again<'a>(site: &Site, v: &'a View, actor: &Actor, id: TermId, f: &'a Form) -> Result<Again<'a>, Problem> {
    let term = term::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::allowed(actor, Right::MandateEdit, term.congress)?;
    let all = term::of_congress(&mut site.db(), term.congress).await?;
    let next = all.into_iter().find(|other| other.ordinal == term.ordinal + 1 && other.ended.is_none());
    let next = next.filter(|_| term.ended.is_none()).ok_or_else(Problem::missing)?;
    let filter = deputies::Filter { congress: term.congress, term: Some(id), standing: None, delegation: None };
    // A congress has at most a thousand seats (选举法 12), so the whole list fits on one page.
    let lines = deputies::list(&mut site.db(), &filter, None, 1_100).await?.items;
    let lines = lines.into_iter().filter(|line| line.state != "ended").collect();
    Ok(Again { v, f, term, next, lines })
}

/// Enters who were elected again.
///
/// # Errors
/// What is wrong is said beside the fields.
pub async fn elect_again(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let to = again(&site, &v, &actor, id, &f).await?.next.id;
    if let (Some(on), Some(chosen)) = (f.take::<Day>("on"), f.ticked::<MandateId>("mandates")) {
        match terms_change::elect_again(&site, &actor, id, to, &chosen, on).await {
            Ok(_) => return Ok(done(&format!("/terms/{to}"), "roster-done-saved")),
            Err(problem) => f.keep("mandates", problem)?,
        }
    }
    Ok(page_with(axum::http::StatusCode::UNPROCESSABLE_ENTITY, &again(&site, &v, &actor, id, &f).await?))
}
