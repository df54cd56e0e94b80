//! 请假: days on which a deputy cannot.

use accounts_rules::Actor;
use duty_rules::{Fact, LeaveId, Refusal};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{finish, refused};
use crate::{sight, store};

/// The longest leave, in days.
const LONGEST: i32 = 366;

/// From which day to which, and why.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyLeaveWanted)]
pub struct LeaveWanted {
    /// The first day, today or later.
    #[schema(value_type = String)]
    pub since: Day,
    /// The last day, at most a year later.
    #[schema(value_type = String)]
    pub until: Day,
    /// Why, at most 200 characters; who plans the turns reads it.
    #[schema(value_type = String)]
    pub reason: Text<200>,
}

/// Takes leave, once for one key. Turns that are published stay: for those a swap is asked, or the station told.
///
/// # Errors
/// Refused to who is no deputy; beside the field, days that cannot be.
pub async fn take(site: &Site, actor: &Actor, wanted: &LeaveWanted, once: &Once) -> Result<LeaveId, Problem> {
    let person = sight::own(actor)?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let LeaveWanted { since, until, reason } = wanted;
    if *since < site.today() {
        return Err(Errors::one("since", Wrong::new("duty-wrong-past")).into());
    }
    if until < since || until.days_since(*since) > LONGEST {
        return Err(Errors::one("until", Wrong::new("duty-wrong-range")).into());
    }
    let mut tx = site.db().begin().await?;
    let id = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, by, wanted, id).await? {
        return Ok(before);
    }
    store::write_leave(&mut tx, (id, person), (*since, *until), reason, site.now()).await?;
    let fact = Fact::LeaveTaken { person, since: *since, until: *until };
    finish(site, actor, tx, (None, id.uuid()), fact).await?;
    Ok(id)
}

/// Calls one's leave off.
///
/// # Errors
/// As if there were none, where it is another's; refused when it is off already.
pub async fn end(site: &Site, actor: &Actor, id: LeaveId) -> Result<(), Problem> {
    let person = sight::own(actor)?;
    let mut tx = site.db().begin().await?;
    let leave = store::read_leave(&mut tx, id).await?.filter(|leave| leave.person == person);
    let leave = leave.ok_or_else(Problem::missing)?;
    if !store::end_leave(&mut tx, id, site.now()).await? {
        return Err(refused(Refusal::Ended));
    }
    let fact = Fact::LeaveEnded { person, since: leave.since, until: leave.until };
    finish(site, actor, tx, (None, id.uuid()), fact).await
}
