//! Suggestions as rows: the columns follow from the stage, as the tables say.

use std::collections::BTreeMap;

use kernel::{BodyId, Moment, Recorded};
use kit::{
    Fault,
    db::{Tx, Val},
    journal,
};
use suggestions_rules::{
    Answer, Assignment, Fact, Held, Letter, Role, Round, RoundStage, Score, SessionId, Stage, Suggestion, Work,
};

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
    reply: Vec<Vec<Val>>,
    delivery: Vec<Vec<Val>>,
    judgement: Vec<Vec<Val>>,
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
        let Tale { suggestion, begun, facts, words } = tale;
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

    fn assignment(&mut self, suggestion: &Suggestion, nth: usize, assignment: &Assignment) {
        let (signed, advised, opinion) = match &assignment.work {
            Work::Waiting => (None, None, None),
            Work::Advising { signed } | Work::Handling { signed, .. } => (Some(*signed), None, None),
            Work::Advised { signed, at, opinion } => (Some(*signed), Some(*at), Some(*opinion)),
            // The tales of the demonstration hold no objections yet.
            Work::Objecting { .. } | Work::PassedOn { .. } => (assignment.signed(), None, None),
        };
        // At rest nothing is awaited any more.
        let (awaits, by) = match suggestion.stage {
            Stage::Handling(_) => assignment.awaits(),
            _ => (suggestions_rules::Awaited::Nothing, None),
        };
        self.assignment.push(vec![
            assignment.id.into(),
            suggestion.id.into(),
            suggestion.congress.into(),
            assignment.unit.into(),
            Role::word(assignment.role).into(),
            place(nth),
            assignment.assigned.into(),
            assignment.sign_by.into(),
            assignment.due.into(),
            assignment.work.word().into(),
            signed.into(),
            advised.into(),
            opinion.into(),
            awaits.word().into(),
            by.into(),
        ]);
        if let Work::Handling { past, round, .. } = &assignment.work {
            for round in past.iter().chain([round]) {
                self.round(suggestion, assignment, round);
            }
        }
    }

    fn round(&mut self, suggestion: &Suggestion, assignment: &Assignment, round: &Round) {
        let stage = &round.stage;
        let signature = round.signature();
        let letter = round.letter();
        let sent = if let RoundStage::Checking { sent, .. } = stage { Some(*sent) } else { None };
        let passed = if let RoundStage::Passed { at, .. } = stage { Some(*at) } else { None };
        let (delivered, judge_by) = match stage {
            RoundStage::Delivered { at, judge_by, .. } => (Some(*at), Some(*judge_by)),
            _ => (None, None),
        };
        let of_letter = |take: fn(&Letter) -> Val| letter.map_or(Val::Null, take);
        self.reply.push(vec![
            assignment.id.into(),
            round.ordinal.into(),
            suggestion.id.into(),
            round.opened.into(),
            round.due.into(),
            stage.word().into(),
            of_letter(|letter| letter.number.as_ref().map(|number| number.as_str()).into()),
            of_letter(|letter| letter.body.as_str().into()),
            of_letter(|letter| letter.contact.as_str().into()),
            of_letter(|letter| letter.publish.into()),
            sent.into(),
            passed.into(),
            signature.map(|signature| signature.at).into(),
            signature.map(|signature| signature.by).into(),
            signature.map(|signature| signature.class.as_str()).into(),
            signature.map(|signature| signature.counted_as.word()).into(),
            delivered.into(),
            judge_by.into(),
        ]);
        for (nth, delivery) in round.deliveries().iter().enumerate() {
            let key = |more: Vec<Val>| {
                let mut row: Vec<Val> = vec![assignment.id.into(), round.ordinal.into(), delivery.signer.into()];
                row.extend(more);
                row
            };
            self.delivery.push(key(vec![place(nth), suggestion.id.into()]));
            if let Some(word) = delivery.judgement {
                let scores = (Score::word(word.process), Score::word(word.result));
                let row = vec![scores.0.into(), scores.1.into(), word.reason.into(), word.at.into()];
                self.judgement.push(key(row));
            }
        }
    }

    /// Puts the rows in, with their facts in the order of time; answers with the counts, which are kept for the end.
    pub async fn write(mut self, tx: &mut Tx) -> Result<Counts, Fault> {
        tx.bulk("suggestion", SUGGESTION, self.suggestion).await?;
        tx.bulk("cosigner", &["suggestion", "person", "ordinal", "invited", "answer", "answered"], self.cosigner)
            .await?;
        tx.bulk("wish", &["suggestion", "ordinal", "unit"], self.wish).await?;
        tx.bulk("remark", &["id", "suggestion", "kind", "words", "written_by", "at"], self.remark).await?;
        tx.bulk("assignment", ASSIGNMENT, self.assignment).await?;
        tx.bulk("reply", REPLY, self.reply).await?;
        tx.bulk("delivery", &["assignment", "round", "signer", "ordinal", "suggestion"], self.delivery).await?;
        tx.bulk("judgement", JUDGEMENT, self.judgement).await?;
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

const SUGGESTION: &[&str] = &[
    "id",
    "congress",
    "session",
    "lead",
    "title",
    "body",
    "source",
    "publish",
    "not_public_because",
    "wants_meeting",
    "keep_identity",
    "stage",
    "held",
    "category",
    "begun",
    "cosign_until",
    "filed",
    "occasion",
    "assign_by",
    "returned",
    "return_reason",
    "returns",
    "accepted",
    "series",
    "n",
    "number",
    "numbered",
    "assigned",
    "closed",
    "outcome",
    "withdrawn",
    "withdraw_reason",
    "version",
];
const ASSIGNMENT: &[&str] = &[
    "id",
    "suggestion",
    "congress",
    "unit",
    "role",
    "ordinal",
    "assigned",
    "sign_by",
    "due",
    "work",
    "signed",
    "advised",
    "opinion",
    "awaits",
    "awaits_by",
];
const REPLY: &[&str] = &[
    "assignment",
    "round",
    "suggestion",
    "opened",
    "due",
    "stage",
    "number",
    "body",
    "contact",
    "publish",
    "sent",
    "passed",
    "signed",
    "signed_by",
    "class",
    "counted_as",
    "delivered",
    "judge_by",
];
const JUDGEMENT: &[&str] = &["assignment", "round", "signer", "process", "result", "reason", "at"];
