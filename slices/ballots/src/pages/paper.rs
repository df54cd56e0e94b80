//! The empty ballot, 计票结果报告单 and 公告 as Word file or PDF.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use ballots_rules::paper::{BallotId, RoundId};
use kit::{
    Problem, Site,
    paper::{Form, Name, give},
};
use roster_views::body_name;

use crate::{desk, papers, queries};

pub async fn give_paper(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(RoundId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    round_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

pub async fn give_sheet(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(BallotId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    ballot_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

/// The empty ballot, for who prepares, of the round that runs or is due.
pub(crate) async fn ballot_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (BallotId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let (item, _) = desk::prepare::may(site, actor, id, Right::BallotPrepare).await?;
    let named = Name::read(name);
    let mut db = site.db();
    let due = desk::round::on_paper(&mut db, &item).await?.filter(|_| named.stem == "sheet");
    let (n, spec) = due.ok_or_else(Problem::missing)?;
    let congress = body_name(&mut db, item.congress).await?;
    let paper = papers::sheet(&item, (n, &spec), &congress);
    let file = format!("{}-{n}", paper.title());
    give(site, paper, named.form(headers, usual), &file).await
}

/// The report, for who reports and announces, once it is reported; the announcement, for everybody who sees the round, once it is made.
pub(crate) async fn round_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (RoundId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let (item, round, _) = desk::round::of(site, actor, id).await?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    let named = Name::read(name);
    let works = desk::signed::works(actor, &item, &round);
    let paper = match named.stem.as_str() {
        "report" if works => around.reported(&round).map(|result| papers::report(&item, &round, result, &around)),
        "announcement" => around.announced().map(|result| papers::announcement(&item, &round, result, &around)),
        _ => None,
    };
    let paper = paper.ok_or_else(Problem::missing)?;
    let file = format!("{}-{}", paper.title(), round.n);
    give(site, paper, named.form(headers, usual), &file).await
}
