//! 回头看: what is to be looked back on, and what was found.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Day, Moment};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Form, done, page, page_with},
};
use roster_views::congresses;
use serde::Deserialize;
use suggestions_rules::{Fact, Found, Given, Limit, SuggestionId};

use super::show::{at, offered};
use crate::{
    desk,
    queries::{self, Detail, LOOKED, LookLine},
};

type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

/// One look back, as shown.
pub struct Looked {
    pub day: Day,
    pub tone: &'static str,
    pub found: String,
    pub words: String,
}

/// Which congress, and from where on.
#[derive(Deserialize)]
pub struct Wanted {
    congress: Option<BodyId>,
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "suggestions/look-back.html")]
struct ToLook<'a> {
    v: &'a View,
    name: String,
    body: BodyId,
    span: String,
    lines: Vec<(LookLine, Option<(&'static str, String)>)>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    exports: bool,
}

#[derive(Template)]
#[template(path = "suggestions/looking.html")]
struct Look<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    action: String,
    back: String,
    found: Vec<(&'static str, String)>,
}

/// The moment by which a matter must have waited to be looked back on today.
pub async fn cutoff(site: &Site, congress: BodyId) -> Result<Option<Moment>, Problem> {
    let book = queries::book_of(site, congress).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    Ok(given.run_out_since(Limit::LookBack).map(Day::end))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = congresses(&mut site.db(), &actor, Right::SuggestionSeeFiled).await?;
    let body = wanted.congress.or_else(|| own.first().map(|one| one.id)).ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionSeeFiled, body)?;
    let after = position(&wanted.after, &LOOKED)?;
    let until = cutoff(&site, body).await?.unwrap_or(Moment::from_millis(0));
    let found = queries::look_back(&mut site.db(), body, until, after, LINES).await?;
    let book = queries::book_of(&site, body).await?;
    let address = |after: &str| format!("/suggestions/look-back?congress={body}&after={after}");
    let dressed = |line: LookLine| {
        let last = line.found.as_deref().map(|word| named(&v, word));
        (line, last)
    };
    let template = ToLook {
        name: own.iter().find(|one| one.id == body).map(|one| one.name.clone()).unwrap_or_default(),
        body,
        span: super::why::span(v.language, book.span(Limit::LookBack)),
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| address("")),
        next: found.next.map(|next| address(&next.to_string())),
        lines: found.items.into_iter().map(dressed).collect(),
        exports: actor.may(Right::ExportTake, body).is_ok(),
        v: &v,
    };
    Ok(page(&template))
}

/// What was found, in words, and how its badge looks.
pub fn named(v: &View, word: &str) -> (&'static str, String) {
    let (tone, key) = match word {
        "done" => ("good", "suggestions-found-done"),
        "going-on" => ("wait", "suggestions-found-going-on"),
        _ => ("bad", "suggestions-found-nothing-done"),
    };
    (tone, v.t(key).into_owned())
}

/// The looks back on a suggestion that may be read of.
pub fn looked(v: &View, d: &Detail) -> Vec<Looked> {
    let look = |happened: &queries::Happened| match &happened.fact {
        Fact::LookedBack { found, words } => {
            let (tone, found) = named(v, found.word());
            Some(Looked { day: happened.at.day(), tone, found, words: d.words(*words).to_owned() })
        }
        _ => None,
    };
    d.history.iter().filter_map(look).collect()
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    form(&site, &actor, &v, &Form::blank(&v), id).await
}

async fn form(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, "look-back");
    offered(site, actor, &d, &action).await?;
    let template = Look {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        action,
        back: format!("/suggestions/{id}"),
        found: Found::ALL.into_iter().map(|found| (found.word(), named(v, found.word()).1)).collect(),
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}

pub async fn look(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
    mut f: Form,
) -> Answer {
    let (found, words) = (f.choice("found", Found::read), f.take("words"));
    let (Some(found), Some(words)) = (found, words) else { return form(&site, &actor, &v, &f, id).await };
    desk::look_back::look_back(&site, &actor, id, found, words).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-looked-back"))
}
