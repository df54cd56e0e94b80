//! The unit's letter: drafted, kept as typed, signed with a class.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, done, page_with},
};
use serde::Deserialize;
use suggestions_rules::{AssignmentId, Given, Letter, SuggestionId};

use super::{
    look::{Part, parts},
    show::{at, offered},
};
use crate::{
    desk,
    queries::{self, Detail, LetterBeside},
};

type At = Path<(SuggestionId, AssignmentId)>;

#[derive(Template)]
#[template(path = "suggestions/reply.html")]
struct Draft<'a> {
    v: &'a View,
    f: &'a Form,
    d: &'a Detail,
    action: String,
    attach: String,
    id: SuggestionId,
    unit: String,
    round: u16,
    sent_back: Option<String>,
    answers: Vec<(&'static str, String)>,
    /// What the unit wrote to suggestions that go together with this one.
    beside: Vec<LetterBeside>,
}

/// Whose letter the form begins with.
#[derive(Deserialize)]
pub struct Begun {
    /// A suggestion that goes together with this one (并案).
    from: Option<SuggestionId>,
}

#[derive(Template)]
#[template(path = "suggestions/signature.html")]
struct Sign<'a> {
    v: &'a View,
    f: &'a Form,
    d: &'a Detail,
    action: String,
    id: SuggestionId,
    body: String,
    lacks: Vec<String>,
    classes: Vec<(String, String)>,
}

pub async fn edit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    Query(begun): Query<Begun>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, &format!("assignments/{part}/reply"))).await?;
    let handling = d.suggestion.stage.handling();
    let letter = handling.and_then(|h| h.handlers.find(part)).and_then(|p| p.round()).and_then(|r| r.letter());
    let form = Form::blank(&v).with("version", desk::reply::edition(letter));
    let form = match letter {
        None => form,
        Some(letter) => form
            .with("number", letter.number.as_ref().map(ToString::to_string).unwrap_or_default())
            .with("body", &letter.body)
            .with("contact", &letter.contact)
            .with("publish", if letter.publish { "1" } else { "0" }),
    };
    let beside = beside(&site, &actor, &d, part).await?;
    let taken = beside.iter().find(|one| Some(one.of) == begun.from).map(|one| one.letter.clone());
    // Its own number it gets itself, and whether it may be published is said for each.
    let form = match taken {
        Some(letter) => form.with("body", &letter.body).with("contact", &letter.contact),
        None => form,
    };
    draft_page(&site, &v, &form, &d, part, beside).await
}

async fn beside(site: &Site, actor: &Actor, d: &Detail, part: AssignmentId) -> Result<Vec<LetterBeside>, Problem> {
    let unit = d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(part)).map(|part| part.unit);
    Ok(match unit {
        Some(unit) => queries::letters_beside(site, actor, d, unit).await?,
        None => vec![],
    })
}

pub async fn save(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let seen = form.maybe("version").unwrap_or(0);
    let number = form.maybe("number");
    let (body, contact) = (form.take("body"), form.take("contact"));
    let publish = form.choice("publish", |raw| match raw {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    });
    let (Some(body), Some(contact), Some(publish), false) = (body, contact, publish, form.has_errors()) else {
        let d = queries::detail(&site, &actor, id).await?;
        offered(&site, &actor, &d, &at(id, &format!("assignments/{part}/reply"))).await?;
        let beside = beside(&site, &actor, &d, part).await?;
        return draft_page(&site, &v, &form, &d, part, beside).await;
    };
    let letter = Letter { number, body, contact, publish };
    desk::reply::draft(&site, &actor, id, part, seen, letter).await?;
    if form.value("then") == "check" {
        desk::reply::send_to_check(&site, &actor, id, part).await?;
        return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-sent-to-check"));
    }
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-reply-saved"))
}

async fn draft_page(
    site: &Site,
    v: &View,
    f: &Form,
    d: &Detail,
    part: AssignmentId,
    beside: Vec<LetterBeside>,
) -> Result<Response, Problem> {
    let shown = find(v, d, site, part).await?;
    let id = d.suggestion.id;
    let template = Draft {
        v,
        f,
        d,
        action: format!("/suggestions/{id}/assignments/{part}/reply"),
        attach: format!("/suggestions/{id}/assignments/{part}/attachments"),
        id,
        round: shown.rounds.last().map_or(1, |round| round.ordinal),
        sent_back: shown.rounds.last().and_then(|round| round.sent_back.clone()),
        unit: shown.unit,
        beside,
        answers: vec![
            ("1", v.t("suggestions-publish-yes").into_owned()),
            ("0", v.t("suggestions-publish-no").into_owned()),
        ],
    };
    Ok(page_with(status(f), &template))
}

pub(super) async fn find(v: &View, d: &Detail, site: &Site, part: AssignmentId) -> Result<Part, Problem> {
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    let id = part.to_string();
    parts(v, d, &given).into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)
}

fn status(f: &Form) -> StatusCode {
    if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

pub async fn ask_signature(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
) -> Result<Response, Problem> {
    sign_page(&site, &actor, &v, &Form::blank(&v), id, part).await
}

pub async fn sign(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(class) = form.choice("class", |raw| Some(raw.to_owned())) else {
        return sign_page(&site, &actor, &v, &form, id, part).await;
    };
    desk::reply::sign(&site, &actor, id, part, &class).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-reply-signed"))
}

async fn sign_page(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    id: SuggestionId,
    part: AssignmentId,
) -> Result<Response, Problem> {
    let d = queries::detail(site, actor, id).await?;
    offered(site, actor, &d, &at(id, &format!("assignments/{part}/signature"))).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let shown = find(v, &d, site, part).await?;
    let template = Sign {
        v,
        f,
        action: format!("/suggestions/{id}/assignments/{part}/signature"),
        id,
        body: shown.rounds.last().map(|round| round.body.clone()).unwrap_or_default(),
        lacks: shown.lacks,
        classes: book.classes.iter().map(|c| (c.code.clone(), format!("{} {}", c.code, c.name))).collect(),
        d: &d,
    };
    Ok(page_with(status(f), &template))
}
