//! Whether a district has a fitting number of seats (F4; 选举法 25, 26).

use kernel::{Refusal, Refused};
use law_rules::{Act, Step, Verdict};
use serde::Serialize;

use crate::Decimal;

/// How a district stands beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Ward {
    /// Whether it has one to three seats and lies within the tolerance, where one is set.
    pub ok: bool,
    /// People per seat in the district; nothing without seats.
    pub per_seat: Option<Decimal<1>>,
    /// People per seat in the whole area.
    pub average: Option<Decimal<1>>,
    /// How far the district is off the average, in per cent.
    pub deviation: Option<Decimal<1>>,
}

/// F4: compares a district with the area. The law says "roughly equal" and names no number: `tolerance`, in per cent, is the office's own.
///
/// # Errors
/// When more people live in the district than in the area, or nobody lives there.
pub fn ward_check(
    total_pop: u32,
    total_seats: u32,
    ward_pop: u32,
    ward_seats: u32,
    tolerance: Option<u32>,
) -> Result<Verdict<Ward>, Refused> {
    if ward_pop > total_pop {
        let refused = Refused::new(Refusal::Unfit, "elections-refused-ward-greater");
        return Err(refused.with("ward", ward_pop).with("total", total_pop));
    }
    if total_pop == 0 || total_seats == 0 {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-nobody-lives-there"));
    }
    let [people, seats, here, own] = [total_pop, total_seats, ward_pop, ward_seats].map(i128::from);
    let (share, even) = (here * seats, own * people);
    let fits = (1..=3).contains(&ward_seats);
    let within = tolerance.is_none_or(|most| (share - even).abs() * 100 <= i128::from(most) * even);
    let value = Ward {
        ok: fits && within,
        per_seat: Decimal::of(here, own),
        average: Decimal::of(people, seats),
        deviation: Decimal::of((share - even) * 100, even),
    };
    Ok(Verdict::new(value, reason(&value, fits, ward_seats, tolerance), working(&value, [total_pop, total_seats])))
}

fn shown(number: Option<Decimal<1>>) -> String {
    number.map_or_else(|| "—".to_owned(), |number| number.to_string())
}

fn reason(ward: &Ward, fits: bool, seats: u32, tolerance: Option<u32>) -> Step {
    let deviation = shown(ward.deviation);
    match (fits, ward.ok, tolerance) {
        (false, _, _) => Step::new("elections-reason-ward-seats").with("seats", seats).by(Act::Electoral, 25),
        (true, false, Some(most)) => {
            Step::new("elections-reason-ward-off").with("deviation", deviation).with("tolerance", most).local()
        }
        (true, _, Some(most)) => {
            Step::new("elections-reason-ward-within").with("deviation", deviation).with("tolerance", most).local()
        }
        (true, _, None) => Step::new("elections-reason-ward-told").with("deviation", deviation),
    }
}

fn working(ward: &Ward, [people, seats]: [u32; 2]) -> Vec<Step> {
    vec![
        Step::new("elections-step-ward-seats").by(Act::Electoral, 25),
        Step::new("elections-step-average")
            .with("people", people)
            .with("seats", seats)
            .with("average", shown(ward.average)),
        Step::new("elections-step-ward-share")
            .with("share", shown(ward.per_seat))
            .with("deviation", shown(ward.deviation)),
        Step::new("elections-step-roughly-equal").by(Act::Electoral, 26),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_is_compared_with_the_area() {
        // law.md F4
        for (population, seats, tolerance, ok, per_seat, deviation) in [
            (8_100, 3, None, true, "2700.0", "-2.0"),
            (9_000, 2, None, true, "4500.0", "63.3"),
            (9_000, 2, Some(30), false, "4500.0", "63.3"),
            (8_100, 3, Some(30), true, "2700.0", "-2.0"),
            (8_100, 4, None, false, "2025.0", "-26.5"),
            (8_100, 0, None, false, "—", "—"),
        ] {
            let value = ward_check(857_000, 311, population, seats, tolerance).unwrap().value;
            assert_eq!((value.ok, shown(value.per_seat).as_str()), (ok, per_seat), "{population} / {seats}");
            assert_eq!((shown(value.average).as_str(), shown(value.deviation).as_str()), ("2755.6", deviation));
        }
        assert!(ward_check(1_000, 10, 1_001, 1, None).is_err());
    }
}
