//! 查进度: whoever has the tracking code reads how it goes, the answer, and judges it. The code stands in no address.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use kernel::Text;
use kit::{
    Problem, Site, View,
    web::{Errors, Form, Wrong, page, page_with},
};
use opinions_rules::{Score, Stage};

use super::Follow;
use crate::{
    desk::judge,
    queries::detail::{self, Detail},
};

#[derive(Template)]
#[template(path = "opinions/progress.html")]
struct Progress<'a> {
    v: &'a View,
    f: &'a Form,
    found: Option<Detail>,
    code: String,
    scores: Vec<(&'static str, String)>,
    judged: bool,
}

impl Progress<'_> {
    fn number(&self, d: &Detail) -> String {
        let values = [("year", d.written.year.to_string()), ("n", d.written.n.to_string())];
        self.v.tf("opinions-number", values).into_owned()
    }

    fn to_judge(&self, d: &Detail) -> bool {
        matches!(d.kept.opinion.stage, Stage::Answered { insists: false, .. })
    }

    fn channel(&self, d: &Detail) -> Option<String> {
        match &d.kept.opinion.stage {
            Stage::Elsewhere { channel, .. } => Some(d.book.name_of("channel", channel).to_owned()),
            _ => None,
        }
    }
}

fn sheet(v: &View, f: &Form, found: Option<Detail>, code: String, judged: bool) -> Response {
    let scores = Score::ALL.iter().map(|it| (it.word(), v.t(&format!("opinions-score-{}", it.word())).into_owned()));
    let template = Progress { v, f, found, code, scores: scores.collect(), judged };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask(v: View) -> Response {
    sheet(&v, &Form::blank(&v), None, String::new(), false)
}

/// What a tracking code leads to; one that leads nowhere is said beside the field, alike for all.
async fn found(site: &Site, form: &mut Form, code: &str) -> Result<Option<Detail>, Problem> {
    match judge::find(site, code).await {
        Ok(id) => Ok(Some(detail::read(&mut site.db(), id).await?)),
        Err(Problem::Refused(refused)) => {
            form.accept(Errors::one("code", Wrong { key: refused.key, values: refused.values }).into())?;
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

pub async fn show(State(site): State<Site>, v: View, _counted: Follow, mut form: Form) -> Result<Response, Problem> {
    let code: Option<String> = form.take("code");
    let Some(code) = code else { return Ok(sheet(&v, &form, None, String::new(), false)) };
    let found = found(&site, &mut form, &code).await?;
    Ok(sheet(&v, &form, found, code, false))
}

pub async fn judge(State(site): State<Site>, v: View, _counted: Follow, mut form: Form) -> Result<Response, Problem> {
    let code = form.value("code").to_owned();
    let (score, words) = (form.choice("score", Score::read), form.maybe::<Text<500>>("words"));
    let mut judged = false;
    if let (Some(score), false) = (score, form.has_errors()) {
        match judge::judge(&site, &code, score, words.as_ref()).await {
            Ok(()) => judged = true,
            Err(Problem::Refused(refused)) => {
                form.accept(Errors::one("score", Wrong { key: refused.key, values: refused.values }).into())?;
            }
            Err(other) => return Err(other),
        }
    }
    let found = found(&site, &mut form, &code).await?;
    Ok(sheet(&v, &form, found, code, judged))
}
