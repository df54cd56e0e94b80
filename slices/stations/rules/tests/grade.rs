//! Points and stars.

use kernel::{Day, Text};
use stations_rules::{Band, Given, Indicator, Refusal, Sheet};

fn sheet() -> Sheet {
    let one =
        |name: &str, points| Indicator { group: Text::parse("用").unwrap(), name: Text::parse(name).unwrap(), points };
    let bands = [(5, 90), (4, 80), (3, 70)].map(|(stars, least)| Band { stars, least }).into();
    Sheet { indicators: vec![one("接待", 60), one("台账", 40)], bands, years: 2 }
}

fn given(points: [u16; 2]) -> Vec<Given> {
    points.map(|points| Given { claimed: points, evidence: String::new(), points: Some(points) }).into()
}

#[test]
fn stars_follow_from_bands() {
    for (points, stars) in [([60, 40], 5), ([60, 30], 5), ([60, 29], 4), ([40, 40], 4), ([40, 30], 3), ([40, 29], 0)] {
        assert_eq!(sheet().stars(Sheet::total(&given(points))), stars, "{points:?}");
    }
}

#[test]
fn no_indicator_brings_more_than_its_points() {
    assert_eq!(sheet().holds(&given([60, 40])), Ok(()));
    assert_eq!(sheet().holds(&given([61, 0])), Err(Refusal::Points));
    assert_eq!(sheet().holds(&given([1, 1])[..1]), Err(Refusal::Points));
}

#[test]
fn a_sheet_that_cannot_be_used_is_refused() {
    assert_eq!(sheet().fit(), Ok(()));
    assert_eq!(Sheet { indicators: vec![], ..sheet() }.fit(), Err(Refusal::Indicators));
    assert_eq!(Sheet { bands: vec![], ..sheet() }.fit(), Err(Refusal::Bands));
    assert_eq!(Sheet { years: 0, ..sheet() }.fit(), Err(Refusal::Bands));
    let mut twice = sheet();
    twice.indicators[1].name = twice.indicators[0].name.clone();
    assert_eq!(twice.fit(), Err(Refusal::Indicators));
}

#[test]
fn stars_are_good_for_whole_years() {
    let day: Day = "2026-06-10".parse().unwrap();
    assert_eq!(sheet().until(day).to_string(), "2028-06-09");
}
