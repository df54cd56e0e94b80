//! 年度计划审批: the plan of a station and year as a whole, from the draft to the decision of the meeting that approves it.

use crate::{Refusal, YearStage};

/// The most a year's budget can be, in 分: a hundred million yuan.
const MOST_BUDGET: i64 = 10_000_000_000;

impl YearStage {
    /// The station submits it, with something in it.
    ///
    /// # Errors
    /// When it waits or is approved already, or nothing is planned.
    pub const fn submit(self, items: i64) -> Result<Self, Refusal> {
        match self {
            Self::Draft | Self::Returned if items == 0 => Err(Refusal::YearEmpty),
            Self::Draft | Self::Returned => Ok(Self::Submitted),
            Self::Submitted | Self::Approved => Err(Refusal::YearStage),
        }
    }

    /// A meeting approves it, or sends it back.
    ///
    /// # Errors
    /// When it was not submitted.
    pub const fn decide(self, approved: bool) -> Result<Self, Refusal> {
        match self {
            Self::Submitted if approved => Ok(Self::Approved),
            Self::Submitted => Ok(Self::Returned),
            Self::Draft | Self::Approved | Self::Returned => Err(Refusal::YearStage),
        }
    }

    /// Something comes into it, or its budget changes: one that was approved is a draft again and goes before the meeting once more.
    ///
    /// # Errors
    /// While it waits for the meeting.
    pub const fn change(self) -> Result<Self, Refusal> {
        match self {
            Self::Submitted => Err(Refusal::YearWaits),
            Self::Returned => Ok(Self::Returned),
            Self::Draft | Self::Approved => Ok(Self::Draft),
        }
    }
}

/// Whether a budget can be, in 分.
#[must_use]
pub const fn budget_fits(cents: i64) -> bool {
    cents >= 0 && cents <= MOST_BUDGET
}

/// Yuan as people type them, with 角 and 分 behind a point or without: in 分.
#[must_use]
pub fn cents(typed: &str) -> Option<i64> {
    let (yuan, rest) = typed.trim().split_once('.').unwrap_or((typed.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if yuan.is_empty() || !digits(yuan) || !digits(rest) || rest.len() > 2 {
        return None;
    }
    let rest: i64 = format!("{rest:0<2}").parse().ok()?;
    let cents = yuan.parse::<i64>().ok()?.checked_mul(100)?.checked_add(rest)?;
    budget_fits(cents).then_some(cents)
}

/// 分 as people read them: yuan with two digits behind the point.
#[must_use]
pub fn yuan(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, (cents % 100).abs())
}
