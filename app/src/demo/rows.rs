//! Suggestions as rows: the columns follow from the stage, as the tables say.

mod columns;
mod differences;
mod doubts;
mod parts;
mod promises;
mod shown;

use std::collections::BTreeMap;

use kernel::{BodyId, Moment, Recorded};
use kit::{
    Fault,
    db::{Tx, Val},
    journal,
};
use suggestions_rules::{Answer, Fact, Held, SessionId, Stage, Suggestion};

use self::columns::{ASSIGNMENT, EXTENSION, JUDGEMENT, OBJECTION, POINT, REPLY, SUGGESTION, TALK};
use super::tale::Tale;

/// How many suggestions of a congress stand in a stage, a category and a session, with an outcome when they are closed.
pub type Counts = BTreeMap<(BodyId, &'static str, String, SessionId, &'static str), i64>;

/// Rows on their way into the tables.
#[derive(Default)]
pub struct Rows {
    suggestion: Vec<Vec<Val>>,
    cosigner: Vec<Vec<Val>>,
    wish: Vec<Vec<Val>>,
    remark: Vec<Vec<Val>>,
    assignment: Vec<Vec<Val>>,
    objection: Vec<Vec<Val>>,
    extension: Vec<Vec<Val>>,
    reply: Vec<Vec<Val>>,
    reply_point: Vec<Vec<Val>>,
    delivery: Vec<Vec<Val>>,
    judgement: Vec<Vec<Val>>,
    talk: Vec<Vec<Val>>,
    room_note: Vec<Vec<Val>>,
    difference: Vec<Vec<Val>>,
    difference_party: Vec<Vec<Val>>,
    class_doubt: Vec<Vec<Val>>,
    shown_draft: Vec<Vec<Val>>,
    promise: Vec<Vec<Val>>,
    promise_step: Vec<Vec<Val>>,
    promise_word: Vec<Vec<Val>>,
    facts: Vec<Recorded<Fact>>,
    counts: Counts,
}

impl Rows {
    /// How many suggestions are in it.
    pub fn len(&self) -> usize {
        self.suggestion.len()
    }

    /// Takes a suggestion in.
    pub fn take(&mut self, tale: Tale) {
        let Tale { suggestion, begun, facts, words, contacts, doubts, promises, notes, shown, differences } = tale;
        self.facts.extend(facts);
        let id = suggestion.id;
        for words in words {
            let (at, by) = (words.at, words.by);
            self.remark.push(vec![
                words.id.into(),
                id.into(),
                words.kind.into(),
                words.words.into(),
                by.into(),
                at.into(),
            ]);
        }
        for (nth, cosigner) in suggestion.cosigners.iter().enumerate() {
            let (answer, answered) = match cosigner.answer {
                Answer::Asked => ("asked", None),
                Answer::Confirmed(at) => ("confirmed", Some(at)),
                Answer::Declined(at) => ("declined", Some(at)),
            };
            self.cosigner.push(vec![
                id.into(),
                cosigner.person.into(),
                place(nth),
                cosigner.invited.into(),
                answer.into(),
                answered.into(),
            ]);
        }
        for (nth, unit) in suggestion.sheet.wishes.iter().enumerate() {
            self.wish.push(vec![id.into(), place(nth), (*unit).into()]);
        }
        if let Some(handling) = suggestion.stage.handling() {
            for (nth, assignment) in handling.handlers.all().enumerate() {
                self.assignment(&suggestion, nth, assignment);
            }
        }
        for contact in contacts {
            self.contact(&suggestion, contact);
        }
        for note in notes {
            let row =
                [note.id.into(), id.into(), note.sender.into(), note.by.into(), note.words.into(), note.at.into()];
            self.room_note.push(row.to_vec());
        }
        for difference in &differences {
            self.difference(id, difference);
        }
        for doubt in &doubts {
            self.doubt(&suggestion, doubt);
        }
        for one in &shown {
            self.shown(&suggestion, one);
        }
        for promise in &promises {
            self.promise(&suggestion, promise);
        }
        self.suggestion(suggestion, begun);
    }

    fn suggestion(&mut self, suggestion: Suggestion, begun: Moment) {
        let stage = &suggestion.stage;
        let (submission, accepted, numbered) = (stage.submission(), stage.accepted(), stage.numbered());
        let handling = stage.handling();
        let category = accepted.map(|accepted| accepted.category.clone()).unwrap_or_default();
        let (returned, return_reason) = match stage {
            Stage::Returned { at, reason, .. } => (Some(*at), Some(*reason)),
            _ => (None, None),
        };
        let (withdrawn, withdraw_reason) = match stage {
            Stage::Withdrawn { at, reason, .. } => (Some(*at), Some(*reason)),
            _ => (None, None),
        };
        let refusing = stage.refusing();
        let refused = if let Stage::Refused { at, .. } = stage { Some(*at) } else { None };
        let closed = if let Stage::Closed { at, .. } = stage { Some(*at) } else { None };
        let outcome = closed.and(handling).map(|handling| handling.outcome(suggestion.lead.person).word());
        let key =
            (suggestion.congress, stage.word(), category.clone(), suggestion.session, outcome.unwrap_or_default());
        *self.counts.entry(key).or_default() += 1;
        let until = if let Stage::Cosigning { until } = stage { Some(*until) } else { None };
        let sheet = &suggestion.sheet;
        self.suggestion.push(vec![
            suggestion.id.into(),
            suggestion.congress.into(),
            suggestion.session.into(),
            suggestion.lead.person.into(),
            sheet.title.as_str().into(),
            sheet.body.as_str().into(),
            sheet.source.map(|source| source.word()).into(),
            sheet.publish.into(),
            sheet.not_public_because.as_str().into(),
            sheet.wants_meeting.into(),
            sheet.keep_identity.into(),
            stage.word().into(),
            held(stage).into(),
            category.into(),
            begun.into(),
            until.into(),
            submission.map(|submission| submission.at).into(),
            submission.map(|submission| submission.occasion.word()).into(),
            submission.and_then(|submission| submission.assign_by).into(),
            returned.into(),
            return_reason.into(),
            submission.map_or(0, |submission| submission.returns).into(),
            submission.is_some_and(|submission| submission.insisted).into(),
            refusing.map(|refusing| refusing.at).into(),
            refusing.map(|refusing| refusing.ground.as_str()).into(),
            refusing.map(|refusing| refusing.disposal.as_str()).into(),
            refusing.map(|refusing| refusing.reason).into(),
            refused.into(),
            accepted.map(|accepted| accepted.at).into(),
            numbered.map(|numbered| numbered.number.series.as_str()).into(),
            numbered.map(|numbered| numbered.number.n).into(),
            numbered.map(|numbered| numbered.number.text.as_str()).into(),
            numbered.map(|numbered| numbered.at).into(),
            handling.map(|handling| handling.assigned).into(),
            closed.into(),
            outcome.into(),
            withdrawn.into(),
            withdraw_reason.into(),
            1i64.into(),
        ]);
    }

    /// Puts the rows in, with their facts in the order of time; answers with the counts, which are kept for the end.
    pub async fn write(mut self, tx: &mut Tx) -> Result<Counts, Fault> {
        tx.bulk("suggestion", SUGGESTION, self.suggestion).await?;
        tx.bulk("cosigner", &["suggestion", "person", "ordinal", "invited", "answer", "answered"], self.cosigner)
            .await?;
        tx.bulk("wish", &["suggestion", "ordinal", "unit"], self.wish).await?;
        tx.bulk("remark", &["id", "suggestion", "kind", "words", "written_by", "at"], self.remark).await?;
        tx.bulk("assignment", ASSIGNMENT, self.assignment).await?;
        tx.bulk("objection", OBJECTION, self.objection).await?;
        tx.bulk("extension", EXTENSION, self.extension).await?;
        tx.bulk("reply", REPLY, self.reply).await?;
        tx.bulk("reply_point", POINT, self.reply_point).await?;
        tx.bulk("delivery", &["assignment", "round", "signer", "ordinal", "suggestion"], self.delivery).await?;
        tx.bulk("judgement", JUDGEMENT, self.judgement).await?;
        tx.bulk("talk", TALK, self.talk).await?;
        tx.bulk("room_note", &["id", "suggestion", "sender", "written_by", "words", "at"], self.room_note).await?;
        tx.bulk("unit_difference", differences::DIFFERENCE, self.difference).await?;
        tx.bulk("unit_difference_party", &["difference", "unit"], self.difference_party).await?;
        tx.bulk("class_doubt", doubts::DOUBT, self.class_doubt).await?;
        tx.bulk("shown_draft", shown::SHOWN, self.shown_draft).await?;
        tx.bulk("promise", promises::PROMISE, self.promise).await?;
        tx.bulk("promise_step", promises::STEP, self.promise_step).await?;
        tx.bulk("promise_word", promises::WORD, self.promise_word).await?;
        self.facts.sort_by_key(|recorded| recorded.at);
        journal::append_all(tx, self.facts).await?;
        Ok(self.counts)
    }
}

fn place(nth: usize) -> Val {
    i64::try_from(nth).unwrap_or(0).into()
}

const fn held(stage: &Stage) -> Option<&'static str> {
    match stage {
        Stage::Withdrawn { held, .. } => Some(match held {
            Held::Submitted(_) => "submitted",
            Held::Accepted(_) => "accepted",
            Held::Numbered(_) => "numbered",
            Held::Handling(_) => "handling",
        }),
        _ => None,
    }
}
