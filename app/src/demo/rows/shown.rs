//! Drafts shown to deputies as rows.

use suggestions_rules::{ShownDraft, ShownEnd, Suggestion};

use super::Rows;

pub const SHOWN: &[&str] =
    &["id", "suggestion", "assignment", "round", "person", "shown", "standing", "answered", "letter", "words"];

impl Rows {
    /// A draft that was shown, as the verbs left it.
    pub(super) fn shown(&mut self, suggestion: &Suggestion, shown: &ShownDraft) {
        let (answered, letter, words) = match shown.end {
            ShownEnd::Waiting => (None, None, None),
            ShownEnd::Answered { at, letter, words } => (Some(at), Some(letter), words),
            ShownEnd::TakenBack { at } => (Some(at), None, None),
        };
        self.shown_draft.push(vec![
            shown.id.into(),
            suggestion.id.into(),
            shown.assignment.into(),
            shown.round.into(),
            shown.to.into(),
            shown.at.into(),
            shown.end.word().into(),
            answered.into(),
            letter.into(),
            words.into(),
        ]);
    }
}
