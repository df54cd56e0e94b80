//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod annual;
pub mod bulk;
pub mod case;
pub mod evaluation;
pub mod evidence;
pub mod inquiry;
pub mod key;
pub mod letter;
pub mod read;

use accounts_rules::Actor;
use kernel::{BodyId, Recorded};
use kit::Site;
use supervision_rules::Fact;
use uuid::Uuid;

/// The fact with who, when and on what.
pub(crate) fn recorded(site: &Site, actor: &Actor, congress: BodyId, subject: Uuid, fact: Fact) -> Recorded<Fact> {
    Recorded { at: site.now(), by: actor.account, acting_for: actor.acting_for, body: Some(congress), subject, fact }
}
