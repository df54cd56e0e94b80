//! 公文与表格: the documents of a bill and the report to the presidium, as Word files and PDF.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use bills_rules::BillId;
use kit::{
    Problem, Site, View,
    paper::{Form, Name, give},
};
use roster_views::body_name;

use super::report::{Wanted, found};
use crate::papers;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, v: View) -> Answer {
    Ok(papers::shelf(&site, &actor, id).await?.page(&v))
}

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(BillId, String)>,
    headers: HeaderMap,
) -> Answer {
    papers::shelf(&site, &actor, id).await?.hand_over(&site, &name, &headers, Form::Pdf).await
}

pub async fn report(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(name): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Answer {
    let (session, report) = found(&site, &actor, &wanted).await?;
    let asked = Name::read(&name);
    if asked.stem != "report" {
        return Err(Problem::missing());
    }
    let congress = body_name(&mut site.db(), session.congress).await?;
    let paper = papers::report(&congress, &session, &report);
    give(&site, paper, asked.form(&headers, Form::Pdf), &kit::words::Lang::Chinese.t("bills-report-title")).await
}
