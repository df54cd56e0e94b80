//! Whom a disagreement of units concerns.

use accounts_rules::Right;
use kernel::{Day, Id, Moment};
use notices_rules::{Audience, Kind, Matter, Part, told_by};
use suggestions_rules::Fact;

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn told(fact: &Fact) -> Vec<(Kind, Audience)> {
    let part = |n, unit, replies| Part { id: id(n), unit: id(unit), replies };
    let matter = Matter {
        congress: id(1),
        lead: id(11),
        seconds: vec![id(12)],
        parts: vec![part(31, 21, true), part(32, 22, false), part(33, 23, false)],
        numbered: true,
        by_another: false,
    };
    told_by(fact, &matter).into_iter().map(|one| (one.kind, one.to)).collect()
}

#[test]
fn the_others_and_who_coordinates_are_told_and_afterwards_all_who_disagreed() {
    let see = |unit| Audience::Holders(Right::AssignmentSee, id(unit));
    let office = Audience::Holders(Right::ReplyCheck, id(1));
    let between = vec![id(21), id(22)];
    let raised = Fact::DifferenceRaised { difference: id(50), by: id(21), between: between.clone(), about: id(40) };
    assert_eq!(told(&raised), [(Kind::DifferenceRaised, see(22)), (Kind::DifferenceToSettle, office)]);
    let day = Day::new(2026, 3, 12).unwrap();
    let settled = Fact::DifferenceSettled { difference: id(50), by: id(1), between, day, outcome: id(41) };
    assert_eq!(told(&settled), [(Kind::DifferenceSettled, see(21)), (Kind::DifferenceSettled, see(22))]);
}
