//! Points and stars.

use kernel::{Day, Text};
use stations_rules::{Band, Counted, Given, GradeStage, Indicator, Measure, Objection, Refusal, Sheet};

fn sheet() -> Sheet {
    let one = |name: &str, points| Indicator {
        group: Text::parse("用").unwrap(),
        name: Text::parse(name).unwrap(),
        points,
        counted: None,
    };
    let bands = [(5, 90), (4, 80), (3, 70)].map(|(stars, least)| Band { stars, least }).into();
    Sheet { indicators: vec![one("接待", 60), one("台账", 40)], bands, years: 2, objection: 5 }
}

fn given(points: [u16; 2]) -> Vec<Given> {
    points.map(|points| Given { claimed: points, points: Some(points), ..Given::default() }).into()
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

fn counting(measure: Measure, full: u32) -> Sheet {
    let mut sheet = sheet();
    sheet.indicators[0].counted = Some(Counted { measure, full });
    sheet
}

#[test]
fn a_figure_brings_points_in_proportion_and_never_more_than_all() {
    for (full, figure, points) in
        [(12, 0, 0), (12, 1, 5), (12, 6, 30), (12, 11, 55), (12, 12, 60), (12, 900, 60), (100, 99, 59), (1, 0, 0)]
    {
        assert_eq!(
            counting(Measure::Receptions, full).indicators[0].brings(figure),
            Some(points),
            "{figure} of {full}"
        );
    }
    assert_eq!(sheet().indicators[0].brings(12), None, "what is judged brings nothing by itself");
    assert_eq!(counting(Measure::Came, 0).fit(), Err(Refusal::Full));
    assert_eq!(counting(Measure::Came, 100_001).fit(), Err(Refusal::Full));
    assert_eq!(counting(Measure::Came, 100).fit(), Ok(()));
}

#[test]
fn what_is_counted_takes_the_place_of_what_was_claimed_and_given() {
    let sheet = counting(Measure::Receptions, 12);
    let counted = |figures: [Option<u32>; 2]| {
        let mut all = given([60, 40]);
        sheet.count(&mut all, &figures);
        (all[0].claimed, all[0].points, all[0].figure, all[1].points)
    };
    assert_eq!(counted([Some(6), None]), (30, Some(30), Some(6), Some(40)));
    assert_eq!(counted([None, None]), (60, Some(60), None, Some(40)), "nothing to count: judged");
    assert_eq!(counted([Some(12), Some(1)]), (60, Some(60), Some(12), Some(40)), "the other is not counted");
    let mut claimed = vec![Given { claimed: 60, ..Given::default() }, Given::default()];
    sheet.count(&mut claimed, &[Some(3), None]);
    assert_eq!((claimed[0].claimed, claimed[0].points), (15, None), "not given before the office looked");
}

#[test]
fn stars_are_shown_before_they_are_published_and_objected_to_once() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let until = Some(day("2026-06-17"));
    for (stage, today, objects, publishes) in [
        (GradeStage::Applied, "2026-06-10", Err(Refusal::GradeStage), Err(Refusal::GradeStage)),
        (GradeStage::Reviewed, "2026-06-10", Err(Refusal::GradeStage), Err(Refusal::GradeStage)),
        (GradeStage::Proposed, "2026-06-17", Ok(()), Err(Refusal::ObjectionRuns)),
        (GradeStage::Proposed, "2026-06-18", Err(Refusal::ObjectionOver), Ok(())),
        (GradeStage::Objected, "2026-06-18", Err(Refusal::GradeStage), Err(Refusal::ObjectionWaits)),
        (GradeStage::Ruled, "2026-06-12", Err(Refusal::GradeStage), Ok(())),
        (GradeStage::Published, "2026-06-18", Err(Refusal::GradeStage), Err(Refusal::GradeStage)),
        (GradeStage::Withdrawn, "2026-06-18", Err(Refusal::GradeStage), Err(Refusal::GradeStage)),
    ] {
        let it = Objection { stage, until };
        assert_eq!((it.objects(day(today)), it.publishes(day(today))), (objects, publishes), "{stage:?} {today}");
    }
}
