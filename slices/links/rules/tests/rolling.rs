//! Rolling up without counting anybody twice.

use std::collections::HashSet;

use kernel::{AreaCode, Id};
use links_rules::{End, Ratio, Rolled, roll_up};
use proptest::prelude::*;
use uuid::Uuid;

fn person(n: u8) -> End {
    End::Person(Id::from_uuid(Uuid::from_bytes([n; 16])))
}

fn area(text: &str) -> AreaCode {
    AreaCode::parse(text).unwrap()
}

#[test]
fn a_person_with_several_mandates_counts_once_in_each_area_and_once_in_all() {
    let members = [
        (area("4301"), person(1)),
        (area("430121"), person(1)),
        (area("430121"), person(2)),
        (area("430102"), person(1)),
    ];
    let covered = HashSet::from([person(1), person(9)]);
    let Rolled { lines, rest, again, total } = roll_up(&[area("430102"), area("430121")], &members, &covered);
    assert_eq!(lines, [Ratio { part: 1, whole: 1 }, Ratio { part: 1, whole: 2 }]);
    assert_eq!((rest, again, total), (Ratio::default(), Ratio { part: 1, whole: 1 }, Ratio { part: 1, whole: 2 }));
}

#[test]
fn only_everybody_is_all() {
    assert_eq!(Ratio { part: 1999, whole: 2000 }.thousandths(), Some(999));
    assert_eq!(Ratio { part: 2000, whole: 2000 }.thousandths(), Some(1000));
    assert_eq!(Ratio::default().thousandths(), None);
    assert_eq!(Ratio { part: 3, whole: 5 }.missing(), 2);
}

/// Places in and beside the areas: towns, villages in them, the county itself.
const PLACES: [&str; 7] = ["430121101", "430121101201", "430121102", "430121400", "430121400201", "430121", "430122"];

proptest! {
    #[test]
    fn the_lines_and_the_rest_less_what_is_counted_again_are_the_total(
        seats in prop::collection::vec((0usize..7, 1u8..12), 0..60),
        // Some of the towns; the county with its towns, so that areas lie in one another.
        asked in prop::sample::subsequence(vec!["430121101", "430121102", "430121400", "430121"], 0..=4),
    ) {
        let areas: Vec<AreaCode> = asked.into_iter().map(area).collect();
        let members: Vec<(AreaCode, End)> = seats.iter().map(|(at, who)| (area(PLACES[*at]), person(*who))).collect();
        let covered: HashSet<End> = (1..6).map(person).collect();
        let Rolled { lines, rest, again, total } = roll_up(&areas, &members, &covered);
        let sum = |of: fn(&Ratio) -> u64| lines.iter().map(of).sum::<u64>() + of(&rest) - of(&again);
        prop_assert_eq!(sum(|ratio| ratio.whole), total.whole);
        prop_assert_eq!(sum(|ratio| ratio.part), total.part);
        prop_assert!(lines.iter().all(|line| line.whole <= total.whole && line.part <= line.whole));
        let distinct: HashSet<&End> = members.iter().map(|(_, end)| end).collect();
        prop_assert_eq!(total.whole, distinct.len() as u64);
        prop_assert_eq!(total.part, distinct.iter().filter(|end| covered.contains(**end)).count() as u64);
    }

    #[test]
    fn each_line_counts_whom_it_would_count_alone(seats in prop::collection::vec((0usize..7, 1u8..12), 0..60)) {
        let members: Vec<(AreaCode, End)> = seats.iter().map(|(at, who)| (area(PLACES[*at]), person(*who))).collect();
        let covered: HashSet<End> = (1..6).map(person).collect();
        let areas = ["430121101", "430121102", "430121400"].map(area);
        let together = roll_up(&areas, &members, &covered);
        for (line, area) in together.lines.iter().zip(&areas) {
            let inside: Vec<(AreaCode, End)> = members.iter().filter(|(at, _)| area.contains(at)).cloned().collect();
            prop_assert_eq!(*line, roll_up(&[], &inside, &covered).total);
        }
    }
}
