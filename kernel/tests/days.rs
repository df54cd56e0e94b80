//! Days, months and area codes, with the worked examples of the law's chapter.

use kernel::{AreaCode, Day, Level, Moment};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_missing_day_becomes_the_months_last() {
    for (from, months, due) in [
        ("2026-03-10", 3, "2026-06-10"),
        ("2026-03-10", 6, "2026-09-10"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2025-11-30", 6, "2026-05-30"),
        ("2026-08-31", 3, "2026-11-30"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-01-15", 2, "2027-03-15"),
    ] {
        assert_eq!(day(from).plus_months(months), day(due), "{from} and {months} months");
    }
}

#[test]
fn the_office_keeps_beijing_time() {
    assert_eq!(day("2026-03-10").start().millis(), 1_773_072_000_000);
    assert_eq!(Moment::from_millis(1_773_072_000_000 - 1).day(), day("2026-03-09"));
    assert_eq!(day("2026-03-10").start().plus_millis(9 * 3_600_000 + 300_000).to_string(), "2026-03-10 09:05");
}

#[test]
fn only_days_of_the_calendar_are_read() {
    for text in ["2026-02-30", "2026-2-3", "26-02-03", "2026/02/03", "", "2026-13-01", "+026-01-01"] {
        assert!(text.parse::<Day>().is_err(), "{text}");
    }
}

fn code(text: &str) -> AreaCode {
    AreaCode::parse(text).unwrap()
}

#[test]
fn a_code_contains_what_begins_with_it() {
    let chain = |codes: &[&str]| codes.iter().all(|a| codes.iter().all(|b| code(a).on_one_chain(&code(b))));
    assert!(chain(&["43", "4301", "430102"]));
    assert!(!chain(&["430102", "430103"]));
    assert!(!chain(&["4301", "4302"]));
    assert!(chain(&["43", "430321"]));
    assert_eq!(code("430102001").level(), Level::Township);
    assert_eq!(code("430102001").parent(), Some(code("430102")));
    for text in ["4", "430", "43010", "4301020010", "43 1", "４３"] {
        assert!(AreaCode::parse(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn days_and_moments_agree(millis in -2_000_000_000_000i64..4_000_000_000_000) {
        let moment = Moment::from_millis(millis);
        let day = moment.day();
        prop_assert!(day.start() <= moment && moment < day.end());
        prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
    }

    #[test]
    fn counting_days_forth_and_back_is_the_same(count in -20_000i32..20_000) {
        let from = day("2026-03-10");
        prop_assert_eq!(from.plus_days(count).days_since(from), count);
    }

    #[test]
    fn a_range_of_codes_is_what_the_area_contains(a in "[0-9]{4}", b in "[0-9]{6}") {
        let (a, b) = (AreaCode::parse(&a).unwrap(), AreaCode::parse(&b).unwrap());
        let within = b.as_str() >= a.as_str() && b.as_str() < a.past().as_str();
        prop_assert_eq!(within, a.contains(&b));
    }
}
