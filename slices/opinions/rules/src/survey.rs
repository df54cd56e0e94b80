//! 回访: some weeks after it is over the person is asked once whether what was promised was done and has held.

use kernel::Moment;
use suggestions_rules::OpinionRules;

use crate::{Refusal, Stage};

/// From when on the person is asked; nothing where it is not over.
///
/// # Errors
/// When it is not over, ended with a channel alone, or was over only lately.
pub fn survey_due(stage: &Stage, rules: &OpinionRules, now: Moment) -> Result<(), Refusal> {
    let Stage::Closed { at, how } = stage else { return Err(Refusal::TooSoon) };
    let days = i32::from(rules.survey.value);
    let asked = *how != crate::Closing::Elsewhere && now.day() >= at.day().plus_days(days);
    if asked { Ok(()) } else { Err(Refusal::TooSoon) }
}
