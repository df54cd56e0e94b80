//! Offices are set up and changed; holders who came by election, or before all this was kept, are entered and leave.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointeeId, Fact, HoldingId, How, Office, SeatId};
use kernel::{BodyId, Day, Refusal, Refused, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
    web::api::Once,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    draft::{AppointeeWanted, begin_person},
    recorded, sane, wrong,
};
use crate::{
    look,
    store::{self, Holding, Seat},
};

/// The most places an office can have.
const MOST: u32 = 500;

/// An office of a congress.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeatWanted {
    /// What it is called there, at most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// What the law calls it: `government_member`, `judge` … Kept as it was when an office is changed.
    #[schema(value_type = String)]
    pub office: Office,
    /// How many may hold it; left out, where that is not fixed.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 500)]
    pub quota: Option<u32>,
    /// Whether it ends with the term of the congress.
    #[serde(default)]
    pub by_term: bool,
    /// Whether whoever holds it is a vice head of the organ: 副院长, 副检察长, 监委副主任; those who act for a missing head are chosen among them.
    #[serde(default)]
    pub vice: bool,
    /// Its place in lists.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 9_999)]
    pub ordinal: u32,
    /// The day it was done away with.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub closed: Option<Day>,
}

/// Who holds an office, entered by hand.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HolderWanted {
    /// Somebody known already.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub appointee: Option<AppointeeId>,
    /// Somebody else.
    #[serde(default)]
    pub new: Option<AppointeeWanted>,
    /// The first day.
    #[schema(value_type = String)]
    pub since: Day,
    /// `elected`, `appointed`, `acting` or `registered`.
    #[schema(value_type = String)]
    pub how: How,
    /// The document it rests on, at most 120 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Option<Text<120>>,
}

/// The last day of a holding.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeavingWanted {
    /// The last day.
    #[schema(value_type = String)]
    pub until: Day,
}

fn fit(wanted: &SeatWanted) -> Result<(), Problem> {
    if wanted.quota.is_some_and(|quota| quota == 0 || quota > MOST) {
        return Err(wrong("quota", "appointments-wrong-quota"));
    }
    if wanted.ordinal > 9_999 {
        return Err(wrong("ordinal", "appointments-wrong-ordinal"));
    }
    if wanted.vice && !wanted.office.has_vice() {
        return Err(wrong("vice", "appointments-wrong-vice"));
    }
    wanted.closed.map(|day| sane("closed", day)).transpose().map(drop)
}

async fn name_free(tx: &mut Tx, congress: BodyId, name: &Text<60>, but: SeatId) -> Result<(), Problem> {
    let sql = Sql::new("select 1 from appointment_seat where congress = {} and name = {} and id <> {}");
    match tx.one::<(i64,)>(sql.bind(congress).bind(name).bind(but)).await? {
        Some(_) => Err(wrong("name", "appointments-wrong-name-taken")),
        None => Ok(()),
    }
}

/// Sets an office up.
///
/// # Errors
/// When the level has no such office, or the name is taken.
pub async fn add(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: SeatWanted,
    once: &Once,
) -> Result<Seat, Problem> {
    actor.may(Right::AppointmentKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let id: SeatId = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return store::read_seat(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    fit(&wanted)?;
    let rung = look::rung(&mut tx, congress).await?;
    appointments_rules::appointment_route(wanted.office, rung)?;
    name_free(&mut tx, congress, &wanted.name, id).await?;
    let SeatWanted { name, office, quota, by_term, vice, ordinal, closed } = wanted;
    let seat = Seat { id, congress, name, office, ordinal: ordinal.into(), quota, by_term, vice, closed, version: 1 };
    store::begin_seat(&mut tx, &seat).await?;
    journal::append(&mut tx, recorded(site, actor, congress, id.uuid(), Fact::SeatAdded)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(seat)
}

/// Changes an office; what the law calls it stays.
///
/// # Errors
/// When somebody changed it meanwhile.
pub async fn change(
    site: &Site,
    actor: &Actor,
    (id, seen): (SeatId, i64),
    wanted: SeatWanted,
) -> Result<Seat, Problem> {
    let was = of(site, actor, id, Right::AppointmentKeep).await?;
    fit(&wanted)?;
    if wanted.office != was.office {
        return Err(wrong("office", "appointments-wrong-office-kept"));
    }
    let mut tx = site.db().begin().await?;
    name_free(&mut tx, was.congress, &wanted.name, id).await?;
    let SeatWanted { name, quota, by_term, vice, ordinal, closed, .. } = wanted;
    let now = Seat { name, ordinal: ordinal.into(), quota, by_term, vice, closed, version: seen, ..was };
    if !store::save_seat(&mut tx, &now).await? {
        return Err(Refused::new(Refusal::Stale, "appointments-refused-changed").into());
    }
    journal::append(&mut tx, recorded(site, actor, now.congress, id.uuid(), Fact::SeatChanged)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Seat { version: seen + 1, ..now })
}

/// One office, for who may do this with it.
///
/// # Errors
/// As if there were none, for who does not see the offices of that congress.
pub async fn of(site: &Site, actor: &Actor, id: SeatId, right: Right) -> Result<Seat, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let seat = store::read_seat(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::AppointmentSee, seat.congress).map_err(|_| Problem::missing())?;
    actor.may(right, seat.congress)?;
    Ok(seat)
}

/// Enters who holds an office.
///
/// # Errors
/// When that person holds it already, or is not known.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    id: SeatId,
    wanted: HolderWanted,
    once: &Once,
) -> Result<HoldingId, Problem> {
    let seat = of(site, actor, id, Right::AppointmentKeep).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let holding: HoldingId = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, holding).await? {
        return Ok(before);
    }
    let since = sane("since", wanted.since)?;
    if since > site.today() {
        return Err(wrong("since", "appointments-wrong-later"));
    }
    let person = match (wanted.appointee, &wanted.new) {
        (Some(known), None) => known_there(&mut tx, &seat, known).await?,
        (None, Some(new)) => begin_person(&mut tx, site, seat.congress, new).await?,
        _ => return Err(wrong("appointee", "appointments-wrong-who")),
    };
    let note = wanted.note.map(String::from).unwrap_or_default();
    let (how, certificate) = (wanted.how, None);
    let it = Holding { id: holding, seat: id, person, since, until: None, how, entered: None, note, certificate };
    store::begin_holding(&mut tx, &it).await?;
    let fact = Fact::HolderEntered { seat: id, person };
    journal::append(&mut tx, recorded(site, actor, seat.congress, holding.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(holding)
}

async fn known_there(tx: &mut Tx, seat: &Seat, id: AppointeeId) -> Result<AppointeeId, Problem> {
    let found = store::read_person(tx, id).await?.filter(|it| it.congress == seat.congress);
    if found.is_none() {
        return Err(wrong("appointee", "appointments-wrong-appointee"));
    }
    let sql = Sql::new("select 1 from appointment_holding where until is null and seat = {} and person = {}");
    match tx.one::<(i64,)>(sql.bind(seat.id).bind(id)).await? {
        Some(_) => Err(wrong("appointee", "appointments-wrong-holds")),
        None => Ok(id),
    }
}

/// Of which office a holding is, for who may end it.
///
/// # Errors
/// As [`of`].
pub async fn of_holding(site: &Site, actor: &Actor, id: HoldingId, right: Right) -> Result<Seat, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let (seat, ..) = store::holding(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    of(site, actor, seat, right).await
}

/// Enters the last day of a holding that ended otherwise than by a proposal: a death, the end of a term, a new election.
///
/// # Errors
/// When it ended before.
pub async fn leave(site: &Site, actor: &Actor, id: HoldingId, wanted: LeavingWanted) -> Result<Seat, Problem> {
    let seat = of_holding(site, actor, id, Right::AppointmentKeep).await?;
    let until = sane("until", wanted.until)?;
    let mut tx = site.db().begin().await?;
    let (_, person, since, before) = store::holding(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if before.is_some() {
        return Err(Refused::new(Refusal::NotNow, "appointments-refused-left").into());
    }
    if until < since {
        return Err(wrong("until", "appointments-wrong-until"));
    }
    let sql = Sql::new("update appointment_holding set version = version + 1, until = {}").bind(until);
    if tx.run(sql.add(" where until is null and id = {}").bind(id)).await? != 1 {
        return Err(Refused::new(Refusal::NotNow, "appointments-refused-left").into());
    }
    let fact = Fact::HolderLeft { seat: seat.id, person };
    journal::append(&mut tx, recorded(site, actor, seat.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(seat)
}
