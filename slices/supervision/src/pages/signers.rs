//! 代表提出和评价建议情况: what each deputy raised, co-signed and judged.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, page},
};

use super::statistics::{About, Wanted, about};
use crate::queries::signers::{NAMED, Signer, signers};

const LINES: u16 = 50;
const ROWS: u16 = 500;

#[derive(Template)]
#[template(path = "supervision/signers.html")]
struct List<'a> {
    v: &'a View,
    of: About,
    lines: Vec<Signer>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: Option<String>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::SuggestionSeeFiled, of.congress)?;
    let after = position(&wanted.after, &NAMED)?;
    let found = signers(&mut site.db(), of.congress, of.session, after, LINES).await?;
    let same = format!("congress={}&session={}", of.congress, wanted.session);
    let here = format!("/supervision/statistics/deputies?{same}");
    let exports = actor.may(Right::ExportTake, of.congress).is_ok();
    let template = List {
        v: &v,
        lines: found.items,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| here.clone()),
        next: found.next.map(|next| format!("{here}&after={next}")),
        export: exports.then(|| format!("/supervision/statistics/deputies/list?{same}")),
        of,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 5] = [
    "supervision-field-deputy",
    "supervision-field-raised",
    "supervision-field-cosigned",
    "supervision-field-delivered",
    "supervision-field-judged",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::SuggestionSeeFiled, of.congress)?;
    actor.may(Right::ExportTake, of.congress)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let found = signers(&mut site.db(), of.congress, of.session, position(&after, &NAMED)?, ROWS).await?;
        for line in found.items {
            let Signer { name, raised, cosigned, delivered, judged, .. } = line;
            let cells: [Cell; 5] = [name.into(), raised.into(), cosigned.into(), delivered.into(), judged.into()];
            table.row(&cells)?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("supervision-signers-title"))?),
        }
    }
}
