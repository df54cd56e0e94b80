//! 年度计划: what a station means to do, month by month; an event does it, or it is given up.

use accounts_rules::{Actor, Right};
use kernel::Text;
use kit::{
    Problem, Site,
    db::{Sql, Val},
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use stations_rules::{Fact, PlanId, Refusal, StationId};
use utoipa::ToSchema;

use super::{Work, refused};

/// Years of a plan.
pub(crate) const YEARS: std::ops::RangeInclusive<i64> = 2000..=2100;

/// An item of the plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationPlanWanted {
    /// The year.
    pub year: i64,
    /// The month, 1 to 12.
    pub month: i64,
    /// At most 80 characters.
    #[schema(value_type = String)]
    pub title: Text<80>,
    /// What is meant, at most 1,000 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub words: Option<Text<1000>>,
}

/// Plans something.
///
/// # Errors
/// Beside the fields; when the station is over.
pub async fn plan(
    site: &Site,
    actor: &Actor,
    id: StationId,
    wanted: &StationPlanWanted,
    once: &Once,
) -> Result<PlanId, Problem> {
    let mut work = Work::living(site, actor, id, Right::StationWork).await?;
    let mut errors = Errors::default();
    if !YEARS.contains(&wanted.year) {
        errors.note("year", Wrong::new("stations-wrong-year"));
    }
    if !(1..=12).contains(&wanted.month) {
        errors.note("month", Wrong::new("stations-wrong-month"));
    }
    errors.check()?;
    let plan: PlanId = site.new_id();
    if let Some(before) = once.claim(&mut work.tx, site, work.account, wanted, plan).await? {
        return Ok(before);
    }
    super::year::changes(&mut work, wanted.year).await?;
    let vals: [Val; 6] = [
        plan.into(),
        id.into(),
        wanted.year.into(),
        wanted.month.into(),
        (&wanted.title).into(),
        crate::store::words(&wanted.words).into(),
    ];
    let sql = Sql::new("insert into station_plan (id, station, year, month, title, words) values ").list(vals);
    work.tx.run(sql).await?;
    work.fact(Fact::Planned { plan, year: wanted.year, month: wanted.month }).await?;
    work.finish().await?;
    Ok(plan)
}

/// Gives an item up.
///
/// # Errors
/// As if there were none, where it is of no station one sees; when it is done or given up.
pub async fn give_up(site: &Site, actor: &Actor, plan: PlanId, reason: &Text<200>) -> Result<StationId, Problem> {
    let station = may(site, actor, plan).await?;
    let mut work = Work::begin(site, actor, station, Right::StationWork).await?;
    let sql = Sql::new("select year from station_plan where id = {}").bind(plan);
    if let Some((year,)) = work.tx.one::<(i64,)>(sql).await? {
        super::year::gives_up(&mut work, year).await?;
    }
    let sql = Sql::new("update station_plan set dropped = {} where event is null and dropped is null and id = {}");
    if work.tx.run(sql.bind(reason).bind(plan)).await? != 1 {
        return Err(refused(Refusal::PlanOver));
    }
    work.fact(Fact::PlanDropped { plan }).await?;
    work.finish().await.map(|_| station)
}

/// The station of an item, for who may work on its plan.
///
/// # Errors
/// As [`give_up`].
pub async fn may(site: &Site, actor: &Actor, plan: PlanId) -> Result<StationId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let sql = Sql::new("select station from station_plan where id = {}").bind(plan);
    let found: Option<(StationId,)> = site.db().one(sql).await?;
    let (id,) = found.ok_or_else(Problem::missing)?;
    let station = crate::store::read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    crate::sight::sees(actor, &station)?;
    crate::sight::may(actor, Right::StationWork, &station)?;
    Ok(id)
}
