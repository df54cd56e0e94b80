//! 电话催评、更正类别: what the office did beside the way a matter goes, put into the story where it happened.

use suggestions_rules::{Fact, Mark, Step};

use super::Happened;

/// The marks with the calls and the changes of category among the facts that may be seen.
pub(super) fn told(mut marks: Vec<Mark>, history: &[Happened]) -> Vec<Mark> {
    for one in history {
        let step = match one.fact {
            Fact::JudgementCalledFor { round, person, words, .. } => Step::CalledFor { round, person, words },
            Fact::Reclassed { reason, .. } => Step::Reclassed { words: reason },
            _ => continue,
        };
        let before = |mark: &Mark| matches!(mark, Mark::Done { at, .. } if *at <= one.at);
        let place = marks.iter().rposition(before).map_or(0, |at| at + 1);
        marks.insert(place, Mark::Done { step, at: one.at });
    }
    marks
}
