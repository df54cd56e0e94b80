//! The shapes of promises in JSON.

use serde::Serialize;
use suggestions_rules::{Promise, PromiseStep, SecondReply, Standing};
use utoipa::ToSchema;
use uuid::Uuid;

use super::shape::Named;
use crate::{
    desk::promise::version,
    queries::{Detail, PromiseLine},
};

/// One line of the ledger.
#[derive(Serialize, ToSchema)]
pub struct PromiseLineJson {
    id: Uuid,
    suggestion: Uuid,
    number: Option<String>,
    title: String,
    lead: Option<String>,
    unit: Option<String>,
    /// What is promised.
    words: String,
    /// The class of the reply.
    class: Option<String>,
    /// The day it was first promised for.
    first_due: String,
    /// The day it is promised for.
    due: String,
    /// `open`, `answered`, `kept` or `not-kept`.
    standing: String,
    /// Whether it was carried into a later year.
    taken_over: bool,
    /// When it was last reported on.
    reported: Option<i64>,
    /// When the second reply was given.
    answered: Option<i64>,
    /// The class of the second reply.
    class_now: Option<String>,
    /// When it was settled.
    settled: Option<i64>,
}

/// A page of the ledger with the exact total.
#[derive(Serialize, ToSchema)]
pub struct PromiseLines {
    /// The lines.
    pub items: Vec<PromiseLineJson>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How many there are.
    pub total: i64,
}

/// One promise, as the caller may see it.
#[derive(Serialize, ToSchema)]
pub struct PromiseJson {
    id: Uuid,
    /// For `If-Match` when its day is moved.
    day_version: i64,
    assignment: Uuid,
    /// The round of reply in which it was made.
    round: u16,
    /// What is promised.
    words: String,
    /// When it was recorded.
    made: i64,
    /// The day it was first promised for.
    first_due: String,
    /// The day it is promised for.
    due: String,
    /// The last day for the next report.
    report_by: String,
    /// `open`, `answered`, `kept`, `not-kept` or `struck`.
    standing: &'static str,
    /// Whether it was carried into a later year.
    taken_over: bool,
    /// Reports, moved days, second replies sent back.
    steps: Vec<PromiseStepJson>,
    /// The second reply.
    second_reply: Option<SecondJson>,
    /// When it was settled.
    settled: Option<i64>,
    /// Why it was settled so.
    settle_reason: Option<String>,
}

/// One step of a promise.
#[derive(Serialize, ToSchema)]
pub struct PromiseStepJson {
    at: i64,
    /// `reported`, `moved`, `taken-over` or `sent-back`.
    kind: &'static str,
    /// The report or the reason.
    words: String,
    /// The day it had, where it was moved.
    was: Option<String>,
    /// The day it got.
    due: Option<String>,
}

/// A second reply.
#[derive(Serialize, ToSchema)]
pub struct SecondJson {
    at: i64,
    /// Whether the unit says that the promise is kept.
    kept: bool,
    /// The class of the result as it is now.
    class: String,
    words: String,
    /// The last day to judge it in time.
    judge_by: String,
    /// The signers' words; those the caller may not see yet are absent.
    judgements: Vec<SecondWordJson>,
}

/// One signer's word on a second reply.
#[derive(Serialize, ToSchema)]
pub struct SecondWordJson {
    signer: Named,
    result: Option<&'static str>,
    reason: Option<String>,
}

/// One line of the ledger.
pub fn line(line: PromiseLine) -> PromiseLineJson {
    PromiseLineJson {
        id: line.id.uuid(),
        suggestion: line.suggestion.uuid(),
        number: line.number,
        title: line.title,
        lead: line.lead,
        unit: line.unit,
        words: line.words,
        class: line.class,
        first_due: line.first_due.to_string(),
        due: line.due.to_string(),
        standing: line.standing,
        taken_over: line.taken_over,
        reported: line.reported.map(|at| at.millis()),
        answered: line.answered.map(|at| at.millis()),
        class_now: line.class_now,
        settled: line.settled.map(|at| at.millis()),
    }
}

/// One promise in the whole of its suggestion.
pub fn promise(d: &Detail, one: &Promise) -> PromiseJson {
    let (settled, reason) = match &one.standing {
        Standing::Settled { at, reason, .. } => (Some(*at), *reason),
        _ => (None, None),
    };
    PromiseJson {
        id: one.id.uuid(),
        day_version: version(one),
        assignment: one.assignment.uuid(),
        round: one.round,
        words: one.words.to_string(),
        made: one.made.millis(),
        first_due: one.first_due.to_string(),
        due: one.due.to_string(),
        report_by: one.report_by.to_string(),
        standing: one.standing.word(),
        taken_over: one.taken_over(),
        steps: one.steps.iter().map(|step| happened(d, step)).collect(),
        second_reply: one.reply().map(|reply| second(d, reply)),
        settled: settled.map(|at| at.millis()),
        settle_reason: reason.map(|id| d.words(id).to_owned()),
    }
}

fn happened(d: &Detail, step: &PromiseStep) -> PromiseStepJson {
    let days = step.kind.days();
    PromiseStepJson {
        at: step.at.millis(),
        kind: step.kind.word(),
        words: d.words(step.words).to_owned(),
        was: days.map(|days| days.0.to_string()),
        due: days.map(|days| days.1.to_string()),
    }
}

fn second(d: &Detail, reply: &SecondReply) -> SecondJson {
    let said = |(who, word): &(kernel::PersonId, Option<suggestions_rules::Said>)| SecondWordJson {
        signer: Named { id: who.uuid(), name: d.person(*who).to_owned() },
        result: word.map(|word| word.result.word()),
        reason: word.and_then(|word| word.reason).map(|id| d.words(id).to_owned()),
    };
    SecondJson {
        at: reply.at.millis(),
        kept: reply.kept,
        class: reply.class.clone(),
        words: d.words(reply.words).to_owned(),
        judge_by: reply.judge_by.to_string(),
        judgements: reply.said.iter().map(said).collect(),
    }
}
