//! The local rule of a congress.

use accounts_rules::{Actor, Right};
use appointments_rules::{Fact, Settings};
use kernel::{BodyId, Refusal, Refused};
use kit::{Problem, Site, journal};

use super::{recorded, wrong};
use crate::{look, store};

/// Sets the rule, if it stands as the caller saw it.
///
/// # Errors
/// When a number cannot be.
pub async fn keep(site: &Site, actor: &Actor, congress: BodyId, seen: i64, settings: Settings) -> Result<(), Problem> {
    actor.may(Right::AppointmentDecide, congress)?;
    if let Some(field) = settings.unfit() {
        return Err(wrong(field, "appointments-wrong-setting"));
    }
    let mut tx = site.db().begin().await?;
    look::rung(&mut tx, congress).await?;
    let (_, version) = store::rule_of(&mut tx, congress).await?;
    if version != seen || !store::keep_rule(&mut tx, congress, seen, &settings).await? {
        return Err(Refused::new(Refusal::Stale, "appointments-refused-changed").into());
    }
    journal::append(&mut tx, recorded(site, actor, congress, congress.uuid(), Fact::RuleKept)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}
