//! Promises as rows, with their steps and the deputies' words.

use suggestions_rules::{Promise, Standing, Suggestion};

use super::{Rows, place};

pub const PROMISE: &[&str] = &[
    "id",
    "suggestion",
    "assignment",
    "congress",
    "unit",
    "round",
    "words",
    "made",
    "first_due",
    "due",
    "report_by",
    "standing",
    "taken_over",
    "answered",
    "answered_by",
    "reply",
    "said_kept",
    "class",
    "counted_as",
    "judge_by",
    "settled",
    "settle_reason",
];
pub const STEP: &[&str] = &["promise", "ordinal", "at", "kind", "words", "was", "due"];
pub const WORD: &[&str] = &["promise", "nth", "signer", "ordinal", "result", "reason", "at"];

impl Rows {
    /// A promise of a unit, as the verbs left it.
    pub(super) fn promise(&mut self, suggestion: &Suggestion, promise: &Promise) {
        let part = suggestion.stage.handling().and_then(|handling| handling.handlers.find(promise.assignment));
        let Some(unit) = part.map(|part| part.unit) else { return };
        let reply = promise.reply();
        let (settled, reason) = match &promise.standing {
            Standing::Settled { at, reason, .. } => (Some(*at), *reason),
            Standing::Struck { at } => (Some(*at), None),
            Standing::Open | Standing::Answered(_) => (None, None),
        };
        self.promise.push(vec![
            promise.id.into(),
            suggestion.id.into(),
            promise.assignment.into(),
            suggestion.congress.into(),
            unit.into(),
            promise.round.into(),
            promise.words.as_str().into(),
            promise.made.into(),
            promise.first_due.into(),
            promise.due.into(),
            promise.report_by.into(),
            promise.standing.word().into(),
            promise.taken_over().into(),
            reply.map(|reply| reply.at).into(),
            reply.map(|reply| reply.by).into(),
            reply.map(|reply| reply.words).into(),
            reply.map(|reply| reply.kept).into(),
            reply.map(|reply| reply.class.as_str()).into(),
            reply.map(|reply| reply.counted_as.word()).into(),
            reply.map(|reply| reply.judge_by).into(),
            settled.into(),
            reason.into(),
        ]);
        for (nth, step) in promise.steps.iter().enumerate() {
            let days = step.kind.days();
            self.promise_step.push(vec![
                promise.id.into(),
                place(nth + 1),
                step.at.into(),
                step.kind.word().into(),
                step.words.into(),
                days.map(|days| days.0).into(),
                days.map(|days| days.1).into(),
            ]);
        }
        for (nth, (signer, word)) in reply.iter().flat_map(|reply| &reply.said).enumerate() {
            self.promise_word.push(vec![
                promise.id.into(),
                place(promise.answers()),
                (*signer).into(),
                place(nth),
                word.map(|word| word.result.word()).into(),
                word.and_then(|word| word.reason).into(),
                word.map(|word| word.at).into(),
            ]);
        }
    }
}
