//! Days that must not be missed.

use law_rules::{audit_rectification_due, quota_change_report_due, report_deadlines, suggestion_due, two_month_due};

use super::Function;
use crate::{
    Kind,
    answer::tell,
    argument::{must, or},
};

pub const FUNCTIONS: &[Function] = &[
    Function {
        number: 2,
        name: "quota_change_report_due",
        arguments: &[must("date", Kind::Day)],
        example: r#"{"date":"2026-04-01"}"#,
        call: |given, calendar| tell(quota_change_report_due(calendar, given.get("date")?)),
    },
    Function {
        number: 32,
        name: "two_month_due",
        arguments: &[must("date", Kind::Day)],
        example: r#"{"date":"2026-12-18"}"#,
        call: |given, calendar| tell(two_month_due(calendar, given.get("date")?)),
    },
    Function {
        number: 28,
        name: "suggestion_due",
        arguments: &[must("assigned", Kind::Day), or("complex", Kind::YesNo, "false")],
        example: r#"{"assigned":"2026-03-10","complex":false}"#,
        call: |given, calendar| tell(suggestion_due(calendar, given.get("assigned")?, given.get("complex")?)),
    },
    Function {
        number: 29,
        name: "report_deadlines",
        arguments: &[must("meeting", Kind::Day)],
        example: r#"{"meeting":"2026-05-27"}"#,
        call: |given, calendar| tell(report_deadlines(calendar, given.get("meeting")?)),
    },
    Function {
        number: 30,
        name: "audit_rectification_due",
        arguments: &[must("heard", Kind::Day)],
        example: r#"{"heard":"2026-07-28"}"#,
        call: |given, calendar| tell(audit_rectification_due(calendar, given.get("heard")?)),
    },
];
