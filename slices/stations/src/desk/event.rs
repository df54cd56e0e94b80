//! 接待和活动登记: what happened is entered once; every ledger is a look at it. What was entered is never changed, only struck out.

use accounts_rules::{Actor, Right};
use kernel::{Day, PersonId, Text};
use kit::{
    Problem, Site,
    db::Sql,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use stations_rules::{Disposal, EventId, EventKind, Fact, PlanId, Refusal, StationId, Topic};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Work, refused};
use crate::store::{self, Event, NewEvent, begin_event, read_event};

/// Deputies who can be at one event.
const MOST_DEPUTIES: usize = 200;
/// Visitors one event can have.
const MOST_VISITORS: u32 = 100_000;

/// What happened.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationEventWanted {
    /// `reception`, or `study`, `visit`, `inspection`, `discussion`, `publicity`, `report`, `consultation`, `mediation`, `deed`, `other`.
    #[schema(value_type = String)]
    pub kind: EventKind,
    /// The day; not one to come.
    #[schema(value_type = String)]
    pub day: Day,
    /// The time of day in words.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub clock: Option<Text<40>>,
    /// What it was; of a reception it may stay out.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub title: Option<Text<80>>,
    /// The deputies who were there; at a reception at least one.
    #[serde(default)]
    #[schema(value_type = Vec<uuid::Uuid>)]
    pub deputies: Vec<PersonId>,
    /// Staff who were there.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub staff: Option<Text<80>>,
    /// How many people came.
    #[serde(default)]
    pub visitors: u32,
    /// Their names; sealed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub names: Option<Text<200>>,
    /// A telephone; sealed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub phone: Option<Text<40>>,
    /// Where they live, by place or grid; sealed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub address: Option<Text<100>>,
    /// Of a reception, what it was about.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub topic: Option<Topic>,
    /// What was said, at most 4,000 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub said: Option<Text<4000>>,
    /// What was brought along, and where it is kept.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub evidence: Option<Text<200>>,
    /// What was done, or what came of it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub done: Option<Text<2000>>,
    /// Of a reception: `answered`, `township`, `upward`, `suggestion`, `elsewhere` or `noted`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub disposal: Option<Disposal>,
    /// The number of the opinion it became: 〔2026〕12号 or 2026-12.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub opinion: Option<Text<40>>,
    /// The item of the yearly plan that it does.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub plan: Option<PlanId>,
}

/// What the desk and the store call it.
pub type EventWanted = StationEventWanted;

impl StationEventWanted {
    /// What the kind asks for.
    fn check(&self, today: Day) -> Result<(), Problem> {
        let mut errors = Errors::default();
        if self.day > today {
            errors.note("day", Wrong::new("stations-refused-not-yet"));
        }
        if self.visitors > MOST_VISITORS {
            errors.note("visitors", Wrong::new("stations-wrong-visitors").with("most", MOST_VISITORS));
        }
        if self.deputies.len() > MOST_DEPUTIES {
            errors.note("deputies", Wrong::new("stations-wrong-people"));
        }
        if self.kind == EventKind::Reception {
            if self.deputies.is_empty() {
                errors.note("deputies", Wrong::new("stations-wrong-no-deputy"));
            }
            if self.visitors > 0 && self.said.is_none() {
                errors.note("said", Wrong::new("kit-form-required"));
            }
        } else if self.title.is_none() {
            errors.note("title", Wrong::new("kit-form-required"));
        }
        errors.check()
    }
}

/// Records what happened. The same form sent twice, or sent again once there is a network, makes one.
///
/// # Errors
/// Beside the fields; when the station is over, or the item of the plan is.
pub async fn record(
    site: &Site,
    actor: &Actor,
    id: StationId,
    mut wanted: EventWanted,
    once: &Once,
) -> Result<EventId, Problem> {
    let mut work = Work::living(site, actor, id, Right::StationWork).await?;
    wanted.deputies.sort_unstable();
    wanted.deputies.dedup();
    wanted.check(site.today())?;
    let event: EventId = site.new_id();
    if let Some(before) = once.claim(&mut work.tx, site, work.account, &wanted, event).await? {
        return Ok(before);
    }
    if wanted.kind == EventKind::Reception {
        wanted.topic = wanted.topic.or(Some(Topic::Other));
        wanted.disposal = wanted.disposal.or(Some(Disposal::Noted));
    }
    let sql = Sql::new("select id from v_person where id in ").list(wanted.deputies.clone());
    if work.tx.all::<(PersonId,)>(sql).await?.len() != wanted.deputies.len() {
        return Err(Errors::one("deputies", Wrong::new("stations-wrong-deputy")).into());
    }
    let opinion = opinion(&mut work, wanted.opinion.as_ref()).await?;
    let new = NewEvent { id: event, station: id, wanted: &wanted, opinion, at: site.now(), by: work.account };
    begin_event(&mut work.tx, &new).await?;
    if let Some(plan) = wanted.plan {
        let sql = Sql::new("update station_plan set event = {} where event is null and dropped is null").bind(event);
        if work.tx.run(sql.add(" and id = {} and station = {}").bind(plan).bind(id)).await? != 1 {
            return Err(refused(Refusal::PlanOver));
        }
    }
    let (kind, visitors, deputies) = (wanted.kind, wanted.visitors, wanted.deputies.len());
    work.fact(Fact::Recorded { event, kind, visitors, deputies }).await?;
    work.finish().await?;
    Ok(event)
}

/// The opinion of a number, of the congress whose office keeps the station.
async fn opinion(work: &mut Work<'_>, number: Option<&Text<40>>) -> Result<Option<Uuid>, Problem> {
    let Some(number) = number else { return Ok(None) };
    let wrong = || Problem::from(Errors::one("opinion", Wrong::new("stations-wrong-opinion")));
    let mut parts = number.as_str().split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut next = || parts.next().and_then(|part| part.parse::<i64>().ok());
    let (Some(year), Some(n)) = (next(), next()) else { return Err(wrong()) };
    let sql = Sql::new("select id from v_opinion where congress = {}").bind(work.station.congress);
    let found: Option<(Uuid,)> = work.tx.one(sql.add(" and year = {} and n = {}").bind(year).bind(n)).await?;
    found.map(|(id,)| Some(id)).ok_or_else(wrong)
}

/// One thing that happened, for who sees the station's ledgers.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: EventId) -> Result<(Event, crate::Station), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let event = read_event(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let station = store::read(&mut site.db(), event.station).await?.ok_or_else(Problem::missing)?;
    crate::sight::sees(actor, &station)?;
    Ok((event, station))
}

/// One thing that happened, for who may do that with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: EventId, right: Right) -> Result<(Event, crate::Station), Problem> {
    let (event, station) = of(site, actor, id).await?;
    crate::sight::may(actor, right, &station)?;
    Ok((event, station))
}

/// Strikes out what was entered by mistake; it stays to be read, and counts no more.
///
/// # Errors
/// When it is struck out already.
pub async fn strike(site: &Site, actor: &Actor, id: EventId, reason: &Text<200>) -> Result<(), Problem> {
    let (event, _) = may(site, actor, id, Right::StationWork).await?;
    let mut work = Work::begin(site, actor, event.station, Right::StationWork).await?;
    let sql = Sql::new("update station_event set struck = {} where struck is null and id = {}").bind(reason).bind(id);
    if work.tx.run(sql).await? != 1 {
        return Err(refused(Refusal::Struck));
    }
    work.tx.run(Sql::new("update station_plan set event = null where event = {}").bind(id)).await?;
    work.fact(Fact::Struck { event: id }).await?;
    work.finish().await.map(drop)
}

/// What is sealed of visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitors {
    /// Their names.
    pub names: String,
    /// A telephone.
    pub phone: String,
    /// Where they live.
    pub address: String,
}

/// Opens the sealed names, telephone and address of visitors, with a recorded reason.
///
/// # Errors
/// When nothing is sealed, or the right is not held.
pub async fn open_names(site: &Site, actor: &Actor, id: EventId, reason: &Text<200>) -> Result<Visitors, Problem> {
    let (event, _) = may(site, actor, id, Right::StationNamesOpen).await?;
    let mut work = Work::begin(site, actor, event.station, Right::StationNamesOpen).await?;
    let sql = Sql::new("select names, phone, address from station_visitor where event = {}").bind(id);
    let found: Option<(String, String, String)> = work.tx.one(sql).await?;
    let (names, phone, address) = found.ok_or_else(Problem::missing)?;
    work.fact(Fact::NamesOpened { event: id, reason: reason.to_string() }).await?;
    work.finish().await?;
    Ok(Visitors { names, phone, address })
}

/// Names and telephones of visitors are kept so many days (个人信息保护法 19).
const KEPT: i32 = 180;

/// Erases the sealed data of what is over long enough, and the photographs of receptions; what was said stays.
pub async fn forget_old(site: &Site) -> Result<(), kit::Fault> {
    let before = site.today().plus_days(-KEPT);
    let mut tx = site.db().begin().await?;
    let old = "delete from station_visitor where event in (select e.id from station_event e where e.sealed = 1 and e.day < {})";
    tx.run(Sql::new(old).bind(before)).await?;
    tx.run(Sql::new("update station_event set sealed = 0 where sealed = 1 and day < {}").bind(before)).await?;
    store::forget_photos(&mut tx, before).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}
