//! Days that the law counts for all nouns (F2, F28–F30, F32). The first day is not counted; a rest day at the end moves nothing.

use kernel::{Day, DayKind, Span, WorkingCalendar};
use serde::Serialize;

use crate::{Act, Step, Verdict};

/// The last day on which a thing is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// That day.
    pub due: Day,
}

/// The days by which a special work report must be handed over (监督法 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reports {
    /// The draft, to the committee for its opinion: 20 days before.
    pub draft: Day,
    /// The final text, to the standing committee: 10 days before.
    #[serde(rename = "final")]
    pub last: Day,
    /// To the members: 7 days before.
    pub members: Day,
}

/// The last day of a span with its step, and a word about it when nobody works on it.
#[must_use]
pub fn last_day(calendar: &WorkingCalendar, from: Day, span: Span) -> (Day, Vec<Step>) {
    let due = kernel::Due::count(calendar, from, span);
    let step = match span {
        Span::Months(months) if due.month_end => {
            Step::new("law-step-month-end").with("from", from).with("count", u32::from(months)).with("due", due.day)
        }
        Span::Months(months) => {
            Step::new("law-step-months").with("from", from).with("count", u32::from(months)).with("due", due.day)
        }
        Span::Days(days) => {
            Step::new("law-step-days").with("from", from).with("count", u32::from(days)).with("due", due.day)
        }
        Span::WorkingDays(days) => {
            Step::new("law-step-working-days").with("from", from).with("count", u32::from(days)).with("due", due.day)
        }
    };
    let rest = rest_day(calendar, due.day);
    (due.day, std::iter::once(step.reading()).chain(rest).collect())
}

/// The day that lies `count` days before `to`, which is not counted.
#[must_use]
pub fn before(to: Day, count: u16) -> Day {
    to.plus_days(-i32::from(count))
}

/// A word about a last day on which nobody works: the law moves nothing, so the office should be early.
#[must_use]
pub fn rest_day(calendar: &WorkingCalendar, day: Day) -> Option<Step> {
    match calendar.kind(day) {
        DayKind::Workday | DayKind::MakeUp(_) => None,
        DayKind::Weekend => Some(Step::new("law-step-weekend").with("day", day).reading()),
        DayKind::Holiday(exception) => {
            Some(Step::new("law-step-holiday").with("day", day).with("occasion", exception.occasion.as_str()).reading())
        }
    }
}

fn one(calendar: &WorkingCalendar, rule: Step, from: Day, span: Span) -> Verdict<Due> {
    let (due, steps) = last_day(calendar, from, span);
    let reason = Step::new("law-reason-due").with("due", due);
    Verdict::new(Due { due }, reason, std::iter::once(rule).chain(steps).collect())
}

/// F2: by when a number of seats set anew is reported to the Standing Committee of the National Congress (选举法 14).
#[must_use]
pub fn quota_change_report_due(calendar: &WorkingCalendar, date: Day) -> Verdict<Due> {
    one(calendar, Step::new("law-rule-quota-report").by(Act::Electoral, 14), date, Span::Days(30))
}

/// F28: by when a suggestion is answered: three months from hand-over, six when it is broad or hard (代表法 51).
#[must_use]
pub fn suggestion_due(calendar: &WorkingCalendar, assigned: Day, complex: bool) -> Verdict<Due> {
    let rule = if complex { Step::new("law-rule-answer-complex") } else { Step::new("law-rule-answer") };
    one(calendar, rule.by(Act::Deputies, 51), assigned, Span::Months(if complex { 6 } else { 3 }))
}

/// F30: by when the rectification after an audit is reported: six months after the audit report was heard (监督法 27).
#[must_use]
pub fn audit_rectification_due(calendar: &WorkingCalendar, heard: Day) -> Verdict<Due> {
    one(calendar, Step::new("law-rule-audit").by(Act::Supervision, 27), heard, Span::Months(6))
}

/// F32: two months: the first session after the deputies are elected (地方组织法 20), the members of a new government after its head is
/// (地方组织法 71).
#[must_use]
pub fn two_month_due(calendar: &WorkingCalendar, date: Day) -> Verdict<Due> {
    let mut verdict = one(calendar, Step::new("law-rule-first-session").by(Act::Organic, 20), date, Span::Months(2));
    verdict.working.insert(1, Step::new("law-rule-new-government").by(Act::Organic, 71));
    verdict
}

/// F29: by when a special work report goes to the committee, to the standing committee and to its members (监督法 15).
#[must_use]
pub fn report_deadlines(calendar: &WorkingCalendar, meeting: Day) -> Verdict<Reports> {
    let value = Reports { draft: before(meeting, 20), last: before(meeting, 10), members: before(meeting, 7) };
    let mut working = Vec::new();
    for (key, day, count) in [
        ("law-rule-report-draft", value.draft, 20_u32),
        ("law-rule-report-final", value.last, 10),
        ("law-rule-report-members", value.members, 7),
    ] {
        working.push(Step::new(key).with("due", day).with("count", count).by(Act::Supervision, 15));
        working.extend(rest_day(calendar, day));
    }
    let reason = Step::new("law-reason-reports")
        .with("draft", value.draft)
        .with("last", value.last)
        .with("members", value.members);
    Verdict::new(value, reason, working)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn calendar() -> WorkingCalendar {
        WorkingCalendar::state_council().unwrap()
    }

    #[test]
    fn due_days_are_counted_from_the_next_day_and_cut_at_the_end_of_a_month() {
        let given = &calendar();
        for (from, function, expected) in [
            ("2026-04-01", "F2", "2026-05-01"),
            ("2026-12-15", "F2", "2027-01-14"),
            ("2026-03-10", "F28", "2026-06-10"),
            ("2026-03-10", "F28 complex", "2026-09-10"),
            ("2025-11-30", "F28", "2026-02-28"),
            ("2025-11-30", "F28 complex", "2026-05-30"),
            ("2026-08-31", "F28", "2026-11-30"),
            ("2026-08-31", "F28 complex", "2027-02-28"),
            ("2026-07-28", "F30", "2027-01-28"),
            ("2026-08-31", "F30", "2027-02-28"),
            ("2026-12-18", "F32", "2027-02-18"),
            ("2026-12-31", "F32", "2027-02-28"),
            ("2027-01-15", "F32", "2027-03-15"),
        ] {
            let from = day(from);
            let verdict = match function {
                "F2" => quota_change_report_due(given, from),
                "F28" => suggestion_due(given, from, false),
                "F28 complex" => suggestion_due(given, from, true),
                "F30" => audit_rectification_due(given, from),
                _ => two_month_due(given, from),
            };
            assert_eq!(verdict.value.due, day(expected), "{function} {from}");
        }
    }

    #[test]
    fn a_report_is_handed_over_twenty_ten_and_seven_days_before() {
        // law.md F29
        for (meeting, draft, last, members) in [
            ("2026-05-27", "2026-05-07", "2026-05-17", "2026-05-20"),
            ("2026-03-26", "2026-03-06", "2026-03-16", "2026-03-19"),
        ] {
            let expected = Reports { draft: day(draft), last: day(last), members: day(members) };
            assert_eq!(report_deadlines(&calendar(), day(meeting)).value, expected);
        }
    }

    #[test]
    fn a_last_day_on_which_nobody_works_is_told_and_not_moved() {
        let told = |from: &str| {
            quota_change_report_due(&calendar(), day(from)).working.iter().map(|s| s.key).collect::<Vec<_>>()
        };
        assert_eq!(told("2026-04-01"), ["law-rule-quota-report", "law-step-days", "law-step-holiday"]);
        assert_eq!(told("2026-10-15"), ["law-rule-quota-report", "law-step-days", "law-step-weekend"]);
        // 2026-02-14 is a Saturday that is worked, to make up for the Spring Festival.
        assert_eq!(told("2026-01-15"), ["law-rule-quota-report", "law-step-days"]);
    }

    proptest! {
        #[test]
        fn more_time_is_never_earlier(from in 0_i32..20_000) {
            let from = day("2000-01-01").plus_days(from);
            let given = &calendar();
            let due = |complex| suggestion_due(given, from, complex).value.due;
            prop_assert!(from < due(false) && due(false) < due(true));
            let reports = report_deadlines(given, from).value;
            prop_assert!(reports.draft < reports.last && reports.last < reports.members && reports.members < from);
        }
    }
}
