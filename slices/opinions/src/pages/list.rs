//! 群众意见: those said to a deputy, those of an office, those a body was given.

use std::collections::{BTreeMap, btree_map::Entry};

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{AreaCode, BodyId, Moment, Refusal, Refused};
use kit::{
    Problem, Site, View,
    db::Ask,
    sheets::{Cell, Export, Kind},
    web::{Query, chosen, page},
};
use opinions_rules::{Stage, Topic, Waits};
use serde::Deserialize;
use suggestions_rules::RuleBook;

use crate::queries::{
    book,
    list::{self, Filter, OpinionLine, Survey, Whose},
    place,
};

const LINES: u16 = 25;
/// Rows read at a time for a table that goes out whole.
const ROWS: u16 = 500;
/// Characters of what was said that a line shows.
const SHOWN: usize = 60;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    stage: String,
    topic: String,
    late: String,
    unit: String,
    area: String,
    after: String,
}

#[derive(Template)]
#[template(path = "opinions/opinions.html")]
struct List<'a> {
    v: &'a View,
    asked: &'a Wanted,
    stages: Vec<(&'static str, String)>,
    topics: Vec<(&'static str, String)>,
    lates: Vec<(&'static str, String)>,
    units: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    lines: Vec<Line>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    exports: (String, String),
    keeps: Option<String>,
    codes: bool,
    reports: bool,
}

/// A line as it is shown.
struct Line {
    line: OpinionLine,
    number: String,
    text: String,
    day: Option<kernel::Day>,
    left: i64,
}

/// Whose opinions the actor sees.
///
/// # Errors
/// When nobody is signed in, or no opinions are the actor's.
pub fn whose(actor: &Actor) -> Result<Whose, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    list::whose(actor).ok_or_else(nobodys)
}

/// What those are told who keep no opinions anywhere.
pub fn nobodys() -> Problem {
    Refused::new(Refusal::NotYours, "opinions-refused-nobodys").into()
}

/// Reads the filters; one that means nothing is named.
///
/// # Errors
/// Names the filter.
pub fn filter((stage, topic): (&str, &str), (late, unit, area): (&str, &str, &str)) -> Result<Filter, Problem> {
    let known = |raw: &str| (raw == "open" || Stage::WORDS.contains(&raw)).then(|| raw.to_owned());
    let stage = chosen("stage", stage, known)?;
    let topic = chosen("topic", topic, |raw| Topic::read(raw).map(|topic| topic.word().to_owned()))?;
    let late = chosen("late", late, |raw| matches!(raw, "yes" | "survey").then(|| raw.to_owned()))?;
    let survey = (late.as_deref() == Some("survey")).then(Survey::default);
    let late = late.as_deref() == Some("yes");
    let unit = chosen("unit", unit, |raw| raw.parse().ok())?;
    let area = chosen("area", area, |raw| AreaCode::parse(raw).ok())?;
    Ok(Filter { stage, topic, late, unit, area, survey })
}

/// By when somebody is to do something about a line.
pub fn due(site: &Site, book: &RuleBook, line: &OpinionLine) -> Option<Waits> {
    let stage = list::running(&line.stage, (line.at, line.signed, line.hard), line.holder)?;
    Waits::of(&stage, &book.opinions, &site.calendar())
}

/// By when somebody is to do something about each line; one office has nearly all of a page, and its rules are read once.
///
/// # Errors
/// When the database refuses.
pub async fn dues(ask: &mut impl Ask, site: &Site, lines: &[OpinionLine]) -> Result<Vec<Option<Waits>>, Problem> {
    let mut books: BTreeMap<BodyId, RuleBook> = BTreeMap::new();
    let mut all = Vec::with_capacity(lines.len());
    for line in lines {
        let book = match books.entry(line.holder) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(place) => place.insert(book::of_congress(ask, line.holder).await?),
        };
        all.push(due(site, book, line));
    }
    Ok(all)
}

impl Wanted {
    fn filter(&self) -> Result<Filter, Problem> {
        filter((&self.stage, &self.topic), (&self.late, &self.unit, &self.area))
    }

    fn address(&self, path: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let all = [&self.q, &self.stage, &self.topic, &self.late, &self.unit, &self.area];
        for (name, value) in ["q", "stage", "topic", "late", "unit", "area"].into_iter().zip(all) {
            if !value.trim().is_empty() {
                query.append_pair(name, value);
            }
        }
        format!("{path}?{}", query.finish())
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let whose = whose(&actor)?;
    let filter = asked.filter()?;
    let (units, areas) = places(&mut site.db(), &whose).await?;
    let found = list::look(&site, &whose, (&filter, &asked.q), &asked.after, LINES).await?;
    let lines = lines(&mut site.db(), (&site, &v), found.items).await?;
    let same = asked.address("/opinions");
    let word = |word: &'static str, family: &str| (word, v.t(&format!("opinions-{family}-{word}")).into_owned());
    let stages = std::iter::once("open").chain(Stage::WORDS).map(|it| word(it, "stage")).collect();
    let template = List {
        v: &v,
        stages,
        topics: Topic::ALL.iter().map(|it| word(it.word(), "topic")).collect(),
        lates: lates(&v, &whose),
        units,
        areas,
        lines,
        total: found.total,
        first: (!asked.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        exports: (asked.address("/opinions/list/xlsx"), asked.address("/opinions/list/csv")),
        keeps: actor.bodies(Right::OpinionKeep).next().map(|congress| congress.to_string()),
        codes: actor.holds(Right::CodeKeep),
        reports: actor.bodies(Right::OpinionSee).next().is_some(),
        asked: &asked,
    };
    Ok(page(&template))
}

/// What is overdue; for an office also whose person is to be asked again.
fn lates(v: &View, whose: &Whose) -> Vec<(&'static str, String)> {
    let said = |word: &'static str| (word, v.t(&format!("opinions-late-{word}")).into_owned());
    let office = matches!(whose, Whose::Office(_));
    ["yes", "survey"].into_iter().filter(|word| office || *word == "yes").map(said).collect()
}

/// What a list is narrowed to: value and words.
type Choices = Vec<(String, String)>;

/// The bodies and places an office narrows its list to; nobody else has so many.
async fn places(ask: &mut impl Ask, whose: &Whose) -> Result<(Choices, Choices), Problem> {
    let Whose::Office(congress) = whose else { return Ok((Vec::new(), Vec::new())) };
    let units = place::units(ask, *congress).await?.into_iter().map(|it| (it.id.to_string(), it.name));
    let areas = match place::area_of(ask, *congress).await? {
        Some(area) => place::inside(ask, Some(&area)).await?,
        None => Vec::new(),
    };
    Ok((units.collect(), areas.into_iter().map(|it| (it.code.to_string(), it.name)).collect()))
}

/// The lines as they are shown.
async fn lines(ask: &mut impl Ask, (site, v): (&Site, &View), items: Vec<OpinionLine>) -> Result<Vec<Line>, Problem> {
    let mut lines = Vec::with_capacity(items.len());
    let dues = dues(ask, site, &items).await?;
    for (line, due) in items.into_iter().zip(dues) {
        let day = due.map(|waits| waits.day());
        let left = day.map_or(0, |day| day.days_since(site.today()).into());
        let (number, text) = (number(v, &line), shortened(&line.body));
        lines.push(Line { line, number, text, day, left });
    }
    Ok(lines)
}

fn number(v: &View, line: &OpinionLine) -> String {
    v.tf("opinions-number", [("year", line.year.to_string()), ("n", line.n.to_string())]).into_owned()
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// The columns of the table, in order.
const COLUMNS: [&str; 11] = [
    "opinions-field-number",
    "opinions-field-hotline",
    "opinions-field-received",
    "opinions-field-way",
    "opinions-field-topic",
    "opinions-field-area",
    "opinions-field-body",
    "opinions-field-deputy",
    "opinions-field-unit",
    "opinions-field-stage",
    "opinions-field-at",
];

/// The whole list as a table; nothing sealed.
///
/// # Errors
/// As [`show`]; missing when the kind of table is none.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(kind): Path<String>,
    Query(asked): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let whose = whose(&actor)?;
    let kind = Kind::parse(&kind).ok_or_else(Problem::missing)?;
    let filter = asked.filter()?;
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let found = list::look(&site, &whose, (&filter, &asked.q), &after, ROWS).await?;
        for line in &found.items {
            sheet.row(&cells(&v, line))?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(sheet.finish()?.response(&v.t("opinions-title"))?),
        }
    }
}

fn cells(v: &View, line: &OpinionLine) -> [Cell; 11] {
    let word = |family: &str, word: &str| Cell::from(v.t(&format!("opinions-{family}-{word}")).into_owned());
    let moment = |at: Moment| Cell::from(at);
    [
        number(v, line).into(),
        line.hotline.clone().into(),
        moment(line.received),
        word("way", &line.way),
        word("topic", &line.topic),
        line.area.clone().into(),
        line.body.clone().into(),
        line.deputy.clone().into(),
        line.unit.clone().into(),
        word("stage", &line.stage),
        moment(line.at),
    ]
}
