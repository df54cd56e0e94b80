//! Documents of a suggestion: what there is, and each as JSON, Word file or PDF.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    paper::{Form, Paper, PaperLine},
    web::ProblemJson,
};
use suggestions_rules::SuggestionId;

use crate::{
    ledger::Asked as Lines,
    pages::{Asked, hand_over_ledger, hand_over_notice, shelf},
};

/// The documents of a suggestion, as far as you may have them
#[utoipa::path(get, path = "/api/suggestions/{id}/papers", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<PaperLine>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
) -> Result<Response, Problem> {
    Ok(Json(shelf(&site, &actor, id).await?.lines()).into_response())
}

/// One document: as JSON, or as a Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/suggestions/{id}/papers/{paper}", tag = "suggestions",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`sheet`, `letter-1-1-1.docx`, `letter-1-1-1.pdf`")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(SuggestionId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    shelf(&site, &actor, id).await?.hand_over(&site, &name, &headers, Form::Json).await
}

/// Everything assigned to a unit in the present session, as one notice: JSON, Word file or PDF
#[utoipa::path(get, path = "/api/suggestions/tasks/papers/{paper}", tag = "suggestions", operation_id = "unit_notice",
    params(("paper" = String, Path, description = "`notice`, `notice.docx`, `notice.pdf`"), Asked),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn notice(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    hand_over_notice(&site, &actor, (&name, &asked), (&headers, Form::Json)).await
}

/// The ledger of promises as a document, at most 1,000 lines: JSON, Word file or PDF
#[utoipa::path(get, path = "/api/promises/papers/{paper}", tag = "suggestions", operation_id = "promise_ledger_paper",
    params(("paper" = String, Path, description = "`ledger`, `ledger.docx`, `ledger.pdf`"), Lines),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn ledger(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(name): Path<String>,
    Query(asked): Query<Lines>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    hand_over_ledger(&site, &actor, (&name, &asked), (&headers, Form::Json)).await
}
