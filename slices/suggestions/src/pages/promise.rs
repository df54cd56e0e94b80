//! One promise: its story and what can be done with it now.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::Day;
use kit::{
    Problem, Site, View,
    web::{Form, page_with},
    words::Lang,
};
use suggestions_rules::{Given, Promise, PromiseId, RuleBook, Score, Standing, StepKind, SuggestionId};

use super::names;
use crate::queries::{self, Attachment, Detail};

/// One promise on the suggestion's page.
pub struct Promised {
    pub id: String,
    pub part: String,
    pub words: String,
    pub due: Day,
    /// Days left while it is open.
    pub left: Option<i64>,
    pub tone: &'static str,
    pub standing: String,
    pub taken_over: bool,
}

/// One step of its story.
pub struct Step {
    pub when: String,
    pub what: String,
    pub words: String,
    pub tone: &'static str,
}

/// The second reply, as shown.
pub struct Second {
    pub day: Day,
    pub kept: bool,
    pub class: String,
    pub words: String,
    pub judge_by: Day,
    pub said: Vec<(String, &'static str, String, String)>,
}

/// What the visitor can do with it now.
#[derive(Default)]
pub struct Can {
    pub strike: bool,
    pub report: bool,
    pub move_day: bool,
    pub answer: bool,
    pub judge: bool,
    pub settle: bool,
    /// Settled as not kept without a second reply: its day has passed.
    pub write_off: bool,
    pub send_back: bool,
    pub take_over: bool,
}

#[derive(Template)]
#[template(path = "suggestions/promise.html")]
struct One<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    promise: Promised,
    /// The version of its day, for who moves it.
    version: String,
    matter: String,
    unit: String,
    made: Day,
    first_due: Day,
    class: String,
    report_by: Option<Day>,
    steps: Vec<Step>,
    files: Vec<&'a Attachment>,
    second: Option<Second>,
    settled: Option<String>,
    can: Can,
    moves_left: usize,
    once: String,
    classes: Vec<(String, String)>,
    scores: Vec<(&'static str, String)>,
    outcomes: Vec<(&'static str, String)>,
}

/// The promises of a suggestion, for its page.
pub fn promised(v: &View, d: &Detail, today: Day) -> Vec<Promised> {
    d.promises.iter().map(|one| dressed(v, one, today)).collect()
}

fn dressed(v: &View, one: &Promise, today: Day) -> Promised {
    let (tone, standing) = standing(v.language, one.standing.word(), one.overdue(today));
    Promised {
        id: one.id.to_string(),
        part: one.assignment.to_string(),
        words: one.words.to_string(),
        due: one.due,
        left: (one.standing == Standing::Open).then(|| i64::from(one.due.days_since(today))),
        tone,
        standing,
        taken_over: one.taken_over(),
    }
}

/// The words of a standing, and how its badge looks.
pub fn standing(words: Lang, word: &str, overdue: bool) -> (&'static str, String) {
    let (tone, key) = match word {
        "open" if overdue => ("bad", "suggestions-promise-overdue"),
        "open" => ("wait", "suggestions-promise-open"),
        "answered" => ("act", "suggestions-promise-answered"),
        "kept" => ("good", "suggestions-promise-kept"),
        "not-kept" => ("bad", "suggestions-promise-not-kept"),
        _ => ("quiet", "suggestions-promise-struck"),
    };
    (tone, words.t(key).into_owned())
}

/// 2026年第二季度.
pub fn quarter(words: Lang, day: Day) -> String {
    let (year, month, _) = day.parts();
    let quarter = (month - 1) / 3 + 1;
    words.tf("suggestions-quarter", [("year", year.to_string()), ("quarter", quarter.to_string())]).into_owned()
}

/// Every promise that binds, with what may be done to it by whom.
fn can(actor: &Actor, d: &Detail, one: &Promise, given: &Given<'_>) -> Can {
    let s = &d.suggestion;
    let part = s.stage.handling().and_then(|handling| handling.handlers.find(one.assignment));
    let Some(unit) = part.map(|part| part.unit) else { return Can::default() };
    let of_unit = |right| actor.may(right, unit).is_ok();
    let office = actor.may(Right::PromiseSettle, s.congress).is_ok();
    let alive = matches!(s.stage.word(), "handling" | "closed");
    let (open, binds) = (alive && one.standing == Standing::Open, s.binds(one));
    let keeps = of_unit(Right::PromiseKeep);
    let today = given.today();
    let answered = if let Standing::Answered(reply) = &one.standing { Some(reply) } else { None };
    let reply = answered.filter(|_| alive);
    let me = actor.stands_for().filter(|_| actor.may(Right::JudgementGive, s.congress).is_ok());
    let asked = |reply: &suggestions_rules::SecondReply| {
        reply.said.iter().any(|(who, word)| Some(*who) == me && word.is_none())
    };
    Can {
        strike: open && !binds && keeps,
        report: open && binds && keeps,
        move_day: open && binds && keeps && today <= one.due && moves_left(one, given.book) > 0,
        answer: open && binds && of_unit(Right::ReplySign),
        judge: actor.acting_for.is_none() && reply.is_some_and(asked),
        settle: office && reply.is_some_and(|reply| reply.heard_out(today)),
        write_off: office && binds && alive && one.overdue(today),
        send_back: office && reply.is_some(),
        take_over: office && open && binds,
    }
}

fn moves_left(one: &Promise, book: &RuleBook) -> usize {
    usize::from(book.promise_changes.value).saturating_sub(one.moves())
}

/// Whether a promise of this part can be recorded by this visitor now.
pub fn offers(actor: &Actor, d: &Detail, part: &suggestions_rules::Assignment) -> bool {
    let live = matches!(d.suggestion.stage.word(), "handling" | "closed") && part.live() && part.role.replies();
    let letter = part.round().is_some_and(|round| round.letter().is_some());
    live && letter && actor.may(Right::PromiseKeep, part.unit).is_ok()
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, which)): Path<(SuggestionId, PromiseId)>,
    v: View,
) -> Result<Response, Problem> {
    render(&site, &actor, &v, &Form::blank(&v), (id, which)).await
}

/// The page, with what was typed.
pub async fn render(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    (id, which): (SuggestionId, PromiseId),
) -> Result<Response, Problem> {
    let d = queries::detail(site, actor, id).await?;
    let one = d.promises.iter().find(|one| one.id == which).ok_or_else(Problem::missing)?;
    let book = crate::desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    let part = d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(one.assignment));
    let round = part.and_then(|part| part.rounds().find(|round| round.ordinal == one.round));
    let once = if f.value("once").is_empty() { site.new_id::<()>().to_string() } else { f.value("once").to_owned() };
    let words = |word: &'static str, key: &'static str| (word, v.t(key).into_owned());
    let now = crate::desk::promise::version(one).to_string();
    let template = One {
        version: if f.value("version").is_empty() { now } else { f.value("version").to_owned() },
        v,
        f,
        id,
        promise: dressed(v, one, given.today()),
        matter: d.suggestion.sheet.title.clone(),
        unit: part.map(|part| d.body(part.unit).to_owned()).unwrap_or_default(),
        made: one.made.day(),
        first_due: one.first_due,
        class: round.and_then(|round| round.signature()).map(|signed| signed.class.clone()).unwrap_or_default(),
        report_by: (one.standing == Standing::Open && one.report_by < one.due).then_some(one.report_by),
        steps: steps(v, &d, one),
        files: d.attachments.iter().filter(|file| file.promise == Some(one.id)).collect(),
        second: second(v, &d, one),
        settled: settled(v, &d, one),
        can: can(actor, &d, one, &given),
        moves_left: moves_left(one, &book),
        once,
        classes: book.classes.iter().map(|c| (c.code.clone(), format!("{} {}", c.code, c.name))).collect(),
        scores: Score::ALL.into_iter().map(|s| (s.word(), names::score(v, Some(s.word())).1)).collect(),
        outcomes: vec![words("kept", "suggestions-promise-kept"), words("not-kept", "suggestions-promise-not-kept")],
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}

fn steps(v: &View, d: &Detail, one: &Promise) -> Vec<Step> {
    let step = |step: &suggestions_rules::PromiseStep| {
        let days = step.kind.days().map(|(was, due)| [("was", was.to_string()), ("due", due.to_string())]);
        let (tone, key) = match step.kind {
            StepKind::Reported => ("past", "suggestions-promise-step-reported"),
            StepKind::Moved { .. } => ("bad", "suggestions-promise-step-moved"),
            StepKind::TakenOver { .. } => ("bad", "suggestions-promise-step-taken-over"),
            StepKind::SentBack => ("bad", "suggestions-promise-step-sent-back"),
        };
        let what = match days {
            Some(days) => v.tf(key, days).into_owned(),
            None => v.tf(key, [("quarter", quarter(v.language, step.at.day()))]).into_owned(),
        };
        Step { when: step.at.day().to_string(), what, words: d.words(step.words).to_owned(), tone }
    };
    one.steps.iter().map(step).collect()
}

fn second(v: &View, d: &Detail, one: &Promise) -> Option<Second> {
    let reply = one.reply()?;
    let said = |(who, word): &(kernel::PersonId, Option<suggestions_rules::Said>)| {
        let (tone, score) = names::score(v, word.map(|word| word.result.word()));
        let reason = word.and_then(|word| word.reason).map(|id| d.words(id).to_owned()).unwrap_or_default();
        (d.person(*who).to_owned(), tone, score, reason)
    };
    Some(Second {
        day: reply.at.day(),
        kept: reply.kept,
        class: reply.class.clone(),
        words: d.words(reply.words).to_owned(),
        judge_by: reply.judge_by,
        said: reply.said.iter().map(said).collect(),
    })
}

fn settled(v: &View, d: &Detail, one: &Promise) -> Option<String> {
    let Standing::Settled { at, kept, reason, .. } = &one.standing else { return None };
    let key = if *kept { "suggestions-promise-settled-kept" } else { "suggestions-promise-settled-not-kept" };
    let said = v.tf(key, [("day", at.day().to_string())]);
    let why = reason.map(|id| d.words(id).to_owned()).unwrap_or_default();
    Some(if why.is_empty() { said.into_owned() } else { format!("{said} {why}") })
}
