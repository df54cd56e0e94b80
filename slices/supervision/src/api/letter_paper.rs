//! An urging letter as a document.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use kit::{
    Problem, Site,
    paper::{Form, Paper},
    web::ProblemJson,
};
use supervision_rules::LetterId;

use crate::pages::hand_over;

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
pub async fn one(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(LetterId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    hand_over(&site, &actor, (id, &name), (&headers, Form::Json)).await
}
