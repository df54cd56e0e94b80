//! A key suggestion from the meeting that sets it to its end.

use kernel::{Day, Id, Moment, Text};
use supervision_rules::{Fact, Key, KeyStage, KeyTerms, MOST_STEPS, Matter, Policy, Refusal, ReportKind, Visit};

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

fn day(month: i8, day: i8) -> Day {
    Day::new(2026, month, day).unwrap()
}

fn on(day: Day) -> Moment {
    day.start().plus_millis(36_000_000)
}

fn matter(stage: &str) -> Matter<'_> {
    Matter { congress: id(1), suggestion: id(2), session: id(3), stage }
}

fn terms() -> KeyTerms {
    KeyTerms {
        leader: text("王副主任"), committee: text("城环委"), basis: text("主任会议纪要〔2026〕3号")
    }
}

fn marked() -> Key {
    Key::mark(id(9), matter("handling"), terms(), on(day(3, 10))).unwrap().0
}

fn visit(on: Day) -> Visit {
    Visit {
        id: id(31), day: on, place: text("东街"), people: text("王副主任、三名代表"), minutes: text("管网未通。")
    }
}

#[test]
fn only_a_numbered_suggestion_can_be_a_key_one() {
    let table = [
        ("draft", false),
        ("submitted", false),
        ("accepted", false),
        ("numbered", true),
        ("handling", true),
        ("closed", true),
        ("withdrawn", false),
        ("refused", false),
    ];
    for (stage, may) in table {
        let marked = Key::mark(id(9), matter(stage), terms(), on(day(3, 10)));
        assert_eq!(marked.is_ok(), may, "{stage}");
    }
}

#[test]
fn a_step_is_overdue_the_day_after_its_day_and_never_once_done() {
    let key = marked().plan(id(21), text("现场调研"), day(4, 10), on(day(3, 10))).unwrap().0;
    assert_eq!(key.overdue(day(4, 10)).count(), 0);
    assert_eq!(key.overdue(day(4, 11)).count(), 1);
    let (key, fact) = key.finish(id(21), text("已调研"), on(day(4, 12))).unwrap();
    assert_eq!(fact, Fact::StepDone { entry: id(21), late: true });
    assert_eq!(key.overdue(day(5, 1)).count(), 0);
}

#[test]
fn the_plan_looks_ahead_and_visits_and_policies_look_back() {
    let now = on(day(4, 1));
    let key = marked();
    assert_eq!(key.clone().plan(id(21), text("一"), day(3, 31), now), Err(Refusal::DayPast));
    assert!(key.clone().plan(id(21), text("一"), day(4, 1), now).is_ok());
    assert_eq!(key.clone().visit(visit(day(4, 2)), now), Err(Refusal::DayAhead));
    assert!(key.clone().visit(visit(day(4, 1)), now).is_ok());
    let policy = |day| Policy { id: id(41), name: text("县政府办〔2026〕8号"), day };
    assert_eq!(key.clone().policy(policy(day(4, 2)), now), Err(Refusal::DayAhead));
    assert!(key.policy(policy(day(4, 1)), now).is_ok());
}

#[test]
fn it_is_concluded_only_with_every_step_done_and_the_final_report_in() {
    let now = on(day(4, 1));
    let key = marked().plan(id(21), text("现场调研"), day(4, 10), now).unwrap().0;
    assert_eq!(key.clone().conclude(text("已解决"), now), Err(Refusal::StepsOpen { count: 1 }));
    let key = key.finish(id(21), text("已调研"), now).unwrap().0;
    let key = key.report(id(51), ReportKind::Interim, text("进展"), now).unwrap().0;
    assert_eq!(key.clone().conclude(text("已解决"), now), Err(Refusal::FinalReportMissing));
    let key = key.report(id(52), ReportKind::Final, text("办结"), now).unwrap().0;
    assert_eq!(key.clone().report(id(53), ReportKind::Interim, text("再报"), now), Err(Refusal::FinalReportIn));
    let (key, fact) = key.conclude(text("管网已通"), now).unwrap();
    assert_eq!(fact, Fact::KeyConcluded);
    assert!(matches!(key.stage, KeyStage::Concluded { .. }));
}

#[test]
fn nothing_is_added_once_it_is_over() {
    let now = on(day(4, 1));
    let lifted = marked().lift(text("主任会议调整"), now).unwrap().0;
    let tried = [
        lifted.clone().plan(id(21), text("一"), day(4, 10), now),
        lifted.clone().finish(id(21), text("一"), now),
        lifted.clone().visit(visit(day(4, 1)), now),
        lifted.clone().report(id(51), ReportKind::Final, text("一"), now),
        lifted.clone().policy(Policy { id: id(41), name: text("一"), day: day(4, 1) }, now),
        lifted.clone().conclude(text("一"), now),
        lifted.lift(text("一"), now),
    ];
    assert!(tried.iter().all(|answer| *answer == Err(Refusal::KeyOver)));
}

#[test]
fn a_plan_has_an_end() {
    let now = on(day(3, 10));
    let full = (0..MOST_STEPS).fold(marked(), |key, n| {
        let n = u8::try_from(n).unwrap();
        key.plan(id(100 + n), text("一步"), day(4, 1), now).unwrap().0
    });
    assert_eq!(full.plan(id(99), text("多一步"), day(4, 1), now), Err(Refusal::TooManySteps));
}
