//! Roles taken on and laid down with a mandate.

use accounts_rules::Actor;
use kernel::{Day, Refusal, Refused, Text};
use kit::{Problem, Site, journal, web::api::Once};
use roster_rules::{Fact, MandateId, RoleId, RoleName, RoleSpan, Standing};

use super::{begun, made_before, mandates};
use crate::store::mandate::{self, Role};

/// Enters a role from a day on.
///
/// # Errors
/// When the actor may not, the mandate has ended, the role began that day already, or the database refuses.
pub async fn give(
    site: &Site,
    actor: &Actor,
    id: MandateId,
    role: RoleName,
    on: Day,
    basis: Option<Text<120>>,
    once: &Once,
) -> Result<RoleId, Problem> {
    let mut tx = begun(site, actor).await?;
    let of = mandate::load(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    mandates::mine(actor, &of)?;
    let given: RoleId = site.new_id();
    if let Some(before) = made_before(&mut tx, site, actor, once, &(role, on, &basis), given).await? {
        return Ok(before);
    }
    if matches!(of.standing, Standing::Ended { .. }) {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-mandate-ended").into());
    }
    let span = RoleSpan { role, began: on, ended: None };
    let held = mandate::roles_of_person(&mut tx, of.seat.person).await?;
    if held.iter().any(|held| held.mandate == id && held.span.role == role && held.span.ended.is_none()) {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-role-held").into());
    }
    let new = Role { id: given, mandate: id, span, basis: basis.map(String::from) };
    if !mandate::insert_role(&mut tx, &new).await? {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-role-held").into());
    }
    let fact = Fact::RoleGiven { mandate: id, role, on };
    journal::append(&mut tx, actor.records(site.now(), of.seat.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(new.id)
}

/// Enters the last day of a role.
///
/// # Errors
/// When the actor may not, the role was laid down before, the day comes too early, or the database refuses.
pub async fn lay_down(site: &Site, actor: &Actor, id: RoleId, on: Day) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let role = mandate::load_role(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let of = mandate::load(&mut tx, role.mandate).await?.ok_or_else(Problem::missing)?;
    mandates::mine(actor, &of)?;
    let span = role.span.laid_down(on)?;
    if !mandate::end_role(&mut tx, id, on).await? {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-role-over").into());
    }
    let fact = Fact::RoleLaidDown { mandate: of.id, role: span.role, on };
    journal::append(&mut tx, actor.records(site.now(), of.seat.congress, of.id.uuid(), fact)).await?;
    Ok(tx.commit().await?)
}

/// Strikes out a role that was entered wrongly: for another deputy, or from another day. What it was stays in the journal, with the reason.
///
/// # Errors
/// When the actor may not, there is no such role, or the database refuses.
pub async fn strike(site: &Site, actor: &Actor, id: RoleId, because: &Text<200>) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let role = mandate::load_role(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let of = mandate::load(&mut tx, role.mandate).await?.ok_or_else(Problem::missing)?;
    mandates::mine(actor, &of)?;
    mandate::strike_role(&mut tx, id).await?;
    let RoleSpan { role, began, ended } = role.span;
    let fact = Fact::RoleStruck { mandate: of.id, role, began, ended, reason: because.to_string() };
    journal::append(&mut tx, actor.records(site.now(), of.seat.congress, of.id.uuid(), fact)).await?;
    Ok(tx.commit().await?)
}
