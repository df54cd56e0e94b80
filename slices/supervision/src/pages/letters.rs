//! 督办通知单: the list, writing one, and one to each of many.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kernel::{BodyId, Text};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Form, Query, Wrong, chosen, done, page, page_with},
};
use roster_views::nowhere;
use serde::Deserialize;
use supervision_rules::{AssignmentId, LetterKind, LetterStage, SuggestionId};

use super::{
    place::{Place, place},
    tabs::{Tab, tabs},
};
use crate::{
    desk::{self, letter::LetterWanted},
    queries::{self, ISSUED, LetterFilter, LetterLine, Urgeable},
};

/// Lines on one page, and rows of an export read at a time.
const LINES: u16 = 25;
const ROWS: u16 = 500;

/// What the list is narrowed to, or what a letter is about.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    stage: String,
    overdue: String,
    after: String,
    assignment: String,
    suggestion: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "supervision/letters.html")]
struct List<'a> {
    v: &'a View,
    tabs: Vec<Tab>,
    name: String,
    lines: Vec<(LetterLine, String, String)>,
    total: i64,
    stages: Vec<(&'static str, String)>,
    asked: &'a Wanted,
    congress: String,
    issues: bool,
    first: Option<String>,
    next: Option<String>,
    export: Option<String>,
    today: kernel::Day,
}

impl List<'_> {
    fn number(&self, line: &LetterLine) -> String {
        numbered(line)
    }

    fn overdue(&self, line: &LetterLine) -> bool {
        line.stage == "issued" && line.due < self.today
    }
}

async fn narrowed(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<(Place, LetterFilter), Problem> {
    let place = place(site, actor, Right::SuggestionSeeAssigned, &wanted.congress).await?;
    let known = |raw: &str| LetterStage::WORDS.contains(&raw).then(|| raw.to_owned());
    let stage = chosen("stage", &wanted.stage, known)?;
    let overdue = chosen("overdue", &wanted.overdue, |raw| (raw == "1").then_some(()))?.is_some();
    let filter = LetterFilter { congress: place.congress, stage, overdue };
    Ok((place, filter))
}

fn dressed(v: &View, line: LetterLine) -> (LetterLine, String, String) {
    let kind = v.t(&format!("supervision-letter-kind-{}", line.kind)).into_owned();
    let stage = v.t(&format!("supervision-letter-{}", line.stage)).into_owned();
    (line, kind, stage)
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (place, filter) = narrowed(&site, &actor, &wanted).await?;
    let after = position(&wanted.after, &ISSUED)?;
    let found = queries::letters(&mut site.db(), &actor, &filter, site.today(), after, LINES).await?;
    let may = |right| place.congress.is_some_and(|congress| actor.may(right, congress).is_ok());
    let congress = place.congress.map(|id| id.to_string()).unwrap_or_default();
    let same = format!("/supervision/letters?congress={congress}&stage={}&overdue={}", wanted.stage, wanted.overdue);
    let template = List {
        v: &v,
        tabs: tabs(&v, &actor, "/supervision/letters"),
        name: place.name.clone(),
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items.into_iter().map(|line| dressed(&v, line)).collect(),
        stages: LetterStage::WORDS.map(|word| (word, v.t(&format!("supervision-letter-{word}")).into_owned())).into(),
        issues: may(Right::SuggestionRemind),
        export: may(Right::ExportTake).then(|| same.replace("/letters?", "/letters/list?")),
        asked: &wanted,
        congress,
        today: site.today(),
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 9] = [
    "supervision-field-letter",
    "supervision-field-letter-kind",
    "supervision-field-unit",
    "supervision-field-number",
    "supervision-field-title",
    "supervision-field-leader",
    "supervision-field-issued-on",
    "supervision-field-due",
    "supervision-field-stage",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (place, filter) = narrowed(&site, &actor, &wanted).await?;
    actor.may(Right::ExportTake, place.congress.ok_or_else(Problem::missing)?)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let at = position(&after, &ISSUED)?;
        let found = queries::letters(&mut site.db(), &actor, &filter, site.today(), at, ROWS).await?;
        for (line, kind, stage) in found.items.into_iter().map(|line| dressed(&v, line)) {
            let cells: [Cell; 9] = [
                numbered(&line).into(),
                kind.into(),
                line.unit.into(),
                line.number.into(),
                line.title.into(),
                line.leader.into(),
                line.issued.day().into(),
                line.due.into(),
                stage.into(),
            ];
            table.row(&cells)?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("supervision-letters-title"))?),
        }
    }
}

/// 督办〔2026〕3号.
pub fn numbered(line: &LetterLine) -> String {
    format!("{}〔{}〕{}号", line.series, line.year, line.n)
}

#[derive(Template)]
#[template(path = "supervision/letter-new.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    parts: Vec<Urgeable>,
    several: bool,
    kinds: Vec<(&'static str, String)>,
    congress: String,
}

impl New<'_> {
    fn awaits(&self, part: &Urgeable) -> String {
        let by = part.by.map(|by| by.to_string()).unwrap_or_default();
        let words = self.v.t(&format!("supervision-awaits-{}", part.awaits)).into_owned();
        format!("{words} {by}")
    }
}

/// The parts one letter could be about: those named, else those overdue in the congress.
async fn parts(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<(BodyId, Vec<Urgeable>), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut db = site.db();
    let assignment: Option<AssignmentId> = chosen("assignment", &wanted.assignment, |raw| raw.parse().ok())?;
    let suggestion: Option<SuggestionId> = chosen("suggestion", &wanted.suggestion, |raw| raw.parse().ok())?;
    let mut found = match (assignment, suggestion) {
        (Some(id), _) => queries::urgeable(&mut db, id).await?.into_iter().collect(),
        (None, Some(id)) => queries::parts_of(&mut db, id).await?,
        (None, None) => {
            let place = place(site, actor, Right::SuggestionRemind, &wanted.congress).await?;
            let congress = place.congress.ok_or_else(|| nowhere(actor, Right::SuggestionRemind))?;
            return Ok((congress, queries::overdue_parts(&mut db, congress, site.today()).await?));
        }
    };
    let first = found.first().map(|part| part.assignment).ok_or_else(Problem::missing)?;
    let congress = desk::letter::part(&mut db, actor, first).await?.congress;
    if actor.may(Right::SuggestionSeeFiled, congress).is_err() {
        queries::veil(&mut db, &mut found, site.today()).await?;
    }
    found.retain(|part| part.awaits != "nothing" || assignment.is_some());
    Ok((congress, found))
}

fn shown(v: &View, f: &Form, parts: Vec<Urgeable>, congress: BodyId) -> Response {
    let kinds = LetterKind::ALL
        .map(|kind| (kind.word(), v.t(&format!("supervision-letter-kind-{}", kind.word())).into_owned()));
    let template = New { v, f, several: parts.len() > 1, parts, kinds: kinds.into(), congress: congress.to_string() };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn new(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (congress, parts) = parts(&site, &actor, &wanted).await?;
    let series = queries::last_series(&mut site.db(), congress).await?;
    let series = series.unwrap_or_else(|| v.t("supervision-letter-series").into_owned());
    let mut form = Form::blank(&v).with("series", series).with("kind", chosen_kind(&wanted));
    for (name, value) in [("about-part", &wanted.assignment), ("about-matter", &wanted.suggestion)] {
        form = form.with(name, value);
    }
    if let [only] = parts.as_slice() {
        form = form.with("part", only.assignment);
    }
    Ok(shown(&v, &form, parts, congress))
}

/// From the register one is led to a letter about a listed case.
fn chosen_kind(wanted: &Wanted) -> &'static str {
    LetterKind::read(&wanted.kind).unwrap_or(LetterKind::Urge).word()
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let wanted = Wanted {
        congress: form.value("congress").to_owned(),
        assignment: form.value("about-part").to_owned(),
        suggestion: form.value("about-matter").to_owned(),
        ..Wanted::default()
    };
    let (congress, offered) = parts(&site, &actor, &wanted).await?;
    let ticked: Vec<AssignmentId> = form.ticked("part").unwrap_or_default();
    if ticked.is_empty() || ticked.iter().any(|part| offered.iter().all(|one| one.assignment != *part)) {
        form.refuse("part", Wrong::new("supervision-wrong-parts"));
    }
    let Some(letter) = read(&mut form) else { return Ok(shown(&v, &form, offered, congress)) };
    let once = form.once("/supervision/letters")?;
    match desk::bulk::issue_all(&site, &actor, &ticked, &letter, &once).await {
        Ok(sent) => {
            let to = match sent.as_slice() {
                [only] => format!("/supervision/letters/{only}"),
                _ => format!("/supervision/letters?congress={congress}"),
            };
            Ok(done(&to, "supervision-flash-letter"))
        }
        Err(problem) => {
            form.keep("due", problem)?;
            Ok(shown(&v, &form, offered, congress))
        }
    }
}

fn read(form: &mut Form) -> Option<LetterWanted> {
    let kind = form.choice("kind", LetterKind::read);
    let (series, problem, demand): (Option<Text<20>>, Option<Text<2000>>, Option<Text<2000>>) =
        (form.take("series"), form.take("problem"), form.take("demand"));
    let (leader, due) = (form.take("leader"), form.take("due"));
    if form.has_errors() {
        return None;
    }
    Some(LetterWanted { kind: kind?, series: series?, problem: problem?, demand: demand?, leader: leader?, due: due? })
}
