//! 电话催评: the calls of the office, put into the story where they happened.

use suggestions_rules::{Fact, Mark, Step};

use super::Happened;

/// The marks with the calls among the facts that may be seen.
pub(super) fn told(mut marks: Vec<Mark>, history: &[Happened]) -> Vec<Mark> {
    for one in history {
        let Fact::JudgementCalledFor { round, person, words, .. } = one.fact else { continue };
        let before = |mark: &Mark| matches!(mark, Mark::Done { at, .. } if *at <= one.at);
        let place = marks.iter().rposition(before).map_or(0, |at| at + 1);
        marks.insert(place, Mark::Done { step: Step::CalledFor { round, person, words }, at: one.at });
    }
    marks
}
