//! Who may look at a station, and who may do something there: the office of its congress, and its keepers, whose posts are in the station itself.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::Problem;
use stations_rules::{Stage, body_of};

use crate::store::Station;

/// Whether the right is held there.
pub(crate) fn reaches(actor: &Actor, right: Right, station: &Station) -> bool {
    actor.may(right, station.congress).is_ok() || actor.may(right, body_of(station.id)).is_ok()
}

/// Lets those do it who hold the right.
///
/// # Errors
/// Refused where the station may be seen; as if there were none, for anybody else.
pub(crate) fn may(actor: &Actor, right: Right, station: &Station) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if reaches(actor, right, station) {
        return Ok(());
    }
    if station.stage != Stage::Open && !reaches(actor, Right::StationSee, station) {
        return Err(Problem::missing());
    }
    actor.may(right, station.congress).map_err(Problem::from)
}

/// Lets those look at what is kept inside.
///
/// # Errors
/// As if there were none, for anybody else.
pub(crate) fn sees(actor: &Actor, station: &Station) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if reaches(actor, Right::StationSee, station) { Ok(()) } else { Err(Problem::missing()) }
}

/// The congresses and stations over which a right is held.
///
/// # Errors
/// When it is held nowhere.
pub(crate) fn held(actor: &Actor, right: Right) -> Result<Vec<BodyId>, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let held: Vec<BodyId> = actor.bodies(right).collect();
    match held.is_empty() {
        false => Ok(held),
        true => Err(actor
            .may(right, BodyId::from_uuid(uuid::Uuid::nil()))
            .err()
            .map_or_else(Problem::missing, Problem::from)),
    }
}
