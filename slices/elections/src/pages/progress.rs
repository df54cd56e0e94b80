//! 换届选举进度: congress by congress, from the own area down.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site, View,
    db::Sql,
    list::position,
    web::{Query, page},
};
use serde::Deserialize;

use super::place::place;
use crate::queries::{self, BY_AREA, ProgressLine, ProgressSum};

const LINES: u16 = 50;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
}

#[derive(Template)]
#[template(path = "elections/progress.html")]
struct Progress<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<ProgressLine>,
    sum: ProgressSum,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

impl Progress<'_> {
    /// How far all of them are together.
    fn told(&self) -> String {
        let ProgressSum { congresses, begun, certified, closed, seats, elected, vacant } = self.sum;
        let all = [
            ("congresses", congresses),
            ("begun", begun),
            ("certified", certified),
            ("closed", closed),
            ("seats", seats),
            ("elected", elected),
            ("vacant", vacant),
        ];
        self.v.tf("elections-progress-sum", all.map(|(name, count)| (name, count.to_string()))).into_owned()
    }
}

/// The area of a congress, for who may look down on it.
pub(crate) async fn area(site: &Site, actor: &Actor, congress: BodyId) -> Result<AreaCode, Problem> {
    let sql = Sql::new("select area from v_body where kind = 'congress' and id = {}").bind(congress);
    let (area,) = site.db().one::<(AreaCode,)>(sql).await?.ok_or_else(Problem::missing)?;
    actor.may_see_below(Right::ElectionSums, &area)?;
    Ok(area)
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = place(&site, &actor, Right::ElectionSums, &wanted.congress).await?;
    let area = area(&site, &actor, of.id).await?;
    let found = queries::progress(&mut site.db(), &area, position(&wanted.after, &BY_AREA)?, LINES).await?;
    let same = format!("/elections/progress?congress={}", of.id);
    let template = Progress {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        sum: queries::progress_sum(&mut site.db(), &area).await?,
        congress: of.id.to_string(),
        name: of.name,
    };
    Ok(page(&template))
}
