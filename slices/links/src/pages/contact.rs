//! A contact is written down: today, how, a sentence.

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
    web::{Form, done, page, page_with},
};
use links_rules::{LinkId, Way};

use super::{
    fields::{Options, options},
    link::line,
};
use crate::{
    desk::contact::{self as desk, LinkContactWanted},
    queries::lines::LinkLine,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "links/contact.html")]
struct Contact<'a> {
    v: &'a View,
    f: &'a Form,
    line: &'a LinkLine,
    /// Whether it is one's own; else it is typed for who links.
    own: bool,
    ways: Options,
}

fn shown(v: &View, f: &Form, line: &LinkLine, own: bool) -> Response {
    let ways = options(v, "way", Way::ALL.iter().map(|way| way.word()));
    let template = Contact { v, f, line, own, ways };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LinkId>, v: View) -> Answer {
    let (_, own) = desk::may(&site, &actor, id).await?;
    let form = Form::blank(&v).with("day", site.today()).with("way", Way::Visit.word());
    Ok(shown(&v, &form, &line(&site, id).await?, own))
}

pub async fn record(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LinkId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (_, own) = desk::may(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once(&format!("/links/{id}/contacts"))?;
        match desk::record(&site, &actor, id, wanted, &once).await {
            Ok(_) => return Ok(done(&format!("/links/{id}"), "links-flash-contacted")),
            Err(problem) => form.keep("day", problem)?,
        }
    }
    Ok(shown(&v, &form, &line(&site, id).await?, own))
}

fn read(form: &mut Form) -> Option<LinkContactWanted> {
    let (day, way) = (form.take("day"), form.choice("way", Way::read));
    let (words, follow_up) = (form.take("words"), form.maybe("follow-up"));
    if form.has_errors() {
        return None;
    }
    Some(LinkContactWanted { day: day?, way: way?, words: words?, follow_up })
}
