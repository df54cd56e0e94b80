//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod contact;
pub mod draft;
pub mod indicator;
pub mod kind;
pub mod link;

use accounts_rules::Actor;
use kernel::{BodyId, Recorded, Refused};
use kit::{Problem, Site};
use links_rules::{Fact, Refusal};
use uuid::Uuid;

/// The fact with who, when and on what.
pub(crate) fn recorded(site: &Site, actor: &Actor, congress: BodyId, subject: Uuid, fact: Fact) -> Recorded<Fact> {
    Recorded { at: site.now(), by: actor.account, acting_for: actor.acting_for, body: Some(congress), subject, fact }
}

/// A refusal as a problem.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    Refused::from(refusal).into()
}
