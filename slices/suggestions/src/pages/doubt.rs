//! 结果类别异议: the form of a doubt, what the suggestion's page shows of each, and the head's answer.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{Day, Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, api::Once, done, page_with},
};
use suggestions_rules::{
    Assignment, AssignmentId, Doubt, DoubtEnd, DoubtId, Given, Limit, Refusal, RoundStage, SuggestionId,
};

use super::{
    show::{Does, at, offered},
    why::sentences,
};
use crate::{
    Sight, desk,
    desk::{Reason, doubt as verbs},
    queries::{self, Detail},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type OfPart = Path<(SuggestionId, AssignmentId)>;
type One = Path<(SuggestionId, DoubtId)>;

/// One doubt, as shown.
pub struct Doubted {
    pub id: String,
    pub part: String,
    pub round: u16,
    pub day: Day,
    pub by: String,
    pub class: String,
    pub reason: String,
    pub tone: &'static str,
    pub end: String,
    pub answer: String,
    /// Until when it is to be answered and the days left, with why, while it is open.
    pub due: Option<(Day, i64)>,
    pub why: Vec<String>,
    /// Whether this visitor may answer it.
    pub answers: bool,
    /// Whether this visitor may take it back.
    pub withdraws: bool,
}

#[derive(Template)]
#[template(path = "suggestions/doubt.html")]
struct Ask<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    unit: String,
    class: String,
    until: Day,
    action: String,
    back: String,
    once: String,
}

#[derive(Template)]
#[template(path = "suggestions/doubt-answer.html")]
struct Reply<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    doubt: Doubted,
    answers: Vec<(&'static str, String)>,
    classes: Vec<(String, String)>,
    action: String,
    back: String,
}

/// The doubts of a suggestion, as this visitor may see them.
pub fn doubted(v: &View, d: &Detail, actor: &Actor, given: &Given<'_>) -> Vec<Doubted> {
    d.doubts.iter().map(|one| dressed(v, d, actor, (one, given))).collect()
}

fn dressed(v: &View, d: &Detail, actor: &Actor, (one, given): (&Doubt, &Given<'_>)) -> Doubted {
    let due = one.due(given);
    let open = one.end == DoubtEnd::Open;
    let (tone, end, reason) = match &one.end {
        DoubtEnd::Open => ("wait", v.t("suggestions-doubt-open").into_owned(), None),
        DoubtEnd::Kept { reason, .. } => ("quiet", v.t("suggestions-doubt-kept").into_owned(), Some(*reason)),
        DoubtEnd::Changed { class, reason, .. } => {
            ("good", v.tf("suggestions-doubt-changed", [("class", class.clone())]).into_owned(), Some(*reason))
        }
        DoubtEnd::Withdrawn { .. } => ("quiet", v.t("suggestions-doubt-withdrawn").into_owned(), None),
    };
    Doubted {
        id: one.id.to_string(),
        part: one.assignment.to_string(),
        round: one.round,
        day: one.at.day(),
        by: one.by.map_or_else(|| v.t("suggestions-doubt-office").into_owned(), |who| d.person(who).to_owned()),
        class: one.class.clone(),
        reason: d.words(one.reason).to_owned(),
        tone,
        end,
        answer: reason.map(|id| d.words(id).to_owned()).unwrap_or_default(),
        due: due.as_ref().map(|it| (it.due.day, i64::from(it.due.day.days_since(given.today())))),
        why: if open { sentences(v, given, Limit::DoubtAnswer, one.at.day()) } else { vec![] },
        answers: open && answers(actor, d, one),
        withdraws: open && Some(one.by) == doubter(actor, d),
    }
}

fn answers(actor: &Actor, d: &Detail, one: &Doubt) -> bool {
    let part = d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(one.assignment));
    part.is_some_and(|part| part.live() && actor.may(Right::ReplySign, part.unit).is_ok())
}

/// As whom the visitor could doubt: the office, which is nobody's hand, or a signer in person.
fn doubter(actor: &Actor, d: &Detail) -> Option<Option<kernel::PersonId>> {
    if actor.acting_for.is_some() {
        return None;
    }
    let office = actor.may(Right::SuggestionRedo, d.suggestion.congress).is_ok();
    if office && !verbs::signed(actor, &d.suggestion) {
        return Some(None);
    }
    let me = actor.stands_for().filter(|me| d.suggestion.signers().contains(me))?;
    let signs = matches!(d.sight, Sight::Lead | Sight::Cosigner);
    (signs && actor.may(Right::JudgementGive, d.suggestion.congress).is_ok()).then_some(Some(me))
}

/// What the page offers on a part: to doubt the class of its reply, and to answer who did.
pub fn offers(actor: &Actor, d: &Detail, part: &Assignment, given: &Given<'_>) -> Vec<Does> {
    let mut all = Vec::new();
    let about = d.body(part.unit);
    let mut can = |to: String, key, first| all.push(Does { to, key, about: about.to_owned(), acts: None, first });
    for one in d.doubts.iter().filter(|one| one.assignment == part.id && one.end == DoubtEnd::Open) {
        if answers(actor, d, one) {
            can(at(d.suggestion.id, &format!("doubts/{}/answer", one.id)), "suggestions-do-answer-doubt", true);
        }
    }
    if let Some(by) = doubter(actor, d)
        && part.live()
        && may_doubt(d, part, by, given)
    {
        can(at(d.suggestion.id, &format!("assignments/{}/doubt", part.id)), "suggestions-do-doubt", false);
    }
    all
}

fn may_doubt(d: &Detail, part: &Assignment, by: Option<kernel::PersonId>, given: &Given<'_>) -> bool {
    let Some(until) = until(part, given) else { return false };
    let round = part.round().map_or(0, |round| round.ordinal);
    let of_reply = || d.doubts.iter().filter(|one| one.assignment == part.id && one.round == round);
    let spent = of_reply().filter(|one| one.by == by).count() >= usize::from(given.book.class_doubts.value);
    given.today() <= until && !spent && of_reply().all(|one| one.end != DoubtEnd::Open)
}

/// The last day to doubt the present reply of a part, once it is out.
fn until(part: &Assignment, given: &Given<'_>) -> Option<Day> {
    match &part.round()?.stage {
        RoundStage::Delivered { at, .. } => Some(given.explain(Limit::ClassDoubt, at.day()).due.day),
        _ => None,
    }
}

async fn form(site: &Site, actor: &Actor, v: &View, f: &Form, (id, part): (SuggestionId, AssignmentId)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, &format!("assignments/{part}/doubt"));
    offered(site, actor, &d, &action).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    let handling = d.suggestion.stage.handling();
    let part = handling.and_then(|handling| handling.handlers.find(part)).ok_or_else(Problem::missing)?;
    let class = part.round().and_then(|round| round.signature()).map(|signature| signature.class.clone());
    let once = if f.value("once").is_empty() { site.new_id::<()>().to_string() } else { f.value("once").to_owned() };
    let template = Ask {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        unit: d.body(part.unit).to_owned(),
        class: class.unwrap_or_default(),
        until: until(part, &given).unwrap_or_else(|| site.today()),
        action,
        back: format!("/suggestions/{id}"),
        once,
    };
    Ok(page_with(status(f), &template))
}

fn status(f: &Form) -> StatusCode {
    if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View) -> Answer {
    form(&site, &actor, &v, &Form::blank(&v), of).await
}

pub async fn doubt(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View, mut f: Form) -> Answer {
    let Some(reason) = f.take::<Reason>("reason") else { return form(&site, &actor, &v, &f, of).await };
    let once = Once::form(f.value("once"), &at(of.0, &format!("assignments/{}/doubt", of.1)), &reason)?;
    verbs::doubt(&site, &actor, of.0, of.1, reason, &once).await?;
    Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-doubted"))
}

pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path((id, one)): One, _form: Form) -> Answer {
    verbs::withdraw(&site, &actor, id, one).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-doubt-withdrawn"))
}

pub async fn ask_answer(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View) -> Answer {
    answering(&site, &actor, &v, &Form::blank(&v), of).await
}

async fn answering(site: &Site, actor: &Actor, v: &View, f: &Form, (id, one): (SuggestionId, DoubtId)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let doubt = d.doubts.iter().find(|doubt| doubt.id == one).ok_or_else(Problem::missing)?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    let doubt = dressed(v, &d, actor, (doubt, &given));
    if !doubt.answers {
        return Err(Refused::new(Family::NotYours, "suggestions-refused-not-offered").into());
    }
    let others = book.classes.iter().filter(|class| class.code != doubt.class);
    let template = Reply {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        answers: vec![
            ("keep", v.tf("suggestions-doubt-keep", [("class", doubt.class.clone())]).into_owned()),
            ("change", v.t("suggestions-doubt-change").into_owned()),
        ],
        classes: others.map(|class| (class.code.clone(), format!("{} {}", class.code, class.name))).collect(),
        doubt,
        action: at(id, &format!("doubts/{one}/answer")),
        back: format!("/suggestions/{id}"),
    };
    Ok(page_with(status(f), &template))
}

pub async fn answer(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let Some(answer) = read(&mut f) else { return answering(&site, &actor, &v, &f, of).await };
    match verbs::answer(&site, &actor, of.0, of.1, answer).await {
        Ok(_) => Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-doubt-answered")),
        Err(Problem::Refused(refused))
            if [Refusal::ClassTheSame.key(), Refusal::UnknownClass.key()].contains(&refused.key) =>
        {
            f.refuse("class", refused.into());
            answering(&site, &actor, &v, &f, of).await
        }
        Err(problem) => Err(problem),
    }
}

fn read(f: &mut Form) -> Option<verbs::Answer> {
    let change = f.choice("answer", |raw| match raw {
        "keep" => Some(false),
        "change" => Some(true),
        _ => None,
    })?;
    let class = if change { f.choice("class", |raw| Some(raw.to_owned())) } else { None };
    let reason = f.take("reason");
    match (change, class, reason) {
        (true, Some(class), Some(reason)) => Some(verbs::Answer::Change(class, reason)),
        (false, _, Some(reason)) => Some(verbs::Answer::Keep(reason)),
        _ => None,
    }
}
