//! 交办通知的发文字号 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Day;
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Seen, versioned},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::SessionId;
use utoipa::ToSchema;

use super::write::text;
use crate::{
    desk::notice_number::{NoticeWanted, enter, keeps, numbers_edition},
    store::{NoticeNumber, notice_numbers},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The number of a notice of assignment.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeNumberJson {
    /// `YYYY-MM-DD`: what was assigned up to it, and after the one before it, goes out under the number; at most 31 days from today.
    day: String,
    /// 发文字号, at most 60 characters.
    number: String,
    /// Whom the units ask, and how, at most 120 characters.
    #[serde(default)]
    contact: Option<String>,
}

fn told(all: &[NoticeNumber]) -> Response {
    let one = |it: &NoticeNumber| NoticeNumberJson {
        day: it.day.to_string(),
        number: it.number.clone(),
        contact: Some(it.contact.clone()).filter(|contact| !contact.is_empty()),
    };
    versioned(numbers_edition(all), all.iter().map(one).collect::<Vec<_>>())
}

/// The numbers of the notices of assignment of a session, the earliest first
#[utoipa::path(get, path = "/api/sessions/{session}/notice-numbers", tag = "suggestions", params(("session" = Uuid, Path)),
    responses((status = 200, body = Vec<NoticeNumberJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn notice_numbers_of(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SessionId>) -> Answer {
    let mut db = site.db();
    keeps(&mut db, &actor, id).await?;
    Ok(told(&notice_numbers(&mut db, id).await?))
}

/// Enter the number of a notice of assignment, in place of the one of that day; `If-Match` names the version of the list you have seen
#[utoipa::path(put, path = "/api/sessions/{session}/notice-numbers", tag = "suggestions",
    params(("session" = Uuid, Path), ("If-Match" = String, Header)), request_body = NoticeNumberJson,
    responses((status = 200, body = Vec<NoticeNumberJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn enter_notice_number(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SessionId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<NoticeNumberJson>, Problem>,
) -> Answer {
    keeps(&mut site.db(), &actor, id).await?;
    let (Seen(seen), Body(json)) = (seen?, body?);
    let day: Day = json.day.parse().map_err(|_| Errors::one("day", Wrong::new("kit-form-day")))?;
    let said = json.contact.as_deref().map(str::trim).filter(|contact| !contact.is_empty());
    let contact = said.map(|contact| text("contact", contact)).transpose()?;
    let wanted = NoticeWanted { day, number: text("number", &json.number)?, contact };
    Ok(told(&enter(&site, &actor, id, seen, wanted).await?))
}
