//! 承诺事项 in JSON: the ledger, and what is done with one promise.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::Day;
use kit::{
    Problem, Site,
    list::position,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once, Seen},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, AttachmentId, Promise, PromiseId, Score, SuggestionId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    attach::{AddedJson, Named as FileName, added, taken},
    contact::MadeJson,
    own::own_person,
    promise_shape::{PromiseJson, PromiseLines, line, promise},
    shape::{Now, now},
    write::{ReasonJson, text},
};
use crate::{
    desk::{
        self,
        promise::{Answered, OtherDay, Vow},
    },
    ledger::{Asked, filter},
    queries::{self, LEDGER},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type One = Path<(SuggestionId, PromiseId)>;

fn day(field: &str, raw: &str) -> Result<Day, Problem> {
    raw.parse().map_err(|_| Errors::one(field, Wrong::new("kit-form-day")).into())
}

/// A promise to be recorded.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VowJson {
    /// What is promised, at most 500 characters.
    words: String,
    /// For which day, `YYYY-MM-DD`.
    until: String,
}

/// A report on a promise.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportJson {
    /// How far it has come, at most 2,000 characters.
    words: String,
}

/// Another day, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherDayJson {
    /// The day, `YYYY-MM-DD`.
    until: String,
    /// At most 2,000 characters.
    reason: String,
}

impl OtherDayJson {
    fn read(&self) -> Result<OtherDay, Problem> {
        Ok(OtherDay { due: day("until", &self.until)?, reason: text("reason", &self.reason)?, seen: None })
    }
}

/// What became of a promise.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondReplyJson {
    /// Whether it is kept.
    kept: bool,
    /// The class of the result as it is now, in the congress's own dictionary.
    class: String,
    /// At most 2,000 characters.
    words: String,
}

/// A signer's word on a second reply.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondJudgementJson {
    /// `satisfied`, `basically` or `dissatisfied`.
    result: String,
    /// Needed when dissatisfied, at most 2,000 characters.
    #[serde(default)]
    reason: Option<String>,
}

/// Off the ledger.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettlementJson {
    /// Whether it was kept.
    kept: bool,
    /// Needed when it was not, or when the lead deputy is dissatisfied; at most 2,000 characters.
    #[serde(default)]
    reason: Option<String>,
}

/// The ledger of a congress or of a unit, the nearest day first
#[utoipa::path(get, path = "/api/promises", tag = "suggestions", params(Asked),
    responses((status = 200, body = PromiseLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn ledger(State(site): State<Site>, Extension(actor): Who, Query(asked): Query<Asked>) -> Answer {
    let filter = filter(&site, &actor, &asked)?;
    let page = queries::ledger(&mut site.db(), &filter, position(&asked.after, &LEDGER)?, 50).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(line).collect();
    Ok(Json(PromiseLines { items, next, total: page.total }).into_response())
}

/// A second reply that waits for a deputy's word.
#[derive(Serialize, ToSchema)]
pub struct ToAnswerJson {
    id: Uuid,
    suggestion: Uuid,
    title: String,
    unit: Option<String>,
    judge_by: Option<String>,
}

/// The second replies that wait for your word
#[utoipa::path(get, path = "/api/second-replies-to-judge", tag = "suggestions",
    responses((status = 200, body = Vec<ToAnswerJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn waiting(State(site): State<Site>, Extension(actor): Who) -> Answer {
    let person = own_person(&actor)?;
    let lines = queries::second_replies(&mut site.db(), person).await?;
    let one = |it: queries::ToAnswer| ToAnswerJson {
        id: it.id.uuid(),
        suggestion: it.suggestion.uuid(),
        title: it.title,
        unit: it.unit,
        judge_by: it.judge_by.map(|day| day.to_string()),
    };
    Ok(Json(lines.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// One promise with its story, as far as you may know of it
#[utoipa::path(get, path = "/api/suggestions/{id}/promises/{promise}", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path)),
    responses((status = 200, body = PromiseJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path((id, which)): One) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    let known = d.promises.iter().find(|one: &&Promise| one.id == which).ok_or_else(Problem::missing)?;
    Ok(Json(promise(&d, known)).into_response())
}

/// Record a promise of a unit; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/promises", tag = "suggestions",
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = VowJson,
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    once: Once,
    Body(vow): Body<VowJson>,
) -> Answer {
    let vow = Vow { words: text("words", &vow.words)?, due: day("until", &vow.until)? };
    let made = desk::promise::make(&site, &actor, id, part, vow, &once).await?;
    let place = (header::LOCATION, format!("/api/suggestions/{id}/promises/{made}"));
    Ok((StatusCode::CREATED, [place], Json(MadeJson { id: made.uuid() })).into_response())
}

/// Take a promise off a reply that is not out yet
#[utoipa::path(delete, path = "/api/suggestions/{id}/promises/{promise}", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path)),
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn strike(State(site): State<Site>, Extension(actor): Who, Path((id, which)): One) -> Answer {
    Ok(now(&desk::promise::strike(&site, &actor, id, which).await?))
}

/// Report how far a promise has come; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/promises/{promise}/progress", tag = "suggestions",
    params(("id" = Uuid, Path), ("promise" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = ReportJson,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn report(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(of): One,
    once: Once,
    Body(report): Body<ReportJson>,
) -> Answer {
    desk::promise::report(&site, &actor, of, text("words", &report.words)?, &[], &once).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Add a file as evidence to what was reported; the body is the file
#[utoipa::path(post, path = "/api/suggestions/{id}/promises/{promise}/attachments", tag = "suggestions",
    params(("id" = Uuid, Path), ("promise" = Uuid, Path), FileName, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = AddedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn evidence(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    Query(named): Query<FileName>,
    once: Once,
    bytes: Bytes,
) -> Answer {
    let file = taken(&site, &actor, id, &named, bytes).await?;
    desk::promise::evidence(&site, &actor, (id, which), &file, &once).await?;
    Ok(added(id, AttachmentId::from_uuid(file.id.uuid()), &file))
}

/// Promise a later day
#[utoipa::path(put, path = "/api/suggestions/{id}/promises/{promise}/day", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path),
    ("If-Match" = String, Header, description = "The `day_version` you have read; another is refused with 412")), request_body = OtherDayJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn move_day(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    Seen(seen): Seen,
    Body(other): Body<OtherDayJson>,
) -> Answer {
    let other = OtherDay { seen: Some(seen), ..other.read()? };
    Ok(now(&desk::promise::move_day(&site, &actor, id, which, other).await?))
}

/// Say what became of a promise, to every signer
#[utoipa::path(post, path = "/api/suggestions/{id}/promises/{promise}/reply", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path)), request_body = SecondReplyJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn answer(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    Body(reply): Body<SecondReplyJson>,
) -> Answer {
    let answered = Answered { kept: reply.kept, class: reply.class, words: text("words", &reply.words)? };
    Ok(now(&desk::promise::answer(&site, &actor, id, which, answered).await?))
}

/// Judge a second reply
#[utoipa::path(post, path = "/api/suggestions/{id}/promises/{promise}/judgement", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path)), request_body = SecondJudgementJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn judge(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    Body(word): Body<SecondJudgementJson>,
) -> Answer {
    let result = Score::read(&word.result);
    let result = result.ok_or_else(|| Errors::one("result", Wrong::new("kit-form-unknown-choice")))?;
    let reason = word.reason.map(|reason| text("reason", &reason)).transpose()?;
    Ok(now(&desk::promise::judge(&site, &actor, id, which, (result, reason)).await?))
}

/// Send a second reply back: the unit goes on
#[utoipa::path(post, path = "/api/suggestions/{id}/promises/{promise}/return", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn send_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::promise::send_back(&site, &actor, id, which, why.read()?).await?))
}

/// Take a promise off the ledger, as kept or not
#[utoipa::path(post, path = "/api/suggestions/{id}/promises/{promise}/settlement", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path)), request_body = SettlementJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn settle(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    Body(settled): Body<SettlementJson>,
) -> Answer {
    let reason = settled.reason.map(|reason| text("reason", &reason)).transpose()?;
    Ok(now(&desk::promise::settle(&site, &actor, id, which, (settled.kept, reason)).await?))
}

/// Carry a promise into a later year
#[utoipa::path(post, path = "/api/suggestions/{id}/promises/{promise}/takeover", tag = "suggestions", params(("id" = Uuid, Path), ("promise" = Uuid, Path),
    ("If-Match" = String, Header, description = "The `day_version` you have read; another is refused with 412")), request_body = OtherDayJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn take_over(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, which)): One,
    Seen(seen): Seen,
    Body(other): Body<OtherDayJson>,
) -> Answer {
    let other = OtherDay { seen: Some(seen), ..other.read()? };
    Ok(now(&desk::promise::take_over(&site, &actor, id, which, other).await?))
}
