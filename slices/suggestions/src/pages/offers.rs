//! What the page of a suggestion offers those who see that it comes to its units: alone, with another, by a transfer office.

use accounts_rules::{Actor, Right};
use suggestions_rules::Stage;

use super::show::{Does, at};
use crate::queries::Detail;

/// The steps this visitor could take now, between its number and its units, and to those who only read it.
pub fn assigning(actor: &Actor, d: &Detail) -> Vec<Does> {
    let s = &d.suggestion;
    let may = |right| actor.may(right, s.congress).is_ok();
    let lies = matches!(s.stage, Stage::Numbered(_));
    let handled = matches!(s.stage, Stage::Handling(_));
    // The transfer office that has it stands in the place of the assigning body.
    let divides = s.routed.is_some_and(|routed| actor.may(Right::SuggestionDivide, routed.office).is_ok());
    let hands_over = divides || (s.routed.is_none() && may(Right::SuggestionAssign));
    let alone = lies && s.merged.is_none();
    let free = alone && s.routed.is_none();
    let (merges, routes) = (may(Right::SuggestionMerge), may(Right::SuggestionRoute));
    let back = s.routed.is_some() && (divides || routes);
    let offers = [
        (alone && hands_over, "assignments", "suggestions-do-assign", true),
        (free && routes, "transfer", "suggestions-do-route", false),
        (lies && divides, "transfer/onward", "suggestions-do-route-on", false),
        (lies && back, "transfer/return", "suggestions-do-route-back", false),
        (free && merges && d.along.is_empty(), "merger", "suggestions-do-merge", false),
        ((lies || handled) && merges && s.merged.is_some(), "separation", "suggestions-do-separate", false),
        (
            (lies || handled || matches!(s.stage, Stage::Accepted(_))) && may(Right::SuggestionClass),
            "category",
            "suggestions-do-reclass",
            false,
        ),
        (handled && (divides || may(Right::SuggestionAssign)), "readers", "suggestions-do-give-to-read", false),
    ];
    let offered = offers.into_iter().filter(|(when, ..)| *when);
    let does = |(_, end, key, first)| Does { to: at(s.id, end), key, about: String::new(), acts: None, first };
    offered.map(does).chain(mending(actor, d)).collect()
}

/// What puts an assignment right: a part goes to another unit, or one more unit gets one.
fn mending(actor: &Actor, d: &Detail) -> Vec<Does> {
    let (s, mut all) = (&d.suggestion, vec![]);
    let Stage::Handling(handling) = &s.stage else { return all };
    if actor.may(Right::ObjectionRule, s.congress).is_err() {
        return all;
    }
    for part in handling.handlers.live().filter(|part| handling.handlers.may_reassign(part.id)) {
        let (to, about) = (at(s.id, &format!("assignments/{}/reassignment", part.id)), d.body(part.unit).to_owned());
        all.push(Does { to, key: "suggestions-do-reassign", about, acts: None, first: false });
    }
    if handling.handlers.may_add() {
        let to = at(s.id, "units");
        all.push(Does { to, key: "suggestions-do-add-unit", about: String::new(), acts: None, first: false });
    }
    all
}
