//! What the tellers of a district sign.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use elections_rules::election::DistrictId;
use kit::{
    Problem, Site,
    paper::{Form, Name, give},
};
use roster_views::body_name;

use crate::{desk::prepare::district, papers, queries::whole::parts};

type Answer = Result<Response, Problem>;

pub async fn give_paper(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, n, name)): Path<(DistrictId, u32, String)>,
    headers: HeaderMap,
) -> Answer {
    count_paper(&site, &actor, (id, n, &name), (&headers, Form::Pdf)).await
}

/// 选区投票结果报告单 of a round that the voters held.
pub(crate) async fn count_paper(
    site: &Site,
    actor: &Actor,
    (id, n, name): (DistrictId, u32, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Answer {
    let (own, it) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let named = Name::read(name);
    let mut db = site.db();
    let part = parts(&mut db, it.id).await?.into_iter().find(|part| part.district.id == own.id);
    let part = part.filter(|_| named.stem == "report").ok_or_else(Problem::missing)?;
    let held = part.rounds.iter().find(|(round, _)| round.n == n && round.ballot_round.is_none());
    let (round, marks) = held.ok_or_else(Problem::missing)?;
    let paper = papers::count(&it, &body_name(&mut db, it.congress).await?, (&part, round, marks));
    let file = format!("{}-{}-{n}", paper.title(), own.name);
    give(site, paper, named.form(headers, usual), &file).await
}
