//! A bill that deputies signed on paper.

use accounts_rules::{Actor, Right};
use axum::{Extension, extract::State, response::Response};
use bills_rules::OnPaper;
use kernel::{BodyId, Id};
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once},
    },
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    shape::{BillNow, BillSheetJson},
    write::created,
};
use crate::desk::{paper::receive, terms::read_local};

/// A signed sheet.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperBillJson {
    /// The congress.
    congress: Uuid,
    /// 领衔代表, in office there.
    lead: Uuid,
    /// Those who signed beside the lead deputy, at most 1,000.
    signers: Vec<Uuid>,
    /// When the office received it, in Beijing: `2026-03-10T17:00`. Deadline and session are those of this moment.
    received: String,
    /// What it says, complete.
    sheet: BillSheetJson,
}

/// Enter a bill that deputies signed on paper; its scan follows as an attachment
#[utoipa::path(post, path = "/api/paper-bills", tag = "bills", operation_id = "bill_receive_paper", request_body = PaperBillJson,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    once: Once,
    Body(new): Body<PaperBillJson>,
) -> Result<Response, Problem> {
    let congress: BodyId = Id::from_uuid(new.congress);
    actor.may(Right::BillReceive, congress)?;
    let wrong = || Errors::one("received", Wrong::new("bills-wrong-moment"));
    let sheet = OnPaper {
        lead: Id::from_uuid(new.lead),
        signers: new.signers.into_iter().map(Id::from_uuid).collect(),
        received: read_local(&new.received).ok_or_else(wrong)?,
        sheet: new.sheet.into(),
    };
    created(&site, receive(&site, &actor, congress, sheet, &once).await?).await
}
