//! 承诺事项台账 as a document: the lines of the page, as Word file or PDF.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use kit::{
    Problem, Site,
    paper::{Form, Name, give},
};
use roster_views::body_name;

use super::promises::every;
use crate::{
    ledger::{Asked, filter},
    papers::{self, ZH},
    queries,
};

/// As many lines as are laid out as one document; who needs more takes the table.
const MOST: i64 = 1000;

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    hand_over_ledger(&site, &actor, (&name, &asked), (&headers, Form::Pdf)).await
}

/// The ledger in the form the address or the caller says, for who may take its table.
pub(crate) async fn hand_over_ledger(
    site: &Site,
    actor: &Actor,
    (name, asked): (&str, &Asked),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let filter = filter(site, actor, asked)?;
    let body = filter.whose.body();
    actor.may(Right::ExportTake, body)?;
    let named = Name::read(name);
    if named.stem != "ledger" {
        return Err(Problem::missing());
    }
    if queries::ledger(&mut site.db(), &filter, None, 1).await?.total > MOST {
        return Err(Problem::request(StatusCode::UNPROCESSABLE_ENTITY, "papers-ledger-too-long"));
    }
    let mut rows = Vec::new();
    every(site, &filter, |line, reports| {
        rows.push((line, reports));
        Ok(())
    })
    .await?;
    let whose = body_name(&mut site.db(), body).await?;
    let paper = papers::ledger(&whose, site.today(), &rows);
    let file = format!("{}-{whose}", ZH.t("suggestions-promises"));
    give(site, paper, named.form(headers, usual), &file).await
}
