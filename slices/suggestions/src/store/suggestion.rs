//! The row of a suggestion ⇄ its sheet, its lead deputy and its stage.

use kernel::{AccountId, BodyId, Day, Moment, PersonId};
use kit::{Fault, columns, db::At};
use roster_rules::SessionId;
use suggestions_rules::{
    Accepted, Entered, Handlers, Handling, Held, Lead, Merged, Number, Numbered, Occasion, Refusing, RemarkId, Routed,
    Sheet, Source, Stage, Submission, Suggestion, SuggestionId,
};

columns!(
    /// What stands in a row from the first draft on and never changes.
    Head { id: SuggestionId, congress: BodyId, lead: PersonId, begun: Moment }
);
columns!(
    /// What the deputy writes.
    Written {
        entered_by: Option<AccountId>,
        entry_confirmed: Option<Moment>,
        title: String,
        body: String,
        source: Option<String>,
        publish: Option<bool>,
        not_public_because: String,
        wants_meeting: bool,
        keep_identity: bool,
    }
);
columns!(
    /// How far it has come.
    Standing {
        stage: String,
        held: Option<String>,
        category: String,
        session: SessionId,
        cosign_until: Option<Day>,
        filed: Option<Moment>,
        occasion: Option<String>,
        assign_by: Option<Day>,
        returned: Option<Moment>,
        return_reason: Option<RemarkId>,
        returns: u16,
        insisted: bool,
        refusing: Option<Moment>,
        ground: Option<String>,
        disposal: Option<String>,
        refuse_reason: Option<RemarkId>,
        refused: Option<Moment>,
        accepted: Option<Moment>,
        series: Option<String>,
        n: Option<u32>,
        number: Option<String>,
        numbered: Option<Moment>,
        assigned: Option<Moment>,
        closed: Option<Moment>,
        outcome: Option<String>,
        withdrawn: Option<Moment>,
        withdraw_reason: Option<RemarkId>,
        merged_into: Option<SuggestionId>,
        merged: Option<Moment>,
        merge_reason: Option<RemarkId>,
        routed_to: Option<BodyId>,
        routed: Option<Moment>,
        route_by: Option<Day>,
    }
);

impl Written {
    pub(super) fn of(suggestion: &Suggestion) -> Self {
        let sheet = &suggestion.sheet;
        let (entered_by, entry_confirmed) = match suggestion.lead.entered {
            Entered::Own => (None, None),
            Entered::For { by } => (Some(by), None),
            Entered::Confirmed { by, at } => (Some(by), Some(at)),
        };
        Self {
            entered_by,
            entry_confirmed,
            title: sheet.title.clone(),
            body: sheet.body.clone(),
            source: sheet.source.map(|source| source.word().to_owned()),
            publish: sheet.publish,
            not_public_because: sheet.not_public_because.clone(),
            wants_meeting: sheet.wants_meeting,
            keep_identity: sheet.keep_identity,
        }
    }

    pub(super) fn lead(&self, at: At<'_>, person: PersonId) -> Result<Lead, Fault> {
        let entered = match (self.entered_by, self.entry_confirmed) {
            (None, None) => Entered::Own,
            (Some(by), None) => Entered::For { by },
            (Some(by), Some(at)) => Entered::Confirmed { by, at },
            (None, Some(_)) => return Err(at.broken("entered_by", "is empty though the entry was confirmed")),
        };
        Ok(Lead { person, entered })
    }

    pub(super) fn sheet(self, at: At<'_>, wishes: Vec<BodyId>) -> Result<Sheet, Fault> {
        let source = self.source.map(|word| at.word("source", &word, Source::read)).transpose()?;
        Ok(Sheet {
            title: self.title,
            body: self.body,
            source,
            publish: self.publish,
            not_public_because: self.not_public_because,
            wants_meeting: self.wants_meeting,
            keep_identity: self.keep_identity,
            wishes,
        })
    }
}

impl Standing {
    /// The columns of a stage.
    pub(super) fn of(suggestion: &Suggestion) -> Self {
        let stage = &suggestion.stage;
        let (submission, accepted, numbered) = (stage.submission(), stage.accepted(), stage.numbered());
        let (handling, refusing) = (stage.handling(), stage.refusing());
        // Only one with a number goes with another; a row that says otherwise differs.
        let merged = suggestion.merged.filter(|_| numbered.is_some());
        let routed = suggestion.routed.filter(|_| numbered.is_some());
        let mut row = Self {
            stage: stage.word().to_owned(),
            held: None,
            category: accepted.map_or_else(String::new, |accepted| accepted.category.clone()),
            session: suggestion.session,
            cosign_until: None,
            filed: submission.map(|submission| submission.at),
            occasion: submission.map(|submission| submission.occasion.word().to_owned()),
            assign_by: submission.and_then(|submission| submission.assign_by),
            returned: None,
            return_reason: None,
            returns: submission.map_or(0, |submission| submission.returns),
            insisted: submission.is_some_and(|submission| submission.insisted),
            refusing: refusing.map(|refusing| refusing.at),
            ground: refusing.map(|refusing| refusing.ground.clone()),
            disposal: refusing.map(|refusing| refusing.disposal.clone()),
            refuse_reason: refusing.map(|refusing| refusing.reason),
            refused: None,
            accepted: accepted.map(|accepted| accepted.at),
            series: numbered.map(|numbered| numbered.number.series.clone()),
            n: numbered.map(|numbered| numbered.number.n),
            number: numbered.map(|numbered| numbered.number.text.clone()),
            numbered: numbered.map(|numbered| numbered.at),
            assigned: handling.map(|handling| handling.assigned),
            closed: None,
            outcome: None,
            withdrawn: None,
            withdraw_reason: None,
            merged_into: merged.map(|merged| merged.into),
            merged: merged.map(|merged| merged.at),
            merge_reason: merged.map(|merged| merged.reason),
            routed_to: routed.map(|routed| routed.office),
            routed: routed.map(|routed| routed.at),
            route_by: routed.map(|routed| routed.by),
        };
        row.ending(suggestion);
        row
    }

    fn ending(&mut self, suggestion: &Suggestion) {
        match &suggestion.stage {
            Stage::Cosigning { until } => self.cosign_until = Some(*until),
            Stage::Returned { at, reason, .. } => {
                (self.returned, self.return_reason) = (Some(*at), Some(*reason));
            }
            Stage::Refused { at, .. } => self.refused = Some(*at),
            Stage::Closed { handling, at } => {
                self.closed = Some(*at);
                self.outcome = Some(handling.outcome(suggestion.lead.person).word().to_owned());
            }
            Stage::Withdrawn { held, at, reason } => {
                (self.withdrawn, self.withdraw_reason) = (Some(*at), Some(*reason));
                self.held = Some(held_word(held).to_owned());
            }
            Stage::Draft
            | Stage::Submitted(_)
            | Stage::Refusing(_)
            | Stage::Accepted(_)
            | Stage::Numbered(_)
            | Stage::Handling(_) => {}
        }
    }

    /// The suggestion it goes with.
    pub(super) fn merged(&self, at: At<'_>) -> Result<Option<Merged>, Fault> {
        let Some(into) = self.merged_into else { return Ok(None) };
        let reason = at.need("merge_reason", self.merge_reason)?;
        Ok(Some(Merged { into, at: at.need("merged", self.merged)?, reason }))
    }

    /// The transfer office that has it, or divided it.
    pub(super) fn routed(&self, at: At<'_>) -> Result<Option<Routed>, Fault> {
        let Some(office) = self.routed_to else { return Ok(None) };
        let by = at.need("route_by", self.route_by)?;
        Ok(Some(Routed { office, at: at.need("routed", self.routed)?, by }))
    }

    /// Whether units have it, or had it when it ended: then there are assignments to read.
    pub(super) fn has_handlers(&self) -> bool {
        self.assigned.is_some()
    }

    /// The stage that the columns tell of. What other stages would hold is found by [`Standing::differs`].
    pub(super) fn stage(&self, at: At<'_>, handlers: Option<Handlers>) -> Result<Stage, Fault> {
        let handling = |numbered| {
            let handlers = at.need("assigned", handlers)?;
            Ok::<_, Fault>(Handling { numbered, assigned: at.need("assigned", self.assigned)?, handlers })
        };
        Ok(match self.stage.as_str() {
            "draft" => Stage::Draft,
            "cosigning" => Stage::Cosigning { until: at.need("cosign_until", self.cosign_until)? },
            "submitted" => Stage::Submitted(self.submission(at)?),
            "returned" => Stage::Returned {
                submission: self.submission(at)?,
                at: at.need("returned", self.returned)?,
                reason: at.need("return_reason", self.return_reason)?,
            },
            "refusing" => Stage::Refusing(self.refusing(at)?),
            "refused" => Stage::Refused { refusing: self.refusing(at)?, at: at.need("refused", self.refused)? },
            "accepted" => Stage::Accepted(self.accepted(at)?),
            "numbered" => Stage::Numbered(self.numbered(at)?),
            "handling" => Stage::Handling(handling(self.numbered(at)?)?),
            "closed" => Stage::Closed { handling: handling(self.numbered(at)?)?, at: at.need("closed", self.closed)? },
            "withdrawn" => Stage::Withdrawn {
                held: match self.held.as_deref() {
                    Some("submitted") => Held::Submitted(self.submission(at)?),
                    Some("accepted") => Held::Accepted(self.accepted(at)?),
                    Some("numbered") => Held::Numbered(self.numbered(at)?),
                    Some("handling") => Held::Handling(handling(self.numbered(at)?)?),
                    other => return Err(at.broken("held", format_args!("holds {other:?}"))),
                },
                at: at.need("withdrawn", self.withdrawn)?,
                reason: at.need("withdraw_reason", self.withdraw_reason)?,
            },
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }

    fn submission(&self, at: At<'_>) -> Result<Submission, Fault> {
        let word = at.need("occasion", self.occasion.as_deref())?;
        let occasion = at.word("occasion", word, |word| {
            [Occasion::InSession, Occasion::Between].into_iter().find(|occasion| occasion.word() == word)
        })?;
        let (returns, insisted) = (self.returns, self.insisted);
        Ok(Submission { at: at.need("filed", self.filed)?, occasion, assign_by: self.assign_by, returns, insisted })
    }

    fn refusing(&self, at: At<'_>) -> Result<Refusing, Fault> {
        Ok(Refusing {
            submission: self.submission(at)?,
            at: at.need("refusing", self.refusing)?,
            ground: at.need("ground", self.ground.clone())?,
            disposal: at.need("disposal", self.disposal.clone())?,
            reason: at.need("refuse_reason", self.refuse_reason)?,
        })
    }

    fn accepted(&self, at: At<'_>) -> Result<Accepted, Fault> {
        let category = Some(self.category.clone()).filter(|category| !category.is_empty());
        Ok(Accepted {
            submission: self.submission(at)?,
            category: at.need("category", category)?,
            at: at.need("accepted", self.accepted)?,
        })
    }

    fn numbered(&self, at: At<'_>) -> Result<Numbered, Fault> {
        let number = Number {
            series: at.need("series", self.series.clone())?,
            n: at.need("n", self.n)?,
            text: at.need("number", self.number.clone())?,
        };
        Ok(Numbered { accepted: self.accepted(at)?, number, at: at.need("numbered", self.numbered)? })
    }
}

const fn held_word(held: &Held) -> &'static str {
    match held {
        Held::Submitted(_) => "submitted",
        Held::Accepted(_) => "accepted",
        Held::Numbered(_) => "numbered",
        Held::Handling(_) => "handling",
    }
}
