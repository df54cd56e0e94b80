//! 评价: two scores and, when dissatisfied, why.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, api::Saw, done, page_with},
};
use suggestions_rules::{AssignmentId, Question, Score, SuggestionId};

use super::{
    hold::keep_fitting,
    look::Part,
    names,
    reply::find,
    show::{at, offered},
};
use crate::{
    desk::{
        self,
        judge::{Answers, Verdict},
    },
    queries,
};

type At = Path<(SuggestionId, AssignmentId)>;

#[derive(Template)]
#[template(path = "suggestions/judgement.html")]
struct Judge<'a> {
    v: &'a View,
    f: &'a Form,
    action: String,
    id: SuggestionId,
    title: String,
    part: Part,
    scores: Vec<(&'static str, String)>,
    questions: Vec<Question>,
    /// The version of the letter that is judged.
    words: i64,
}

impl Judge<'_> {
    /// The field of a question.
    fn field(&self, question: &Question) -> String {
        desk::judge::field(&question.code)
    }
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
) -> Result<Response, Problem> {
    render(&site, &actor, &v, &Form::blank(&v), id, part).await
}

pub async fn give(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let (process, result) = (form.choice("process", Score::read), form.choice("result", Score::read));
    let reason = form.maybe("reason");
    let confidential = form.yes("confidential");
    let bad = [process, result].contains(&Some(Score::Dissatisfied));
    if bad && reason.is_none() && !form.has_errors() {
        form.refuse("reason", Wrong::new("suggestions-wrong-reason-needed"));
    }
    let d = queries::detail(&site, &actor, id).await?;
    let book = desk::rules::book(&site, d.suggestion.congress, d.suggestion.session).await?;
    let answers = answered(&mut form, &book.questions);
    let (Some(process), Some(result), false) = (process, result, form.has_errors()) else {
        return render(&site, &actor, &v, &form, id, part).await;
    };
    let verdict = Verdict { process, result, reason, confidential };
    match desk::judge::judge_form(&site, &actor, id, part, (verdict, answers), Saw::on_page(&form)).await {
        Ok(_) => return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-judged")),
        Err(problem) => keep_fitting(&mut form, problem, "process")?,
    }
    render(&site, &actor, &v, &form, id, part).await
}

/// What was chosen; what was left open is no answer.
fn answered(form: &mut Form, questions: &[Question]) -> Answers {
    let mut answers = Answers::new();
    for question in questions {
        let field = desk::judge::field(&question.code);
        if form.value(&field).is_empty() {
            continue;
        }
        let known = |raw: &str| question.choices.iter().find(|choice| *choice == raw).cloned();
        if let Some(choice) = form.choice(&field, known) {
            answers.insert(question.code.clone(), choice);
        }
    }
    answers
}

async fn render(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    id: SuggestionId,
    part: AssignmentId,
) -> Result<Response, Problem> {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, &format!("assignments/{part}/judgement"));
    offered(site, actor, &d, &action).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let letter = d.letter(part);
    let template = Judge {
        words: desk::reply::edition(letter),
        questions: book.questions.clone(),
        v,
        f,
        action,
        id,
        title: d.suggestion.sheet.title.clone(),
        part: find(v, &d, site, part).await?,
        scores: Score::ALL.into_iter().map(|s| (s.word(), names::score(v, Some(s.word())).1)).collect(),
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}
