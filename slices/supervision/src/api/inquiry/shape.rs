//! What the JSON of inquiries looks like.

use kernel::Day;
use serde::Serialize;
use supervision_rules::{InquiryStage, Item, Poll, Question};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{queries::InquiryLine, store::InquiryKept};

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct InquiryLineJson {
    id: Uuid,
    topic: String,
    /// `report`, `enforcement` or `handling`.
    kind: String,
    #[schema(value_type = String)]
    day: Day,
    /// `preparing`, `told`, `held`, `concluded` or `called-off`.
    stage: String,
    questions: i64,
    /// What is to be put right.
    items: i64,
    settled: i64,
    overdue: i64,
}

/// A question with its answer.
#[derive(Serialize, ToSchema)]
pub struct InquiryQuestionJson {
    id: Uuid,
    unit: Uuid,
    asker: String,
    words: String,
    /// Milliseconds since 1970-01-01 UTC; absent while it waits for its answer.
    answered: Option<i64>,
    answer: Option<String>,
    remark: Option<String>,
}

/// The totals of a vote on a unit.
#[derive(Serialize, ToSchema)]
pub struct InquiryPollJson {
    unit: Uuid,
    /// `first` or `second`.
    turn: &'static str,
    ballots: u32,
    satisfied: u32,
    basically: u32,
    dissatisfied: u32,
    invalid: u32,
}

/// What a unit reported on an item.
#[derive(Serialize, ToSchema)]
pub struct InquiryItemReportJson {
    at: i64,
    words: String,
    /// When and why the office sent it back.
    back: Option<i64>,
    reason: Option<String>,
}

/// What is to be put right.
#[derive(Serialize, ToSchema)]
pub struct InquiryItemJson {
    id: Uuid,
    unit: Uuid,
    problem: String,
    #[schema(value_type = String)]
    due: Day,
    /// `listed`, `working`, `reported` or `settled`.
    standing: &'static str,
    measure: Option<String>,
    owner: Option<String>,
    reports: Vec<InquiryItemReportJson>,
    settled: Option<i64>,
    words: Option<String>,
}

/// A special inquiry.
#[derive(Serialize, ToSchema)]
pub struct InquiryJson {
    id: Uuid,
    /// For `If-Match`: counts every change of it.
    version: i64,
    congress: Uuid,
    topic: String,
    /// `report`, `enforcement` or `handling`.
    kind: &'static str,
    #[schema(value_type = String)]
    day: Day,
    place: String,
    /// Who presides.
    leader: String,
    basis: String,
    /// When the units were sent the questions.
    told: Option<i64>,
    /// `preparing`, `told`, `held`, `concluded` or `called-off`.
    stage: &'static str,
    /// The result, or why it was called off.
    words: Option<String>,
    questions: Vec<InquiryQuestionJson>,
    votes: Vec<InquiryPollJson>,
    items: Vec<InquiryItemJson>,
}

impl From<InquiryLine> for InquiryLineJson {
    fn from(line: InquiryLine) -> Self {
        let InquiryLine { id, topic, kind, day, stage, questions, items, settled, overdue } = line;
        Self { id: id.uuid(), topic, kind, day, stage, questions, items, settled, overdue }
    }
}

impl From<Question> for InquiryQuestionJson {
    fn from(it: Question) -> Self {
        let (answered, answer, remark) = match it.answer {
            Some(answer) => (Some(answer.at.millis()), Some(answer.words.into()), answer.remark.map(String::from)),
            None => (None, None, None),
        };
        let (id, unit) = (it.id.uuid(), it.unit.uuid());
        Self { id, unit, asker: it.asker.into(), words: it.words.into(), answered, answer, remark }
    }
}

impl From<Poll> for InquiryPollJson {
    fn from(it: Poll) -> Self {
        let Poll { unit, turn, ballots, satisfied, basically, dissatisfied, invalid } = it;
        Self { unit: unit.uuid(), turn: turn.word(), ballots, satisfied, basically, dissatisfied, invalid }
    }
}

impl From<Item> for InquiryItemJson {
    fn from(it: Item) -> Self {
        let standing = it.standing().word();
        let (measure, owner) = it.plan.map(|plan| (plan.measure.into(), plan.owner.into())).unzip();
        let (settled, words) = it.settled.map(|(at, words)| (at.millis(), words.into())).unzip();
        let reported = |report: supervision_rules::ItemReport| {
            let (back, reason) = report.back.map(|(at, reason)| (at.millis(), reason.into())).unzip();
            InquiryItemReportJson { at: report.at.millis(), words: report.words.into(), back, reason }
        };
        Self {
            id: it.id.uuid(),
            unit: it.unit.uuid(),
            problem: it.problem.into(),
            due: it.due,
            standing,
            measure,
            owner,
            reports: it.reports.into_iter().map(reported).collect(),
            settled,
            words,
        }
    }
}

impl From<InquiryKept> for InquiryJson {
    fn from(kept: InquiryKept) -> Self {
        let InquiryKept { inquiry: it, version } = kept;
        let stage = it.stage.word();
        let words = match it.stage {
            InquiryStage::Preparing | InquiryStage::Told | InquiryStage::Held => None,
            InquiryStage::Concluded { result, .. } => Some(result.into()),
            InquiryStage::CalledOff { reason, .. } => Some(reason.into()),
        };
        Self {
            id: it.id.uuid(),
            version,
            congress: it.congress.uuid(),
            topic: it.terms.topic.into(),
            kind: it.terms.kind.word(),
            day: it.terms.day,
            place: it.terms.place.into(),
            leader: it.terms.leader.into(),
            basis: it.terms.basis.into(),
            told: it.told.map(kernel::Moment::millis),
            stage,
            words,
            questions: it.questions.into_iter().map(Into::into).collect(),
            votes: it.polls.into_iter().map(Into::into).collect(),
            items: it.items.into_iter().map(Into::into).collect(),
        }
    }
}
