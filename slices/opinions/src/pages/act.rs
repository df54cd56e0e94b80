//! What is done about an opinion, a form each on its one page.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{Refusal, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use opinions_rules::{OpinionId, Score, Treatment};

use super::show::{again, body};
use crate::{
    desk::{
        handle::{self, AnswerWanted, AssignmentWanted, ReasonWanted},
        judge,
    },
    sight,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// What a form on the page leads to: done, or the page again with the reason beside the field and nothing typed lost.
struct Acting<'a> {
    site: &'a Site,
    actor: &'a Actor,
    v: &'a View,
    id: OpinionId,
    seen: i64,
    field: &'static str,
}

impl<'a> Acting<'a> {
    /// Who may not see it hears so before anything typed is judged.
    async fn begin(
        site: &'a Site,
        actor: &'a Actor,
        v: &'a View,
        (id, field): (OpinionId, &'static str),
        form: &Form,
    ) -> Result<Self, Problem> {
        sight::seen(&mut site.db(), actor, id).await?;
        Ok(Self { site, actor, v, id, seen: form.seen()?, field })
    }

    /// Whose it is to do a thing at the office is asked before what was typed is judged.
    async fn of_office(&self) -> Result<(), Problem> {
        let (kept, _) = sight::seen(&mut self.site.db(), self.actor, self.id).await?;
        Ok(self.actor.may(accounts_rules::Right::OpinionKeep, kept.opinion.holder)?)
    }

    async fn end(self, mut form: Form, what: Result<(), Problem>, flash: &'static str) -> Answer {
        let Err(problem) = what else { return Ok(done(&format!("/opinions/{}", self.id), flash)) };
        form.keep(self.field, problem)?;
        again(self.site, self.actor, self.v, self.id, form).await
    }

    async fn wrong(self, form: Form) -> Answer {
        again(self.site, self.actor, self.v, self.id, form).await
    }
}

pub async fn answer(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "answer"), &form).await?;
    let (kept, seen_as) = sight::seen(&mut site.db(), &actor, id).await?;
    if seen_as.answers(&kept).is_none() {
        of.of_office().await?;
    }
    let for_deputy = form.yes("for_deputy");
    let Some(words) = form.take::<Text<2000>>("answer") else { return of.wrong(form).await };
    let what = handle::answer(&site, &actor, id, of.seen, &AnswerWanted { words, for_deputy }).await;
    of.end(form, what, "opinions-flash-answered").await
}

pub async fn assign(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "unit"), &form).await?;
    of.of_office().await?;
    let (unit, treatment) = (body(&mut form, "unit"), form.choice("treatment", Treatment::read));
    let words = form.maybe("told");
    let (Some(unit), Some(treatment), false) = (unit, treatment, form.has_errors()) else {
        return of.wrong(form).await;
    };
    let wanted = AssignmentWanted { unit, treatment, hard: form.yes("hard"), words };
    let what = handle::assign(&site, &actor, id, of.seen, &wanted).await;
    of.end(form, what, "opinions-flash-assigned").await
}

/// Who answers for the body it was given to is asked before what was typed is judged.
async fn of_body(site: &Site, actor: &Actor, id: OpinionId) -> Result<(), Problem> {
    let (kept, seen_as) = sight::seen(&mut site.db(), actor, id).await?;
    match sight::of_body(&kept, &seen_as) {
        Err(Problem::Refused(refused)) if refused.kind == Refusal::NotYours => Err(refused.into()),
        // That it lies there no more is said on the page.
        _ => Ok(()),
    }
}

pub async fn sign_for(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "answer"), &form).await?;
    of_body(&site, &actor, id).await?;
    let what = handle::sign_for(&site, &actor, id, of.seen).await;
    of.end(form, what, "opinions-flash-signed-for").await
}

pub async fn give_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "back"), &form).await?;
    of_body(&site, &actor, id).await?;
    let Some(words) = form.take::<Text<500>>("back") else { return of.wrong(form).await };
    let what = handle::give_back(&site, &actor, id, of.seen, &words).await;
    of.end(form, what, "opinions-flash-given-back").await
}

pub async fn feed_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "feedback"), &form).await?;
    of_body(&site, &actor, id).await?;
    let Some(words) = form.take::<Text<2000>>("feedback") else { return of.wrong(form).await };
    let what = handle::feed_back(&site, &actor, id, of.seen, &words).await;
    of.end(form, what, "opinions-flash-fed-back").await
}

pub async fn hand_on(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "congress"), &form).await?;
    of.of_office().await?;
    let (to, words) = (body(&mut form, "congress"), form.take("why"));
    let (Some(to), Some(words)) = (to, words) else { return of.wrong(form).await };
    let what = handle::hand_on(&site, &actor, id, of.seen, (to, &ReasonWanted { words })).await;
    of.end(form, what, "opinions-flash-handed-on").await
}

pub async fn suggest(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "suggestion"), &form).await?;
    let (_, seen_as) = sight::seen(&mut site.db(), &actor, id).await?;
    if !seen_as.deputy {
        of.of_office().await?;
    }
    let suggestion = form.maybe("suggestion");
    if form.has_errors() {
        return of.wrong(form).await;
    }
    let what = handle::suggest(&site, &actor, id, of.seen, suggestion).await;
    of.end(form, what, "opinions-flash-suggested").await
}

pub async fn point_elsewhere(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "channel"), &form).await?;
    of.of_office().await?;
    let channel = form.choice("channel", |raw| (raw.len() <= 40).then(|| raw.to_owned()));
    let words = form.take::<Text<500>>("because");
    let (Some(channel), Some(words)) = (channel, words) else { return of.wrong(form).await };
    let what = handle::point_elsewhere(&site, &actor, id, of.seen, (&channel, &words)).await;
    of.end(form, what, "opinions-flash-elsewhere").await
}

pub async fn approve(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "approved"), &form).await?;
    let (kept, _) = sight::seen(&mut site.db(), &actor, id).await?;
    actor.may(accounts_rules::Right::OpinionApprove, kept.opinion.holder)?;
    let agreed = form.choice("approved", yes_or_no);
    let words = form.maybe::<Text<500>>("approval");
    let (Some(agreed), false) = (agreed, form.has_errors()) else { return of.wrong(form).await };
    let what = handle::approve(&site, &actor, id, of.seen, (agreed, words.as_ref())).await;
    of.end(form, what, if agreed { "opinions-flash-approved" } else { "opinions-flash-sent-back" }).await
}

/// The two answers of a choice.
pub fn yes_or_no(raw: &str) -> Option<bool> {
    match raw {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

pub async fn to_hotline(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "hotline_hard"), &form).await?;
    of.of_office().await?;
    let what = handle::to_hotline(&site, &actor, id, of.seen, form.yes("hotline_hard")).await;
    of.end(form, what, "opinions-flash-hotline").await
}

pub async fn survey(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "held"), &form).await?;
    of.of_office().await?;
    let (score, words) = (form.choice("held", Score::read), form.maybe::<Text<500>>("held_words"));
    let (Some(score), false) = (score, form.has_errors()) else { return of.wrong(form).await };
    let what = judge::survey_by_phone(&site, &actor, id, (score, words.as_ref())).await;
    of.end(form, what, "opinions-flash-surveyed").await
}

pub async fn close(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let of = Acting::begin(&site, &actor, &v, (id, "closing"), &form).await?;
    of.of_office().await?;
    let Some(words) = form.take("closing") else { return of.wrong(form).await };
    let what = handle::close(&site, &actor, id, of.seen, &ReasonWanted { words }).await;
    of.end(form, what, "opinions-flash-closed").await
}
