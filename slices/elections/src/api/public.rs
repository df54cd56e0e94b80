//! Certificates and public notices.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use elections_rules::election::{AnnouncementId, CertificateId, DistrictId, ElectionId, read_code};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::position,
    paper::{Form, Paper},
    web::{ProblemJson, Query, chosen},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::election::ElectionPageWanted;
use crate::{
    pages,
    queries::{self, BY_NUMBER, CertificateLine, LATEST, NoticeLine},
    store::{Notice, read_notice},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

/// A certificate.
#[derive(Serialize, ToSchema)]
pub struct CertificateJson {
    id: Uuid,
    election: Uuid,
    title: String,
    /// The congress of the seat.
    seated: String,
    year: i64,
    n: i64,
    code: String,
    name: String,
    #[schema(value_type = String, format = Date)]
    issued: Day,
    #[schema(value_type = Option<String>, format = Date)]
    confirmed: Option<Day>,
    /// Of leaders.
    class: Option<String>,
    #[schema(value_type = String, format = Date)]
    day: Day,
}

/// A page of the register.
#[derive(Serialize, ToSchema)]
pub struct CertificateLines {
    items: Vec<CertificateJson>,
    next: Option<String>,
    total: i64,
}

/// What a stranger is told of a certificate.
#[derive(Serialize, ToSchema)]
pub struct CheckedJson {
    certificate: CertificateJson,
    /// `elected`, `confirmed`, `in_office`, `suspended` or `ended`; nothing of leaders.
    state: Option<String>,
}

/// One notice in the list.
#[derive(Serialize, ToSchema)]
pub struct AnnouncementLineJson {
    id: Uuid,
    congress: String,
    kind: String,
    title: String,
    #[schema(value_type = String, format = Date)]
    day: Day,
}

/// A page of notices.
#[derive(Serialize, ToSchema)]
pub struct AnnouncementLines {
    items: Vec<AnnouncementLineJson>,
    next: Option<String>,
    total: i64,
}

/// A public notice.
#[derive(Serialize, ToSchema)]
pub struct AnnouncementJson {
    id: Uuid,
    congress: Uuid,
    congress_name: String,
    kind: String,
    year: i64,
    n: i64,
    title: String,
    /// A paragraph a line.
    body: String,
    #[schema(value_type = String, format = Date)]
    day: Day,
}

/// Of which congress.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct AnnouncementsWanted {
    /// The congress; left out, of all.
    #[param(value_type = Option<Uuid>)]
    congress: String,
    /// `next` of the page before.
    after: String,
}

impl From<CertificateLine> for CertificateJson {
    fn from(it: CertificateLine) -> Self {
        let CertificateLine { id, election, title, seated, year, n, code, name, issued, confirmed, class, day } = it;
        let (id, election) = (id.uuid(), election.uuid());
        Self { id, election, title, seated, year, n, code, name, issued, confirmed, class, day }
    }
}

impl From<NoticeLine> for AnnouncementLineJson {
    fn from(it: NoticeLine) -> Self {
        let NoticeLine { id, congress, kind, title, day } = it;
        Self { id: id.uuid(), congress, kind, title, day }
    }
}

impl From<Notice> for AnnouncementJson {
    fn from(it: Notice) -> Self {
        let Notice { id, congress, congress_name, kind, year, n, title, body, day, .. } = it;
        Self { id: id.uuid(), congress: congress.uuid(), congress_name, kind, year, n, title, body, day }
    }
}

/// The register of certificates of elections a congress held, the highest number first
#[utoipa::path(get, path = "/api/congresses/{id}/certificates", tag = "elections", operation_id = "certificate_list",
    params(("id" = Uuid, Path), ElectionPageWanted),
    responses((status = 200, body = CertificateLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn register(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<ElectionPageWanted>,
) -> Answer {
    actor.may(Right::ElectionSee, congress)?;
    let page = queries::register(&mut site.db(), congress, position(&wanted.after, &BY_NUMBER)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(CertificateJson::from).collect();
    Ok(Json(CertificateLines { items, next, total: page.total }).into_response())
}

/// A certificate or a deputy's card as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/certificates/{id}/papers/{paper}", tag = "elections", operation_id = "certificate_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`certificate` or `card`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn certificate_paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(CertificateId, String)>,
    headers: HeaderMap,
) -> Answer {
    pages::certificate_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}

/// All certificates or deputies' cards of an election: a list, or one Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/elections/{id}/papers/{paper}", tag = "elections", operation_id = "election_certificates",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`certificates` or `cards`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Vec<Paper> = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all_certificates(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(ElectionId, String)>,
    headers: HeaderMap,
) -> Answer {
    pages::all_certificates(&site, &actor, (id, &name), (&headers, Form::Json)).await
}

/// Check the code of a certificate; anybody may
#[utoipa::path(get, path = "/api/certificate-codes/{code}", tag = "elections", operation_id = "certificate_check",
    params(("code" = String, Path)),
    responses((status = 200, body = CheckedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn check(State(site): State<Site>, Path(typed): Path<String>) -> Answer {
    let code = read_code(&typed).ok_or_else(Problem::missing)?;
    let found = queries::checked(&mut site.db(), &code).await?.ok_or_else(Problem::missing)?;
    Ok(Json(CheckedJson { certificate: found.line.into(), state: found.state }).into_response())
}

/// Public notices, the latest first
#[utoipa::path(get, path = "/api/announcements", tag = "elections", operation_id = "announcement_list",
    params(AnnouncementsWanted),
    responses((status = 200, body = AnnouncementLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Query(wanted): Query<AnnouncementsWanted>) -> Answer {
    let congress: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let page = queries::notices(&mut site.db(), congress, position(&wanted.after, &LATEST)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(AnnouncementLineJson::from).collect();
    Ok(Json(AnnouncementLines { items, next, total: page.total }).into_response())
}

/// One public notice
#[utoipa::path(get, path = "/api/announcements/{id}", tag = "elections", operation_id = "announcement_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = AnnouncementJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Path(id): Path<AnnouncementId>) -> Answer {
    let it = read_notice(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    Ok(Json(AnnouncementJson::from(it)).into_response())
}

/// A public notice as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/announcements/{id}/papers/{paper}", tag = "elections", operation_id = "announcement_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`announcement`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn notice_paper(
    State(site): State<Site>,
    Path((id, name)): Path<(AnnouncementId, String)>,
    headers: HeaderMap,
) -> Answer {
    pages::notice_paper(&site, (id, &name), (&headers, Form::Json)).await
}

/// What the tellers of a district sign for a round: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/election-districts/{id}/rounds/{n}/papers/{paper}", tag = "elections", operation_id = "election_count_paper",
    params(("id" = Uuid, Path), ("n" = u32, Path, description = "the number of the round"),
        ("paper" = String, Path, description = "`report`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn count_paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n, name)): Path<(DistrictId, u32, String)>,
    headers: HeaderMap,
) -> Answer {
    pages::count_paper(&site, &actor, (id, n, &name), (&headers, Form::Json)).await
}
