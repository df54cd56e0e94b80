//! One link: its contacts, making one by hand, ending one.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

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
    web::{Form, done, page, page_with},
};
use links_rules::{EndReason, KindId, LinkId};

use super::{
    fields::{self, Options},
    kind::progress,
};
use crate::{
    desk::link::{self as desk, LinkEndWanted, LinkWanted},
    queries::{
        lines::{self, LinkLine},
        plan::{self, Plan},
    },
    store::{Contact, Kind, contacts_of},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "links/link.html")]
struct Show<'a> {
    v: &'a View,
    line: &'a LinkLine,
    contacts: Vec<Contact>,
    progress: String,
    remark: String,
    ends: bool,
    writes: bool,
    office: bool,
}

impl Show<'_> {
    fn way(&self, contact: &Contact) -> String {
        self.v.t(&format!("links-way-{}", contact.way.word())).into_owned()
    }
}

/// One link with its names.
pub async fn line(site: &Site, id: LinkId) -> Result<LinkLine, Problem> {
    lines::one(&mut site.db(), id, site.today()).await?.ok_or_else(Problem::missing)
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LinkId>, v: View) -> Answer {
    let (link, ends, writes) = desk::of(&site, &actor, id).await?;
    let line = line(&site, id).await?;
    let remark = link.ended.as_ref().and_then(|(_, _, remark)| remark.as_ref().map(ToString::to_string));
    let template = Show {
        v: &v,
        progress: progress(&v, &line),
        line: &line,
        contacts: contacts_of(&mut site.db(), id).await?,
        remark: remark.unwrap_or_default(),
        ends,
        writes,
        office: actor.may(Right::LinkSee, link.congress).is_ok(),
    };
    Ok(page(&template))
}

#[derive(Template)]
#[template(path = "links/make_link.html")]
struct Make<'a> {
    v: &'a View,
    f: &'a Form,
    kind: &'a Kind,
    ones: Options,
    others: Options,
}

fn asked(v: &View, f: &Form, kind: &Kind, plan: &Plan) -> Response {
    let template = Make { v, f, kind, ones: fields::choices(&plan.ones), others: fields::choices(&plan.others) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

async fn taken(site: &Site, actor: &Actor, id: KindId) -> Result<(Kind, Plan), Problem> {
    let kind = crate::desk::kind::may(site, actor, id, Right::LinkKeep).await?;
    let plan = plan::of(&mut site.db(), &kind, site.today()).await?;
    Ok((kind, plan))
}

pub async fn ask_make(State(site): State<Site>, Extension(actor): Who, Path(id): Path<KindId>, v: View) -> Answer {
    let (kind, plan) = taken(&site, &actor, id).await?;
    let form = Form::blank(&v).with("since", site.today().max(kind.spec.since));
    Ok(asked(&v, &form, &kind, &plan))
}

pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (kind, plan) = taken(&site, &actor, id).await?;
    let one = fields::end(&mut form, "one", &plan.ones);
    let other = fields::end(&mut form, "other", &plan.others);
    let since = form.take("since");
    if let (Some(one), Some(other), Some(since)) = (one, other, since) {
        let once = form.once(&format!("/links/kinds/{id}/links"))?;
        let wanted = LinkWanted { one: one.to_string(), other: other.to_string(), since };
        match desk::make(&site, &actor, id, wanted, &once).await {
            Ok(link) => return Ok(done(&format!("/links/{}", link.id), "links-flash-linked")),
            Err(problem) => form.keep("one", problem)?,
        }
    }
    Ok(asked(&v, &form, &kind, &plan))
}

#[derive(Template)]
#[template(path = "links/end.html")]
struct EndPage<'a> {
    v: &'a View,
    f: &'a Form,
    line: &'a LinkLine,
    reasons: Options,
}

fn ending(v: &View, f: &Form, line: &LinkLine) -> Response {
    let by_hand = EndReason::ALL.iter().copied().filter(|reason| reason.by_hand()).map(EndReason::word);
    let template = EndPage { v, f, line, reasons: fields::options(v, "reason", by_hand) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask_end(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LinkId>, v: View) -> Answer {
    desk::may_end(&site, &actor, id).await?;
    let form = Form::blank(&v).with("day", site.today());
    Ok(ending(&v, &form, &line(&site, id).await?))
}

pub async fn end(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LinkId>,
    v: View,
    mut form: Form,
) -> Answer {
    desk::may_end(&site, &actor, id).await?;
    let (day, reason, remark) = (form.take("day"), form.choice("reason", EndReason::read), form.maybe("remark"));
    if let (Some(day), Some(reason), false) = (day, reason, form.has_errors()) {
        match desk::end(&site, &actor, id, LinkEndWanted { day, reason, remark }).await {
            Ok(link) => return Ok(done(&format!("/links/{}", link.id), "links-flash-ended")),
            Err(problem) => form.keep("day", problem)?,
        }
    }
    Ok(ending(&v, &form, &line(&site, id).await?))
}
