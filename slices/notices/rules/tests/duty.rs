//! Who is told of duty at a station.

use duty_rules::{Fact, Setting};
use kernel::{Day, Id};
use notices_rules::{Audience, Tidings, told_by_duty};
use uuid::Uuid;

fn id<N>(n: u128) -> Id<N> {
    Id::from_uuid(Uuid::from_u128(n))
}

fn told(fact: &Fact) -> Vec<String> {
    let one = |tidings: Tidings| match tidings.to {
        Audience::People(people) => {
            let people: Vec<_> = people.into_iter().map(|person| person.uuid().as_u128().to_string()).collect();
            format!("{}: {}", tidings.kind.word(), people.join(" "))
        }
        other => format!("{other:?}"),
    };
    told_by_duty(fact).into_iter().map(one).collect()
}

#[test]
fn the_deputies_concerned_hear_of_it_once_it_is_published() {
    let day = Day::new(2026, 7, 1).unwrap();
    let changed = |told| Fact::Changed { turn: id(9), day, out: Some(id(1)), into: Some(id(2)), told };
    let (swap, seat, from, to) = (id(7), id(8), id(1), id(2));
    for (fact, expected) in [
        (
            Fact::RosterPublished { roster: id(3), station: id(4), since: day, until: day, people: vec![id(1), id(2)] },
            vec!["duty-published: 1 2"],
        ),
        (changed(true), vec!["duty-off: 1", "duty-on: 2"]),
        (changed(false), vec![]),
        (Fact::SwapAsked { swap, seat, day, from, to }, vec!["duty-swap-asked: 2"]),
        (Fact::SwapAccepted { swap, seat, day, from, to }, vec!["duty-swap-accepted: 1", "duty-on: 2"]),
        (Fact::SwapDeclined { swap, day, from, to }, vec!["duty-swap-declined: 1"]),
        (Fact::SwapWithdrawn { swap, day, from, to }, vec!["duty-swap-withdrawn: 2"]),
        (Fact::Set { setting: Setting::default() }, vec![]),
    ] {
        assert_eq!(told(&fact), expected, "{fact:?}");
    }
}
