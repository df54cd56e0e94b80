//! Special inquiries.

mod shape;

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Query, Wrong,
        api::{Body, Once, versioned},
    },
};
use serde::Deserialize;
use supervision_rules::{EntryId, InquiryId};
use utoipa::IntoParams;

use self::shape::{InquiryJson, InquiryLineJson};
use crate::{
    desk::inquiry::{
        self as desk, InquiryReason, InquiryResult, InquiryWanted, ItemBack, ItemEnd, ItemPlanWanted, ItemReportWanted,
        ItemWanted, Over, PollWanted, QuestionAnswerWanted, QuestionWanted, Sent,
    },
    queries,
    store::InquiryKept,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// An inquiry as it is now, its version as the entity tag too.
fn now(kept: InquiryKept) -> Response {
    versioned(kept.version, InquiryJson::from(kept))
}

/// Which inquiries.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The congress; without it, those that concern your unit.
    #[param(value_type = Option<Uuid>)]
    congress: Option<BodyId>,
}

/// The special inquiries of a congress, or those that concern your unit
#[utoipa::path(get, path = "/api/inquiries", tag = "supervision", operation_id = "inquiry_list", params(Wanted),
    responses((status = 200, body = Vec<InquiryLineJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list_all(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>) -> Answer {
    match wanted.congress {
        _ if !actor.signed_in() => return Err(Problem::SignIn),
        Some(congress) => actor.may(Right::SupervisionSee, congress)?,
        None if actor.holds(Right::AssignmentSee) => {}
        None => return Err(Errors::one("congress", Wrong::new("kit-form-required")).into()),
    }
    let found = queries::inquiries(&mut site.db(), &actor, wanted.congress, site.today()).await?;
    Ok(Json(found.into_iter().map(InquiryLineJson::from).collect::<Vec<_>>()).into_response())
}

/// One special inquiry with its questions, votes and what is to be put right
#[utoipa::path(get, path = "/api/inquiries/{id}", tag = "supervision", operation_id = "inquiry_one", params(("id" = Uuid, Path)),
    responses((status = 200, body = InquiryJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<InquiryId>) -> Answer {
    Ok(now(desk::of(&site, &actor, id).await?))
}

/// Begin a special inquiry; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/congresses/{id}/inquiries", tag = "supervision", operation_id = "inquiry_begin",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = InquiryWanted,
    responses((status = 201, body = InquiryJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn begin(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Result<Body<InquiryWanted>, Problem>,
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::InquiryKeep, congress)?;
    let Body(wanted) = body?;
    let kept = desk::begin(&site, &actor, congress, wanted, &once).await?;
    let mut answer = now(kept);
    *answer.status_mut() = StatusCode::CREATED;
    Ok(answer)
}

/// Before a body is read: whoever may not look is told that there is none, and whoever may not do it that.
macro_rules! verb {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident $operation:literal $wanted:ident;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "supervision", operation_id = $operation,
            params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header),
            ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
            request_body = $wanted,
            responses((status = 200, body = InquiryJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<InquiryId>,
            sent: Result<Sent, Problem>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            desk::may(&site, &actor, id, Over::Congress).await?;
            let (sent, Body(wanted)) = (sent?, body?);
            Ok(now(desk::$name(&site, &actor, id, wanted, &sent).await?))
        }
    )+};
}

verb! {
    /// Put a question on the list
    "/api/inquiries/{id}/questions" ask "inquiry_ask" QuestionWanted;
    /// Enter the totals of a vote on a unit; those entered before are replaced
    "/api/inquiries/{id}/votes" vote "inquiry_vote" PollWanted;
    /// List what a unit is to put right
    "/api/inquiries/{id}/items" list "inquiry_item" ItemWanted;
    /// End the inquiry with its result
    "/api/inquiries/{id}/conclusion" conclude "inquiry_conclude" InquiryResult;
    /// Call the inquiry off
    "/api/inquiries/{id}/removal" call_off "inquiry_call_off" InquiryReason;
}

/// A verb that takes no words.
macro_rules! step {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident $operation:literal;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "supervision", operation_id = $operation,
            params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header),
            ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
            responses((status = 200, body = InquiryJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<InquiryId>,
            sent: Result<Sent, Problem>,
        ) -> Answer {
            desk::may(&site, &actor, id, Over::Congress).await?;
            Ok(now(desk::$name(&site, &actor, id, &sent?).await?))
        }
    )+};
}

step! {
    /// Send the units the questions
    "/api/inquiries/{id}/telling" tell "inquiry_tell";
    /// The inquiry has taken place
    "/api/inquiries/{id}/holding" hold "inquiry_hold";
}

/// Strike a question off the list before the units know of it
#[utoipa::path(delete, path = "/api/inquiries/{id}/questions/{entry}", tag = "supervision", operation_id = "inquiry_strike",
    params(("id" = Uuid, Path), ("entry" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header),
    ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
    responses((status = 200, body = InquiryJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn strike(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(at): Path<(InquiryId, EntryId)>,
    sent: Result<Sent, Problem>,
) -> Answer {
    desk::may(&site, &actor, at.0, Over::Congress).await?;
    Ok(now(desk::strike(&site, &actor, at, &sent?).await?))
}

/// A verb on one question or item.
macro_rules! entry {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident $operation:literal $over:expr, $wanted:ident;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "supervision", operation_id = $operation,
            params(("id" = Uuid, Path), ("entry" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header),
            ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
            request_body = $wanted,
            responses((status = 200, body = InquiryJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path((id, entry)): Path<(InquiryId, EntryId)>,
            sent: Result<Sent, Problem>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            let over: fn(EntryId) -> Over = $over;
            desk::may(&site, &actor, id, over(entry)).await?;
            let (sent, Body(wanted)) = (sent?, body?);
            Ok(now(desk::$name(&site, &actor, (id, entry), wanted, &sent).await?))
        }
    )+};
}

entry! {
    /// Write down what was answered
    "/api/inquiries/{id}/questions/{entry}" answer "inquiry_answer" |_| Over::Congress, QuestionAnswerWanted;
    /// Say what your unit will do, and who sees to it
    "/api/inquiries/{id}/items/{entry}/plan" plan "inquiry_plan" Over::Item, ItemPlanWanted;
    /// Report what your unit put right
    "/api/inquiries/{id}/items/{entry}/report" report "inquiry_report" Over::Item, ItemReportWanted;
    /// Send a report back, with a new day
    "/api/inquiries/{id}/items/{entry}/return" send_back "inquiry_send_back" |_| Over::Congress, ItemBack;
    /// Find it put right
    "/api/inquiries/{id}/items/{entry}/closure" settle "inquiry_settle" |_| Over::Congress, ItemEnd;
}
