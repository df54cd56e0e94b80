//! Sheets for paper: the suggestion as filed, the reply as signed.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::Day;
use kit::{Problem, Site, View, web::page};
use serde::Deserialize;
use suggestions_rules::{Answer, AssignmentId, SuggestionId};

use super::{names, reply::find};
use crate::{papers, queries};

#[derive(Template)]
#[template(path = "suggestions/print-sheet.html")]
struct Sheet<'a> {
    v: &'a View,
    back: String,
    congress: String,
    number: String,
    title: String,
    category: String,
    source: String,
    lead: String,
    cosigners: Vec<String>,
    publish: Option<bool>,
    wants_meeting: bool,
    wishes: Vec<String>,
    filed: Option<Day>,
    body: String,
}

#[derive(Template)]
#[template(path = "suggestions/print-letter.html")]
struct Letter<'a> {
    v: &'a View,
    back: String,
    number: String,
    class: String,
    publish: bool,
    heading: String,
    signers: Vec<String>,
    title: String,
    opens: bool,
    lines: Vec<String>,
    points: Vec<super::points::Shown>,
    unit: String,
    day: Day,
    contact: String,
}

/// Which round of a reply.
#[derive(Deserialize)]
pub struct Wanted {
    round: Option<u16>,
}

pub async fn sheet(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    let s = &d.suggestion;
    let book = crate::desk::rules::book(&site, s.congress, s.session).await?;
    let code = s.stage.accepted().map(|accepted| accepted.category.as_str());
    let confirmed = s.cosigners.iter().filter(|c| matches!(c.answer, Answer::Confirmed(_)));
    let template = Sheet {
        back: format!("/suggestions/{id}"),
        congress: d.body(s.congress).to_owned(),
        number: s.stage.numbered().map(|n| n.number.to_string()).unwrap_or_default(),
        title: s.sheet.title.clone(),
        category: code.map(|code| book.name_of("category", code).to_owned()).unwrap_or_default(),
        source: s.sheet.source.map(|source| names::source(&v, source.word())).unwrap_or_default(),
        lead: super::look::lead(&v, &d),
        cosigners: confirmed.map(|c| d.person(c.person).to_owned()).collect(),
        publish: s.sheet.publish,
        wants_meeting: s.sheet.wants_meeting,
        wishes: s.sheet.wishes.iter().map(|unit| d.body(*unit).to_owned()).collect(),
        filed: s.stage.submission().map(|submission| submission.at.day()),
        body: s.sheet.body.clone(),
        v: &v,
    };
    Ok(page(&template))
}

pub async fn letter(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    let shown = find(&v, &d, &site, part).await?;
    let mut signed = shown.rounds.into_iter().filter(|round| round.signed.is_some());
    let round = match wanted.round {
        Some(ordinal) => signed.find(|round| round.ordinal == ordinal),
        None => signed.next_back(),
    };
    let Some((round, at)) = round.and_then(|round| round.signed.map(|at| (round, at))) else {
        return Err(Problem::missing());
    };
    let s = &d.suggestion;
    let number = s.stage.numbered().map(|n| n.number.to_string()).unwrap_or_default();
    let seconds = s.cosigners.iter().filter(|c| matches!(c.answer, Answer::Confirmed(_))).map(|c| c.person);
    let template = Letter {
        back: format!("/suggestions/{id}"),
        number: round.number,
        class: round.class,
        publish: round.publish,
        heading: v
            .tf("suggestions-letter-heading", [("congress", d.body(s.congress).to_owned()), ("number", number)])
            .into_owned(),
        signers: std::iter::once(s.lead.person).chain(seconds).map(|person| d.person(person).to_owned()).collect(),
        title: s.sheet.title.clone(),
        opens: !round.body.contains(papers::OPENING),
        lines: papers::said(&round.body),
        points: round.points,
        unit: shown.unit,
        day: at.day(),
        contact: round.contact,
        v: &v,
    };
    Ok(page(&template))
}
