//! 星级评定: the congress adopts a sheet, a station applies with evidence, the office looks, the chief publishes, and takes back.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Text};
use kit::{
    Fault, Problem, Site,
    db::{Sql, Val},
    journal,
    web::{Errors, Wrong, api::Once},
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use stations_rules::{
    Counted, Fact, Given, GradeId, GradeStage, Indicator, Measure, Refusal, Scheme, SchemeId, Sheet, StationId,
};
use utoipa::ToSchema;

use super::{Work, refused};
use crate::{
    queries::figures,
    sight,
    store::{GradeKept, begin_grade, read_grade, save_grade, scheme_of, take_grade},
};

/// A sheet as a congress adopts it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationSchemeWanted {
    /// At most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// `indicators` with `group`, `name`, `points` and, where it is counted, `counted` with `measure` and `full`; `bands` with `stars` and
    /// `least`, the most stars first; `years`; `objection`, working days.
    #[schema(value_type = Object)]
    pub sheet: Sheet,
}

/// What a station claims, indicator by indicator.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationClaims {
    /// One for each indicator of the sheet, in order.
    pub lines: Vec<StationClaim>,
}

/// One claim.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationClaim {
    /// The points claimed.
    pub points: u16,
    /// Where that can be seen, at most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub evidence: Option<Text<500>>,
}

/// What the office gives.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationReviewWanted {
    /// Points for each indicator of the sheet, in order; where it is counted, the count stands whatever is given.
    pub points: Vec<u16>,
    /// What it says, at most 1,000 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub words: Option<Text<1000>>,
}

/// The sheet that is offered to a congress that has none: 100 points and 10 beside, from the practice of other places.
///
/// # Errors
/// Never; the sheet is part of the program.
pub fn usual() -> Result<Sheet, Fault> {
    Ok(serde_json::from_str(include_str!("usual.json"))?)
}

/// Adopts a sheet; from now on stations apply by it.
///
/// # Errors
/// When it cannot be used, or the right is not held.
pub async fn adopt(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: &StationSchemeWanted,
    once: &Once,
) -> Result<SchemeId, Problem> {
    actor.may(Right::StationGradeDecide, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    wanted.sheet.fit().map_err(refused)?;
    let id: SchemeId = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, wanted, id).await? {
        return Ok(before);
    }
    let sheet = serde_json::to_string(&wanted.sheet).map_err(Fault::from)?;
    let vals: [Val; 5] = [id.into(), congress.into(), (&wanted.name).into(), sheet.into(), site.now().into()];
    tx.run(Sql::new("insert into station_scheme (id, congress, name, sheet, adopted) values ").list(vals)).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), Fact::SchemeAdopted { scheme: id }))
        .await?;
    tx.commit().await?;
    site.wrote();
    Ok(id)
}

/// The sheet in force for a station, for who may apply by it.
///
/// # Errors
/// When the congress has adopted none.
pub async fn sheet(site: &Site, actor: &Actor, id: StationId) -> Result<Scheme, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let station = crate::store::read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::may(actor, Right::StationWork, &station)?;
    let found = scheme_of(&mut site.db(), station.congress).await?;
    Ok(found.ok_or_else(|| refused(Refusal::NoScheme))?.1)
}

/// Applies to be graded.
///
/// # Errors
/// When there is no sheet, a grading runs, or the claims do not stand in the sheet.
pub async fn apply(
    site: &Site,
    actor: &Actor,
    id: StationId,
    wanted: &StationClaims,
    once: &Once,
) -> Result<GradeId, Problem> {
    let mut work = Work::living(site, actor, id, Right::StationWork).await?;
    let grade: GradeId = site.new_id();
    if let Some(before) = once.claim(&mut work.tx, site, work.account, wanted, grade).await? {
        return Ok(before);
    }
    let congress = work.station.congress;
    let (scheme, by) = scheme_of(&mut work.tx, congress).await?.ok_or_else(|| refused(Refusal::NoScheme))?;
    let given = |one: &StationClaim| Given {
        claimed: one.points,
        evidence: crate::store::words(&one.evidence).to_owned(),
        points: None,
        figure: None,
    };
    let mut given: Vec<Given> = wanted.lines.iter().map(given).collect();
    by.sheet.holds(&given).map_err(refused)?;
    let figures = figures::of(&mut work.tx, id, &by.sheet, site.today()).await?;
    by.sheet.count(&mut given, &figures);
    let sql = Sql::new("select 1 from station_grade where stage in ('applied', 'reviewed', 'proposed', 'objected', 'ruled') and station = {}").bind(id);
    if work.tx.one::<(i64,)>(sql).await?.is_some() {
        return Err(refused(Refusal::GradeRuns));
    }
    begin_grade(&mut work.tx, (grade, id, scheme), &given, site.now()).await?;
    work.fact(Fact::GradeApplied { grade }).await?;
    work.finish().await?;
    Ok(grade)
}

/// A grading, for who sees the station's inside; published stars stand on the page of the station.
///
/// # Errors
/// As if there were none, for anybody else.
pub(crate) async fn of(site: &Site, actor: &Actor, id: GradeId) -> Result<(GradeKept, crate::Station), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let grade = read_grade(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let station = crate::store::read(&mut site.db(), grade.station).await?.ok_or_else(Problem::missing)?;
    sight::sees(actor, &station)?;
    Ok((grade, station))
}

/// The same, for who may do that with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub(crate) async fn may(
    site: &Site,
    actor: &Actor,
    id: GradeId,
    right: Right,
) -> Result<(GradeKept, crate::Station), Problem> {
    let (grade, station) = of(site, actor, id).await?;
    sight::may(actor, right, &station)?;
    Ok((grade, station))
}

pub(super) async fn take<'a>(
    site: &'a Site,
    actor: &'a Actor,
    id: GradeId,
    right: Right,
    at: &[GradeStage],
) -> Result<(Work<'a>, GradeKept), Problem> {
    let (seen, _) = may(site, actor, id, right).await?;
    let mut work = Work::begin(site, actor, seen.station, right).await?;
    let grade = take_grade(&mut work.tx, id).await?.ok_or_else(Problem::missing)?;
    if at.contains(&grade.stage) { Ok((work, grade)) } else { Err(refused(Refusal::GradeStage)) }
}

/// The office gives points; again until they are published.
///
/// # Errors
/// When they do not stand in the sheet, or the stars are published.
pub async fn review(site: &Site, actor: &Actor, id: GradeId, wanted: &StationReviewWanted) -> Result<(), Problem> {
    let open = [GradeStage::Applied, GradeStage::Reviewed];
    let (mut work, mut grade) = take(site, actor, id, Right::StationGrade, &open).await?;
    let (total, stars) = weigh(&mut work, &mut grade, &wanted.points).await?;
    grade.stage = GradeStage::Reviewed;
    crate::store::words(&wanted.words).clone_into(&mut grade.words);
    save_grade(&mut work.tx, &grade).await?;
    work.fact(Fact::GradeReviewed { grade: id, total, stars }).await?;
    work.finish().await.map(drop)
}

/// Takes the points given, counts anew what is counted up to the day of the application, and adds up: the total, and the stars it makes.
pub(super) async fn weigh(work: &mut Work<'_>, grade: &mut GradeKept, points: &[u16]) -> Result<(u32, u8), Problem> {
    if points.len() != grade.given.len() {
        return Err(Errors::one("points", Wrong::new("stations-refused-points")).into());
    }
    for (given, points) in grade.given.iter_mut().zip(points) {
        given.points = Some(*points);
    }
    let sheet = &grade.scheme.sheet;
    sheet.holds(&grade.given).map_err(refused)?;
    let figures = figures::of(&mut work.tx, grade.station, sheet, grade.applied.day()).await?;
    sheet.count(&mut grade.given, &figures);
    let total = Sheet::total(&grade.given);
    let stars = sheet.stars(total);
    (grade.total, grade.stars) = (Some(total), Some(stars.into()));
    Ok((total, stars))
}

/// Publishes the stars.
///
/// # Errors
/// When they were not proposed, the station may still object, or its objection waits.
pub async fn publish(site: &Site, actor: &Actor, id: GradeId) -> Result<(), Problem> {
    let any = GradeStage::ALL;
    let (mut work, mut grade) = take(site, actor, id, Right::StationGradeDecide, any).await?;
    grade.stands().publishes(site.today()).map_err(refused)?;
    if !work.station.stage.lives() {
        return Err(refused(Refusal::Over));
    }
    let till = grade.scheme.sheet.until(site.today());
    let stars = u8::try_from(grade.stars.unwrap_or(0)).unwrap_or(0);
    (grade.stage, grade.till) = (GradeStage::Published, Some(till));
    save_grade(&mut work.tx, &grade).await?;
    (work.station.stars, work.station.stars_till) = (Some(stars), Some(till));
    crate::store::save(&mut work.tx, &work.station).await?;
    crate::store::note(&mut work.tx, (work.station.id, site.now()), "graded", None, "").await?;
    work.fact(Fact::GradePublished { grade: id, stars }).await?;
    work.finish().await.map(drop)
}

/// Takes an application or published stars back.
///
/// # Errors
/// When it is taken back already.
pub async fn withdraw(site: &Site, actor: &Actor, id: GradeId, reason: &Text<200>) -> Result<(), Problem> {
    let (mut work, mut grade) = take(site, actor, id, Right::StationGradeDecide, GradeStage::ALL).await?;
    if grade.stage == GradeStage::Withdrawn {
        return Err(refused(Refusal::GradeStage));
    }
    let published = grade.stage == GradeStage::Published && grade.till == work.station.stars_till;
    grade.stage = GradeStage::Withdrawn;
    grade.words = reason.to_string();
    save_grade(&mut work.tx, &grade).await?;
    if published {
        (work.station.stars, work.station.stars_till) = (None, None);
        crate::store::save(&mut work.tx, &work.station).await?;
        crate::store::note(&mut work.tx, (work.station.id, site.now()), "grade-withdrawn", None, reason.as_str())
            .await?;
    }
    work.fact(Fact::GradeWithdrawn { grade: id }).await?;
    work.finish().await.map(drop)
}

/// Lines of a form as indicators: 组｜指标｜分值, and where it is counted ｜统计项｜满分值; one a line, a table copied from a spreadsheet has
/// tabs between.
#[must_use]
pub fn indicators(typed: &str) -> Option<Vec<Indicator>> {
    let line = |line: &str| {
        let mut cells = line.split(['｜', '|', '\t']).map(str::trim);
        let (group, name, points) = (cells.next()?, cells.next()?, cells.next()?);
        let points = points.parse().ok()?;
        let counted = match (cells.next().filter(|cell| !cell.is_empty()), cells.next()) {
            (None, _) => None,
            (Some(measure), full) => Some(Counted { measure: Measure::read(measure)?, full: full?.parse().ok()? }),
        };
        Some(Indicator { group: Text::parse(group).ok()?, name: Text::parse(name).ok()?, points, counted })
    };
    typed.lines().filter(|it| !it.trim().is_empty()).map(line).collect()
}
