//! The ways within supervision, as far as they are open to the actor.

use accounts_rules::{Actor, Right};
use kit::View;

/// One way: address, words, whether the present page lies there.
pub struct Tab {
    /// Where to.
    pub href: &'static str,
    /// What it says.
    pub words: String,
    /// Whether it is this page.
    pub current: bool,
}

/// A way with the key of its words, and who may go it.
type Way = (&'static str, &'static str, fn(&Actor) -> bool);

const WAYS: &[Way] = &[
    ("/supervision", "supervision-keys-title", |actor| follows(actor)),
    ("/supervision/letters", "supervision-letters-title", |actor| {
        actor.holds(Right::SuggestionSeeAssigned) || actor.holds(Right::AssignmentSee)
    }),
    ("/supervision/cases", "supervision-cases-title", |actor| actor.holds(Right::CaseSee)),
    ("/supervision/evaluations", "supervision-evaluations-title", |actor| follows(actor)),
    ("/supervision/inquiries", "supervision-inquiries-title", |actor| follows(actor)),
    ("/supervision/statistics", "supervision-statistics-title", |actor| actor.holds(Right::SuggestionSums)),
];

/// Whether the actor follows the supervision of some congress, or works in a unit.
pub fn follows(actor: &Actor) -> bool {
    actor.holds(Right::SupervisionSee) || actor.holds(Right::AssignmentSee)
}

/// The ways open to the actor.
pub fn tabs(v: &View, actor: &Actor, here: &str) -> Vec<Tab> {
    let open = WAYS.iter().filter(|(_, _, opens)| opens(actor));
    open.map(|(href, key, _)| Tab { href, words: v.t(key).into_owned(), current: *href == here }).collect()
}
