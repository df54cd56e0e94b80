//! 议案处理意见报告: on paper, and as a table.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use bills_rules::SessionId;
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind},
    web::{Errors, Wrong, chosen, page},
};
use roster_views::congresses;
use serde::Deserialize;

use super::{export::As, names};
use crate::queries::{self, Report, Reported, Session};

#[derive(Template)]
#[template(path = "bills/print-report.html")]
struct Paper<'a> {
    v: &'a View,
    back: String,
    export: String,
    /// The address of the report as a document, without its ending.
    paper: &'static str,
    of: SessionId,
    congress: String,
    session: String,
    report: &'a Report,
    disposals: Vec<(String, usize)>,
    lines: Vec<Line<'a>>,
    exports: bool,
}

/// One bill as the report tells it.
struct Line<'a> {
    bill: &'a Reported,
    filer: String,
    opinion: String,
    decision: String,
    /// What those who signed say to its becoming a suggestion.
    voices: String,
}

/// Of which session.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    session: String,
}

pub(super) async fn found(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<(Session, Report), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let id: Option<SessionId> = chosen("session", &wanted.session, |raw| raw.parse().ok())?;
    let id = id.ok_or_else(|| Errors::one("session", Wrong::new("kit-form-required")))?;
    let session = queries::session(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillSeeFiled, session.congress)?;
    let report = queries::report(&mut site.db(), id).await?;
    Ok((session, report))
}

fn line<'a>(v: &View, bill: &'a Reported) -> Line<'a> {
    let lead = || {
        let name = bill.lead.clone().unwrap_or_default();
        v.tf("bills-lead-and-others", [("name", name), ("count", (bill.seconds + 1).to_string())]).into_owned()
    };
    let said = |word: &Option<String>, to: &Option<String>| {
        word.as_deref().map(|word| names::disposal(v, word, to.as_deref())).unwrap_or_default()
    };
    let voices = bill.voices().map(|voices| v.tf("bills-report-voices", voices).into_owned());
    Line {
        bill,
        voices: voices.unwrap_or_default(),
        filer: bill.organ.clone().unwrap_or_else(lead),
        opinion: said(&bill.proposal, &bill.proposed_to),
        decision: if bill.stage == "withdrawn" {
            names::stage(v, &bill.stage, None).1
        } else {
            said(&bill.decision, &bill.refer_to)
        },
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (session, report) = found(&site, &actor, &wanted).await?;
    let all = congresses(&mut site.db(), &actor, Right::BillSeeFiled).await?;
    let congress = all.into_iter().find(|one| one.id == session.congress).map(|one| one.name);
    let template = Paper {
        v: &v,
        back: format!("/bills?congress={}", session.congress),
        export: format!("/bills/report/list?session={}", session.id),
        paper: "/bills/report/papers/report",
        of: session.id,
        congress: congress.unwrap_or_default(),
        session: session.name,
        disposals: report.disposals.iter().map(|(word, n)| (names::disposal(&v, word, None), *n)).collect(),
        lines: report.bills.iter().map(|bill| line(&v, bill)).collect(),
        exports: actor.may(Right::ExportTake, session.congress).is_ok(),
        report: &report,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 9] = [
    "bills-field-number",
    "bills-field-title",
    "bills-field-filer",
    "bills-column-late",
    "bills-column-committee",
    "bills-column-opinion",
    "bills-column-reason",
    "bills-column-decision",
    "bills-column-decision-reason",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    Query(As { kind }): Query<As>,
    v: View,
) -> Result<Response, Problem> {
    let (session, report) = found(&site, &actor, &wanted).await?;
    actor.may(Right::ExportTake, session.congress)?;
    let kind = Kind::parse(&kind).unwrap_or(Kind::Xlsx);
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for bill in &report.bills {
        sheet.row(&cells(&v, bill))?;
    }
    Ok(sheet.finish()?.response(&v.t("bills-report-title"))?)
}

fn cells(v: &View, bill: &Reported) -> [Cell; 9] {
    let told = line(v, bill);
    let text = |text: &Option<String>| Cell::from(text.clone().unwrap_or_default());
    [
        text(&bill.number),
        bill.title.clone().into(),
        told.filer.into(),
        if bill.late { v.t("kit-is").into_owned() } else { String::new() }.into(),
        text(&bill.review_by),
        told.opinion.into(),
        [bill.reason.clone().unwrap_or_default(), told.voices].join(" ").trim().to_owned().into(),
        told.decision.into(),
        text(&bill.decide_reason),
    ]
}
