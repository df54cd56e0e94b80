//! The plan of a year on its way to the meeting, and money in whole 分.

use stations_rules::{Refusal, YearStage, budget_fits, cents, yuan};

#[test]
fn a_plan_goes_before_the_meeting_and_comes_back_when_it_changes() {
    use YearStage::{Approved, Draft, Returned, Submitted};
    let no = Err(Refusal::YearStage);
    for (stage, submitted, approved, returned, changed) in [
        (Draft, Ok(Submitted), no, no, Ok(Draft)),
        (Submitted, no, Ok(Approved), Ok(Returned), Err(Refusal::YearWaits)),
        (Approved, no, no, no, Ok(Draft)),
        (Returned, Ok(Submitted), no, no, Ok(Returned)),
    ] {
        assert_eq!(stage.submit(1), submitted, "{stage:?}");
        assert_eq!(stage.decide(true), approved, "{stage:?}");
        assert_eq!(stage.decide(false), returned, "{stage:?}");
        assert_eq!(stage.change(), changed, "{stage:?}");
    }
    assert_eq!(Draft.submit(0), Err(Refusal::YearEmpty));
}

#[test]
fn money_is_whole_cents() {
    for (typed, read) in [
        ("12000", Some(1_200_000)),
        ("12000.5", Some(1_200_050)),
        (" 0.05 ", Some(5)),
        ("0", Some(0)),
        ("100000000", Some(10_000_000_000)),
        ("100000000.01", None),
        ("1.234", None),
        ("-1", None),
        ("1,000", None),
        (".5", None),
        ("", None),
        ("99999999999999999999", None),
        ("1.五", None),
    ] {
        assert_eq!(cents(typed), read, "{typed}");
    }
    for (cents, told) in [(1_200_050, "12000.50"), (5, "0.05"), (0, "0.00"), (100, "1.00")] {
        assert_eq!(yuan(cents), told);
    }
    assert!(budget_fits(0) && !budget_fits(-1) && !budget_fits(i64::MAX));
}
