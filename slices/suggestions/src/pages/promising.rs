//! What people do with promises: each form is read, done, or shown again on the page it stands on with what was typed.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{Day, Refusal as Family, Text};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, api::Once, done, page_with},
};
use suggestions_rules::{AssignmentId, PromiseId, Score, SuggestionId};

use super::{
    promise::render,
    show::{at, offered},
};
use crate::{
    desk::{
        self,
        promise::{Answered, OtherDay, Vow},
    },
    files, queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type OfPart = Path<(SuggestionId, AssignmentId)>;
type One = Path<(SuggestionId, PromiseId)>;

#[derive(Template)]
#[template(path = "suggestions/promising.html")]
struct Make<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    unit: String,
    action: String,
    back: String,
    once: String,
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View) -> Answer {
    form(&site, &actor, &v, &Form::blank(&v), of).await
}

async fn form(site: &Site, actor: &Actor, v: &View, f: &Form, (id, part): (SuggestionId, AssignmentId)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, &format!("assignments/{part}/promises"));
    offered(site, actor, &d, &action).await?;
    let unit = d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(part)).map(|part| part.unit);
    let once = if f.value("once").is_empty() { site.new_id::<()>().to_string() } else { f.value("once").to_owned() };
    let template = Make {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        unit: unit.map(|unit| d.body(unit).to_owned()).unwrap_or_default(),
        action,
        back: format!("/suggestions/{id}"),
        once,
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}

pub async fn make(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View, mut f: Form) -> Answer {
    let words: Option<Text<500>> = f.take("words");
    let due: Option<Day> = f.take("due");
    let (Some(words), Some(due)) = (words, due) else { return form(&site, &actor, &v, &f, of).await };
    let vow = Vow { words, due };
    let once = Once::form(f.value("once"), &at(of.0, &format!("assignments/{}/promises", of.1)), &vow)?;
    match desk::promise::make(&site, &actor, of.0, of.1, vow, &once).await {
        Ok(_) => Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-promise-made")),
        Err(problem) => {
            beside(&mut f, problem, "due")?;
            form(&site, &actor, &v, &f, of).await
        }
    }
}

/// What does not fit is said beside the field; what cannot be now, on a page of its own.
fn beside(f: &mut Form, problem: Problem, field: &str) -> Result<(), Problem> {
    match problem {
        Problem::Refused(refused) if refused.kind == Family::Unfit => {
            f.refuse(field, refused.into());
            Ok(())
        }
        other => f.accept(other),
    }
}

/// Back to the promise with a word that it is done, or the form again with what does not fit beside its field.
async fn finish<T>(
    (site, actor, v): (&Site, &Actor, &View),
    mut f: Form,
    of: (SuggestionId, PromiseId),
    outcome: Result<T, Problem>,
    (field, flash): (&str, &'static str),
) -> Answer {
    match outcome {
        Ok(_) => Ok(done(&format!("/suggestions/{}/promises/{}", of.0, of.1), flash)),
        Err(problem) => {
            beside(&mut f, problem, field)?;
            render(site, actor, v, &f, of).await
        }
    }
}

pub async fn strike(State(site): State<Site>, Extension(actor): Who, Path(of): One, _form: Form) -> Answer {
    desk::promise::strike(&site, &actor, of.0, of.1).await?;
    Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-promise-struck"))
}

pub async fn report(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let Some(words) = f.take::<desk::Reason>("progress") else { return render(&site, &actor, &v, &f, of).await };
    // Who may not look at it hears so before any byte is written.
    queries::detail(&site, &actor, of.0).await?;
    let mut evidence = Vec::new();
    for file in f.files("file").map(|file| (file.name.clone(), file.bytes.clone())).collect::<Vec<_>>() {
        match files::take_in(&site, &file.0, file.1).await? {
            Ok(blob) => evidence.push(blob),
            Err(rejected) => f.refuse("file", rejected.wrong()),
        }
    }
    if f.has_errors() {
        return render(&site, &actor, &v, &f, of).await;
    }
    let once = Once::form(f.value("once"), &at(of.0, &format!("promises/{}/progress", of.1)), &words)?;
    let outcome = desk::promise::report(&site, &actor, of, words, &evidence, &once).await;
    finish((&site, &actor, &v), f, of, outcome, ("progress", "suggestions-flash-promise-reported")).await
}

pub async fn move_day(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let (due, reason) = (f.take::<Day>("new_due"), f.take("move_reason"));
    let (Some(due), Some(reason)) = (due, reason) else { return render(&site, &actor, &v, &f, of).await };
    let other = OtherDay { due, reason, seen: Some(f.seen()?) };
    let outcome = desk::promise::move_day(&site, &actor, of.0, of.1, other).await;
    finish((&site, &actor, &v), f, of, outcome, ("new_due", "suggestions-flash-promise-moved")).await
}

pub async fn answer(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let kept = f.choice("kept", kept);
    let class: Option<String> = f.choice("class", |raw| Some(raw.to_owned()));
    let words = f.take("answer");
    let (Some(kept), Some(class), Some(words)) = (kept, class, words) else {
        return render(&site, &actor, &v, &f, of).await;
    };
    let outcome = desk::promise::answer(&site, &actor, of.0, of.1, Answered { kept, class, words }).await;
    finish((&site, &actor, &v), f, of, outcome, ("class", "suggestions-flash-promise-answered")).await
}

fn kept(raw: &str) -> Option<bool> {
    match raw {
        "kept" => Some(true),
        "not-kept" => Some(false),
        _ => None,
    }
}

pub async fn judge(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let (result, reason) = (f.choice("result", Score::read), f.maybe("reason"));
    if result == Some(Score::Dissatisfied) && reason.is_none() && !f.has_errors() {
        f.refuse("reason", Wrong::new("suggestions-wrong-reason-needed"));
    }
    let (Some(result), false) = (result, f.has_errors()) else { return render(&site, &actor, &v, &f, of).await };
    let outcome = desk::promise::judge(&site, &actor, of.0, of.1, (result, reason)).await;
    finish((&site, &actor, &v), f, of, outcome, ("reason", "suggestions-flash-judged")).await
}

pub async fn send_back(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let Some(reason) = f.take("back_reason") else { return render(&site, &actor, &v, &f, of).await };
    let outcome = desk::promise::send_back(&site, &actor, of.0, of.1, reason).await;
    finish((&site, &actor, &v), f, of, outcome, ("back_reason", "suggestions-flash-promise-sent-back")).await
}

pub async fn settle(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let (outcome, reason) = (f.choice("outcome", kept), f.maybe("settle_reason"));
    let (Some(kept), false) = (outcome, f.has_errors()) else { return render(&site, &actor, &v, &f, of).await };
    let outcome = desk::promise::settle(&site, &actor, of.0, of.1, (kept, reason)).await;
    finish((&site, &actor, &v), f, of, outcome, ("settle_reason", "suggestions-flash-promise-settled")).await
}

pub async fn take_over(State(site): State<Site>, Extension(actor): Who, Path(of): One, v: View, mut f: Form) -> Answer {
    let (due, reason) = (f.take::<Day>("next_due"), f.take("over_reason"));
    let (Some(due), Some(reason)) = (due, reason) else { return render(&site, &actor, &v, &f, of).await };
    let other = OtherDay { due, reason, seen: Some(f.seen()?) };
    let outcome = desk::promise::take_over(&site, &actor, of.0, of.1, other).await;
    finish((&site, &actor, &v), f, of, outcome, ("next_due", "suggestions-flash-promise-taken-over")).await
}
