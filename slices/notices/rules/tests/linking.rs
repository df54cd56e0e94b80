//! Who is told of links.

use kernel::{BodyId, Day, Id, PersonId};
use links_rules::{End, EndReason, Fact};
use notices_rules::{Audience, Kind, Tidings, told_by_link};
use uuid::Uuid;

fn id<N>(n: u128) -> Id<N> {
    Id::from_uuid(Uuid::from_u128(n))
}

fn told(fact: &Fact, one: Option<PersonId>) -> Vec<(Vec<PersonId>, Kind)> {
    let people = |tidings: Tidings| match tidings.to {
        Audience::People(people) => (people, tidings.kind),
        Audience::Holders(..) | Audience::Account(_) => (vec![], tidings.kind),
    };
    told_by_link(fact, one).into_iter().map(people).collect()
}

fn day() -> Day {
    "2026-03-01".parse().unwrap()
}

#[test]
fn both_ends_hear_of_it_and_a_body_hears_nothing() {
    let (one, other): (PersonId, PersonId) = (id(1), id(2));
    let linked = |other| Fact::Linked { kind: id(9), one: End::Person(one), other, since: day(), draft: None };
    let both = vec![(vec![one], Kind::LinkMade), (vec![other], Kind::LinkKept)];
    assert_eq!(told(&linked(End::Person(other)), None), both);
    let unit: BodyId = id(3);
    assert_eq!(told(&linked(End::Body(unit)), None), [(vec![one], Kind::LinkMade)]);
}

#[test]
fn an_end_by_hand_is_told_and_a_change_of_term_is_not() {
    let ended =
        |reason| Fact::Ended { kind: id(9), one: End::Person(id(1)), other: End::Person(id(2)), until: day(), reason };
    assert_eq!(told(&ended(EndReason::Changed), None).len(), 2);
    assert!(told(&ended(EndReason::Term), None).is_empty());
    let due = Fact::ContactDue { year: 2026, done: 0, owed: 1 };
    assert_eq!(told(&due, Some(id(1))), [(vec![id(1)], Kind::LinkDue)]);
    assert!(told(&due, None).is_empty() && told(&Fact::KindMade, Some(id(1))).is_empty());
}
