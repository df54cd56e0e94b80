//! 交办通知的发文字号 of a session: those entered, and one more.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};
use suggestions_rules::SessionId;

use crate::{
    desk::notice_number::{self as desk, NoticeWanted},
    queries,
    store::{NoticeNumber, notice_numbers},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/notice-numbers.html")]
struct Numbers<'a> {
    v: &'a View,
    f: &'a Form,
    session: SessionId,
    congress: BodyId,
    name: String,
    version: i64,
    all: Vec<NoticeNumber>,
}

async fn show(site: &Site, v: &View, f: &Form, (congress, session): (BodyId, SessionId)) -> Answer {
    let mut db = site.db();
    let all = notice_numbers(&mut db, session).await?;
    let name = queries::of_session(&mut db, congress, session).await?.sitting();
    let template = Numbers { v, f, session, congress, name, version: desk::numbers_edition(&all), all };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// The form begins with today, and with whom the units asked last.
pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SessionId>, v: View) -> Answer {
    let mut db = site.db();
    let congress = desk::keeps(&mut db, &actor, id).await?;
    let setting = queries::of_session(&mut db, congress, id).await?;
    let last = notice_numbers(&mut db, id).await?.pop().map(|last| last.contact).filter(|last| !last.is_empty());
    let contact = last.unwrap_or_else(|| setting.asked().to_owned());
    let form = Form::blank(&v).with("day", site.today()).with("contact", contact);
    show(&site, &v, &form, (congress, id)).await
}

pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SessionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let congress = desk::keeps(&mut site.db(), &actor, id).await?;
    let (day, number, contact) = (form.take("day"), form.take("number"), form.maybe("contact"));
    let seen = form.seen()?;
    if let (Some(day), Some(number), false) = (day, number, form.has_errors()) {
        match desk::enter(&site, &actor, id, seen, NoticeWanted { day, number, contact }).await {
            Ok(_) => {
                let back = format!("/suggestions/tasks/sessions/{id}/notices");
                return Ok(done(&back, "suggestions-flash-notice-numbered"));
            }
            // What somebody else entered meanwhile stands on the page that comes again, with what was typed.
            Err(Problem::Refused(Refused { kind: Family::Stale, key, .. })) => {
                form.refuse("number", Wrong::new(key));
            }
            Err(problem) => form.accept(problem)?,
        }
    }
    show(&site, &v, &form, (congress, id)).await
}
