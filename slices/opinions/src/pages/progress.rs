//! 查进度: whoever has the tracking code reads how it goes, the answer, and judges it. The code stands in no address.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use kernel::{Moment, Text};
use kit::{
    Problem, Site, View,
    web::{Errors, Form, Wrong, page, page_with},
};
use opinions_rules::{Score, Stage, Waits};

use super::Follow;
use crate::{
    desk::judge,
    files::is_voice,
    queries::detail::{self, Detail, PublishedLine},
    store::Sealed,
};

#[derive(Template)]
#[template(path = "opinions/progress.html")]
struct Progress<'a> {
    v: &'a View,
    f: &'a Form,
    found: Option<Detail>,
    published: Vec<PublishedLine>,
    waits: Option<Waits>,
    code: String,
    scores: Vec<(&'static str, String)>,
    noted: Option<&'static str>,
    now: Moment,
}

impl Progress<'_> {
    fn number(&self, d: &Detail) -> String {
        let values = [("year", d.written.year.to_string()), ("n", d.written.n.to_string())];
        self.v.tf("opinions-number", values).into_owned()
    }

    /// Whether name, telephone or a recording are kept.
    fn sealed(&self, d: &Detail) -> bool {
        d.sealed != Sealed::default() || d.files.iter().any(is_voice)
    }

    fn asks_again(&self, d: &Detail) -> bool {
        d.asks_again(self.now)
    }

    /// What happens next, and by when: nobody is left to guess whether somebody looks at it.
    fn next(&self, d: &Detail) -> Option<String> {
        let stage = &d.kept.opinion.stage;
        let said = |key: &str, day: String| Some(self.v.tf(key, [("day", day)]).into_owned());
        match (&self.waits, stage) {
            (Some(waits), _) if waits.late(self.now) => Some(self.v.t("opinions-next-late").into_owned()),
            (Some(waits), Stage::Suggested { .. }) => said("opinions-next-raising", waits.day().to_string()),
            (Some(Waits::FirstWord(until)), _) => said("opinions-next-first", until.day().to_string()),
            (Some(Waits::Handling(due)), _) => said("opinions-next-handling", due.day.to_string()),
            (None, Stage::Suggested { .. }) => Some(self.v.t("opinions-next-suggested").into_owned()),
            (None, Stage::Answered { insists: true, .. }) => Some(self.v.t("opinions-next-insists").into_owned()),
            (None, Stage::Answered { .. }) => Some(self.v.t("opinions-next-answered").into_owned()),
            (None, _) => None,
        }
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

/// The scores in words.
pub fn scores(v: &View) -> Vec<(&'static str, String)> {
    Score::ALL.iter().map(|it| (it.word(), v.t(&format!("opinions-score-{}", it.word())).into_owned())).collect()
}

async fn sheet(
    (site, v, f): (&Site, &View, &Form),
    found: Option<Detail>,
    code: String,
    noted: Option<&'static str>,
) -> Result<Response, Problem> {
    let (now, mut published) = (site.now(), Vec::new());
    if let Some(d) = &found {
        published = detail::published(&mut site.db(), d, site.today()).await?;
    }
    let waits = found.as_ref().and_then(|d| Waits::of(&d.kept.opinion.stage, &d.book.opinions, &site.calendar()));
    let template = Progress { v, f, found, published, waits, code, scores: scores(v), noted, now };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask(State(site): State<Site>, v: View) -> Result<Response, Problem> {
    sheet((&site, &v, &Form::blank(&v)), None, String::new(), None).await
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
    let Some(code) = code else { return sheet((&site, &v, &form), None, String::new(), None).await };
    let found = found(&site, &mut form, &code).await?;
    sheet((&site, &v, &form), found, code, None).await
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
    sheet((&site, &v, &form), found, code, judged.then_some("opinions-progress-judged")).await
}

/// The page again after something was said by the tracking code: done, or with the reason beside the field.
async fn told(
    site: &Site,
    v: &View,
    mut form: Form,
    (field, what): (&str, Result<(), Problem>),
) -> Result<Response, Problem> {
    let code = form.value("code").to_owned();
    let done = what.is_ok();
    match what {
        Ok(()) => {}
        Err(Problem::Refused(refused)) => {
            form.accept(Errors::one(field, Wrong { key: refused.key, values: refused.values }).into())?;
        }
        Err(other) => form.accept(other)?,
    }
    let shown = found(site, &mut form, &code).await?;
    let noted = (done && !form.has_errors()).then_some("opinions-progress-noted");
    sheet((site, v, &form), shown, code, noted).await
}

pub async fn agree(State(site): State<Site>, v: View, _counted: Follow, mut form: Form) -> Result<Response, Problem> {
    if form.value("deputy") == "1" {
        let what = match form.choice("given", super::act::yes_or_no) {
            Some(given) => judge::agree_deputy(&site, form.value("code"), given).await,
            None => Ok(()),
        };
        return told(&site, &v, form, ("deputy", what)).await;
    }
    let (body, given) = (super::show::body(&mut form, "body"), form.choice("given", super::act::yes_or_no));
    let what = match (body, given) {
        (Some(body), Some(given)) => judge::agree(&site, form.value("code"), body, given).await,
        _ => Ok(()),
    };
    told(&site, &v, form, ("body", what)).await
}

pub async fn forget(State(site): State<Site>, v: View, _counted: Follow, form: Form) -> Result<Response, Problem> {
    let what = judge::forget(&site, form.value("code")).await;
    told(&site, &v, form, ("code", what)).await
}

pub async fn survey(State(site): State<Site>, v: View, _counted: Follow, mut form: Form) -> Result<Response, Problem> {
    let (score, words) = (form.choice("held", Score::read), form.maybe::<Text<500>>("held_words"));
    let what = match (score, form.has_errors()) {
        (Some(score), false) => judge::survey(&site, form.value("code"), score, words.as_ref()).await,
        _ => Ok(()),
    };
    told(&site, &v, form, ("held", what)).await
}
