//! Objections to the list of voters of a district, for whoever keeps it.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use elections_rules::election::{DistrictId, ObjectionId};
use kernel::Day;
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once},
    },
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    desk::{
        objections::{self as desk, VoterObjectionWanted, VoterRulingWanted, VoterSuitWanted},
        voters,
    },
    queries::{self, BY_ARRIVAL},
    store::{Election, Objection},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 200;

/// Which of them.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct VoterObjectionsWanted {
    /// `next` of the page before.
    after: String,
}

/// What was said to an objection.
#[derive(Serialize, ToSchema)]
pub struct VoterRulingJson {
    #[schema(value_type = String, format = Date)]
    on: Day,
    /// `upheld` or `rejected`.
    ruling: &'static str,
    reason: Option<String>,
}

/// What must come next, or may (`sued`), by when.
#[derive(Serialize, ToSchema)]
pub struct VoterObjectionClockJson {
    /// `decided`, `sued` or `judged`.
    what: &'static str,
    #[schema(value_type = String, format = Date)]
    due: Day,
    over: bool,
}

/// An objection.
#[derive(Serialize, ToSchema)]
pub struct VoterObjectionJson {
    id: Uuid,
    district: Uuid,
    /// `left_out`, `wrongly_on` or `wrong_facts`.
    against: &'static str,
    objector: String,
    about: String,
    voter: Option<Uuid>,
    words: String,
    #[schema(value_type = String, format = Date)]
    posted: Day,
    #[schema(value_type = String, format = Date)]
    received: Day,
    /// Whether it came within five days of the posting.
    in_time: bool,
    /// `received`, `decided`, `sued` or `judged`.
    stage: &'static str,
    decision: Option<VoterRulingJson>,
    #[schema(value_type = Option<String>, format = Date)]
    sued: Option<Day>,
    court: Option<String>,
    judgment: Option<VoterRulingJson>,
    /// Whether the list was changed by it.
    applied: bool,
    /// Whether the committee took more than three days, or the court longer than to the eve of the election.
    late: bool,
    next: Option<VoterObjectionClockJson>,
}

/// A page of objections.
#[derive(Serialize, ToSchema)]
pub struct VoterObjectionLines {
    items: Vec<VoterObjectionJson>,
    next: Option<String>,
    total: i64,
}

fn json(one: Objection, it: &Election, today: Day) -> VoterObjectionJson {
    let heard = one.heard(it.day);
    let said = |(on, ruling): (Day, elections_rules::election::Ruling), reason: Option<String>| VoterRulingJson {
        on,
        ruling: ruling.word(),
        reason,
    };
    let clock = heard.clock(today);
    VoterObjectionJson {
        id: one.id.uuid(),
        district: one.district.uuid(),
        against: one.against.word(),
        objector: one.objector.into(),
        about: one.about.into(),
        voter: one.voter.map(kernel::Id::uuid),
        words: one.words.into(),
        posted: one.posted,
        received: one.received,
        in_time: heard.days().is_some_and(|days| days.in_time),
        stage: heard.stage().word(),
        decision: one.decided.map(|decided| said(decided, one.reason.map(Into::into))),
        sued: one.sued,
        court: one.court.map(Into::into),
        judgment: one.judged.map(|judged| said(judged, one.judgment_words.map(Into::into))),
        applied: one.applied,
        late: heard.late(),
        next: clock.map(|clock| VoterObjectionClockJson { what: clock.what.word(), due: clock.due, over: clock.over }),
    }
}

/// Objections to the list of voters of a district, the first first
#[utoipa::path(get, path = "/api/election-districts/{id}/objections", tag = "elections", operation_id = "voter_objection_list",
    params(("id" = Uuid, Path), VoterObjectionsWanted),
    responses((status = 200, body = VoterObjectionLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    Query(wanted): Query<VoterObjectionsWanted>,
) -> Answer {
    let (_, it) = voters::list(&site, &actor, id).await?;
    let page = queries::objections(&mut site.db(), id, position(&wanted.after, &BY_ARRIVAL)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(|one| json(one, &it, site.today())).collect();
    Ok(Json(VoterObjectionLines { items, next, total: page.total }).into_response())
}

/// Receive an objection to the list of voters
#[utoipa::path(post, path = "/api/election-districts/{id}/objections", tag = "elections", operation_id = "voter_objection_receive",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = VoterObjectionWanted,
    responses((status = 201, body = VoterObjectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn receive(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    once: Once,
    body: Result<Body<VoterObjectionWanted>, Problem>,
) -> Answer {
    let (_, it) = voters::list(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let found = desk::receive(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(json(found, &it, site.today()))).into_response())
}

/// One objection
#[utoipa::path(get, path = "/api/election-objections/{id}", tag = "elections", operation_id = "voter_objection_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = VoterObjectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ObjectionId>) -> Answer {
    let (found, it) = desk::objection(&site, &actor, id).await?;
    Ok(Json(json(found, &it, site.today())).into_response())
}

macro_rules! step {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $wanted:ident;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "elections", operation_id = $id,
            params(("id" = Uuid, Path)), request_body = $wanted,
            responses((status = 200, body = VoterObjectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<ObjectionId>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            let (_, it) = desk::objection(&site, &actor, id).await?;
            let Body(wanted) = body?;
            let found = desk::$name(&site, &actor, id, wanted).await?;
            Ok(Json(json(found, &it, site.today())).into_response())
        }
    )+};
}

step! {
    /// Enter what the election committee decided; where it upholds, the list follows
    "/api/election-objections/{id}/decision" "voter_objection_decide" decide VoterRulingWanted;
    /// Enter that the court was asked
    "/api/election-objections/{id}/suit" "voter_objection_sue" sue VoterSuitWanted;
    /// Enter what the court judged; the list follows
    "/api/election-objections/{id}/judgment" "voter_objection_judge" judge VoterRulingWanted;
}
