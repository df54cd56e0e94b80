//! The row of a reply, its deliveries and judgements ⇄ [`Round`].

use kernel::{AccountId, Day, Moment, PersonId};
use kit::{
    Fault, columns,
    db::{At, FromRow, Row},
};
use suggestions_rules::{
    AssignmentId, Canonical, Delivery, Judgement, Letter, Point, RemarkId, Round, RoundStage, Score, Signature,
};

columns!(
    /// The columns of a round, but for those that name it.
    Reply {
        reopened: bool,
        opened: Moment,
        due: Day,
        stage: String,
        number: Option<String>,
        body: Option<String>,
        contact: Option<String>,
        responsible: Option<String>,
        publish: Option<bool>,
        kept_because: Option<String>,
        points: u16,
        sent: Option<Moment>,
        sent_back: Option<Moment>,
        sent_back_reason: Option<RemarkId>,
        passed: Option<Moment>,
        signed: Option<Moment>,
        signed_by: Option<AccountId>,
        class: Option<String>,
        counted_as: Option<String>,
        delivered: Option<Moment>,
        judge_by: Option<Day>,
        redo_by: Option<Day>,
    }
);

/// A row of the table.
pub(super) struct ReplyRow {
    pub(super) assignment: AssignmentId,
    pub(super) round: u16,
    pub(super) reply: Reply,
}

impl FromRow for ReplyRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { assignment: row.take()?, round: row.take()?, reply: Reply::from_row(row)? })
    }
}

kit::row!(
    /// A delivery with what its signer said.
    pub(super) struct DeliveryRow {
        pub(super) assignment: AssignmentId,
        pub(super) round: u16,
        pub(super) signer: PersonId,
        process: Option<String>,
        result: Option<String>,
        reason: Option<RemarkId>,
        at: Option<Moment>,
    }
);

impl Reply {
    pub(super) fn of(round: &Round) -> Self {
        let letter = round.letter();
        let signature = round.signature();
        let mut row = Self {
            reopened: round.reopened,
            opened: round.opened,
            due: round.due,
            stage: round.stage.word().to_owned(),
            number: letter.and_then(|letter| letter.number.clone()).map(String::from),
            body: letter.map(|letter| letter.body.as_str().to_owned()),
            contact: letter.map(|letter| letter.contact.as_str().to_owned()),
            responsible: letter.and_then(|letter| letter.responsible.clone()).map(String::from),
            publish: letter.map(|letter| letter.publish),
            kept_because: letter.and_then(|letter| letter.kept_because.clone()).map(String::from),
            points: letter.map_or(0, |letter| u16::try_from(letter.points.len()).unwrap_or(u16::MAX)),
            sent: None,
            sent_back: None,
            sent_back_reason: None,
            passed: None,
            signed: signature.map(|signature| signature.at),
            signed_by: signature.map(|signature| signature.by),
            class: signature.map(|signature| signature.class.clone()),
            counted_as: signature.map(|signature| signature.counted_as.word().to_owned()),
            delivered: None,
            judge_by: None,
            redo_by: None,
        };
        match &round.stage {
            RoundStage::Checking { sent, .. } => row.sent = Some(*sent),
            RoundStage::SentBack { at, reason, .. } => {
                (row.sent_back, row.sent_back_reason) = (Some(*at), Some(*reason));
            }
            RoundStage::Passed { at, .. } => row.passed = Some(*at),
            RoundStage::Delivered { at, judge_by, redo_by, .. } => {
                (row.delivered, row.judge_by, row.redo_by) = (Some(*at), Some(*judge_by), *redo_by);
            }
            RoundStage::Awaited | RoundStage::Drafted { .. } | RoundStage::Signed { .. } => {}
        }
        row
    }

    fn stage(&self, at: At<'_>, points: Vec<Point>, deliveries: Vec<Delivery>) -> Result<RoundStage, Fault> {
        Ok(match self.stage.as_str() {
            "awaited" => RoundStage::Awaited,
            "drafted" => RoundStage::Drafted { letter: self.letter(at, points)? },
            "checking" => RoundStage::Checking { letter: self.letter(at, points)?, sent: at.need("sent", self.sent)? },
            "sent-back" => RoundStage::SentBack {
                letter: self.letter(at, points)?,
                at: at.need("sent_back", self.sent_back)?,
                reason: at.need("sent_back_reason", self.sent_back_reason)?,
            },
            "passed" => RoundStage::Passed { letter: self.letter(at, points)?, at: at.need("passed", self.passed)? },
            "signed" => RoundStage::Signed { letter: self.letter(at, points)?, signature: self.signature(at)? },
            "delivered" => RoundStage::Delivered {
                letter: self.letter(at, points)?,
                signature: self.signature(at)?,
                at: at.need("delivered", self.delivered)?,
                judge_by: at.need("judge_by", self.judge_by)?,
                deliveries,
                redo_by: self.redo_by,
            },
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage of a reply"))),
        })
    }

    fn letter(&self, at: At<'_>, points: Vec<Point>) -> Result<Letter, Fault> {
        let number = self.number.clone().map(|number| number.try_into().map_err(|e| at.broken("number", e)));
        let body = at.need("body", self.body.clone())?;
        let contact = at.need("contact", self.contact.clone())?;
        let because = self.kept_because.clone().map(|words| words.try_into().map_err(|e| at.broken("kept_because", e)));
        let responsible = self.responsible.clone();
        let responsible = responsible.map(|name| name.try_into().map_err(|e| at.broken("responsible", e)));
        Ok(Letter {
            number: number.transpose()?,
            responsible: responsible.transpose()?,
            body: body.try_into().map_err(|e| at.broken("body", e))?,
            points,
            contact: contact.try_into().map_err(|e| at.broken("contact", e))?,
            publish: at.need("publish", self.publish)?,
            kept_because: because.transpose()?,
        })
    }

    fn signature(&self, at: At<'_>) -> Result<Signature, Fault> {
        let counted_as = at.need("counted_as", self.counted_as.as_deref())?;
        Ok(Signature {
            at: at.need("signed", self.signed)?,
            by: at.need("signed_by", self.signed_by)?,
            class: at.need("class", self.class.clone())?,
            counted_as: at.word("counted_as", counted_as, Canonical::read)?,
        })
    }
}

impl ReplyRow {
    pub(super) fn read(self, points: Vec<Point>, deliveries: Vec<Delivery>) -> Result<Round, Fault> {
        let id = format!("{} round {}", self.assignment, self.round);
        let at = At { table: "reply", id: &id };
        let delivered = !deliveries.is_empty();
        let stage = self.reply.stage(at, points, deliveries)?;
        if delivered != matches!(stage, RoundStage::Delivered { .. }) {
            return Err(at.broken("stage", "does not fit the rows of `delivery`"));
        }
        let (reopened, opened, due) = (self.reply.reopened, self.reply.opened, self.reply.due);
        let read = Round { ordinal: self.round, reopened, opened, due, stage };
        match self.reply.differs(&Reply::of(&read)) {
            Some(column) => Err(at.broken(column, "does not fit the stage")),
            None => Ok(read),
        }
    }
}

impl DeliveryRow {
    pub(super) fn read(self) -> Result<Delivery, Fault> {
        let id = format!("{} round {} signer {}", self.assignment, self.round, self.signer);
        let at = At { table: "judgement", id: &id };
        let Some(said) = self.at else { return Ok(Delivery { signer: self.signer, judgement: None }) };
        let score = |column, word: Option<String>| at.word(column, &at.need(column, word)?, Score::read);
        let judgement = Judgement {
            process: score("process", self.process)?,
            result: score("result", self.result)?,
            reason: self.reason,
            at: said,
        };
        if judgement.dissatisfied() && judgement.reason.is_none() {
            return Err(at.broken("reason", "is empty though a score is `dissatisfied`"));
        }
        Ok(Delivery { signer: self.signer, judgement: Some(judgement) })
    }
}
