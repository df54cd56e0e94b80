//! 换届选举进度: congress by congress, from the own area down.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site, View,
    db::Sql,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
};
use roster_rules::CongressLevel;
use roster_views::place;
use serde::Deserialize;

use super::ask::Options;
use crate::queries::{self, BY_AREA, ProgressLine, ProgressOf, ProgressSum};

const LINES: u16 = 50;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    level: String,
    after: String,
}

/// Of which congress and level, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AsWhat {
    congress: String,
    level: String,
    #[serde(rename = "as")]
    kind: String,
}

/// The levels a congress stands on, from the province down.
const LEVELS: [CongressLevel; 4] =
    [CongressLevel::Province, CongressLevel::Prefecture, CongressLevel::County, CongressLevel::Township];

/// The level a list is narrowed to.
pub(crate) fn level(asked: &str) -> Result<Option<CongressLevel>, Problem> {
    chosen("level", asked, |word| LEVELS.into_iter().find(|level| level.as_str() == word))
}

#[derive(Template)]
#[template(path = "elections/progress.html")]
struct Progress<'a> {
    v: &'a View,
    name: String,
    congress: String,
    level: String,
    levels: Options,
    exports: bool,
    lines: Vec<ProgressLine>,
    sum: ProgressSum,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

impl Progress<'_> {
    /// How far all of them are together.
    fn told(&self) -> String {
        let ProgressSum { congresses, begun, certified, closed, seats, elected, vacant, .. } = self.sum;
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
    /// How many voters took part in all of them.
    fn turnout(&self) -> Option<String> {
        let ProgressSum { registered, took_part, .. } = self.sum;
        let share = queries::participation(registered, took_part)?;
        let values = [("registered", registered.to_string()), ("voted", took_part.to_string()), ("share", share)];
        Some(self.v.tf("elections-progress-turnout", values).into_owned())
    }
    fn share(&self, line: &ProgressLine) -> String {
        percent(line)
    }
    /// Where the table is fetched.
    fn list(&self, kind: &str) -> String {
        format!("/elections/progress/list?congress={}&level={}&as={kind}", self.congress, self.level)
    }
}

/// 86.4%, or a dash before anybody voted.
fn percent(line: &ProgressLine) -> String {
    queries::participation(line.registered, line.took_part).map_or_else(|| "—".to_owned(), |share| format!("{share}%"))
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
    let narrowed = ProgressOf { area: area(&site, &actor, of.id).await?, level: level(&wanted.level)? };
    let found = queries::progress(&mut site.db(), &narrowed, position(&wanted.after, &BY_AREA)?, LINES).await?;
    let word = narrowed.level.map(CongressLevel::as_str).unwrap_or_default();
    let same = format!("/elections/progress?congress={}&level={word}", of.id);
    let said = |level: CongressLevel| {
        (level.as_str().to_owned(), v.t(&format!("elections-level-{}", level.as_str())).into_owned())
    };
    let template = Progress {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        sum: queries::progress_sum(&mut site.db(), &narrowed).await?,
        level: word.to_owned(),
        levels: LEVELS.into_iter().map(said).collect(),
        exports: actor.may(Right::ExportTake, of.id).is_ok(),
        congress: of.id.to_string(),
        name: of.name,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 12] = [
    "elections-field-congress",
    "elections-progress-term",
    "elections-progress-announced",
    "elections-progress-voted",
    "elections-progress-certified",
    "elections-progress-closed",
    "elections-field-seats",
    "elections-progress-elected",
    "elections-progress-vacant",
    "elections-field-registered",
    "elections-field-voted",
    "elections-progress-share",
];

/// The list as a table.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<AsWhat>,
    v: View,
) -> Result<Response, Problem> {
    let of = place(&site, &actor, Right::ElectionSums, &wanted.congress).await?;
    actor.may(Right::ExportTake, of.id)?;
    let narrowed = ProgressOf { area: area(&site, &actor, of.id).await?, level: level(&wanted.level)? };
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for line in queries::whole_progress(&mut site.db(), &narrowed).await? {
        let share = percent(&line);
        let cells: [Cell; 12] = [
            line.name.into(),
            line.term.into(),
            line.announced.into(),
            line.voted.into(),
            line.certified.into(),
            line.closed.into(),
            line.seats.into(),
            line.elected.into(),
            line.vacant.into(),
            line.registered.into(),
            line.took_part.into(),
            share.into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("elections-progress-title"))?)
}
