//! The bill on paper, as filed.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use bills_rules::{BillId, Filer};
use kit::{Problem, Site, View, web::page};

use crate::queries;

#[derive(Template)]
#[template(path = "bills/print-sheet.html")]
struct Sheet<'a> {
    v: &'a View,
    back: String,
    congress: String,
    number: String,
    filer: String,
    signers: Vec<String>,
    filed: String,
    late: bool,
    title: String,
    grounds: String,
    proposal: String,
}

pub async fn sheet(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    let bill = &d.bill;
    let names: Vec<String> = bill.signers().into_iter().map(|person| d.person(person).to_owned()).collect();
    let template = Sheet {
        v: &v,
        back: format!("/bills/{id}"),
        congress: d.congress.clone(),
        number: bill.stage.number().map(ToString::to_string).unwrap_or_default(),
        filer: match &bill.filer {
            Filer::Deputies { lead, .. } => d.person(*lead).to_owned(),
            Filer::Organ { name, .. } => name.to_string(),
        },
        signers: names.into_iter().skip(1).collect(),
        filed: bill.stage.submission().map(|submission| submission.at.to_string()).unwrap_or_default(),
        late: bill.late(),
        title: bill.sheet.title.clone(),
        grounds: bill.sheet.grounds.clone(),
        proposal: bill.sheet.proposal.clone(),
    };
    Ok(page(&template))
}
