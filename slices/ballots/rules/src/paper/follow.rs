//! What follows from an outcome: voting again, among the tied, or another election for the seats nobody reached (选举法 44, 45; 地方组织法 29).

use super::{Kind, Name, Round, Spec, Why};
use crate::{
    Tally,
    round::{Outcome, Rule, TieNext},
};

/// The round that an outcome asks for. Names of another election are a proposal, to be edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Why it is held.
    pub why: Why,
    /// With what.
    pub spec: Spec,
}

/// The round that must or can follow; nothing where the matter is decided.
#[must_use]
pub fn follow(round: &Round, outcome: &Outcome) -> Option<Next> {
    let spec = &round.spec;
    let decided = match outcome {
        Outcome::Void(_) => return Some(Next { why: Why::Again, spec: spec.clone() }),
        Outcome::Decided(decided) => decided,
    };
    let known = |name: &str| spec.names.iter().find(|one| one.name.as_str() == name).cloned();
    let named = |tallies: &[Tally]| -> Vec<Name> {
        let name = |tally: &Tally| known(&tally.name).or_else(|| written(&tally.name));
        tallies.iter().filter_map(name).collect()
    };
    if decided.seats_left > 0 && spec.rule.tie == TieNext::VoteAgain {
        let names = named(&decided.tied);
        let rule = Rule { quorum: spec.rule.quorum, ..Rule::most_votes(decided.seats_left) };
        // Among the tied nobody else can be chosen: it is a pick of so many.
        return Some(Next { why: Why::Tie, spec: Spec { kind: Kind::Pick, names, rule, ..spec.clone() } });
    }
    // Of a decision what did not pass is decided too, and of a pick the method says what then.
    if spec.kind != Kind::Election || decided.shortfall == 0 {
        return None;
    }
    let seats = decided.shortfall;
    let most = usize::try_from(seats).map_or(usize::MAX, |seats| seats.saturating_add(1));
    let tallies = decided.failed.get(..most).unwrap_or(&decided.failed);
    let rule = Rule { places: seats, most_marks: seats, ..spec.rule.clone() };
    Some(Next { why: Why::Rerun, spec: Spec { names: named(tallies), rule, ..spec.clone() } })
}

/// Somebody who was written in and now stands on the ballot.
fn written(name: &str) -> Option<Name> {
    kernel::Text::parse(name).ok().map(|name| Name { name, note: None, person: None })
}
