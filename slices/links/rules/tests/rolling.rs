//! Rolling up without counting anybody twice.

use std::collections::HashSet;

use kernel::{AreaCode, Id};
use links_rules::{End, Ratio, roll_up};
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
    let lines = roll_up(&[area("430102"), area("430121")], &members, &covered);
    assert_eq!(lines, [Ratio { part: 1, whole: 1 }, Ratio { part: 1, whole: 2 }, Ratio { part: 1, whole: 2 }]);
}

#[test]
fn only_everybody_is_all() {
    assert_eq!(Ratio { part: 1999, whole: 2000 }.thousandths(), Some(999));
    assert_eq!(Ratio { part: 2000, whole: 2000 }.thousandths(), Some(1000));
    assert_eq!(Ratio::default().thousandths(), None);
    assert_eq!(Ratio { part: 3, whole: 5 }.missing(), 2);
}

proptest! {
    #[test]
    fn the_last_line_is_no_more_than_the_sum_and_no_less_than_any(seats in prop::collection::vec((0u8..4, 1u8..9), 0..40)) {
        let areas: Vec<AreaCode> = (0..4).map(|n| area(&format!("43010{n}"))).collect();
        let members: Vec<(AreaCode, End)> = seats.iter().map(|(at, who)| (areas[usize::from(*at)].clone(), person(*who))).collect();
        let covered: HashSet<End> = (1..5).map(person).collect();
        let mut lines = roll_up(&areas, &members, &covered);
        let all = lines.pop().unwrap();
        prop_assert!(lines.iter().map(|line| line.whole).sum::<u64>() >= all.whole);
        prop_assert!(lines.iter().all(|line| line.whole <= all.whole && line.part <= all.part && line.part <= line.whole));
        let distinct: HashSet<&End> = members.iter().map(|(_, end)| end).collect();
        prop_assert_eq!(all.whole, distinct.len() as u64);
    }
}
