//! The days on which people are reminded, by the State Council's calendar of 2026.

use kernel::{Day, Span, WorkingCalendar};
use notices_rules::{Clock, Running, Step, Steps, Window, candidates, delivered_candidates, waiting_candidates};
use suggestions_rules::{Entry, Grade, RuleBook};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn calendar() -> WorkingCalendar {
    WorkingCalendar::state_council().unwrap()
}

fn steps() -> Steps {
    Steps::of(&RuleBook::hunan().unwrap()).unwrap()
}

/// Every day on which a clock reminds, when the job runs each day.
fn reminded(clock: Clock, span: Span, from: &str, due: &str) -> Vec<(String, Step)> {
    let running = Running { clock, from: day(from), due: day(due) };
    let (steps, calendar) = (steps(), calendar());
    let days = (0..=due_in(from, due) + 15).map(|n| day(from).plus_days(n));
    let step = |today: Day| {
        let window = Window { after: today.plus_days(-1), today };
        running.step(&steps, span, &calendar, window).map(|step| (today.to_string(), step))
    };
    days.filter_map(step).collect()
}

fn due_in(from: &str, due: &str) -> i32 {
    day(due).days_since(day(from))
}

fn table(found: Vec<(String, Step)>, wanted: &[(&str, Step)]) {
    let wanted: Vec<_> = wanted.iter().map(|(day, step)| ((*day).to_owned(), *step)).collect();
    assert_eq!(found, wanted);
}

#[test]
fn a_reply_is_reminded_of_ten_five_and_one_day_before_and_once_when_it_is_late() {
    // 2026-06-10 is a Wednesday: May 31 is a Sunday, so the first goes out on Friday the 29th.
    let found = reminded(Clock::Reply, Span::Months(3), "2026-03-10", "2026-06-10");
    let wanted = [
        ("2026-05-29", Step::Before(10)),
        ("2026-06-05", Step::Before(5)),
        ("2026-06-09", Step::Before(1)),
        ("2026-06-11", Step::Over),
    ];
    table(found, &wanted);
}

#[test]
fn a_clock_of_working_days_is_counted_in_working_days() {
    // Assigned on Wednesday before the holiday of 1 to 5 May; Saturday 9 May is worked.
    let found = reminded(Clock::SignFor, Span::WorkingDays(3), "2026-04-29", "2026-05-07");
    table(found, &[("2026-05-06", Step::Before(1)), ("2026-05-08", Step::Over)]);
}

#[test]
fn a_late_word_waits_for_the_next_working_day() {
    let found = reminded(Clock::Opinion, Span::Days(30), "2026-09-01", "2026-09-30");
    assert_eq!(found.last(), Some(&("2026-10-08".to_owned(), Step::Over)), "after the National Day holiday");
}

#[test]
fn signers_are_reminded_three_seven_and_ten_days_after_they_received_the_reply() {
    let found = reminded(Clock::Judge, Span::Days(10), "2026-03-10", "2026-03-20");
    let wanted = [("2026-03-13", Step::After(3)), ("2026-03-17", Step::After(7)), ("2026-03-20", Step::After(10))];
    table(found, &wanted);
}

#[test]
fn nobody_is_reminded_on_the_day_a_clock_begins_or_before() {
    let found = reminded(Clock::Opinion, Span::Days(5), "2026-03-10", "2026-03-13");
    table(found, &[("2026-03-12", Step::Before(1)), ("2026-03-16", Step::Over)]);
}

#[test]
fn a_run_after_a_long_rest_reminds_once_of_what_is_nearest() {
    let running = Running { clock: Clock::Reply, from: day("2026-03-10"), due: day("2026-06-10") };
    let step = |after: &str, today: &str| {
        running.step(&steps(), Span::Months(3), &calendar(), Window { after: day(after), today: day(today) })
    };
    assert_eq!(step("2026-05-01", "2026-06-09"), Some(Step::Before(1)));
    assert_eq!(step("2026-05-01", "2026-07-01"), Some(Step::Over));
    assert_eq!(step("2026-06-11", "2026-07-01"), None);
}

#[test]
fn what_is_looked_up_is_every_clock_with_a_step_in_the_window_and_little_else() {
    let (steps, calendar) = (steps(), calendar());
    for first in 0..120 {
        let today = day("2026-03-01").plus_days(first);
        let window = Window { after: today.plus_days(-1 - first % 4), today };
        let dues = candidates(std::slice::from_ref(&steps), &calendar, window);
        assert!(dues.len() < 40, "{} days are looked up", dues.len());
        let judged = delivered_candidates(&[(steps.clone(), Span::Days(10))], &calendar, window);
        for n in -20..60 {
            let due = today.plus_days(n);
            for span in [Span::Months(3), Span::WorkingDays(3)] {
                let running = Running { clock: Clock::Check, from: due.plus_days(-90), due };
                let found = running.step(&steps, span, &calendar, window).is_some();
                assert!(!found || dues.contains(&due), "{due} on {today}");
            }
            let running = Running { clock: Clock::Judge, from: due.plus_days(-10), due };
            let found = running.step(&steps, Span::Days(10), &calendar, window).is_some();
            assert_eq!(found, judged.contains(&due), "{due} on {today}");
        }
    }
}

#[test]
fn a_congress_may_have_steps_of_its_own_and_nonsense_is_named() {
    let own = |value: &str| {
        let (key, document) = ("remind.before".to_owned(), "临江县人大办文".to_owned());
        Steps::of(&RuleBook::lay(vec![Entry { key, value: value.to_owned(), grade: Grade::A, document }]).unwrap())
    };
    assert_eq!(own("15 3").unwrap().before, [15, 3]);
    for nonsense in ["five", "0", "61", "-1"] {
        assert_eq!(own(nonsense).unwrap_err().value, nonsense);
    }
}

#[test]
fn a_letter_and_a_step_are_reminded_of_by_their_own_day_and_a_look_back_once() {
    for clock in [Clock::Letter, Clock::KeyStep, Clock::Item] {
        let found = reminded(clock, Span::Days(1), "2026-05-08", "2026-05-20");
        table(
            found,
            &[
                ("2026-05-09", Step::Before(10)),
                ("2026-05-15", Step::Before(5)),
                ("2026-05-19", Step::Before(1)),
                ("2026-05-21", Step::Over),
            ],
        );
    }
    let found = reminded(Clock::LookBack, Span::Months(6), "2026-01-20", "2026-07-20");
    table(found, &[("2026-07-20", Step::Before(0))]);
}

#[test]
fn what_comes_to_its_look_back_is_found_by_the_day_it_began_to_wait() {
    let calendar = calendar();
    for n in 0..40 {
        let today = day("2026-07-01").plus_days(n);
        let window = Window { after: today.plus_days(-1), today };
        let since = waiting_candidates(&[Span::Months(6)], &calendar, window);
        for from in since {
            let due = kernel::Due::count(&calendar, from, Span::Months(6)).day;
            let running = Running { clock: Clock::LookBack, from, due };
            assert!(running.step(&steps(), Span::Months(6), &calendar, window).is_some(), "{from} on {today}");
        }
    }
    let today = day("2026-07-20");
    let since = waiting_candidates(&[Span::Months(6)], &calendar, Window { after: today.plus_days(-1), today });
    assert_eq!(since, [day("2026-01-20")]);
}
