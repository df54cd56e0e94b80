//! 计票结果报告单 and 公告 as Word file or PDF.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use ballots_rules::paper::RoundId;
use kit::{
    Problem, Site,
    paper::{Form, Name, give},
};

use crate::{desk, papers, queries};

pub async fn give_paper(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(RoundId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    round_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
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
