//! The papers of a matter and of a round for programs.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use ballots_rules::paper::{BallotId, RoundId};
use kit::{
    Problem, Site,
    paper::{Form, Paper},
    web::ProblemJson,
};

use crate::pages::{ballot_paper, round_paper};

/// The empty ballot of the round that runs or is due, with how it is filled in: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/ballots/{id}/papers/{paper}", tag = "ballots", operation_id = "ballot_sheet_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`sheet`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of_ballot(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(BallotId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    ballot_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}

/// The report or the announcement as a document: JSON, Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/ballot-rounds/{id}/papers/{paper}", tag = "ballots", operation_id = "ballot_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`report` or `announcement`, with `.docx` or `.pdf` where wished")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of_round(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(RoundId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    round_paper(&site, &actor, (id, &name), (&headers, Form::Json)).await
}
