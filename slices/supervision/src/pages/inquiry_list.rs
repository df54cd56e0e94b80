//! 询问问题清单 and 整改清单 as spreadsheets.

use std::collections::BTreeMap;

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind},
    web::Query,
};
use serde::Deserialize;
use supervision_rules::{Inquiry, InquiryId};

use crate::{desk, queries};

/// The form of the table.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    #[serde(rename = "as")]
    kind: String,
}

const QUESTIONS: [&str; 6] = [
    "supervision-field-n",
    "supervision-field-question",
    "supervision-field-asker",
    "supervision-field-unit-asked",
    "supervision-field-question-answer",
    "supervision-field-remark",
];
const ITEMS: [&str; 8] = [
    "supervision-field-n",
    "supervision-field-item",
    "supervision-field-measure-taken",
    "supervision-field-unit-to",
    "supervision-field-item-owner",
    "supervision-field-by",
    "supervision-field-stage",
    "supervision-field-item-report",
];

async fn taken(site: &Site, actor: &Actor, id: InquiryId) -> Result<(Inquiry, BTreeMap<BodyId, String>), Problem> {
    let inquiry = desk::inquiry::of(site, actor, id).await?.inquiry;
    actor.may(Right::ExportTake, inquiry.congress)?;
    let names = queries::unit_names(&mut site.db(), inquiry.units()).await?;
    Ok((inquiry, names))
}

pub async fn questions(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<InquiryId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (inquiry, names) = taken(&site, &actor, id).await?;
    let kind = Kind::parse(&wanted.kind).unwrap_or(Kind::Xlsx);
    let mut table = Export::begin(kind, v.language, QUESTIONS.iter().map(|key| v.t(key)))?;
    for (n, one) in (1i64..).zip(&inquiry.questions) {
        let (answer, remark) = match &one.answer {
            Some(answer) => (answer.words.to_string(), answer.remark.as_ref().map(ToString::to_string)),
            None => (String::new(), None),
        };
        let cells: [Cell; 6] = [
            n.into(),
            one.words.to_string().into(),
            one.asker.to_string().into(),
            names.get(&one.unit).cloned().unwrap_or_default().into(),
            answer.into(),
            remark.unwrap_or_default().into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("papers-inquiry-questions-title"))?)
}

pub async fn items(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<InquiryId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (inquiry, names) = taken(&site, &actor, id).await?;
    let kind = Kind::parse(&wanted.kind).unwrap_or(Kind::Xlsx);
    let mut table = Export::begin(kind, v.language, ITEMS.iter().map(|key| v.t(key)))?;
    for (n, one) in (1i64..).zip(&inquiry.items) {
        let (measure, owner) = one.plan.as_ref().map(|it| (it.measure.to_string(), it.owner.to_string())).unzip();
        let cells: [Cell; 8] = [
            n.into(),
            one.problem.to_string().into(),
            measure.unwrap_or_default().into(),
            names.get(&one.unit).cloned().unwrap_or_default().into(),
            owner.unwrap_or_default().into(),
            one.due.into(),
            v.t(&format!("supervision-item-{}", one.standing().word())).into_owned().into(),
            one.reports.last().map(|report| report.words.to_string()).unwrap_or_default().into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("papers-inquiry-items-title"))?)
}
