//! The row of a bill ⇄ who puts it, what it says and its stage.

use bills_rules::{
    Asked, Bill, BillId, Closed, Decided, Disposal, Ending, Filer, Held, Number, Numbered, Organ, RemarkId, Review,
    Reviewed, SessionId, Sheet, Stage, Submission, SuggestionId, Vote,
};
use kernel::{BodyId, Day, Moment, PersonId, Text};
use kit::{Fault, columns, db::At};

columns!(
    /// What stands in a row from the first draft on and never changes.
    Head {
        id: BillId,
        congress: BodyId,
        begun: Moment,
        lead: Option<PersonId>,
        organ: Option<String>,
        organ_name: Option<String>,
        paper: bool,
    }
);
columns!(
    /// What the bill says.
    Written { title: String, grounds: String, proposal: String, publish: Option<bool>, not_public_because: String }
);
columns!(
    /// How far it has come.
    Standing {
        stage: String,
        held: Option<String>,
        session: SessionId,
        filed: Option<Moment>,
        late: Option<bool>,
        returned: Option<Moment>,
        return_reason: Option<RemarkId>,
        series: Option<String>,
        n: Option<u32>,
        number: Option<String>,
        numbered: Option<Moment>,
        review_by: Option<String>,
        review: Option<String>,
        review_to: Option<String>,
        reviewed: Option<Moment>,
        review_reason: Option<RemarkId>,
        disposal: Option<String>,
        refer_to: Option<String>,
        decided: Option<Moment>,
        decide_reason: Option<RemarkId>,
        report_by: Option<Day>,
        asked: Option<Moment>,
        ask_reason: Option<RemarkId>,
        ending: Option<String>,
        closed: Option<Moment>,
        suggestion: Option<SuggestionId>,
        votes_yes: Option<u32>,
        votes_all: Option<u32>,
        votes_no: Option<u32>,
        votes_abstain: Option<u32>,
        report: Option<RemarkId>,
        withdrawn: Option<Moment>,
        withdraw_reason: Option<RemarkId>,
        consulted: Option<Moment>,
        consult_until: Option<Day>,
    }
);

impl Head {
    pub(super) fn of(bill: &Bill, begun: Moment) -> Self {
        let (organ, organ_name) = match &bill.filer {
            Filer::Deputies { .. } => (None, None),
            Filer::Organ { organ, name } => (Some(organ.word().to_owned()), Some(name.to_string())),
        };
        let (lead, paper) = (bill.lead(), bill.on_paper());
        Self { id: bill.id, congress: bill.congress, begun, lead, organ, organ_name, paper }
    }

    /// Who puts it, without those who sign.
    pub(super) fn filer(&self, at: At<'_>) -> Result<Filer, Fault> {
        match (self.lead, self.organ.as_deref(), &self.organ_name) {
            (Some(lead), None, None) => Ok(Filer::Deputies { lead, signers: vec![], paper: self.paper }),
            (None, Some(word), Some(name)) if !self.paper => {
                let organ = at.word("organ", word, Organ::read)?;
                Ok(Filer::Organ { organ, name: text(at, "organ_name", name)? })
            }
            _ => Err(at.broken("lead", "neither a deputy nor an organ puts it, or both do")),
        }
    }
}

impl Written {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let Sheet { title, grounds, proposal, publish, not_public_because } = sheet.clone();
        Self { title, grounds, proposal, publish, not_public_because }
    }

    pub(super) fn sheet(self) -> Sheet {
        let Self { title, grounds, proposal, publish, not_public_because } = self;
        Sheet { title, grounds, proposal, publish, not_public_because }
    }
}

fn text(at: At<'_>, column: &str, raw: &str) -> Result<Text<60>, Fault> {
    Text::parse(raw).map_err(|error| at.broken(column, error))
}

fn course(at: At<'_>, column: &str, word: &str, to: Option<&str>) -> Result<Disposal, Fault> {
    let to = to.map(|to| text(at, column, to)).transpose()?;
    Disposal::read(word, to)
        .map_err(|_| at.broken(column, format_args!("holds `{word}`, which fits no committee named")))
}

impl Standing {
    /// The columns of a stage.
    pub(super) fn of(bill: &Bill) -> Self {
        let stage = &bill.stage;
        let (submission, numbered) = (stage.submission(), stage.numbered());
        let (review, decided) = (stage.review(), stage.decided());
        let mut row = Self {
            stage: stage.word().to_owned(),
            held: None,
            session: bill.session,
            filed: submission.map(|submission| submission.at),
            late: submission.map(|submission| submission.late),
            returned: None,
            return_reason: None,
            series: numbered.map(|numbered| numbered.number.series.clone()),
            n: numbered.map(|numbered| numbered.number.n),
            number: numbered.map(|numbered| numbered.number.text.clone()),
            numbered: numbered.map(|numbered| numbered.at),
            review_by: review.map(|review| review.by.to_string()),
            review: review.map(|review| review.proposal.word().to_owned()),
            review_to: review.and_then(|review| review.proposal.to()).map(ToString::to_string),
            reviewed: review.map(|review| review.at),
            review_reason: review.map(|review| review.reason),
            disposal: decided.map(|decided| decided.disposal.word().to_owned()),
            refer_to: decided.and_then(|decided| decided.disposal.to()).map(ToString::to_string),
            decided: decided.map(|decided| decided.at),
            decide_reason: decided.and_then(|decided| decided.reason),
            report_by: None,
            asked: None,
            ask_reason: None,
            ending: None,
            closed: None,
            suggestion: None,
            votes_yes: None,
            votes_all: None,
            votes_no: None,
            votes_abstain: None,
            report: None,
            withdrawn: None,
            withdraw_reason: None,
            consulted: bill.consult.as_ref().map(|consult| consult.at),
            consult_until: bill.consult.as_ref().map(|consult| consult.until),
        };
        row.latest(stage);
        row
    }

    fn latest(&mut self, stage: &Stage) {
        match stage {
            Stage::Returned { at, reason, .. } => (self.returned, self.return_reason) = (Some(*at), Some(*reason)),
            Stage::Agenda { asked, .. } => {
                (self.asked, self.ask_reason) = (asked.map(|asked| asked.at), asked.map(|asked| asked.reason));
            }
            Stage::Referred { report_by, .. } => self.report_by = Some(*report_by),
            Stage::Closed(closed) => {
                self.closed = Some(closed.at);
                self.ending(closed.ending);
            }
            Stage::Withdrawn { held, at, reason } => {
                (self.withdrawn, self.withdraw_reason) = (Some(*at), Some(*reason));
                self.held = Some(held.word().to_owned());
                if let Held::Referred(_, report_by) = held {
                    self.report_by = Some(*report_by);
                }
            }
            Stage::Draft | Stage::Submitted(_) | Stage::Numbered(_) | Stage::Reviewed(_) => {}
        }
    }

    fn ending(&mut self, ending: Ending) {
        self.ending = Some(ending.word().to_owned());
        match ending {
            Ending::NotListed => {}
            Ending::Suggestion(suggestion) => self.suggestion = Some(suggestion),
            Ending::Voted(Vote { yes, all, no, abstain }) => {
                (self.votes_yes, self.votes_all) = (Some(yes), Some(all));
                (self.votes_no, self.votes_abstain) = (no, abstain);
            }
            Ending::Reported(report) => self.report = Some(report),
        }
    }

    /// The stage that the columns tell of. What other stages would hold is found by [`Standing::differs`].
    pub(super) fn stage(&self, at: At<'_>) -> Result<Stage, Fault> {
        Ok(match self.stage.as_str() {
            "draft" => Stage::Draft,
            "submitted" => Stage::Submitted(self.submission(at)?),
            "returned" => Stage::Returned {
                submission: self.submission(at)?,
                at: at.need("returned", self.returned)?,
                reason: at.need("return_reason", self.return_reason)?,
            },
            "numbered" => Stage::Numbered(self.numbered(at)?),
            "reviewed" => Stage::Reviewed(self.reviewed(at)?),
            "agenda" => Stage::Agenda { decided: self.decided(at)?, asked: self.asked(at)? },
            "referred" => {
                Stage::Referred { decided: self.decided(at)?, report_by: at.need("report_by", self.report_by)? }
            }
            "closed" => Stage::Closed(Closed {
                decided: self.decided(at)?,
                at: at.need("closed", self.closed)?,
                ending: self.ended(at)?,
            }),
            "withdrawn" => Stage::Withdrawn {
                held: self.held(at)?,
                at: at.need("withdrawn", self.withdrawn)?,
                reason: at.need("withdraw_reason", self.withdraw_reason)?,
            },
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }

    fn held(&self, at: At<'_>) -> Result<Held, Fault> {
        Ok(match self.held.as_deref() {
            Some("submitted") => Held::Submitted(self.submission(at)?),
            Some("numbered") => Held::Numbered(self.numbered(at)?),
            Some("reviewed") => Held::Reviewed(self.reviewed(at)?),
            Some("agenda") => Held::Agenda(self.decided(at)?),
            Some("referred") => Held::Referred(self.decided(at)?, at.need("report_by", self.report_by)?),
            other => return Err(at.broken("held", format_args!("holds {other:?}"))),
        })
    }

    fn submission(&self, at: At<'_>) -> Result<Submission, Fault> {
        Ok(Submission { at: at.need("filed", self.filed)?, late: at.need("late", self.late)? })
    }

    fn numbered(&self, at: At<'_>) -> Result<Numbered, Fault> {
        let number = Number {
            series: at.need("series", self.series.clone())?,
            n: at.need("n", self.n)?,
            text: at.need("number", self.number.clone())?,
        };
        Ok(Numbered { submission: self.submission(at)?, number, at: at.need("numbered", self.numbered)? })
    }

    fn review(&self, at: At<'_>) -> Result<Review, Fault> {
        let word = at.need("review", self.review.as_deref())?;
        Ok(Review {
            by: text(at, "review_by", at.need("review_by", self.review_by.as_deref())?)?,
            proposal: course(at, "review", word, self.review_to.as_deref())?,
            at: at.need("reviewed", self.reviewed)?,
            reason: at.need("review_reason", self.review_reason)?,
        })
    }

    fn reviewed(&self, at: At<'_>) -> Result<Reviewed, Fault> {
        Ok(Reviewed { numbered: self.numbered(at)?, review: self.review(at)? })
    }

    fn decided(&self, at: At<'_>) -> Result<Decided, Fault> {
        let word = at.need("disposal", self.disposal.as_deref())?;
        Ok(Decided {
            numbered: self.numbered(at)?,
            review: self.reviewed.map(|_| self.review(at)).transpose()?,
            disposal: course(at, "disposal", word, self.refer_to.as_deref())?,
            at: at.need("decided", self.decided)?,
            reason: self.decide_reason,
        })
    }

    fn asked(&self, at: At<'_>) -> Result<Option<Asked>, Fault> {
        let asked = |when| Ok(Asked { at: when, reason: at.need("ask_reason", self.ask_reason)? });
        self.asked.map(asked).transpose()
    }

    fn ended(&self, at: At<'_>) -> Result<Ending, Fault> {
        Ok(match self.ending.as_deref() {
            Some("not-listed") => Ending::NotListed,
            Some("suggestion") => Ending::Suggestion(at.need("suggestion", self.suggestion)?),
            Some("adopted" | "rejected") => Ending::Voted(Vote {
                yes: at.need("votes_yes", self.votes_yes)?,
                all: at.need("votes_all", self.votes_all)?,
                no: self.votes_no,
                abstain: self.votes_abstain,
            }),
            Some("reported") => Ending::Reported(at.need("report", self.report)?),
            other => return Err(at.broken("ending", format_args!("holds {other:?}"))),
        })
    }
}
