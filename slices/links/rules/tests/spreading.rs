//! Spreading against every way there is, on small cases.

use kernel::{AreaCode, Id};
use links_rules::{End, Near, One, Other, Rule, Spread, Why, spread};
use proptest::prelude::*;
use uuid::Uuid;

fn person(n: u8) -> End {
    End::Person(Id::from_uuid(Uuid::from_bytes([n + 1; 16])))
}

fn town(n: u8) -> Option<AreaCode> {
    (n > 0).then(|| AreaCode::parse(&format!("43012110{n}")).unwrap())
}

fn one(n: u8, at: u8, has: u32) -> One {
    One { end: person(n), area: town(at), group: None, has }
}

fn other(n: u8, at: u8) -> Other {
    Other { end: person(100 + n), area: town(at), group: None, by: vec![] }
}

const RULE: Rule = Rule { need: 1, most: None, near: Near::Prefer };

/// What a way of linking is worth: linked, unevenness, near; greater is better.
fn worth(ones: &[One], others: &[Other], way: &[Option<usize>]) -> (usize, i64, usize) {
    let mut counts: Vec<i64> = ones.iter().map(|one| i64::from(one.has)).collect();
    let mut close = 0;
    for (at, chosen) in way.iter().enumerate() {
        if let Some(chosen) = chosen {
            counts[*chosen] += 1;
            close += usize::from(others[at].area.is_some() && ones[*chosen].area == others[at].area);
        }
    }
    (way.iter().flatten().count(), -counts.iter().map(|count| count * count).sum::<i64>(), close)
}

fn allowed(ones: &[One], others: &[Other], rule: Rule, way: &[Option<usize>]) -> bool {
    let mut counts: Vec<u32> = ones.iter().map(|one| one.has).collect();
    way.iter().enumerate().all(|(at, chosen)| {
        let Some(chosen) = *chosen else { return true };
        counts[chosen] += 1;
        let close = others[at].area.is_some() && ones[chosen].area == others[at].area;
        let room = rule.most.is_none_or(|most| counts[chosen] <= most.max(ones[chosen].has));
        room && ones[chosen].end != others[at].end && (close || rule.near != Near::Only)
    })
}

/// The best of every way.
fn best(ones: &[One], others: &[Other], rule: Rule) -> (usize, i64, usize) {
    let ways = (ones.len() + 1).pow(u32::try_from(others.len()).unwrap());
    let way = |mut n: usize| -> Vec<Option<usize>> {
        others
            .iter()
            .map(|_| {
                let digit = n % (ones.len() + 1);
                n /= ones.len() + 1;
                digit.checked_sub(1)
            })
            .collect()
    };
    let all = (0..ways).map(way).filter(|way| allowed(ones, others, rule, way));
    all.map(|way| worth(ones, others, &way)).max().unwrap()
}

fn as_way(spread: &Spread, others: usize) -> Vec<Option<usize>> {
    let mut way = vec![None; others];
    for (one, other) in &spread.new {
        assert!(way[*other].is_none(), "linked twice in one round");
        way[*other] = Some(*one);
    }
    way
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_way_is_better_than_the_one_found(
        ones in prop::collection::vec((0u8..3, 0u32..3), 0..4),
        others in prop::collection::vec((0u8..3, any::<bool>()), 0..6),
        most in prop::option::of(1u32..4),
        only in any::<bool>(),
    ) {
        let ones: Vec<One> = (0u8..).zip(&ones).map(|(n, (at, has))| one(n, *at, *has)).collect();
        // Some are on both sides: nobody links themselves.
        let others: Vec<Other> = (0u8..)
            .zip(&others)
            .map(|(n, (at, both))| if *both { Other { end: person(n), ..other(n, *at) } } else { other(n, *at) })
            .collect();
        let rule = Rule { need: 1, most, near: if only { Near::Only } else { Near::Prefer } };
        let found = spread(&ones, &others, rule).unwrap();
        let way = as_way(&found, others.len());
        prop_assert!(allowed(&ones, &others, rule, &way));
        prop_assert_eq!(worth(&ones, &others, &way), best(&ones, &others, rule));
        prop_assert_eq!(found.uncovered.len(), way.iter().filter(|chosen| chosen.is_none()).count());
    }

    #[test]
    fn where_nothing_stands_in_the_way_numbers_differ_by_one_at_most(ones in 1u8..9, others in 0u8..40) {
        let ones: Vec<One> = (0..ones).map(|n| one(n, n % 3, 0)).collect();
        let others: Vec<Other> = (0..others).map(|n| other(n, n % 4)).collect();
        let found = spread(&ones, &others, RULE).unwrap();
        let count = |at: usize| found.new.iter().filter(|(one, _)| *one == at).count();
        let counts: Vec<usize> = (0..ones.len()).map(count).collect();
        prop_assert!(counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 1, "{:?}", counts);
        prop_assert!(found.uncovered.is_empty());
    }
}

#[test]
fn who_links_fewer_gets_more_and_links_that_stand_are_kept() {
    let ones = [one(0, 0, 4), one(1, 0, 1)];
    let mut others: Vec<Other> = (0..4).map(|n| other(n, 0)).collect();
    others[0].by = vec![0];
    let found = spread(&ones, &others, RULE).unwrap();
    assert_eq!(found.new, [(1, 1), (1, 2), (1, 3)]);
}

#[test]
fn nobody_gets_a_second_before_everybody_has_a_first_and_never_the_same_one_twice() {
    let ones = [one(0, 0, 0), one(1, 0, 0)];
    let others: Vec<Other> = (0..3).map(|n| other(n, 0)).collect();
    let rule = Rule { need: 2, most: Some(2), near: Near::Any };
    let found = spread(&ones, &others, rule).unwrap();
    assert_eq!(found.new.len(), 4);
    for at in 0..3 {
        let by: Vec<usize> = found.new.iter().filter(|(_, other)| *other == at).map(|(one, _)| *one).collect();
        assert!(!by.is_empty() && by.iter().collect::<std::collections::HashSet<_>>().len() == by.len());
    }
    assert!(found.uncovered.iter().all(|(_, why)| *why == Why::Full));
}

#[test]
fn it_says_why_somebody_stays_uncovered() {
    let rule = |near, most| Rule { need: 1, most, near };
    let why = |ones: &[One], others: &[Other], rule| spread(ones, others, rule).unwrap().uncovered[0].1;
    assert_eq!(why(&[], &[other(0, 0)], RULE), Why::NoOnes);
    assert_eq!(why(&[one(0, 1, 0)], &[other(0, 2)], rule(Near::Only, None)), Why::NoneNear);
    assert_eq!(why(&[one(0, 1, 2)], &[other(0, 1)], rule(Near::Any, Some(2))), Why::Full);
    let own = Other { end: person(0), ..other(0, 0) };
    assert_eq!(why(&[one(0, 0, 0)], &[own], RULE), Why::NoneLeft);
}

#[test]
fn a_county_is_spread_at_once() {
    let ones: Vec<One> = (0..35).map(|n| one(n, n % 9, 0)).collect();
    let others: Vec<Other> = (0..400u16)
        .map(|n| {
            let mut bytes = [200; 16];
            bytes[14..].copy_from_slice(&n.to_be_bytes());
            Other { end: End::Person(Id::from_uuid(Uuid::from_bytes(bytes))), ..other(0, (n % 9) as u8) }
        })
        .collect();
    let found = spread(&ones, &others, RULE).unwrap();
    assert_eq!(found.new.len(), 400);
}
