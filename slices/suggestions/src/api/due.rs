//! A due day and how it came about, in JSON.

use kernel::{Span, Step};
use serde::Serialize;
use suggestions_rules::{Assignment, Given};
use utoipa::ToSchema;

use crate::explained::counted;

/// How a day is counted: by which rule, from when, and over which days.
#[derive(Serialize, ToSchema)]
pub struct DueExplainedJson {
    /// The entry of the rule book: `limit.reply` …
    pub rule: &'static str,
    /// The document the entry cites.
    pub document: String,
    /// The day the clock started; not counted.
    pub from: String,
    /// How many months, days or working days.
    pub count: u16,
    /// `months`, `days` or `working-days`.
    pub unit: &'static str,
    /// The day that follows from it now. Where the part's `due` is another, it was extended, or counted under a rule that stood then.
    pub day: String,
    /// Whether a missing day of the month became the month's last.
    pub month_end: bool,
    /// The days passed over, or counted against the usual week, in order.
    pub steps: Vec<DueStepJson>,
    /// Years whose calendar nobody has published yet: weekends only were known.
    pub unpublished_years: Vec<i16>,
}

/// One day that mattered on the way.
#[derive(Serialize, ToSchema)]
pub struct DueStepJson {
    /// The day.
    pub day: String,
    /// Whether it was counted (a make-up working day) or passed over.
    pub counted: bool,
    /// 春节; absent for a weekend.
    pub occasion: Option<String>,
    /// The document that says so.
    pub source: Option<String>,
}

/// What explains the day a part is due; nothing where nothing is awaited.
pub fn explained(part: &Assignment, given: &Given<'_>) -> Option<DueExplainedJson> {
    let (limit, from) = counted(part, given.book)?;
    let explained = given.explain(limit, from);
    let (count, unit) = match explained.due.span {
        Span::Months(count) => (count, "months"),
        Span::Days(count) => (count, "days"),
        Span::WorkingDays(count) => (count, "working-days"),
    };
    let step = |step: Step| DueStepJson {
        day: step.day.to_string(),
        counted: step.counted,
        occasion: step.occasion,
        source: step.source,
    };
    Some(DueExplainedJson {
        rule: limit.key(),
        document: explained.rule.document,
        from: from.to_string(),
        count,
        unit,
        day: explained.due.day.to_string(),
        month_end: explained.due.month_end,
        steps: explained.due.steps.into_iter().map(step).collect(),
        unpublished_years: explained.due.unpublished_years,
    })
}
