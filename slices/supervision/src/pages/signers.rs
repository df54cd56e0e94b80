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
use crate::{
    queries::signers::{Delegation, NAMED, Signer, by_delegation, signers},
    shares::percent,
};

const LINES: u16 = 50;
const ROWS: u16 = 500;

#[derive(Template)]
#[template(path = "supervision/signers.html")]
struct List<'a> {
    v: &'a View,
    of: About,
    session: String,
    delegations: Vec<Delegation>,
    lines: Vec<Signer>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: Option<String>,
    export_delegations: Option<String>,
}

impl List<'_> {
    /// 反馈率.
    fn response(&self, judged: &i64, asked: &i64) -> String {
        percent(*judged, *asked)
    }
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
    let (which, today) = ((of.congress, of.session), site.today());
    let found = signers(&mut site.db(), which, today, after, LINES).await?;
    let same = format!("congress={}&session={}", of.congress, wanted.session);
    let here = format!("/supervision/statistics/deputies?{same}");
    let exports = actor.may(Right::ExportTake, of.congress).is_ok();
    let template = List {
        v: &v,
        session: wanted.session.clone(),
        lines: found.items,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| here.clone()),
        next: found.next.map(|next| format!("{here}&after={next}")),
        delegations: if wanted.after.is_empty() { by_delegation(&mut site.db(), which, today).await? } else { vec![] },
        export: exports.then(|| format!("/supervision/statistics/deputies/list?{same}")),
        export_delegations: exports.then(|| format!("/supervision/statistics/delegations/list?{same}")),
        of,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 7] = [
    "supervision-field-deputy",
    "supervision-field-raised",
    "supervision-field-cosigned",
    "supervision-field-delivered",
    "supervision-field-asked",
    "supervision-field-judged",
    "supervision-figure-judged",
];

/// A line of either table, with 反馈率 at its end.
fn cells(name: Cell, [raised, cosigned, delivered, asked, judged]: [i64; 5]) -> [Cell; 7] {
    let response = percent(judged, asked).into();
    [name, raised.into(), cosigned.into(), delivered.into(), asked.into(), judged.into(), response]
}

pub async fn export_delegations(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::SuggestionSeeFiled, of.congress)?;
    actor.may(Right::ExportTake, of.congress)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let [_, columns @ ..] = COLUMNS;
    let columns = std::iter::once("supervision-field-delegation").chain(columns);
    let mut table = Export::begin(kind, v.language, columns.map(|key| v.t(key)))?;
    for line in by_delegation(&mut site.db(), (of.congress, of.session), site.today()).await? {
        let Delegation { name, raised, cosigned, delivered, asked, judged, .. } = line;
        table.row(&cells(name.into(), [raised, cosigned, delivered, asked, judged]))?;
    }
    Ok(table.finish()?.response(&v.t("supervision-by-delegation"))?)
}

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
        let found =
            signers(&mut site.db(), (of.congress, of.session), site.today(), position(&after, &NAMED)?, ROWS).await?;
        for line in found.items {
            let Signer { name, raised, cosigned, delivered, asked, judged, .. } = line;
            table.row(&cells(name.into(), [raised, cosigned, delivered, asked, judged]))?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("supervision-signers-title"))?),
        }
    }
}
