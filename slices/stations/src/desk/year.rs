//! 年度计划审批: the station says what its plan of a year costs and submits it; the office enters what the meeting decided.

use accounts_rules::{Actor, Right};
use kernel::{Day, Refused, Text};
use kit::{
    Problem, Site,
    db::Sql,
    web::{Errors, Wrong},
};
use serde::{Deserialize, Serialize};
use stations_rules::{Fact, Organ, Refusal, StationId, YearStage, budget_fits};
use utoipa::ToSchema;

use super::{Work, refused};
use crate::store::{YearKept, read_year, save_year};

/// What the plan of a year costs.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationBudgetWanted {
    /// 分, whole cents of a yuan; nothing where nothing is asked for.
    #[serde(default)]
    pub budget: Option<i64>,
}

/// What a meeting decided.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationYearDecision {
    /// Whether it approves the plan; else it is sent back.
    pub approved: bool,
    /// Whose meeting: `presidium`, `work-committee`, `directors` or `standing`.
    #[schema(value_type = String)]
    pub organ: Organ,
    /// The day of the meeting.
    #[schema(value_type = String)]
    pub day: Day,
    /// The number of the decision, where it is approved; at most 60 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub number: Option<Text<60>>,
    /// Why, where it is sent back; at most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub reason: Option<Text<500>>,
}

/// One plan of a year in hand, as the caller saw it.
struct Hand<'a> {
    work: Work<'a>,
    year: i64,
    kept: YearKept,
}

impl<'a> Hand<'a> {
    async fn take(
        (site, actor): (&'a Site, &'a Actor),
        (id, year): (StationId, i64),
        right: Right,
        seen: i64,
    ) -> Result<Self, Problem> {
        let mut work = Work::living(site, actor, id, right).await?;
        let kept = read_year(&mut work.tx, id, year).await?;
        if kept.version != seen {
            return Err(Refused::new(kernel::Refusal::Stale, "stations-refused-changed").into());
        }
        Ok(Self { work, year, kept })
    }

    async fn keep(mut self, fact: Fact) -> Result<(), Problem> {
        let of = (self.work.station.id, self.year);
        save_year(&mut self.work.tx, self.work.site.new_id(), of, &self.kept).await?;
        self.work.fact(fact).await?;
        self.work.finish().await.map(drop)
    }
}

/// Says what the plan of a year costs.
///
/// # Errors
/// Beside `budget`; while the plan waits for the meeting; when somebody changed it meanwhile.
pub async fn budget(
    site: &Site,
    actor: &Actor,
    of: (StationId, i64),
    seen: i64,
    wanted: StationBudgetWanted,
) -> Result<(), Problem> {
    let mut hand = Hand::take((site, actor), of, Right::StationWork, seen).await?;
    if wanted.budget.is_some_and(|cents| !budget_fits(cents)) {
        return Err(Errors::one("budget", Wrong::new("stations-wrong-budget")).into());
    }
    hand.kept.stage = hand.kept.stage.change().map_err(refused)?;
    hand.kept.budget = wanted.budget;
    let fact = Fact::YearBudgeted { year: hand.year, budget: wanted.budget };
    hand.keep(fact).await
}

/// Submits the plan of a year.
///
/// # Errors
/// When nothing is planned, or it waits or is approved already; when somebody changed it meanwhile.
pub async fn submit(site: &Site, actor: &Actor, of: (StationId, i64), seen: i64) -> Result<(), Problem> {
    let mut hand = Hand::take((site, actor), of, Right::StationWork, seen).await?;
    let sql = Sql::new("select count(*) from station_plan where dropped is null and station = {} and year = {}");
    let found: Option<(i64,)> = hand.work.tx.one(sql.bind(of.0).bind(of.1)).await?;
    let items = found.map_or(0, |(count,)| count);
    hand.kept.stage = hand.kept.stage.submit(items).map_err(refused)?;
    let fact = Fact::YearSubmitted { year: hand.year };
    hand.keep(fact).await
}

/// Enters what the meeting decided.
///
/// # Errors
/// Beside the fields; when it was not submitted; when somebody changed it meanwhile.
pub async fn decide(
    site: &Site,
    actor: &Actor,
    of: (StationId, i64),
    seen: i64,
    wanted: &StationYearDecision,
) -> Result<(), Problem> {
    let mut hand = Hand::take((site, actor), of, Right::StationKeep, seen).await?;
    let stage = hand.kept.stage.decide(wanted.approved).map_err(refused)?;
    let mut errors = Errors::default();
    if wanted.day > site.today() {
        errors.note("day", Wrong::new("stations-wrong-decided"));
    }
    if wanted.approved && wanted.number.is_none() {
        errors.note("number", Wrong::new("kit-form-required"));
    }
    if !wanted.approved && wanted.reason.is_none() {
        errors.note("reason", Wrong::new("kit-form-required"));
    }
    errors.check()?;
    let number = crate::store::words(&wanted.number).to_owned();
    hand.kept.stage = stage;
    (hand.kept.organ, hand.kept.day) = (Some(wanted.organ), Some(wanted.day));
    crate::store::words(&wanted.reason).clone_into(&mut hand.kept.reason);
    hand.kept.number.clone_from(&number);
    let (year, organ, day) = (hand.year, wanted.organ, wanted.day);
    let fact = match stage {
        YearStage::Approved => Fact::YearApproved { year, organ, day, number },
        _ => Fact::YearReturned { year, organ },
    };
    hand.keep(fact).await
}

/// Something comes into the plan of a year: one that was approved is a draft again.
///
/// # Errors
/// While it waits for the meeting.
pub(super) async fn changes(work: &mut Work<'_>, year: i64) -> Result<(), Problem> {
    let mut kept = read_year(&mut work.tx, work.station.id, year).await?;
    let stage = kept.stage.change().map_err(refused)?;
    if stage != kept.stage {
        kept.stage = stage;
        save_year(&mut work.tx, work.site.new_id(), (work.station.id, year), &kept).await?;
    }
    Ok(())
}

/// Something is given up: that needs no meeting, but not while one looks at the plan.
///
/// # Errors
/// While it waits for the meeting.
pub(super) async fn gives_up(work: &mut Work<'_>, year: i64) -> Result<(), Problem> {
    let kept = read_year(&mut work.tx, work.station.id, year).await?;
    if kept.stage == YearStage::Submitted { Err(refused(Refusal::YearWaits)) } else { Ok(()) }
}
