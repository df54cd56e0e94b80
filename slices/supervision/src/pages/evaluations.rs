//! 办理工作评议: the list, beginning one, its scheme.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, Query, Wrong, chosen, done, page, page_with},
};
use roster_views::nowhere;
use serde::Deserialize;
use supervision_rules::{EvaluationId, Grade, Line, MOST_LINES, Measure, Scheme, Way};

use super::{
    place::place,
    scheme_compared::compared,
    tabs::{Tab, tabs},
};
use crate::{
    desk::{
        self,
        evaluation::{EvaluationWanted, scheme_version},
    },
    queries::{self, EvaluationLine},
};

/// Grades on the form.
pub const GRADES: usize = 5;

/// Which congress, and after which model a scheme begins.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    model: String,
}

#[derive(Template)]
#[template(path = "supervision/evaluations.html")]
struct List<'a> {
    v: &'a View,
    tabs: Vec<Tab>,
    name: String,
    lines: Vec<(EvaluationLine, String)>,
    congress: String,
    keeps: bool,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::SupervisionSee, &wanted.congress).await?;
    let found = queries::evaluations(&mut site.db(), &actor, place.congress).await?;
    let template = List {
        v: &v,
        tabs: tabs(&v, &actor, "/supervision/evaluations"),
        keeps: place.congress.is_some_and(|congress| actor.may(Right::EvaluationKeep, congress).is_ok()),
        congress: place.congress.map(|id| id.to_string()).unwrap_or_default(),
        name: place.name,
        lines: found
            .into_iter()
            .map(|line| (v.t(&format!("supervision-evaluation-{}", line.stage)).into_owned(), line))
            .map(|(words, line)| (line, words))
            .collect(),
    };
    Ok(page(&template))
}

/// A line of the scheme as the form has it.
struct Row {
    at: usize,
}

#[derive(Template)]
#[template(path = "supervision/scheme.html")]
struct SchemePage<'a> {
    v: &'a View,
    f: &'a Form,
    action: String,
    back: String,
    new: bool,
    congress: String,
    rows: Vec<Row>,
    grades: Vec<Row>,
    measures: Vec<(&'static str, String)>,
    ways: Vec<(&'static str, String)>,
}

impl SchemePage<'_> {
    fn field(&self, name: &str, row: &Row) -> String {
        format!("{name}-{}", row.at)
    }

    fn value(&self, name: &str, row: &Row) -> &str {
        self.f.value(&self.field(name, row))
    }
}

fn shown(v: &View, f: &Form, (action, back, congress): (String, String, String), new: bool) -> Response {
    let rows = |many: usize| (0..many).map(|at| Row { at }).collect();
    let words = |word: &'static str| (word, v.t(&format!("supervision-measure-{word}")).into_owned());
    let ways = ["points", "levels"].map(|word| (word, v.t(&format!("supervision-way-{word}")).into_owned()));
    let template = SchemePage {
        v,
        f,
        action,
        back,
        new,
        congress,
        rows: rows(MOST_LINES),
        grades: rows(GRADES),
        measures: Measure::ALL.map(|measure| words(measure.word())).into(),
        ways: ways.into(),
    };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

/// A line as a model has it: the key of its name, measure, weight, good, pass.
type Model = (&'static str, Measure, &'static str, &'static str, &'static str);

/// Models an address can name; without one the scheme begins with all that can be counted by points.
const MODELS: [&str; 2] = ["hunan", "shenzhen"];

/// Signing, replying, contact and satisfaction by points; Hunan's vote on the spot with satisfaction; Shenzhen's three levels.
fn model(word: &str) -> (&'static str, &'static [Model], &'static [(&'static str, &'static str)]) {
    match word {
        "shenzhen" => (
            "levels",
            &[
                ("sign", Measure::Signed, "", "100", "90"),
                ("reply", Measure::ThreeMonths, "", "80", ""),
                ("reply", Measure::Replied, "", "100", ""),
                ("reply", Measure::SixMonths, "", "", "100"),
                ("satisfied", Measure::Satisfied, "", "80", ""),
                ("satisfied", Measure::NotDissatisfied, "", "100", "100"),
            ],
            &[("fine", "2"), ("pass", "1"), ("fail", "0")],
        ),
        "hunan" => (
            "points",
            &[("vote", Measure::Vote, "50", "", ""), ("satisfaction", Measure::Satisfied, "50", "", "")],
            &[("satisfied", "80"), ("basically", "60"), ("dissatisfied", "0")],
        ),
        _ => (
            "points",
            &[
                ("signed", Measure::Signed, "10", "", ""),
                ("replied", Measure::Replied, "20", "", ""),
                ("contacted", Measure::Contacted, "10", "", ""),
                ("satisfaction", Measure::Satisfied, "30", "", ""),
                ("scores", Measure::Scores, "10", "", ""),
                ("vote", Measure::Vote, "20", "", ""),
            ],
            &[("excellent", "90"), ("good", "80"), ("pass", "60"), ("fail", "0")],
        ),
    }
}

fn filled(v: &View, word: &str) -> Form {
    let (way, lines, grades) = model(word);
    let mut form = Form::blank(v).with("way", way).with("basically", "60").with("goods", "2");
    form = form.with("fewest_scores", "3").with("appeal_days", "10");
    for (at, (name, measure, weight, good, pass)) in lines.iter().enumerate() {
        let name = v.t(&format!("supervision-line-{name}"));
        let parts = [("name", &*name), ("measure", measure.word()), ("weight", weight), ("good", good), ("pass", pass)];
        form = parts.into_iter().fold(form, |form, (field, value)| form.with(&format!("{field}-{at}"), value));
    }
    grades.iter().enumerate().fold(form, |form, (at, (name, least))| {
        form.with(&format!("grade-{at}"), v.t(&format!("supervision-grade-{name}"))).with(&format!("least-{at}"), least)
    })
}

pub async fn new(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::EvaluationKeep, &wanted.congress).await?;
    let congress = place.congress.ok_or_else(|| nowhere(&actor, Right::EvaluationKeep))?;
    let back = format!("/supervision/evaluations?congress={congress}");
    let asked = chosen("model", &wanted.model, |raw| MODELS.into_iter().find(|word| *word == raw))?;
    let form = filled(&v, asked.unwrap_or_default());
    Ok(shown(&v, &form, ("/supervision/evaluations".to_owned(), back, congress.to_string()), true))
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let asked = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::EvaluationKeep, &asked).await?;
    let congress = place.congress.ok_or_else(|| nowhere(&actor, Right::EvaluationKeep))?;
    let (title, since, until, basis) = (form.take("title"), form.take("since"), form.take("until"), form.take("basis"));
    let scheme = scheme(&mut form);
    if let (Some(title), Some(since), Some(until), Some(basis), Some(scheme)) = (title, since, until, basis, scheme) {
        let wanted = EvaluationWanted { title, since, until, basis, scheme };
        let once = form.once("/supervision/evaluations")?;
        match desk::evaluation::draft(&site, &actor, congress, wanted, &once).await {
            Ok(kept) => {
                return Ok(done(
                    &format!("/supervision/evaluations/{}", kept.evaluation.id),
                    "supervision-flash-drafted",
                ));
            }
            Err(problem) => form.keep("scheme", problem)?,
        }
    }
    let back = format!("/supervision/evaluations?congress={congress}");
    Ok(shown(&v, &form, ("/supervision/evaluations".to_owned(), back, congress.to_string()), true))
}

/// The scheme as typed; lines without a name are left out.
fn scheme(form: &mut Form) -> Option<Scheme> {
    let way = form.choice("way", |word| match word {
        "points" => Some(Way::Points),
        "levels" => Some(Way::Levels),
        _ => None,
    });
    let lines: Vec<Option<Line>> = (0..MOST_LINES).filter_map(|at| line(form, at)).collect();
    let grades: Vec<Option<Grade>> = (0..GRADES).filter_map(|at| grade(form, at)).collect();
    let basically = small(form, "basically");
    let [goods, fewest_scores, appeal_days] = ["goods", "fewest_scores", "appeal_days"].map(|field| small(form, field));
    if form.has_errors() {
        return None;
    }
    Some(Scheme {
        way: way?,
        lines: lines.into_iter().collect::<Option<_>>()?,
        grades: grades.into_iter().collect::<Option<_>>()?,
        basically: basically?,
        goods: goods?,
        fewest_scores: fewest_scores?,
        appeal_days: appeal_days?,
    })
}

fn line(form: &mut Form, at: usize) -> Option<Option<Line>> {
    let field = |name: &str| format!("{name}-{at}");
    let name = form.maybe(&field("name"));
    let name = if form.value(&field("name")).trim().is_empty() { return None } else { name };
    let measure = form.choice(&field("measure"), Measure::read);
    let (weight, good, pass) =
        (percent(form, &field("weight")), percent(form, &field("good")), percent(form, &field("pass")));
    Some(name.zip(measure).map(|(name, measure)| Line { name, measure, weight: weight.unwrap_or(0), good, pass }))
}

fn grade(form: &mut Form, at: usize) -> Option<Option<Grade>> {
    let field = format!("grade-{at}");
    if form.value(&field).trim().is_empty() {
        return None;
    }
    let name = form.maybe(&field);
    let least = percent(form, &format!("least-{at}"));
    Some(name.map(|name| Grade { name, at_least: least.unwrap_or(0) }))
}

/// A whole number up to a hundred, or nothing.
fn percent(form: &mut Form, field: &str) -> Option<u16> {
    let number: i64 = form.maybe(field)?;
    let fits = u16::try_from(number).ok().filter(|number| *number <= 100);
    if fits.is_none() {
        form.refuse(field, Wrong::new("supervision-wrong-percent"));
    }
    fits
}

fn small(form: &mut Form, field: &str) -> Option<u16> {
    if form.value(field).trim().is_empty() {
        form.refuse(field, Wrong::new("kit-form-required"));
    }
    percent(form, field)
}

/// The scheme of a draft, in the fields of the form.
fn typed(v: &View, scheme: &Scheme) -> Form {
    let way = if scheme.way == Way::Points { "points" } else { "levels" };
    let mut form = Form::blank(v).with("way", way).with("basically", scheme.basically);
    form = form.with("goods", scheme.goods).with("appeal_days", scheme.appeal_days);
    form = form.with("fewest_scores", scheme.fewest_scores);
    let share = |share: Option<u16>| share.map(|share| share.to_string()).unwrap_or_default();
    for (at, line) in scheme.lines.iter().enumerate() {
        form = form.with(&format!("name-{at}"), line.name.as_str()).with(&format!("measure-{at}"), line.measure.word());
        form = form.with(&format!("weight-{at}"), line.weight).with(&format!("good-{at}"), share(line.good));
        form = form.with(&format!("pass-{at}"), share(line.pass));
    }
    scheme.grades.iter().enumerate().fold(form, |form, (at, step)| {
        form.with(&format!("grade-{at}"), step.name.as_str()).with(&format!("least-{at}"), step.at_least)
    })
}

pub async fn ask_revise(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<EvaluationId>,
    v: View,
) -> Result<Response, Problem> {
    let (evaluation, _) = desk::evaluation::of(&site, &actor, id).await?;
    actor.may(Right::EvaluationKeep, evaluation.congress)?;
    let back = format!("/supervision/evaluations/{id}");
    let form = typed(&v, &evaluation.scheme).with("version", scheme_version(&evaluation.scheme)?);
    Ok(shown(&v, &form, (format!("{back}/scheme"), back, String::new()), false))
}

pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<EvaluationId>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let (evaluation, _) = desk::evaluation::of(&site, &actor, id).await?;
    actor.may(Right::EvaluationKeep, evaluation.congress)?;
    let back = format!("/supervision/evaluations/{id}");
    if let Some(scheme) = scheme(&mut form) {
        let seen = Some(form.seen()?);
        match desk::evaluation::revise(&site, &actor, id, scheme.clone(), seen).await {
            Ok(_) => return Ok(done(&back, "supervision-flash-revised")),
            Err(Problem::Stale(_)) => {
                let (now, _) = desk::evaluation::of(&site, &actor, id).await?;
                let both = compared(&v, &form, (&scheme, &now.scheme), &format!("{back}/scheme"))?;
                return Err(Problem::Stale(Box::new(both)));
            }
            Err(problem) => form.keep("scheme", problem)?,
        }
    }
    Ok(shown(&v, &form, (format!("{back}/scheme"), back, String::new()), false))
}
