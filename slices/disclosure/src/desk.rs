//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

mod decisions;
pub mod disclose;
mod make;
pub mod prepare;
pub mod take_down;
pub mod withhold;

use accounts_rules::Actor;
use disclosure_rules::{Disclosure, Fact};
use kernel::{Recorded, Refusal, Refused};
use kit::{Problem, Site};

pub use decisions::{Decision, DisclosureWanted};
pub use make::{Made, make};

/// The fact with who, when and on what.
fn recorded(site: &Site, actor: &Actor, of: &Disclosure, fact: Fact) -> Recorded<Fact> {
    let (by, acting_for) = (actor.account, actor.acting_for);
    Recorded { at: site.now(), by, acting_for, body: Some(of.congress), subject: of.id.uuid(), fact }
}

/// Somebody decided about it since the caller looked.
fn changed() -> Problem {
    Refused::new(Refusal::NotNow, "disclosure-refused-changed").into()
}
