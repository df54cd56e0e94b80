//! The papers of supervision for programs.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    paper::{Form, Paper},
    web::{ProblemJson, Query},
};
use supervision_rules::{EvaluationId, InquiryId, KeyId, LetterId};

use super::statistics::StatisticsWanted;
use crate::pages::{annual_paper, evaluation_paper, inquiry_paper, key_paper, letter_paper, wanted};

/// An urging letter as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/urging-letters/{id}/papers/{paper}", tag = "supervision", operation_id = "letter_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`letter`, `letter.docx`, `letter.pdf`")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of_letter(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(LetterId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    letter_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}

/// The plan or the report of a key suggestion as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/key-suggestions/{id}/papers/{paper}", tag = "supervision", operation_id = "key_suggestion_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`plan` or `report`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of_key(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(KeyId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    key_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}

/// The report on the handling of a session, or of all below in a year, as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/congresses/{id}/handling-statistics/papers/{paper}", tag = "supervision", operation_id = "statistics_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`report`, `report.docx`, `report.pdf`"), StatisticsWanted),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of_statistics(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((congress, name)): Path<(BodyId, String)>,
    Query(asked): Query<StatisticsWanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let StatisticsWanted { session, below, year } = asked;
    let wanted = wanted(congress, session, below, year);
    annual_paper(&site, &actor, (&wanted, &name), (&headers, Form::Json)).await
}

/// An empty form of an evaluation as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/evaluations/{id}/papers/{paper}", tag = "supervision", operation_id = "evaluation_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`ballot`, `sheet` or `totals`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of_evaluation(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(EvaluationId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    evaluation_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}

/// The questions of an inquiry, or what is to be put right, as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/inquiries/{id}/papers/{paper}", tag = "supervision", operation_id = "inquiry_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`questions` or `items`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of_inquiry(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(InquiryId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    inquiry_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}
