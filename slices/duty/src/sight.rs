//! Who sees a station's roster, and as whom: the office of the congress that keeps it, its keepers, the deputies who belong to it.

use accounts_rules::{Actor, Right};
use duty_rules::StationId;
use kernel::{BodyId, Day};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    row,
};

row! {
    /// A station, as its own noun tells of it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct StationRow {
        /// Which.
        pub id: StationId,
        /// The congress that keeps it.
        pub congress: BodyId,
        /// Its name.
        pub name: String,
        /// Where it stands: `open` and others.
        pub stage: String,
        /// Where it is.
        pub place: String,
    }
}

/// As whom somebody sees a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// As the office, or as who keeps it: drafts too.
    pub works: bool,
    /// May change what is planned and note who was there.
    pub keeps: bool,
    /// As a deputy who belongs to it, or is on one of its turns.
    pub deputy: bool,
}

const STATION: &str = "select id, congress, name, stage, place from v_station where id = {}";

/// The station, for who may see its roster.
///
/// # Errors
/// As if there were none, for anybody else; who is not signed in is asked to.
pub async fn seen(
    ask: &mut impl Ask,
    actor: &Actor,
    id: StationId,
    today: Day,
) -> Result<(StationRow, Sight), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let station: StationRow = ask.one(Sql::new(STATION).bind(id)).await?.ok_or_else(Problem::missing)?;
    let office = actor.may(Right::DutySee, station.congress).is_ok();
    let keeper = keeper(ask, actor, id).await?;
    let keeps = keeper || actor.may(Right::DutyKeep, station.congress).is_ok();
    let deputy = deputy(ask, actor, id, today).await?;
    let sight = Sight { works: office || keeps, keeps, deputy };
    if sight.works || sight.deputy { Ok((station, sight)) } else { Err(Problem::missing()) }
}

/// The station, for who plans its turns.
///
/// # Errors
/// As [`seen`]; refused to those who see it and keep it not.
pub async fn kept(site: &Site, ask: &mut impl Ask, actor: &Actor, id: StationId) -> Result<StationRow, Problem> {
    let (station, sight) = seen(ask, actor, id, site.today()).await?;
    if !sight.keeps {
        actor.may(Right::DutyKeep, station.congress)?;
    }
    Ok(station)
}

async fn keeper(ask: &mut impl Ask, actor: &Actor, id: StationId) -> Result<bool, Fault> {
    if actor.may(Right::DutyStationKeep, BodyId::from_uuid(id.uuid())).is_err() {
        return Ok(false);
    }
    let sql = Sql::new("select 1 from v_keeper where station = {} and account = {} limit 1");
    Ok(ask.one::<(i64,)>(sql.bind(id).bind(actor.account)).await?.is_some())
}

async fn deputy(ask: &mut impl Ask, actor: &Actor, id: StationId, today: Day) -> Result<bool, Fault> {
    let Some(person) = actor.person.filter(|_| actor.holds(Right::DutyTake)) else { return Ok(false) };
    let sql = Sql::new("select 1 from v_serves where station = {} and person = {}").bind(id).bind(person);
    let sql = sql.add(" and since <= {} and (until is null or until > {})").bind(today).bind(today);
    let sql = sql.add(" union all select 1 from duty_seat s join duty_turn t on t.id = s.turn where t.station = {}");
    let sql = sql.bind(id).add(" and s.person = {} and s.stage <> 'planned' limit 1").bind(person);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// The person whose own turns the actor looks after: a deputy, in person.
///
/// # Errors
/// When nobody is signed in; refused to who is no deputy, or acts for one.
pub fn own(actor: &Actor) -> Result<kernel::PersonId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    match actor.person.filter(|_| actor.holds(Right::DutyTake)) {
        Some(person) => Ok(person),
        None => {
            let refused = kernel::Refused::new(kernel::Refusal::NotYours, "duty-refused-nobodys");
            Err(refused.into())
        }
    }
}
