//! The office's list: what waits to be disclosed, and what was decided.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{BodyId, Due};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
};
use serde::Deserialize;
use suggestions_rules::{Limit, RuleBook};

use crate::queries::{
    book, list,
    work::{OLDEST, WORDS, WorkLine, work},
};

const LINES: u16 = 25;
const ROWS: u16 = 500;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    stage: String,
    after: String,
    #[serde(rename = "as")]
    kind: String,
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
    exports: bool,
}

fn ground(v: &View, line: &WorkLine) -> String {
    let said = |word: &String| v.t(&format!("disclosure-ground-{word}")).into_owned();
    line.ground.as_ref().map(said).unwrap_or_default()
}

impl List<'_> {
    fn ground(&self, line: &WorkLine) -> String {
        ground(self.v, line)
    }

    /// What is listed as a table.
    fn export(&self, kind: &str) -> String {
        format!("/disclosures/matters/list?congress={}&stage={}&as={kind}", self.congress, self.stage)
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

/// The word the list is narrowed to; what waits, where none is named.
fn staged(wanted: &Wanted) -> Result<&'static str, Problem> {
    let known = |raw: &str| WORDS.into_iter().find(|word| *word == raw);
    Ok(chosen("stage", &wanted.stage, known)?.unwrap_or("waiting"))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let congress = congress(&actor, &wanted.congress)?;
    let stage = staged(&wanted)?;
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
        exports: actor.may(Right::ExportTake, congress).is_ok(),
        stages: WORDS.map(|word| (word, v.t(&format!("disclosure-how-{word}")).into_owned())).into(),
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items.into_iter().map(|line| (line.clone(), due(&site, &book, &line))).collect(),
        today: site.today(),
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 7] = [
    "disclosure-field-number",
    "disclosure-field-title",
    "disclosure-field-how",
    "disclosure-field-closed",
    "disclosure-field-due",
    "disclosure-field-decided",
    "disclosure-field-ground",
];

/// What is listed, as a table.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let congress = congress(&actor, &wanted.congress)?;
    actor.may(Right::ExportTake, congress)?;
    let stage = staged(&wanted)?;
    let kind = chosen("as", &wanted.kind, As::parse)?.unwrap_or(As::Xlsx);
    let book = book::of_congress(&mut site.db(), congress).await?;
    let closed = book.disclosure.after_closing.value;
    let how = v.t(&format!("disclosure-how-{stage}")).into_owned();
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let at = position(&after, &OLDEST)?;
        let found = work(&mut site.db(), congress, stage, closed, (at, ROWS)).await?;
        for line in found.items {
            let cells: [Cell; 7] = [
                (&line.number).into(),
                (&line.title).into(),
                (&how).into(),
                line.closed.map(kernel::Moment::day).into(),
                due(&site, &book, &line).map(|due| due.day).into(),
                line.at.map(kernel::Moment::day).into(),
                ground(&v, &line).into(),
            ];
            table.row(&cells)?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("disclosure-work-title"))?),
        }
    }
}
