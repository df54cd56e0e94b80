//! The way of a station, as a table.

use kernel::{Day, Id};
use stations_rules::{Change, Progress, Refusal, Stage, Step};
use uuid::Uuid;

fn another() -> stations_rules::StationId {
    Id::from_uuid(Uuid::from_u128(7))
}

fn change(step: Step) -> Change {
    match step {
        Step::Open => Change::Open,
        Step::Suspend => Change::Suspend,
        Step::Merge => Change::Merge(another()),
        Step::Close => Change::Close,
    }
}

#[test]
fn a_station_takes_exactly_the_steps_it_offers() {
    let all = [Stage::Planned, Stage::Open, Stage::Suspended, Stage::Merged(another()), Stage::Closed];
    for stage in all {
        for step in [Step::Open, Step::Suspend, Step::Merge, Step::Close] {
            let taken = stage.take(change(step)).is_ok();
            assert_eq!(taken, stage.steps().contains(&step), "{stage:?} {step:?}");
        }
        assert_eq!(Stage::read(stage.word(), Some(another())), Some(stage));
    }
    assert_eq!(Stage::Closed.take(Change::Open), Err(Refusal::Over));
    assert_eq!(Stage::read("merged", None), None);
}

#[test]
fn an_item_is_late_once_its_month_is_over() {
    let today: Day = "2026-06-10".parse().unwrap();
    let word = |year, month, done, dropped| Progress::of((year, month), done, dropped, today).word();
    assert_eq!(word(2026, 5, false, false), "late");
    assert_eq!(word(2026, 6, false, false), "ahead");
    assert_eq!(word(2025, 12, false, false), "late");
    assert_eq!(word(2025, 12, true, false), "done");
    assert_eq!(word(2025, 12, false, true), "dropped");
}
