//! Who is told of duty at a station.

use duty_rules::{Fact, Setting, Stuck};
use kernel::{Day, Id};
use notices_rules::{Audience, Kind, Tidings, told_by_duty, told_of_stuck};
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

#[test]
fn whoever_keeps_the_station_hears_why_its_roster_was_not_published() {
    let since = Day::new(2026, 7, 1).unwrap();
    for (why, kind) in
        [(Stuck::Unfilled, Kind::DutyUnfilled), (Stuck::OnLeave, Kind::DutyOnLeave), (Stuck::Past, Kind::DutyPast)]
    {
        let fact = Fact::RosterStuck { roster: id(3), station: id(4), since, why };
        assert_eq!(told_by_duty(&fact), vec![], "no deputy");
        let keepers = [id(5), id(6)];
        let to: Vec<_> = told_of_stuck(&fact, &keepers, Some(id(7))).into_iter().map(|it| (it.to, it.kind)).collect();
        assert_eq!(to, keepers.map(|keeper| (Audience::Account(keeper), kind)));
        let office: Vec<_> = told_of_stuck(&fact, &[], Some(id(7))).into_iter().map(|it| (it.to, it.kind)).collect();
        assert_eq!(
            office,
            [(Audience::Holders(accounts_rules::Right::DutyKeep, id(7)), kind)],
            "where nobody keeps it, the office"
        );
    }
}
