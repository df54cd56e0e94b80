//! Offices, who holds them, a person's record, the local rule.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointeeId, Document, HoldingId, Needs, Office, Rule, SeatId, Settings};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day, Text};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once, Seen, versioned},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::shapes::{OfficeJson, office};
use crate::{
    desk::{
        rule,
        seats::{self as desk, HolderWanted, LeavingWanted, SeatWanted},
    },
    queries, store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The offices of a congress.
#[derive(Serialize, ToSchema)]
pub struct OfficesJson {
    items: Vec<OfficeJson>,
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct HoldingMade {
    id: Uuid,
}

/// One post of a record.
#[derive(Serialize, ToSchema)]
pub struct PostHeldJson {
    office: String,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
    how: String,
    note: String,
    /// How it ended before the congress: `recalled` or `resigned`.
    left: Option<String>,
}

/// A person's record of posts.
#[derive(Serialize, ToSchema)]
pub struct PostRecordJson {
    id: Uuid,
    name: String,
    post: String,
    person: Option<Uuid>,
    posts: Vec<PostHeldJson>,
    proposals: Vec<Uuid>,
}

/// The local rule as it is to be: all fields of `settings`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentSettings {
    /// How many days before the meeting a proposal is handed in: 0 to 60.
    deadline_days: u32,
    /// How often a person may be proposed after failing: `none`, `two_total` or `two_in_a_row`.
    #[schema(value_type = String)]
    failed: Rule,
    /// The mark at which the law examination is passed: 1 to 100.
    pass_mark: u32,
    /// How often it may be sat: 1 to 5.
    tries: u32,
    /// For which offices it is sat.
    #[schema(value_type = Vec<String>)]
    examined: Vec<Office>,
    /// For which offices the person speaks before the vote.
    #[schema(value_type = Vec<String>)]
    speaking: Vec<Office>,
    /// Whether the oath comes before the letter.
    oath_first: bool,
    /// Which documents come with a proposal; left out, the usual ones.
    #[serde(default)]
    needs: AppointmentNeeds,
    /// The local rule all this rests on, at most 200 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    basis: Option<Text<200>>,
}

/// Which documents come with a proposal of each kind, each named once; a kind left out needs the usual ones.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AppointmentNeeds {
    /// Of an appointment: `proposal`, `form`, `resume`, `background`, `reasons`, `notice`, `dismissal`, `defence`, `resignation`, `founding`,
    /// `election` or `other`.
    #[schema(value_type = Option<Vec<String>>)]
    appoint: Option<Vec<Document>>,
    /// Of a removal.
    #[schema(value_type = Option<Vec<String>>)]
    remove: Option<Vec<Document>>,
    /// Of somebody who is to act.
    #[schema(value_type = Option<Vec<String>>)]
    acting: Option<Vec<Document>>,
    /// Of a motion to dismiss.
    #[schema(value_type = Option<Vec<String>>)]
    dismiss: Option<Vec<Document>>,
    /// Of a resignation.
    #[schema(value_type = Option<Vec<String>>)]
    resign: Option<Vec<Document>>,
    /// Of an approval.
    #[schema(value_type = Option<Vec<String>>)]
    approve: Option<Vec<Document>>,
}

impl From<AppointmentNeeds> for Needs {
    fn from(it: AppointmentNeeds) -> Self {
        let usual = Self::default();
        let AppointmentNeeds { appoint, remove, acting, dismiss, resign, approve } = it;
        Self {
            appoint: appoint.unwrap_or(usual.appoint),
            remove: remove.unwrap_or(usual.remove),
            acting: acting.unwrap_or(usual.acting),
            dismiss: dismiss.unwrap_or(usual.dismiss),
            resign: resign.unwrap_or(usual.resign),
            approve: approve.unwrap_or(usual.approve),
        }
    }
}

impl From<AppointmentSettings> for Settings {
    fn from(it: AppointmentSettings) -> Self {
        let AppointmentSettings { deadline_days, failed, pass_mark, tries, examined, speaking, oath_first, .. } = it;
        let (needs, basis) = (it.needs.into(), it.basis);
        Self { deadline_days, failed, pass_mark, tries, examined, speaking, oath_first, needs, basis }
    }
}

/// The local rule.
#[derive(Serialize, ToSchema)]
pub struct AppointmentRuleJson {
    #[schema(value_type = Object)]
    settings: Settings,
    version: i64,
}

/// The offices of a congress, who holds them, what is vacant and since when
#[utoipa::path(get, path = "/api/congresses/{id}/offices", tag = "appointments", operation_id = "office_list",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = OfficesJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    actor.may(Right::AppointmentSee, congress)?;
    let lines = queries::overview(&mut site.db(), congress, site.today()).await?;
    Ok(Json(OfficesJson { items: lines.into_iter().map(office).collect() }).into_response())
}

async fn fresh(site: &Site, congress: BodyId, id: SeatId) -> Result<(i64, OfficeJson), Problem> {
    let lines = queries::overview(&mut site.db(), congress, site.today()).await?;
    let line = lines.into_iter().find(|line| line.seat.id == id).ok_or_else(Problem::missing)?;
    Ok((line.seat.version, office(line)))
}

/// Set an office up
#[utoipa::path(post, path = "/api/congresses/{id}/offices", tag = "appointments", operation_id = "office_add",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = SeatWanted,
    responses((status = 201, body = OfficeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Result<Body<SeatWanted>, Problem>,
) -> Answer {
    actor.may(Right::AppointmentKeep, congress)?;
    let Body(wanted) = body?;
    let seat = desk::add(&site, &actor, congress, wanted, &once).await?;
    let (version, json) = fresh(&site, congress, seat.id).await?;
    Ok((StatusCode::CREATED, versioned(version, json)).into_response())
}

/// Change an office
#[utoipa::path(put, path = "/api/offices/{id}", tag = "appointments", operation_id = "office_change",
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), request_body = SeatWanted,
    responses((status = 200, body = OfficeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn change(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SeatId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<SeatWanted>, Problem>,
) -> Answer {
    desk::of(&site, &actor, id, Right::AppointmentKeep).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    let seat = desk::change(&site, &actor, (id, seen), wanted).await?;
    let (version, json) = fresh(&site, seat.congress, id).await?;
    Ok(versioned(version, json))
}

/// Enter who holds an office, where no proposal here led to it
#[utoipa::path(post, path = "/api/offices/{id}/holders", tag = "appointments", operation_id = "office_holder_enter",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = HolderWanted,
    responses((status = 201, body = HoldingMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SeatId>,
    once: Once,
    body: Result<Body<HolderWanted>, Problem>,
) -> Answer {
    desk::of(&site, &actor, id, Right::AppointmentKeep).await?;
    let Body(wanted) = body?;
    let id = desk::enter(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(HoldingMade { id: id.uuid() })).into_response())
}

/// Enter the last day of a holding
#[utoipa::path(post, path = "/api/holdings/{id}/leaving", tag = "appointments", operation_id = "office_holder_leave",
    params(("id" = Uuid, Path)), request_body = LeavingWanted,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn leave(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<HoldingId>,
    body: Result<Body<LeavingWanted>, Problem>,
) -> Answer {
    desk::of_holding(&site, &actor, id, Right::AppointmentKeep).await?;
    let Body(wanted) = body?;
    desk::leave(&site, &actor, id, wanted).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A person's record of posts
#[utoipa::path(get, path = "/api/appointees/{id}", tag = "appointments", operation_id = "appointee_record",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = PostRecordJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn record(State(site): State<Site>, Extension(actor): Who, Path(id): Path<AppointeeId>) -> Answer {
    let record = crate::pages::record_of(&site, &actor, id).await?;
    let post = |it: queries::RecordLine| PostHeldJson {
        office: it.office,
        since: it.since,
        until: it.until,
        how: it.how,
        note: it.note,
        left: it.left,
    };
    let json = PostRecordJson {
        id: record.person.id.uuid(),
        name: record.person.name,
        post: record.person.post,
        person: record.person.person.map(kernel::Id::uuid),
        posts: record.posts.into_iter().map(post).collect(),
        proposals: record.proposals.iter().map(|(id, ..)| id.uuid()).collect(),
    };
    Ok(Json(json).into_response())
}

/// The local rule of a congress
#[utoipa::path(get, path = "/api/congresses/{id}/appointment-rule", tag = "appointments", operation_id = "appointment_rule",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = AppointmentRuleJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn rule(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    actor.may(Right::AppointmentSee, congress)?;
    let (settings, version) = store::rule_of(&mut site.db(), congress).await?;
    Ok(versioned(version, AppointmentRuleJson { settings, version }))
}

/// Set the local rule
#[utoipa::path(put, path = "/api/congresses/{id}/appointment-rule", tag = "appointments", operation_id = "appointment_rule_keep",
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), request_body = AppointmentSettings,
    responses((status = 200, body = AppointmentRuleJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn keep_rule(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<AppointmentSettings>, Problem>,
) -> Answer {
    actor.may(Right::AppointmentDecide, congress)?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    rule::keep(&site, &actor, congress, seen, wanted.into()).await?;
    let (settings, version) = store::rule_of(&mut site.db(), congress).await?;
    Ok(versioned(version, AppointmentRuleJson { settings, version }))
}
