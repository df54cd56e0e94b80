//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod again;
mod applied;
pub mod candidates;
mod concerned;
pub mod count;
pub mod district_seen;
pub mod filing;
pub mod leaders;
pub mod leave;
mod linked;
pub mod mobile;
pub mod number;
pub mod objections;
pub mod post;
pub mod postpone;
pub mod prepare;
pub mod primary;
mod publish;
pub mod recount;
mod seated;
pub mod settle;
mod taken;
pub mod voters;

use accounts_rules::Actor;
use elections_rules::election::Fact;
use kernel::{BodyId, Recorded};
use kit::Site;
use uuid::Uuid;

pub use taken::{may, of};

/// The fact with who, when and on what.
pub(crate) fn recorded(site: &Site, actor: &Actor, congress: BodyId, subject: Uuid, fact: Fact) -> Recorded<Fact> {
    actor.records(site.now(), congress, subject, fact)
}
