//! The State Council's calendars, and due dates that explain themselves.

use kernel::{Day, DayKind, Due, Span, WorkingCalendar};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn calendar() -> WorkingCalendar {
    WorkingCalendar::state_council().unwrap()
}

#[test]
fn holidays_and_make_up_days_are_those_of_the_notices() {
    let calendar = calendar();
    for (text, works) in [
        ("2023-01-28", true),
        ("2023-06-25", true),
        ("2024-02-18", true),
        ("2024-02-17", false),
        ("2025-10-08", false),
        ("2025-10-11", true),
        ("2026-02-14", true),
        ("2026-02-23", false),
        ("2026-02-28", true),
        ("2026-09-20", true),
        ("2026-03-10", true),
        ("2026-03-14", false),
    ] {
        assert_eq!(calendar.works(day(text)), works, "{text}");
    }
    let DayKind::MakeUp(reason) = calendar.kind(day("2026-02-14")) else { panic!("2026-02-14 is worked") };
    assert_eq!((reason.occasion.as_str(), reason.source.as_str()), ("春节", "国办发明电〔2025〕7号"));
}

#[test]
fn each_year_has_the_working_days_people_count() {
    let calendar = calendar();
    for (year, worked) in [(2023, 249), (2024, 251), (2025, 248), (2026, 248)] {
        let first = Day::new(year, 1, 1).unwrap();
        let count = (0..366).map(|n| first.plus_days(n)).filter(|d| d.parts().0 == year && calendar.works(*d)).count();
        assert_eq!(count, worked, "{year}");
    }
}

#[test]
fn a_due_date_over_the_spring_festival_says_what_it_passed_and_counted() {
    let due = Due::count(&calendar(), day("2026-02-12"), Span::WorkingDays(3));
    assert_eq!(due.day, day("2026-02-24"));
    assert_eq!(due.steps.len(), 10, "one make-up day, nine days off: {:?}", due.steps);
    assert_eq!(due.steps.iter().filter(|step| step.counted).count(), 1);
    assert!(due.steps.iter().all(|step| step.source.is_some()));
    assert!(due.unpublished_years.is_empty() && !due.month_end);
}

#[test]
fn a_year_nobody_published_is_said_to_be_so() {
    let due = Due::count(&calendar(), day("2026-12-30"), Span::WorkingDays(5));
    assert_eq!(due.unpublished_years, [2027]);
    assert_eq!(due.days_left(day("2026-12-31")), due.day.days_since(day("2026-12-31")));
}

#[test]
fn a_year_is_known_by_its_own_notice_and_not_by_the_december_of_the_next() {
    let calendar = calendar();
    let known: Vec<i16> = (2021..=2027).filter(|year| calendar.knows_year(*year)).collect();
    assert_eq!(known, [2023, 2024, 2025, 2026]);
}

#[test]
fn a_bad_line_is_named() {
    for (file, line) in [
        ("h\n2027-01-01,off,元旦,文\n2027-02-30,off,春节,文\n", 3),
        ("h\n2027-01-01,rest,元旦,文\n", 2),
        ("h\n2027-01-01,off,元旦\n", 2),
        ("h\n2027-01-01,off,,文\n", 2),
    ] {
        assert_eq!(WorkingCalendar::default().extended(file).unwrap_err().line, line, "{file}");
    }
}

proptest! {
    #[test]
    fn working_days_are_counted_one_by_one(start in 0i32..1_400, span in 0u16..80) {
        let calendar = calendar();
        let from = day("2023-01-01").plus_days(start);
        let due = Due::count(&calendar, from, Span::WorkingDays(span));
        let counted = (1..=due.day.days_since(from)).filter(|n| calendar.works(from.plus_days(*n))).count();
        prop_assert_eq!(counted, usize::from(span));
        prop_assert!(span == 0 || calendar.works(due.day));
    }

    #[test]
    fn any_file_is_read_or_named(file in "\\PC{0,200}") {
        if let Err(error) = WorkingCalendar::default().extended(&file) {
            prop_assert!(error.line >= 2);
        }
    }
}
