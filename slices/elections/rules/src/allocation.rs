//! How seats are shared out by population (F3; 选举法 15). The law asks for the same population per deputy; largest remainder is our way
//! there, and where two remainders are equal a person decides.

use kernel::{Refusal, Refused};
use law_rules::{Act, Step, Value, Verdict};
use serde::Serialize;

/// A unit that gets seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name, or its place in the list.
    pub name: String,
    /// How many people live there.
    pub population: u32,
}

/// Seats per unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Allocation {
    /// In the order of the units.
    pub seats: Vec<u32>,
    /// Whether seats are left for which several units have the same claim: a person decides.
    pub tie: bool,
    /// The units with the same claim, counted from 0.
    pub tied: Vec<usize>,
    /// How many seats are left for them.
    pub left: u32,
}

struct Share {
    at: usize,
    whole: u64,
    rest: u64,
}

/// F3: shares `seats` out: `base_each` to every unit first, then by population; whoever would get fewer than `min_each` gets those and leaves.
///
/// # Errors
/// When there are no units, nobody lives in them, or the seats do not suffice for what each must get.
pub fn allocate_seats(
    populations: &[Unit],
    seats: u32,
    base_each: u32,
    min_each: u32,
) -> Result<Verdict<Allocation>, Refused> {
    let total: u64 = populations.iter().map(|unit| u64::from(unit.population)).sum();
    if total == 0 {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-nobody-lives-there"));
    }
    let count = u32::try_from(populations.len()).unwrap_or(u32::MAX);
    let needed = count.saturating_mul(base_each.max(min_each));
    if needed > seats {
        let refused = Refused::new(Refusal::Unfit, "elections-refused-too-few-seats");
        return Err(refused.with("seats", seats).with("needed", needed));
    }
    let pool = seats - count * base_each;
    let few = min_each.saturating_sub(base_each);
    let (small, shares, rest) = shares(populations, pool, few);
    let mut given = vec![base_each; populations.len()];
    for at in &small {
        add(&mut given, *at, few);
    }
    for share in &shares {
        add(&mut given, share.at, u32::try_from(share.whole).unwrap_or(u32::MAX));
    }
    let (winners, tied, left) = by_remainder(&shares, rest);
    for at in winners {
        add(&mut given, at, 1);
    }
    let allocation = Allocation { seats: given, tie: left > 0, tied, left };
    Ok(tell(populations, seats, base_each, min_each, &small, allocation))
}

fn add(given: &mut [u32], at: usize, seats: u32) {
    if let Some(place) = given.get_mut(at) {
        *place += seats;
    }
}

/// Who gets the least number and leaves; the whole part and remainder of everybody else; the seats still to be given.
fn shares(units: &[Unit], pool: u32, few: u32) -> (Vec<usize>, Vec<Share>, u32) {
    let mut small: Vec<usize> = Vec::new();
    loop {
        let stays = |at: &usize| !small.contains(at);
        let people: u64 =
            units.iter().enumerate().filter(|(at, _)| stays(at)).map(|(_, u)| u64::from(u.population)).sum();
        let left = u64::from(pool).saturating_sub(u64::from(few) * small.len() as u64);
        let share = |(at, unit): (usize, &Unit)| {
            let claim = u64::from(unit.population) * left;
            Share { at, whole: claim.checked_div(people).unwrap_or(0), rest: claim.checked_rem(people).unwrap_or(0) }
        };
        let shares: Vec<Share> = units.iter().enumerate().filter(|(at, _)| stays(at)).map(share).collect();
        let leaving: Vec<usize> = shares.iter().filter(|s| s.whole < u64::from(few)).map(|s| s.at).collect();
        if leaving.is_empty() {
            let whole: u64 = shares.iter().map(|share| share.whole).sum();
            return (small, shares, u32::try_from(left.saturating_sub(whole)).unwrap_or(u32::MAX));
        }
        small.extend(leaving);
    }
}

/// Who gets the seats left by the greatest remainder, who has the same claim at the last of them, and how many those are voted on for.
fn by_remainder(shares: &[Share], seats: u32) -> (Vec<usize>, Vec<usize>, u32) {
    let mut order: Vec<&Share> = shares.iter().collect();
    order.sort_by_key(|share| std::cmp::Reverse(share.rest));
    let places = usize::try_from(seats).unwrap_or(usize::MAX);
    let rest = |at: usize| order.get(at).map(|share| share.rest);
    let last = places.checked_sub(1).and_then(rest);
    match (last, rest(places)) {
        (Some(last), Some(next)) if last == next => {
            let winners: Vec<usize> = order.iter().filter(|s| s.rest > last).map(|s| s.at).collect();
            let mut tied: Vec<usize> = order.iter().filter(|s| s.rest == last).map(|s| s.at).collect();
            tied.sort_unstable();
            let left = seats.saturating_sub(u32::try_from(winners.len()).unwrap_or(u32::MAX));
            (winners, tied, left)
        }
        _ => (order.iter().take(places).map(|share| share.at).collect(), Vec::new(), 0),
    }
}

fn tell(units: &[Unit], seats: u32, base: u32, min: u32, small: &[usize], value: Allocation) -> Verdict<Allocation> {
    let names = |places: &[usize]| -> Vec<String> {
        places.iter().filter_map(|at| units.get(*at)).map(|unit| unit.name.clone()).collect()
    };
    let total: u64 = units.iter().map(|unit| u64::from(unit.population)).sum();
    let mut working = vec![
        Step::new("elections-step-same-population").by(Act::Electoral, 15),
        Step::new("elections-step-people-and-seats").with("people", total).with("seats", seats),
    ];
    if base > 0 {
        working.push(Step::new("elections-step-base-each").with("base", base).with("units", units.len()));
    }
    if !small.is_empty() {
        let step = Step::new("elections-step-min-each").with("min", min).with("units", names(small));
        working.push(step.by(Act::Electoral, 15));
    }
    working.push(Step::new("elections-step-largest-remainder").reading());
    working.extend(units.iter().zip(&value.seats).map(|(unit, seats)| {
        Step::new("elections-step-unit-seats")
            .with("unit", unit.name.as_str())
            .with("people", unit.population)
            .with("seats", *seats)
    }));
    let reason = if value.tie {
        let tied = Value::Texts(names(&value.tied));
        Step::new("elections-reason-allocation-tie").with("units", tied).with("left", value.left)
    } else {
        Step::new("elections-reason-allocated").with("seats", seats).with("units", units.len())
    };
    Verdict::new(value, reason, working)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn units(populations: &[u32]) -> Vec<Unit> {
        populations
            .iter()
            .enumerate()
            .map(|(at, population)| Unit { name: (at + 1).to_string(), population: *population })
            .collect()
    }

    #[test]
    fn seats_are_shared_out_by_largest_remainder() {
        // law.md F3
        for (populations, seats, base, min, expected) in [
            (&[52_000, 31_000, 17_000][..], 10, 0, 0, &[5, 3, 2][..]),
            (&[120_000, 80_000, 45_000, 1_200], 60, 0, 1, &[29, 19, 11, 1]),
            (&[120_000, 80_000, 45_000, 1_200], 60, 0, 0, &[29, 20, 11, 0]),
            (&[52_000, 31_000, 17_000], 16, 2, 0, &[7, 5, 4]),
        ] {
            let value = allocate_seats(&units(populations), seats, base, min).unwrap().value;
            assert_eq!((value.seats.as_slice(), value.tie), (expected, false), "{populations:?}");
        }
    }

    #[test]
    fn equal_remainders_are_left_to_a_person() {
        // law.md F3: 2, then 1.5 and 1.5
        let value = allocate_seats(&units(&[400, 300, 300]), 5, 0, 0).unwrap().value;
        assert_eq!(value, Allocation { seats: vec![2, 1, 1], tie: true, tied: vec![1, 2], left: 1 });
    }

    #[test]
    fn the_seats_of_hunan_add_up_with_eight_for_every_city() {
        // law.md F3 and §1.2: 516 by population and 14 × 8 equal base are the 628 announced; 118 and 28 more make 774.
        let split = [69, 63, 37, 29, 63, 49, 52, 19, 41, 44, 51, 45, 38, 28];
        let by_people: Vec<u32> = split.iter().map(|seats| (seats - 8) * 100_000).collect();
        let value = allocate_seats(&units(&by_people), 516 + 14 * 8, 8, 0).unwrap().value;
        assert_eq!(value.seats, split);
        assert_eq!(value.seats.iter().sum::<u32>() + 118 + 28, 774);
    }

    #[test]
    fn too_few_seats_and_empty_places_are_refused() {
        assert!(allocate_seats(&units(&[10, 20]), 1, 0, 1).is_err());
        assert!(allocate_seats(&units(&[10, 20]), 15, 8, 0).is_err());
        assert!(allocate_seats(&units(&[0, 0]), 5, 0, 0).is_err());
        assert!(allocate_seats(&[], 5, 0, 0).is_err());
    }

    proptest! {
        #[test]
        fn every_seat_is_given_or_left_to_a_person_and_no_unit_is_off_its_share_by_one(
            populations in proptest::collection::vec(0_u32..3_000_000, 1..20), seats in 0_u32..700, base in 0_u32..3, min in 0_u32..3,
        ) {
            prop_assume!(populations.iter().any(|p| *p > 0));
            let count = u32::try_from(populations.len()).unwrap();
            prop_assume!(seats >= count * base.max(min));
            let value = allocate_seats(&units(&populations), seats, base, min).unwrap().value;
            prop_assert_eq!(value.seats.iter().sum::<u32>() + value.left, seats);
            prop_assert!(value.seats.iter().all(|given| *given >= base.max(min)));
            if min <= base {
                let total: u64 = populations.iter().map(|p| u64::from(*p)).sum();
                let pool = u64::from(seats - count * base);
                for (population, given) in populations.iter().zip(&value.seats) {
                    let exact = u64::from(*population) * pool;
                    let got = u64::from(given - base) * total;
                    prop_assert!(got < exact + total && exact < got + total);
                }
            }
        }
    }
}
