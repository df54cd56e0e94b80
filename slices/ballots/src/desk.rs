//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod count;
pub mod method;
pub mod prepare;
pub mod round;
pub mod settle;
pub mod signed;
pub(crate) mod taken;

use accounts_rules::Actor;
use kernel::{BodyId, Recorded};
use kit::Site;
use uuid::Uuid;

/// The fact with who, when and on what.
pub(crate) fn recorded<F>(site: &Site, actor: &Actor, congress: BodyId, subject: Uuid, fact: F) -> Recorded<F> {
    Recorded { at: site.now(), by: actor.account, acting_for: actor.acting_for, body: Some(congress), subject, fact }
}
