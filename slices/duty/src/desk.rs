//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod attend;
pub mod leave;
pub mod pattern;
pub mod roster;
pub mod setting;
mod stale;
pub mod swap;
pub mod turn;

use accounts_rules::Actor;
use duty_rules::Fact;
use kernel::{BodyId, Refusal, Refused};
use kit::{Problem, Site, db::Tx, journal};
use uuid::Uuid;

/// Appends the fact with who, when and on what, and ends the transaction.
async fn finish(
    site: &Site,
    actor: &Actor,
    mut tx: Tx,
    (congress, subject): (Option<BodyId>, Uuid),
    fact: Fact,
) -> Result<(), Problem> {
    journal::append(&mut tx, actor.records(site.now(), congress, subject, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Somebody else changed it meanwhile.
fn changed() -> Problem {
    Refused::new(Refusal::Stale, "duty-refused-changed").into()
}

/// A rule's refusal.
fn refused(why: duty_rules::Refusal) -> Problem {
    Refused::from(why).into()
}
