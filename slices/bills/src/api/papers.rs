//! Documents of a bill and the report, as JSON, Word file or PDF.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use bills_rules::{BillId, SessionId};
use kit::{
    Problem, Site,
    paper::{Form, Name, Paper, PaperLine, give},
    web::ProblemJson,
    words::Lang,
};
use roster_views::body_name;

use crate::{papers, queries};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The documents of a bill
#[utoipa::path(get, path = "/api/bills/{id}/papers", tag = "bills", operation_id = "bill_papers", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<PaperLine>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>) -> Answer {
    Ok(Json(papers::shelf(&site, &actor, id).await?.lines()).into_response())
}

/// One document: as JSON, or as a Word file or PDF where `Accept` or the ending of its name says so
#[utoipa::path(get, path = "/api/bills/{id}/papers/{paper}", tag = "bills", operation_id = "bill_paper",
    params(("id" = Uuid, Path), ("paper" = String, Path, description = "`sheet`, `sheet.docx`, `sheet.pdf`")),
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
    Extension(actor): Who,
    Path((id, name)): Path<(BillId, String)>,
    headers: HeaderMap,
) -> Answer {
    papers::shelf(&site, &actor, id).await?.hand_over(&site, &name, &headers, Form::Json).await
}

/// The report of a session's bills to its presidium as a document
#[utoipa::path(get, path = "/api/sessions/{session}/bill-report/{paper}", tag = "bills", operation_id = "bill_report_paper",
    params(("session" = Uuid, Path), ("paper" = String, Path, description = "`report`, `report.docx`, `report.pdf`")),
    responses(
        (status = 200, content(
            (Paper = "application/json"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        )),
        (status = "4XX", body = ProblemJson, content_type = "application/problem+json"),
        (status = "5XX", description = "No PDF can be made here; the Word file can.", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn report(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(SessionId, String)>,
    headers: HeaderMap,
) -> Answer {
    let session = queries::session(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillSeeFiled, session.congress)?;
    let asked = Name::read(&name);
    if asked.stem != "report" {
        return Err(Problem::missing());
    }
    let report = queries::report(&mut site.db(), id).await?;
    let congress = body_name(&mut site.db(), session.congress).await?;
    let paper = papers::report(&congress, &session, &report);
    give(&site, paper, asked.form(&headers, Form::Json), &Lang::Chinese.t("bills-report-title")).await
}
