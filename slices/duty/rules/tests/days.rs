//! On which days a station receives.

use duty_rules::{Held, Hours, Meets, Pattern, PatternId, Setting, Shift, Standing, lunar_day, publish_by, standing};
use kernel::{Day, WorkingCalendar};
use uuid::Uuid;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn pattern(meets: Meets, shift: Shift) -> Pattern {
    Pattern {
        id: PatternId::from_uuid(Uuid::nil()),
        meets,
        months: vec![],
        hours: Hours::new(540, 660).unwrap(),
        deputies: 2,
        shift,
        since: day("2026-01-01"),
        until: None,
    }
}

fn days(pattern: &Pattern, since: &str, until: &str) -> Vec<String> {
    let calendar = WorkingCalendar::state_council().unwrap();
    let all = pattern.days(day(since), day(until), &calendar);
    all.into_iter().map(|Held { day, .. }| day.to_string()).collect()
}

#[test]
fn the_fifteenth_of_odd_months_moves_on_for_holidays() {
    let mut it = pattern(Meets::of("monthday", &[15], &[]).unwrap(), Shift::Next);
    it.months = vec![1, 3, 5, 7, 9, 11];
    // 2026-03-15 and 2026-11-15 are Sundays.
    assert_eq!(days(&it, "2026-01-01", "2026-06-30"), ["2026-01-15", "2026-03-16", "2026-05-15"]);
    it.shift = Shift::Previous;
    assert_eq!(days(&it, "2026-03-01", "2026-03-31"), ["2026-03-13"]);
    it.shift = Shift::Skip;
    assert!(days(&it, "2026-03-01", "2026-03-31").is_empty());
}

#[test]
fn a_day_moved_into_the_range_is_in_it_and_one_moved_out_is_not() {
    let it = pattern(Meets::of("monthday", &[1], &[]).unwrap(), Shift::Next);
    let first = days(&it, "2026-10-01", "2026-10-07");
    assert!(first.is_empty(), "the first is a holiday until the seventh: {first:?}");
    assert_eq!(days(&it, "2026-10-02", "2026-10-31").len(), 1, "meant before the range, held in it");
}

#[test]
fn mondays_the_first_of_a_month_and_market_days_are_found() {
    let first = pattern(Meets::of("weekday", &[1], &[1]).unwrap(), Shift::Keep);
    assert_eq!(days(&first, "2026-07-01", "2026-08-31"), ["2026-07-06", "2026-08-03"]);
    let market = pattern(Meets::of("market", &[8, 2, 5, 5], &[]).unwrap(), Shift::Keep);
    assert_eq!(market.meets.numbers(), [2, 5, 8]);
    let held = days(&market, "2026-07-01", "2026-07-20");
    assert_eq!(held, ["2026-07-02", "2026-07-05", "2026-07-08", "2026-07-12", "2026-07-15", "2026-07-18"]);
}

#[test]
fn two_days_moved_onto_one_are_held_once() {
    let it = pattern(Meets::of("weekday", &[6, 7, 1], &[]).unwrap(), Shift::Next);
    assert_eq!(days(&it, "2026-07-04", "2026-07-06"), ["2026-07-06"]);
}

#[test]
fn a_pattern_is_held_from_its_first_day_to_its_last() {
    let mut it = pattern(Meets::of("weekday", &[3], &[]).unwrap(), Shift::Skip);
    (it.since, it.until) = (day("2026-07-08"), Some(day("2026-07-15")));
    assert_eq!(days(&it, "2026-07-01", "2026-07-31"), ["2026-07-08", "2026-07-15"]);
}

#[test]
fn numbers_that_cannot_be_make_no_pattern() {
    assert!(Meets::of("weekday", &[8], &[]).is_none());
    assert!(Meets::of("weekday", &[], &[]).is_none());
    assert!(Meets::of("monthday", &[0], &[]).is_none());
    assert!(Meets::of("market", &[10], &[]).is_none());
    assert!(Meets::of("market", &[1], &[1]).is_none());
    assert!(Meets::of("moon", &[1], &[]).is_none());
}

#[test]
fn hours_are_read_as_people_write_them() {
    assert_eq!(Hours::minute("9:00"), Some(540));
    assert_eq!(Hours::minute("09：30"), Some(570));
    assert_eq!(Hours::minute("24:00"), Some(1440));
    for wrong in ["", "9", "9:0", "25:00", "9:60", "-1:00", "+9:00", "九点"] {
        assert_eq!(Hours::minute(wrong), None, "{wrong}");
    }
    assert!(Hours::new(600, 600).is_none() && Hours::new(600, 1441).is_none());
    assert_eq!(Hours::new(540, 690).unwrap().to_string(), "09:00–11:30");
}

#[test]
fn a_deputy_stands_where_the_counts_say() {
    assert_eq!(standing(2, 0, 2), Standing::Met);
    assert_eq!(standing(1, 1, 2), Standing::Planned);
    assert_eq!(standing(1, 0, 2), Standing::Short);
    assert_eq!(standing(0, 0, 0), Standing::Met);
    assert_eq!(publish_by(Setting::default(), day("2026-07-01")), day("2026-06-28"));
    assert!(Setting::new(53, 0, true).is_none() && Setting::new(1, 61, true).is_none());
}

#[test]
fn a_draft_is_published_by_the_clock_from_its_day_to_its_first() {
    let set = Setting::default();
    let due = |today: &str| set.due(day("2026-07-01"), day(today));
    assert_eq!(["2026-06-27", "2026-06-28", "2026-07-01", "2026-07-02"].map(due), [false, true, true, false]);
    assert!(!Setting { by_clock: false, ..set }.due(day("2026-07-01"), day("2026-06-28")));
}

#[test]
fn the_new_year_of_the_moon_is_its_first_day_and_mid_autumn_its_fifteenth() {
    for new_year in [
        "2020-01-25",
        "2024-02-10",
        "2025-01-29",
        "2026-02-17",
        "2027-02-06",
        "2028-01-26",
        "2029-02-13",
        "2030-02-03",
        "2031-01-23",
        "2032-02-11",
        "2033-01-31",
    ] {
        assert_eq!(lunar_day(day(new_year)), Some(1), "{new_year}");
        assert!(lunar_day(day(new_year).plus_days(-1)).is_some_and(|eve| eve >= 29), "{new_year}");
    }
    for mid_autumn in ["2025-10-06", "2026-09-25", "2027-09-15"] {
        assert_eq!(lunar_day(day(mid_autumn)), Some(15), "{mid_autumn}");
    }
    assert_eq!((lunar_day(day("2019-12-25")), lunar_day(day("2199-01-01"))), (None, None));
}

#[test]
fn market_days_of_the_moon_go_over_its_months() {
    let market = pattern(Meets::of("lunar", &[3, 8], &[]).unwrap(), Shift::Keep);
    let held = days(&market, "2026-06-15", "2026-07-20");
    let told = ["2026-06-17", "2026-06-22", "2026-06-27", "2026-07-02", "2026-07-07", "2026-07-12", "2026-07-16"];
    assert_eq!(held, told, "this moon has twenty-nine days");
    assert!(Meets::of("lunar", &[3], &[1]).is_none() && Meets::of("lunar", &[10], &[]).is_none());
}
