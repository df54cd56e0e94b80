//! Verbs that carry words.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use bills_rules::{BillId, Disposal, Late, Organ, SessionId, Vote};
use kernel::{Day, Id, Refused, Text};
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once, Saw, Seen},
    },
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    read::{TermsJson, laid},
    shape::{BillNow, BillSheetJson, DisposalJson, now},
};
use crate::{
    desk::{self, Reason, check::Opinion, decide::Decision, receive::FromOrgan, terms::read_local},
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A new bill.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBillJson {
    /// The congress.
    congress: Uuid,
    /// The sheet, complete or not.
    #[serde(default)]
    sheet: BillSheetJson,
}

/// A bill of an organ.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganBillJson {
    /// The congress.
    congress: Uuid,
    /// `presidium`, `standing-committee`, `special-committee`, `government` or `delegation`.
    organ: String,
    /// Its name as it signs, at most 60 characters.
    name: String,
    /// The sheet, complete.
    sheet: BillSheetJson,
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WhyJson {
    /// At most 2,000 characters.
    reason: String,
}

/// Deputies to ask.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskedJson {
    /// Deputies in office of the same congress.
    people: Vec<Uuid>,
}

/// The committee's opinion.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionJson {
    /// The committee, at most 60 characters.
    by: String,
    /// What it proposes.
    proposal: DisposalJson,
    /// Why, at most 2,000 characters.
    reason: String,
}

/// The presidium's decision.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideJson {
    /// What becomes of it.
    decision: DisposalJson,
    /// Why; needed where no opinion is followed and it does not go on the agenda.
    #[serde(default)]
    reason: Option<String>,
    /// `YYYY-MM-DD`: by when a committee reports.
    #[serde(default)]
    report_by: Option<String>,
}

/// The presidium's answer to a withdrawal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalAnswerJson {
    /// Why not; absent where the presidium agrees.
    #[serde(default)]
    against: Option<String>,
}

/// A vote of the congress.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoteJson {
    /// Votes for.
    yes: u32,
    /// All deputies.
    all: u32,
    /// Votes against, where they were told.
    #[serde(default)]
    no: Option<u32>,
    /// Abstentions, where they were told.
    #[serde(default)]
    abstain: Option<u32>,
}

fn text<const MAX: usize>(field: &str, raw: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(raw).map_err(|error| Errors::one(field, Wrong::from(error)).into())
}

fn unknown(field: &str) -> Problem {
    Errors::one(field, Wrong::new("kit-form-unknown-choice")).into()
}

fn disposal(json: &DisposalJson) -> Result<Disposal, Problem> {
    let to = json.to.as_deref().map(|to| text("to", to)).transpose()?;
    Ok(Disposal::read(&json.disposal, to).map_err(Refused::from)?)
}

fn seen(headers: &HeaderMap) -> Result<Option<i64>, Problem> {
    Ok(Seen::said(headers)?.map(|Seen(version)| version))
}

pub(super) async fn created(site: &Site, id: BillId) -> Answer {
    let standing = queries::standing(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let place = (header::LOCATION, format!("/api/bills/{id}"));
    let tag = (header::ETAG, format!("\"{}\"", standing.version));
    let version = (standing.stage == "draft" || standing.paper).then_some(standing.version);
    let body = BillNow { id: id.uuid(), version, stage: standing.stage, number: None };
    Ok((StatusCode::CREATED, [place, tag], Json(body)).into_response())
}

/// Begin a draft
#[utoipa::path(post, path = "/api/bills", tag = "bills", operation_id = "bill_create", request_body = NewBillJson,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn create(
    State(site): State<Site>,
    Extension(actor): Who,
    once: Once,
    Body(new): Body<NewBillJson>,
) -> Answer {
    let id = desk::draft::begin(&site, &actor, Id::from_uuid(new.congress), new.sheet.into(), &once).await?;
    created(&site, id).await
}

/// Enter a bill that an organ puts
#[utoipa::path(post, path = "/api/organ-bills", tag = "bills", operation_id = "bill_receive", request_body = OrganBillJson,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn receive(
    State(site): State<Site>,
    Extension(actor): Who,
    once: Once,
    Body(new): Body<OrganBillJson>,
) -> Answer {
    let organ = Organ::read(&new.organ).ok_or_else(|| unknown("organ"))?;
    let letter = FromOrgan { organ, name: text("name", &new.name)?, sheet: new.sheet.into() };
    let id = desk::receive::receive(&site, &actor, Id::from_uuid(new.congress), letter, &once).await?;
    created(&site, id).await
}

/// Change the sheet; `If-Match` names the version you have seen
#[utoipa::path(put, path = "/api/bills/{id}", tag = "bills", operation_id = "bill_update",
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), request_body = BillSheetJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn update(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    Seen(seen): Seen,
    Body(sheet): Body<BillSheetJson>,
) -> Answer {
    Ok(now(&desk::draft::edit(&site, &actor, id, seen, sheet.into()).await?))
}

/// Throw away a draft that was never handed in
#[utoipa::path(delete, path = "/api/bills/{id}", tag = "bills", operation_id = "bill_discard", params(("id" = Uuid, Path),
    ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn discard(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, saw: Saw) -> Answer {
    desk::draft::discard(&site, &actor, id, saw).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ask deputies to sign
#[utoipa::path(post, path = "/api/bills/{id}/signers", tag = "bills", operation_id = "bill_ask", params(("id" = Uuid, Path)),
    request_body = AskedJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    Body(asked): Body<AskedJson>,
) -> Answer {
    let people: Vec<_> = asked.people.into_iter().map(Id::from_uuid).collect();
    Ok(now(&desk::sign::ask(&site, &actor, id, &people).await?))
}

/// A verb that carries a reason and nothing else.
macro_rules! why {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident => $desk:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "bills", operation_id = concat!("bill_", stringify!($name)), params(("id" = Uuid, Path)),
            request_body = WhyJson,
            responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<BillId>,
            Body(why): Body<WhyJson>,
        ) -> Answer {
            Ok(now(&$desk(&site, &actor, id, text("reason", &why.reason)?).await?))
        }
    )+};
}

why! {
    /// Return it to be corrected
    "/api/bills/{id}/return" give_back => desk::check::give_back;
    /// Withdraw it, or ask the presidium to agree
    "/api/bills/{id}/withdrawal" withdraw => desk::submit::withdraw;
    /// Enter the committee's report
    "/api/bills/{id}/findings" find => desk::decide::report;
}

/// Enter the committee's opinion
#[utoipa::path(post, path = "/api/bills/{id}/review", tag = "bills", operation_id = "bill_review", params(("id" = Uuid, Path),
    ("If-Match" = Option<String>, Header, description = "The `review_version` you have read; another is refused with 412")),
    request_body = OpinionJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn review(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    headers: HeaderMap,
    Body(json): Body<OpinionJson>,
) -> Answer {
    // Who may not look is told that there is none before anything is read.
    queries::detail(&site, &actor, id).await?;
    let (by, proposal) = (text("by", &json.by)?, disposal(&json.proposal)?);
    let opinion = Opinion { by, proposal, reason: text("reason", &json.reason)?, seen: seen(&headers)? };
    Ok(now(&desk::check::review(&site, &actor, id, opinion).await?))
}

/// Enter the presidium's decision
#[utoipa::path(post, path = "/api/bills/{id}/decision", tag = "bills", operation_id = "bill_decide", params(("id" = Uuid, Path),
    ("If-Match" = Option<String>, Header, description = "The `review_version` you have read; another is refused with 412")),
    request_body = DecideJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    headers: HeaderMap,
    Body(json): Body<DecideJson>,
) -> Answer {
    // Who may not look is told that there is none before anything is read.
    queries::detail(&site, &actor, id).await?;
    let reason: Option<Reason> = json.reason.as_deref().map(|reason| text("reason", reason)).transpose()?;
    let day = |raw: &String| raw.parse::<Day>().map_err(|_| Errors::one("report_by", Wrong::new("kit-form-day")));
    let report_by = json.report_by.as_ref().map(day).transpose()?;
    let decision = Decision { disposal: disposal(&json.decision)?, reason, report_by, seen: seen(&headers)? };
    Ok(now(&desk::decide::decide(&site, &actor, id, decision).await?))
}

/// Enter the presidium's answer to a withdrawal
#[utoipa::path(post, path = "/api/bills/{id}/consent", tag = "bills", operation_id = "bill_answer_withdrawal",
    params(("id" = Uuid, Path)), request_body = WithdrawalAnswerJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn answer_withdrawal(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    Body(json): Body<WithdrawalAnswerJson>,
) -> Answer {
    // Who may not look is told that there is none before anything is read.
    queries::detail(&site, &actor, id).await?;
    let against = json.against.as_deref().map(|reason| text("against", reason)).transpose()?;
    Ok(now(&desk::decide::answer_withdrawal(&site, &actor, id, against).await?))
}

/// Enter the vote of the congress
#[utoipa::path(post, path = "/api/bills/{id}/vote", tag = "bills", operation_id = "bill_vote", params(("id" = Uuid, Path)),
    request_body = VoteJson,
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn vote(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    Body(json): Body<VoteJson>,
) -> Answer {
    let VoteJson { yes, all, no, abstain } = json;
    Ok(now(&desk::decide::vote(&site, &actor, id, Vote { yes, all, no, abstain }).await?))
}

/// Lay down the terms of a session; `If-Match` names the version you have seen, `"0"` the first time
#[utoipa::path(put, path = "/api/sessions/{session}/bill-terms", tag = "bills", operation_id = "bill_lay_terms",
    params(("session" = Uuid, Path), ("If-Match" = String, Header)), request_body = TermsJson,
    responses((status = 200, body = TermsJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn lay_terms(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SessionId>,
    Seen(seen): Seen,
    Body(json): Body<TermsJson>,
) -> Answer {
    let moment =
        |raw: &String| read_local(raw).ok_or_else(|| Errors::one("deadline", Wrong::new("bills-wrong-moment")));
    let wanted = desk::terms::Wanted {
        deadline: json.deadline.as_ref().map(moment).transpose()?,
        late: Late::read(&json.late).ok_or_else(|| unknown("late"))?,
        delegations: json.delegations,
        report_months: json.report_months,
        consult_first: json.consult_first,
        consult_days: json.consult_days,
        pattern: text("pattern", &json.pattern)?,
        basis: text("basis", &json.basis)?,
    };
    Ok(laid(&desk::terms::lay(&site, &actor, id, seen, wanted).await?))
}
