//! Doubts about classes as rows.

use suggestions_rules::{Doubt, DoubtEnd, Suggestion};

use super::Rows;

pub const DOUBT: &[&str] = &[
    "id",
    "suggestion",
    "assignment",
    "round",
    "signer",
    "doubted",
    "class",
    "reason",
    "standing",
    "answered",
    "answer",
    "class_now",
];

impl Rows {
    /// A doubt, as the verbs left it.
    pub(super) fn doubt(&mut self, suggestion: &Suggestion, doubt: &Doubt) {
        let (answered, answer, class_now) = match &doubt.end {
            DoubtEnd::Open => (None, None, None),
            DoubtEnd::Kept { at, reason } => (Some(*at), Some(*reason), None),
            DoubtEnd::Changed { at, class, reason } => (Some(*at), Some(*reason), Some(class.as_str())),
            DoubtEnd::Withdrawn { at } => (Some(*at), None, None),
        };
        self.class_doubt.push(vec![
            doubt.id.into(),
            suggestion.id.into(),
            doubt.assignment.into(),
            doubt.round.into(),
            doubt.by.into(),
            doubt.at.into(),
            doubt.class.as_str().into(),
            doubt.reason.into(),
            doubt.end.word().into(),
            answered.into(),
            answer.into(),
            class_now.into(),
        ]);
    }
}
