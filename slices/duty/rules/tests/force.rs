//! The plan against every plan there is, on small stations; and what it must be on any.

use std::collections::BTreeMap;

use duty_rules::{Member, Plan, Slot, Why, plan};
use kernel::{Day, PersonId};
use proptest::prelude::*;
use uuid::Uuid;

fn person(n: usize) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n as u128 + 1))
}

fn day(n: i32) -> Day {
    Day::new(2026, 7, 1).unwrap().plus_days(n)
}

fn member(n: usize, had: u32, away: &[i32]) -> Member {
    let away = away.iter().map(|n| (day(*n), day(*n))).collect();
    Member { person: person(n), had, last: None, away }
}

fn slots(of: &[(i32, u8)]) -> Vec<Slot> {
    of.iter().map(|(n, need)| Slot { day: day(*n), need: *need }).collect()
}

fn counts(members: &[Member], plan: &Plan) -> Vec<u32> {
    let of = |it: &Member| plan.seats.iter().flatten().filter(|person| **person == it.person).count();
    members.iter().map(|it| it.had + u32::try_from(of(it)).unwrap()).collect()
}

/// Empty places, the sum of squares, and what is missing from the least.
type Cost = (u32, u32, u32);

fn cost(loads: &[u32], empty: u32, least: u32) -> Cost {
    (empty, loads.iter().map(|n| n * n).sum(), loads.iter().map(|n| least.saturating_sub(*n)).sum())
}

/// The least of each of the three, over every plan: days one after the other, every set of those who can.
fn force(slots: &[Slot], members: &[Member], least: u32) -> Cost {
    let mut days: BTreeMap<Day, u32> = BTreeMap::new();
    for slot in slots {
        *days.entry(slot.day).or_default() += u32::from(slot.need);
    }
    let days: Vec<_> = days.into_iter().collect();
    let mut best = (u32::MAX, u32::MAX, u32::MAX);
    walk(&days, members, members.iter().map(|it| it.had).collect(), 0, least, &mut best);
    best
}

fn walk(days: &[(Day, u32)], members: &[Member], loads: Vec<u32>, empty: u32, least: u32, best: &mut Cost) {
    let Some(((day, places), rest)) = days.split_first() else {
        let this = cost(&loads, empty, least);
        if this.0 < best.0 {
            *best = this;
        } else if this.0 == best.0 {
            *best = (this.0, best.1.min(this.1), best.2.min(this.2));
        }
        return;
    };
    for set in 0u32..1 << members.len() {
        let chosen = |at: usize| set & (1 << at) != 0;
        let fits = members.iter().enumerate().all(|(at, it)| !chosen(at) || it.away.iter().all(|(d, _)| d != day));
        if set.count_ones() > *places || !fits {
            continue;
        }
        let loads = loads.iter().enumerate().map(|(at, n)| n + u32::from(chosen(at))).collect();
        walk(rest, members, loads, empty + places - set.count_ones(), least, best);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_is_better(
        people in prop::collection::vec((0u32..4, prop::collection::vec(0i32..4, 0..4)), 1..5),
        turns in prop::collection::vec((0i32..4, 1u8..4), 0..5),
        least in 0u32..4,
    ) {
        let members: Vec<_> = people.iter().enumerate().map(|(n, (had, away))| member(n, *had, away)).collect();
        let slots = slots(&turns);
        let made = plan(&slots, &members, least);
        let empty = made.empty.iter().map(|it| it.missing).sum();
        let loads = counts(&members, &made);
        prop_assert_eq!(cost(&loads, empty, least), force(&slots, &members, least));
        let short: Vec<_> = made.short.iter().map(|it| it.person).collect();
        let below: Vec<_> = members.iter().zip(&loads).filter(|(_, n)| **n < least).map(|(it, _)| it.person).collect();
        prop_assert_eq!(short, below, "who is short is told, and nobody else");
    }

    #[test]
    fn nobody_is_there_on_leave_or_twice_a_day_and_places_are_filled_while_there_are_people(
        people in prop::collection::vec((0u32..9, prop::collection::vec(0i32..30, 0..12)), 0..12),
        turns in prop::collection::vec((0i32..30, 1u8..5), 0..30),
    ) {
        let members: Vec<_> = people.iter().enumerate().map(|(n, (had, away))| member(n, *had, away)).collect();
        let slots = slots(&turns);
        let made = plan(&slots, &members, 2);
        prop_assert_eq!(made.seats.len(), slots.len());
        let mut seen: BTreeMap<(Day, PersonId), u32> = BTreeMap::new();
        for (slot, there) in slots.iter().zip(&made.seats) {
            prop_assert!(there.len() <= usize::from(slot.need));
            for person in there {
                *seen.entry((slot.day, *person)).or_default() += 1;
                let away = &members.iter().find(|it| it.person == *person).unwrap().away;
                prop_assert!(away.iter().all(|(d, _)| *d != slot.day));
            }
        }
        prop_assert!(seen.values().all(|n| *n == 1));
        for it in &made.empty {
            let there: usize = slots.iter().zip(&made.seats).filter(|(s, _)| s.day == it.day).map(|(_, t)| t.len()).sum();
            prop_assert_eq!(there, it.could as usize, "all who could are there");
        }
        prop_assert_eq!(plan(&slots, &members, 2), made, "the same question has the same answer");
    }

    #[test]
    fn where_nobody_is_away_counts_differ_by_one_at_most(
        people in 1usize..12, turns in prop::collection::vec(1u8..3, 0..40),
    ) {
        let members: Vec<_> = (0..people).map(|n| member(n, 0, &[])).collect();
        let of: Vec<_> = turns.iter().enumerate().map(|(n, need)| (i32::try_from(n).unwrap(), *need)).collect();
        let loads = counts(&members, &plan(&slots(&of), &members, 2));
        let (most, fewest) = (loads.iter().max().unwrap(), loads.iter().min().unwrap());
        prop_assert!(most - fewest <= 1, "{loads:?}");
    }
}

#[test]
fn a_chain_of_exchanges_is_found() {
    // Day by day the first is taken for days 0 and 1, though only they can on day 2 and 3.
    let members = [member(0, 0, &[]), member(1, 0, &[2, 3]), member(2, 0, &[0, 2, 3])];
    let made = plan(&slots(&[(0, 1), (1, 1), (2, 1), (3, 1)]), &members, 1);
    assert_eq!(counts(&members, &made), [2, 1, 1]);
    assert!(made.short.is_empty());
}

#[test]
fn it_is_told_who_is_short_and_why() {
    let members = [member(0, 0, &[0, 1]), member(1, 0, &[]), member(2, 0, &[])];
    let made = plan(&slots(&[(0, 1), (1, 1)]), &members, 2);
    let why: Vec<_> = made.short.iter().map(|it| (it.person, it.has, it.why)).collect();
    assert_eq!(why, [(person(0), 0, Why::Away), (person(1), 1, Why::FewPlaces), (person(2), 1, Why::FewPlaces)]);
    let made = plan(&slots(&[(0, 3)]), &members, 0);
    assert_eq!((made.empty[0].missing, made.empty[0].could), (1, 2));
}

#[test]
fn who_was_there_longest_ago_comes_first() {
    let mut members = [member(0, 1, &[]), member(1, 1, &[])];
    (members[0].last, members[1].last) = (Some(day(-1)), Some(day(-9)));
    assert_eq!(plan(&slots(&[(0, 1)]), &members, 1).seats, [vec![person(1)]]);
}
