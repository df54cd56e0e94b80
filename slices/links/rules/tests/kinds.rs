//! Kinds of links and what is owed in a year.

use kernel::{Day, Text};
use links_rules::{BUILT_IN, Condition, KindSpec, Near, Population, Refusal, Side, fits, owed, soon_owed};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn spec() -> KindSpec {
    KindSpec {
        name: Text::parse("常委会组成人员联系代表").unwrap(),
        one: Side::Committee,
        other: Side::Deputies,
        need: 1,
        least: 3,
        most: Some(8),
        near: Near::Prefer,
        times: 2,
        basis: None,
        since: day("2026-01-01"),
        until: None,
    }
}

#[test]
fn a_kind_that_cannot_be_is_refused() {
    assert_eq!(spec().fit(), Ok(()));
    let cases: [(KindSpec, Refusal); 7] = [
        (KindSpec { one: Side::Villages, ..spec() }, Refusal::Sides),
        (KindSpec { other: Side::Committee, ..spec() }, Refusal::Sides),
        (KindSpec { need: 0, ..spec() }, Refusal::Need { most: 5 }),
        (KindSpec { least: 9, ..spec() }, Refusal::Quota { most: 1000 }),
        (KindSpec { most: Some(0), least: 0, ..spec() }, Refusal::Quota { most: 1000 }),
        (KindSpec { times: 25, ..spec() }, Refusal::Times { most: 24 }),
        (KindSpec { until: Some(day("2025-12-31")), ..spec() }, Refusal::DaysCross),
    ];
    for (spec, why) in cases {
        assert_eq!(spec.fit(), Err(why));
    }
}

#[test]
fn a_years_contacts_fall_due_by_their_share_of_the_days() {
    let since = day("2024-05-01");
    for (as_of, due) in [("2026-01-01", 0), ("2026-07-01", 0), ("2026-07-02", 1), ("2026-12-30", 1), ("2026-12-31", 2)]
    {
        assert_eq!(owed(2, since, day(as_of)), due, "{as_of}");
    }
    assert_eq!(owed(4, day("2026-07-02"), day("2026-12-31")), 2, "of a link that began within the year, its share");
    assert_eq!(owed(2, day("2026-07-02"), day("2026-07-01")), 0);
    assert_eq!(owed(0, since, day("2026-12-31")), 0);
    assert_eq!(soon_owed(1, since, day("2026-11-30")), 0);
    assert_eq!(soon_owed(1, since, day("2026-12-01")), 1);
}

#[test]
fn every_built_in_indicator_compares_the_same_things() {
    for (word, population, condition) in BUILT_IN {
        assert!(fits(population, condition), "{word}");
    }
    assert!(!fits(Population::Villages, Condition::Home) && !fits(Population::Deputies, Condition::Station));
}
