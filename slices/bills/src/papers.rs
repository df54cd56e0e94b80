//! Documents of bills, in Chinese whatever the page's language is: the bill as filed, the report to the presidium.

mod report;
mod sheet;

use accounts_rules::Actor;
use bills_rules::BillId;
use kit::{
    Problem, Site,
    paper::{Offer, Shelf},
    words::Lang,
};
pub(crate) use report::report;

use crate::queries;

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;

/// The documents of a bill, as far as this actor may know of it.
pub(crate) async fn shelf(site: &Site, actor: &Actor, id: BillId) -> Result<Shelf, Problem> {
    let d = queries::detail(site, actor, id).await?;
    let setting = queries::setting(&mut site.db(), &d.congress, &d.bill).await?;
    let day = d.bill.stage.submission().map(|submission| submission.at.day());
    let sheet = Offer {
        stem: "sheet".to_owned(),
        kind: "papers-kind-bill",
        about: vec![],
        day,
        paper: sheet::paper(&d, &setting),
    };
    Ok(Shelf {
        matter: d.bill.sheet.title.clone(),
        at: format!("/bills/{id}/papers"),
        back: format!("/bills/{id}"),
        offers: vec![sheet],
        file: None,
    })
}
