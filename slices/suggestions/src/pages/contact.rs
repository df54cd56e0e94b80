//! 沟通记录: the unit's form, what the suggestion's page shows of each record, and the deputy's dispute.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{Day, PersonId, Refusal as Family, Refused, Text};
use kit::{
    Problem, Site, View,
    web::{Form, api::Once, done, page_with},
};
use suggestions_rules::{AssignmentId, Contact, ContactId, RuleBook, SuggestionId};

use super::show::{at, offered};
use crate::{
    desk::{self, Reason, contact::Told},
    queries::{self, Detail},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type OfPart = Path<(SuggestionId, AssignmentId)>;
type One = Path<(SuggestionId, ContactId)>;

/// One record, as shown.
pub struct Talked {
    pub id: String,
    pub part: String,
    pub day: Day,
    pub way: String,
    pub face: bool,
    pub with: String,
    pub by: String,
    pub place: String,
    pub said: String,
    pub draft_shown: bool,
    pub tone: &'static str,
    pub word: String,
    pub reason: String,
    /// Whether this visitor may confirm or dispute it.
    pub answers: bool,
    /// Whether this visitor may withdraw it.
    pub withdraws: bool,
}

#[derive(Template)]
#[template(path = "suggestions/contact.html")]
struct Record<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    unit: String,
    action: String,
    back: String,
    once: String,
    signers: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    /// Why the lead deputy is to be met, where that is so.
    meeting: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "suggestions/dispute.html")]
struct Dispute<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    action: String,
    back: String,
    talk: Talked,
}

/// The records of a suggestion, as this visitor may see them.
pub fn talked(v: &View, d: &Detail, actor: &Actor, book: &RuleBook) -> Vec<Talked> {
    d.contacts.iter().map(|one| dressed(v, d, actor, book, one)).collect()
}

fn dressed(v: &View, d: &Detail, actor: &Actor, book: &RuleBook, one: &Contact) -> Talked {
    use suggestions_rules::Word;
    let handling = d.suggestion.stage.handling();
    let unit = handling.and_then(|handling| handling.handlers.find(one.assignment)).map(|part| part.unit);
    let own = unit.is_some_and(|unit| actor.may(Right::ContactRecord, unit).is_ok());
    let (tone, key, reason) = match one.word {
        Word::Waiting => ("wait", "suggestions-contact-waiting", None),
        Word::Confirmed { .. } => ("good", "suggestions-contact-confirmed", None),
        Word::Disputed { reason, .. } => ("bad", "suggestions-contact-disputed", Some(reason)),
        Word::Withdrawn { .. } => ("quiet", "suggestions-contact-withdrawn", None),
    };
    Talked {
        id: one.id.to_string(),
        part: one.assignment.to_string(),
        day: one.talk.day,
        way: book.way_name(&one.talk.way).to_owned(),
        face: one.face,
        with: d.person(one.talk.with).to_owned(),
        by: one.talk.by.to_string(),
        place: one.talk.place.as_ref().map(ToString::to_string).unwrap_or_default(),
        said: d.words(one.talk.said).to_owned(),
        draft_shown: one.talk.draft_shown,
        tone,
        word: v.t(key).into_owned(),
        reason: reason.map(|id| d.words(id).to_owned()).unwrap_or_default(),
        answers: answers(actor, d, one),
        withdraws: own && matches!(one.word, Word::Waiting | Word::Disputed { .. }),
    }
}

/// Whether the record waits for this visitor's word.
fn answers(actor: &Actor, d: &Detail, one: &Contact) -> bool {
    one.word == suggestions_rules::Word::Waiting
        && actor.stands_for() == Some(one.talk.with)
        && actor.may(Right::ContactAnswer, d.suggestion.congress).is_ok()
}

async fn form(site: &Site, actor: &Actor, v: &View, f: &Form, (id, part): (SuggestionId, AssignmentId)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, &format!("assignments/{part}/contacts"));
    offered(site, actor, &d, &action).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let handling = d.suggestion.stage.handling();
    let unit = handling.and_then(|handling| handling.handlers.find(part)).ok_or_else(Problem::missing)?.unit;
    let signers = d.suggestion.signers().into_iter().map(|person| (person.to_string(), d.person(person).to_owned()));
    let once = if f.value("once").is_empty() { site.new_id::<()>().to_string() } else { f.value("once").to_owned() };
    let template = Record {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        unit: d.body(unit).to_owned(),
        action,
        back: format!("/suggestions/{id}"),
        once,
        signers: signers.collect(),
        ways: book.contact_ways.iter().map(|way| (way.code.clone(), way.name.clone())).collect(),
        meeting: meeting(&d),
    };
    Ok(page_with(status(f), &template))
}

fn meeting(d: &Detail) -> Option<&'static str> {
    match (d.suggestion.sheet.wants_meeting, d.key) {
        (true, _) => Some("suggestions-contact-wants-meeting"),
        (false, true) => Some("suggestions-contact-key-meeting"),
        (false, false) => None,
    }
}

fn status(f: &Form) -> StatusCode {
    if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View) -> Answer {
    let d = queries::detail(&site, &actor, of.0).await?;
    let blank = Form::blank(&v).with("with", d.suggestion.lead.person).with("day", site.today());
    form(&site, &actor, &v, &blank, of).await
}

pub async fn record(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View, mut f: Form) -> Answer {
    let Some(told) = read(&mut f) else { return form(&site, &actor, &v, &f, of).await };
    let once = Once::form(f.value("once"), &at(of.0, &format!("assignments/{}/contacts", of.1)), &told)?;
    match desk::contact::record(&site, &actor, of.0, of.1, told, &once).await {
        Ok(_) => Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-contact-recorded")),
        Err(problem) => {
            beside(&mut f, problem)?;
            form(&site, &actor, &v, &f, of).await
        }
    }
}

fn read(f: &mut Form) -> Option<Told> {
    let with: Option<PersonId> = f.choice("with", |raw| raw.parse().ok());
    let day: Option<Day> = f.take("day");
    let way: Option<String> = f.choice("way", |raw| Some(raw.to_owned()));
    let by: Option<Text<120>> = f.take("by");
    let place: Option<Text<120>> = f.maybe("place");
    let said: Option<Reason> = f.take("said");
    let draft_shown = f.yes("draft_shown");
    if f.has_errors() {
        return None;
    }
    Some(Told { day: day?, way: way?, with: with?, by: by?, place, said: said?, draft_shown })
}

/// What does not fit is said beside its field; what cannot be now, on a page of its own.
fn beside(f: &mut Form, problem: Problem) -> Result<(), Problem> {
    match problem {
        Problem::Refused(refused) if refused.kind == Family::Unfit => match refused.key {
            "suggestions-refused-contact-day-unfit" => f.refuse("day", refused.into()),
            "suggestions-refused-contact-with-unfit" => f.refuse("with", refused.into()),
            "suggestions-refused-unknown-way" => f.refuse("way", refused.into()),
            _ => return Err(refused.into()),
        },
        other => f.accept(other)?,
    }
    Ok(())
}

pub async fn confirm(State(site): State<Site>, Extension(actor): Who, Path((id, one)): One, _form: Form) -> Answer {
    desk::contact::confirm(&site, &actor, id, one).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-contact-confirmed"))
}

pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path((id, one)): One, _form: Form) -> Answer {
    desk::contact::withdraw(&site, &actor, id, one).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-contact-withdrawn"))
}

pub async fn ask_dispute(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View) -> Answer {
    disputing(&site, &actor, &v, &Form::blank(&v), of).await
}

pub async fn dispute(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let Some(reason) = f.take("reason") else { return disputing(&site, &actor, &v, &f, of).await };
    desk::contact::dispute(&site, &actor, of.0, of.1, reason).await?;
    Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-contact-disputed"))
}

async fn disputing(site: &Site, actor: &Actor, v: &View, f: &Form, (id, one): (SuggestionId, ContactId)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let contact = d.contacts.iter().find(|contact| contact.id == one).ok_or_else(Problem::missing)?;
    if !answers(actor, &d, contact) {
        return Err(Refused::new(Family::NotYours, "suggestions-refused-not-offered").into());
    }
    let template = Dispute {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        action: at(id, &format!("contacts/{one}/dispute")),
        back: format!("/suggestions/{id}"),
        talk: dressed(v, &d, actor, &book, contact),
    };
    Ok(page_with(status(f), &template))
}
