//! Mobile ballot boxes and preliminary elections of a district, and the other election for seats left open.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use elections_rules::election::{BoxId, DistrictId, ElectionId};
use kernel::Day;
use kit::{
    Problem, Site, View,
    web::{
        ProblemJson,
        api::{Body, Once, Seen},
    },
};
use law_rules::Word as _;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::shapes::{ElectionJson, election, fresh};
use crate::{
    desk::{
        self,
        again::{ElectionAgainWanted, hold_again},
        mobile::{self, MobileBoxWanted},
        prepare,
        primary::{self, PrimaryWanted},
    },
    store::{MobileBox, boxes},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

/// A mobile ballot box.
#[derive(Serialize, ToSchema)]
pub struct MobileBoxJson {
    id: Uuid,
    district: Uuid,
    /// For `If-Match` when it is kept.
    version: i64,
    /// The round.
    n: u32,
    place: String,
    #[schema(value_type = String, format = Date)]
    day: Day,
    hours: String,
    /// `infirm` or `scattered`.
    reason: &'static str,
    scrutineers: Vec<String>,
    handed: Option<u32>,
    returned: Option<u32>,
}

impl From<MobileBox> for MobileBoxJson {
    fn from(it: MobileBox) -> Self {
        Self {
            id: it.id.uuid(),
            district: it.district.uuid(),
            version: mobile::version(&it),
            n: it.n,
            place: it.place.into(),
            day: it.day,
            hours: it.hours.into(),
            reason: it.reason.word(),
            scrutineers: it.scrutineers.into_iter().map(Into::into).collect(),
            handed: it.carried.handed,
            returned: it.carried.returned,
        }
    }
}

/// Mobile ballot boxes of a district, round by round
#[utoipa::path(get, path = "/api/election-districts/{id}/boxes", tag = "elections", operation_id = "mobile_box_list",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = [MobileBoxJson]), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>) -> Answer {
    let (_, it) = mobile::polled(&site, &actor, id).await?;
    let mut all = boxes(&mut site.db(), it.id).await?;
    all.retain(|one| one.district == id);
    let all: Vec<MobileBoxJson> = all.into_iter().map(MobileBoxJson::from).collect();
    Ok(Json(all).into_response())
}

/// Send a mobile ballot box out in the round that is due
#[utoipa::path(post, path = "/api/election-districts/{id}/boxes", tag = "elections", operation_id = "mobile_box_send",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = MobileBoxWanted,
    responses((status = 201, body = MobileBoxJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn send(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    once: Once,
    body: Asked<MobileBoxWanted>,
) -> Answer {
    mobile::polled(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let it = mobile::send(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(MobileBoxJson::from(it))).into_response())
}

/// Keep what a mobile ballot box is and what it carried
#[utoipa::path(put, path = "/api/election-boxes/{id}", tag = "elections", operation_id = "mobile_box_keep",
    params(("id" = Uuid, Path),
    ("If-Match" = String, Header, description = "The version of the box you have read; another is refused with 412")), request_body = MobileBoxWanted,
    responses((status = 200, body = MobileBoxJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn keep(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BoxId>,
    seen: Result<Seen, Problem>,
    body: Asked<MobileBoxWanted>,
) -> Answer {
    mobile::mobile(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    let it = mobile::keep(&site, &actor, id, wanted, Some(seen)).await?;
    Ok(Json(MobileBoxJson::from(it)).into_response())
}

/// Take a mobile ballot box away that does not go out
#[utoipa::path(delete, path = "/api/election-boxes/{id}", tag = "elections", operation_id = "mobile_box_withdraw",
    params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BoxId>) -> Answer {
    mobile::withdraw(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Count the preliminary election of a district; a count before is replaced
#[utoipa::path(put, path = "/api/election-districts/{id}/preliminary", tag = "elections", operation_id = "election_preliminary",
    params(("id" = Uuid, Path),
    ("If-Match" = String, Header, description = "The version of the count you have read, 0 for none; another is refused with 412")), request_body = PrimaryWanted,
    responses((status = 200, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn preliminary(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    seen: Result<Seen, Problem>,
    body: Asked<PrimaryWanted>,
) -> Answer {
    let (_, it) = prepare::district(&site, &actor, id, Some(Right::ElectionKeep)).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    primary::enter(&site, &actor, id, wanted, Some(seen)).await?;
    Ok(Json(fresh(&site, &actor, it.id, v.language).await?).into_response())
}

/// Announce the other election for the seats a certified one left open
#[utoipa::path(post, path = "/api/elections/{id}/follow-up", tag = "elections", operation_id = "election_again",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = ElectionAgainWanted,
    responses((status = 201, body = ElectionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn again(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    once: Once,
    body: Asked<ElectionAgainWanted>,
) -> Answer {
    desk::may(&site, &actor, id, Right::ElectionKeep).await?;
    let Body(wanted) = body?;
    let it = hold_again(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(election(&site, it, v.language).await?)).into_response())
}
