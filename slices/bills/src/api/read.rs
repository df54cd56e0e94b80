//! Reading: lists, one bill, the report, the terms of a session.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use bills_rules::{BillId, SessionId, Terms};
use kernel::{PersonId, Refusal, Refused};
use kit::{
    Problem, Site,
    list::{Page, position},
    web::{Errors, ProblemJson, Wrong},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shape::{BillJson, bill, tagged};
use crate::{
    Laid,
    desk::{self, terms::local},
    queries::{self, NEWEST, Own, Reported},
    wanted::Wanted,
};

type Answer = Result<Response, Problem>;

/// Lines of one answer.
const LINES: u16 = 25;

/// Where the page begins.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// `next` of the page before.
    #[serde(default)]
    after: String,
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct BillLineJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    stage: String,
    ending: Option<String>,
    filed: i64,
    late: bool,
    lead: Option<String>,
    delegation: Option<String>,
    organ: Option<String>,
    /// Deputies who have signed, the lead one counted; absent where an organ puts it.
    signers: Option<i64>,
    /// By when a committee reports, while it is with one.
    report_by: Option<String>,
    /// Whether it should have reported by now.
    overdue: bool,
}

/// A page of lines with the exact total.
#[derive(Serialize, ToSchema)]
pub struct BillLines {
    items: Vec<BillLineJson>,
    next: Option<String>,
    total: i64,
}

/// The bills of a congress, newest first
#[utoipa::path(get, path = "/api/bills", tag = "bills", operation_id = "bill_list", params(Wanted),
    responses((status = 200, body = BillLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let required = || Errors::one("congress", Wrong::new("kit-form-required"));
    let congress = wanted.congress()?.ok_or_else(required)?;
    actor.may(Right::BillSeeFiled, congress)?;
    let filter = wanted.filter(&site, congress).await?;
    let page = queries::list(&mut site.db(), &filter, position(&wanted.after, &NEWEST)?, LINES).await?;
    let today = site.today();
    let line = |line: queries::Line| BillLineJson {
        overdue: line.overdue(today),
        report_by: line.report_by.map(|day| day.to_string()),
        id: line.id.uuid(),
        number: line.number,
        title: line.title,
        stage: line.stage,
        ending: line.ending,
        filed: line.filed.millis(),
        late: line.late,
        lead: line.lead,
        delegation: line.delegation,
        signers: line.organ.is_none().then_some(line.seconds + 1),
        organ: line.organ,
    };
    let next = page.next.map(|next| next.to_string());
    Ok(Json(BillLines { items: page.items.into_iter().map(line).collect(), next, total: page.total }).into_response())
}

/// One bill, whole, as you may see it
#[utoipa::path(get, path = "/api/bills/{id}", tag = "bills", operation_id = "bill_one", params(("id" = Uuid, Path)),
    responses((status = 200, body = BillJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Extension<Actor>, Path(id): Path<BillId>) -> Answer {
    let detail = queries::detail(&site, &actor, id).await?;
    Ok(tagged(detail.edition(), bill(&detail)))
}

/// Whose own things are asked for: 401 for a passer-by, 403 for an account that belongs to no deputy.
pub(super) fn own_person(actor: &Actor) -> Result<PersonId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.stands_for().ok_or_else(|| Refused::new(Refusal::NotYours, "bills-refused-no-deputy").into())
}

/// One of a deputy's own.
#[derive(Serialize, ToSchema)]
pub struct OwnBillJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    stage: String,
    ending: Option<String>,
    signers: i64,
}

/// A page of one's own.
#[derive(Serialize, ToSchema)]
pub struct OwnBills {
    items: Vec<OwnBillJson>,
    next: Option<String>,
    total: i64,
}

/// The bills you lead, newest first, drafts too
#[utoipa::path(get, path = "/api/own-bills", tag = "bills", operation_id = "bill_own", params(After),
    responses((status = 200, body = OwnBills), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn own(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(After { after }): Query<After>,
) -> Answer {
    let after = position(&after, &queries::LATEST)?;
    Ok(latest(queries::own(&mut site.db(), own_person(&actor)?, after, LINES).await?))
}

/// The bills you have signed, newest first
#[utoipa::path(get, path = "/api/signed-bills", tag = "bills", operation_id = "bill_signed", params(After),
    responses((status = 200, body = OwnBills), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn signed(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(After { after }): Query<After>,
) -> Answer {
    let after = position(&after, &queries::LATEST)?;
    Ok(latest(queries::signed(&mut site.db(), own_person(&actor)?, after, LINES).await?))
}

fn latest(page: Page<Own>) -> Response {
    let one = |own: Own| OwnBillJson {
        id: own.id.uuid(),
        number: own.number,
        title: own.title,
        stage: own.stage,
        ending: own.ending,
        signers: own.signers,
    };
    let next = page.next.map(|next| next.to_string());
    Json(OwnBills { items: page.items.into_iter().map(one).collect(), next, total: page.total }).into_response()
}

/// A bill to sign.
#[derive(Serialize, ToSchema)]
pub struct ToSignJson {
    id: Uuid,
    title: String,
    lead: Option<String>,
    invited: i64,
}

/// The bills you are asked to sign
#[utoipa::path(get, path = "/api/bills-to-sign", tag = "bills", operation_id = "bill_to_sign",
    responses((status = 200, body = Vec<ToSignJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn to_sign(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Answer {
    let asked = queries::to_sign(&mut site.db(), own_person(&actor)?).await?;
    let one = |it: queries::ToSign| ToSignJson {
        id: it.id.uuid(),
        title: it.title,
        lead: it.lead,
        invited: it.invited.millis(),
    };
    Ok(Json(asked.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// One bill of the report.
#[derive(Serialize, ToSchema)]
pub struct ReportedJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    lead: Option<String>,
    organ: Option<String>,
    late: bool,
    stage: String,
    committee: Option<String>,
    proposal: Option<String>,
    reason: Option<String>,
    decision: Option<String>,
    /// How many of those who signed were asked whether it may become a suggestion.
    asked: i64,
    /// How many of them agree.
    agrees: i64,
    /// How many of them do not.
    objects: i64,
}

/// The report to the presidium.
#[derive(Serialize, ToSchema)]
pub struct BillReport {
    by_deputies: usize,
    by_organs: usize,
    late: usize,
    /// How many each disposal has, decided or else proposed.
    disposals: std::collections::BTreeMap<&'static str, usize>,
    waiting: usize,
    withdrawn: usize,
    bills: Vec<ReportedJson>,
}

/// The report of a session's bills to its presidium
#[utoipa::path(get, path = "/api/sessions/{session}/bill-report", tag = "bills", operation_id = "bill_report",
    params(("session" = Uuid, Path)),
    responses((status = 200, body = BillReport), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn report(State(site): State<Site>, Extension(actor): Extension<Actor>, Path(id): Path<SessionId>) -> Answer {
    let session = queries::session(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillSeeFiled, session.congress)?;
    let report = queries::report(&mut site.db(), id).await?;
    let one = |it: Reported| ReportedJson {
        id: it.id.uuid(),
        number: it.number,
        title: it.title,
        lead: it.lead,
        organ: it.organ,
        late: it.late,
        stage: it.stage,
        committee: it.review_by,
        proposal: it.proposal,
        reason: it.reason,
        decision: it.decision,
        asked: it.asked,
        agrees: it.agrees,
        objects: it.objects,
    };
    let json = BillReport {
        by_deputies: report.by_deputies,
        by_organs: report.by_organs,
        late: report.late,
        disposals: report.disposals.into_iter().collect(),
        waiting: report.waiting,
        withdrawn: report.withdrawn,
        bills: report.bills.into_iter().map(one).collect(),
    };
    Ok(Json(json).into_response())
}

/// The terms of a session.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermsJson {
    /// `2026-03-10T17:00`, in Beijing; absent: until the session closes.
    #[serde(default)]
    pub deadline: Option<String>,
    /// `as-suggestion` or `refused`.
    pub late: String,
    /// Whether delegations may put bills.
    pub delegations: bool,
    /// Months in which a committee reports.
    pub report_months: u16,
    /// Whether those who signed must be asked before their bill is treated as a suggestion.
    #[serde(default)]
    pub consult_first: bool,
    /// Days in which they answer, at most 30.
    #[serde(default = "usual_days")]
    #[schema(maximum = 30)]
    pub consult_days: u16,
    /// `议案第{n}号`.
    pub pattern: String,
    /// The document they rest on.
    pub basis: String,
}

const fn usual_days() -> u16 {
    Terms::USUAL_CONSULT_DAYS
}

/// What is laid down, with its version.
pub fn laid(laid: &Laid) -> Response {
    let terms = &laid.terms;
    let json = TermsJson {
        deadline: terms.deadline.map(local),
        late: terms.late.word().to_owned(),
        delegations: terms.delegations,
        report_months: terms.report_months,
        consult_first: terms.consult_first,
        consult_days: terms.consult_days,
        pattern: laid.pattern.clone(),
        basis: laid.basis.clone(),
    };
    tagged(Some(laid.version), json)
}

/// The terms of a session for bills
#[utoipa::path(get, path = "/api/sessions/{session}/bill-terms", tag = "bills", operation_id = "bill_terms",
    params(("session" = Uuid, Path)),
    responses((status = 200, body = TermsJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn terms(State(site): State<Site>, Extension(actor): Extension<Actor>, Path(id): Path<SessionId>) -> Answer {
    let session = queries::session(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillSeeNumbered, session.congress)?;
    Ok(laid(&desk::terms::of(&site, id).await?))
}
