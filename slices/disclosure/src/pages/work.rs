//! The office's list: what waits to be disclosed, and what was decided.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{BodyId, Due};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Query, chosen, page},
};
use serde::Deserialize;
use suggestions_rules::{Limit, RuleBook};

use crate::queries::{
    book, list,
    work::{OLDEST, WORDS, WorkLine, work},
};

const LINES: u16 = 25;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    stage: String,
    after: String,
}

#[derive(Template)]
#[template(path = "disclosure/work.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    stage: &'static str,
    waits: bool,
    stages: Vec<(&'static str, String)>,
    lines: Vec<(WorkLine, Option<Due>)>,
    total: i64,
    today: kernel::Day,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn ground(&self, line: &WorkLine) -> String {
        let said = |word: &String| self.v.t(&format!("disclosure-ground-{word}")).into_owned();
        line.ground.as_ref().map(said).unwrap_or_default()
    }

    fn left(&self, due: &Due) -> i64 {
        due.days_left(self.today).into()
    }
}

/// The congress asked for, or the first for which the actor discloses.
pub fn congress(actor: &Actor, asked: &str) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    let own = asked.or_else(|| actor.bodies(Right::DisclosureKeep).next());
    let congress = own.unwrap_or(BodyId::from_uuid(uuid::Uuid::nil()));
    actor.may(Right::DisclosureKeep, congress)?;
    Ok(congress)
}

/// By when it should be before the public: nothing once it was decided about.
pub fn due(site: &Site, book: &RuleBook, line: &WorkLine) -> Option<Due> {
    let from = if book.disclosure.after_closing.value { line.closed } else { line.replied };
    let from = from.filter(|_| line.disclosure.is_none())?;
    Some(Due::count(&site.calendar(), from.day(), book.span(Limit::Disclose)))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let congress = congress(&actor, &wanted.congress)?;
    let known = |raw: &str| WORDS.into_iter().find(|word| *word == raw);
    let stage = chosen("stage", &wanted.stage, known)?.unwrap_or("waiting");
    let after = position(&wanted.after, &OLDEST)?;
    let mut look = site.db().look().await?;
    let book = book::of_congress(&mut look, congress).await?;
    let closed = book.disclosure.after_closing.value;
    let found = work(&mut look, congress, stage, closed, (after, LINES)).await?;
    let same = format!("/disclosures/matters?congress={congress}&stage={stage}");
    let template = List {
        v: &v,
        name: list::body_name(&mut look, congress).await?.unwrap_or_default(),
        congress: congress.to_string(),
        stage,
        waits: stage == "waiting",
        stages: WORDS.map(|word| (word, v.t(&format!("disclosure-how-{word}")).into_owned())).into(),
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items.into_iter().map(|line| (line.clone(), due(&site, &book, &line))).collect(),
        today: site.today(),
    };
    Ok(page(&template))
}
