//! What becomes of days already given when a limit or the calendar changes.

use crate::scene::{Scene, day, part, ways};
use kernel::WorkingCalendar;
use suggestions_rules::{Because, Entry, Fact, Given, Grade, Limit, Recounting, Refusal, RuleBook, Suggestion};

fn until(name: &str) -> (Scene, Suggestion) {
    let scene = Scene::new();
    let way = ways().into_iter().find(|(stage, _)| *stage == name).unwrap().1;
    let (suggestion, _) = scene.play(&way, &scene.on(day("2026-03-10")));
    (scene, suggestion)
}

/// The calendar with 12 March taken out of the week.
fn flooded(calendar: &WorkingCalendar) -> WorkingCalendar {
    calendar.clone().extended("day,kind,occasion,source\n2026-03-12,off,抗灾停工,县政府通告\n").unwrap()
}

fn laid(key: &str, value: &str) -> RuleBook {
    let entry = |(key, value): (&str, &str)| Entry {
        key: key.to_owned(),
        value: value.to_owned(),
        grade: Grade::A,
        document: "办法".to_owned(),
    };
    RuleBook::lay(vec![entry((key, value))]).unwrap()
}

#[test]
fn clocks_of_the_office_and_its_units_are_counted_again_and_days_told_to_a_person_stay() {
    let keys = |how| Limit::recounted(how).map(Limit::key).collect::<Vec<_>>();
    assert_eq!(
        keys(Recounting::Again),
        [
            "limit.assign",
            "limit.sign-for",
            "limit.ruling",
            "limit.co-opinion",
            "limit.reply",
            "limit.order-redo",
            "limit.redo",
            "limit.reopen"
        ]
    );
    assert_eq!(keys(Recounting::Told), ["limit.cosign", "limit.judge", "limit.progress"]);
    let all: usize = Recounting::ALL.into_iter().map(|how| keys(how).len()).sum();
    assert_eq!(all, Limit::ALL.len());
}

#[test]
fn the_day_of_a_ruling_is_counted_again_beside_the_units_own() {
    let (scene, suggestion) = until("handling: lead unit objects");
    let book = laid("limit.ruling", "10 working days");
    let given = Given { book: &book, ..scene.on(day("2026-03-11")) };
    let (moved, fact) = suggestion.recount(&[Limit::Ruling], Because::Rule("limit.ruling".to_owned()), &given).unwrap();
    let Fact::DaysMoved { moved: days, .. } = fact else { panic!("{fact:?}") };
    assert_eq!((days.len(), days[0].was, days[0].due), (1, day("2026-03-17"), day("2026-03-24")));
    let lead = moved.stage.handling().unwrap().handlers.find(part(1)).unwrap().clone();
    assert_eq!(lead.awaits().1, Some(day("2026-03-24")), "whoever is to rule sees the new day");
    assert_eq!(lead.due, day("2026-06-10"), "and the unit's own day stays");
}

#[test]
fn another_calendar_moves_the_days_it_counts_and_says_that_it_was_the_calendar() {
    let (scene, suggestion) = until("handling: lead unit waiting");
    let calendar = flooded(&scene.calendar);
    let given = Given { calendar: &calendar, ..scene.on(day("2026-03-11")) };
    let (moved, fact) = suggestion.recount_from(&scene.calendar, &given).unwrap();
    let Fact::DaysMoved { because: Because::Calendar, moved: days } = fact else { panic!("{fact:?}") };
    assert!(days.iter().all(|it| it.limit == "limit.sign-for" && it.due > it.was), "{days:?}");
    let lead = moved.stage.handling().unwrap().handlers.find(part(1)).unwrap().clone();
    assert_eq!(
        (lead.sign_by, lead.due),
        (day("2026-03-16"), day("2026-06-10")),
        "months are not counted by working days"
    );
    assert_eq!(moved.recount_from(&calendar, &given).err(), Some(Refusal::NothingMoves), "once");
}

#[test]
fn a_day_that_was_left_by_an_earlier_rule_is_not_moved_by_another_calendar() {
    let (scene, suggestion) = until("handling: lead unit waiting");
    let (calendar, book) = (flooded(&scene.calendar), laid("limit.sign-for", "5 working days"));
    let given = Given { calendar: &calendar, book: &book, ..scene.on(day("2026-03-11")) };
    assert_eq!(suggestion.drift_from(&scene.calendar, &given), []);
    assert!(!suggestion.drift(&[Limit::SignFor], &given).is_empty(), "期限核对 still shows it");
}
