//! A key suggestion (重点督办建议): set by the chairpersons' meeting, led by one of them, planned, visited, reported (代表法 2025, 52).

use kernel::{BodyId, Day, Moment, Text};
use serde::{Deserialize, Serialize};

use crate::{EntryId, Fact, KeyId, Refusal, SessionId, SuggestionId};

/// A plan holds at most so many steps.
pub const MOST_STEPS: usize = 30;

/// What is supervised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matter<'a> {
    /// The congress.
    pub congress: BodyId,
    /// The suggestion.
    pub suggestion: SuggestionId,
    /// Its session.
    pub session: SessionId,
    /// The word of its stage.
    pub stage: &'a str,
}

/// Who follows it, and by what decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyTerms {
    /// 督办领导.
    pub leader: Text<60>,
    /// 督办委员会.
    pub committee: Text<60>,
    /// The decision of the chairpersons' meeting.
    pub basis: Text<200>,
}

/// A key suggestion with its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its identity.
    pub id: KeyId,
    /// The congress.
    pub congress: BodyId,
    /// The suggestion.
    pub suggestion: SuggestionId,
    /// Its session.
    pub session: SessionId,
    /// Who follows it.
    pub terms: KeyTerms,
    /// When it was set.
    pub marked: Moment,
    /// The plan, in the order in which it was written.
    pub steps: Vec<Step>,
    /// Visits on the spot.
    pub visits: Vec<Visit>,
    /// Reports.
    pub reports: Vec<Report>,
    /// What the units laid down in consequence.
    pub policies: Vec<Policy>,
    /// How far it is.
    pub stage: KeyStage,
}

/// One step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its identity.
    pub id: EntryId,
    /// What is to be done, and by whom.
    pub what: Text<200>,
    /// Its last day.
    pub by: Day,
    /// When it was done, and what came of it.
    pub done: Option<(Moment, Text<500>)>,
}

/// A visit on the spot (现场督办、调研).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Its identity.
    pub id: EntryId,
    /// The day.
    pub day: Day,
    /// Where.
    pub place: Text<100>,
    /// Who took part.
    pub people: Text<300>,
    /// What was seen, said and agreed.
    pub minutes: Text<4000>,
}

/// Which report it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// 进展报告.
    Interim,
    /// 办结报告: at most one.
    Final,
}

/// A report of those who follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its identity.
    pub id: EntryId,
    /// Which.
    pub kind: ReportKind,
    /// When it came in.
    pub at: Moment,
    /// What it says.
    pub words: Text<4000>,
}

/// A document that came of it (推动出台的政策).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Its identity.
    pub id: EntryId,
    /// Title and reference number.
    pub name: Text<200>,
    /// The day it was issued.
    pub day: Day,
}

/// How far its supervision is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum KeyStage {
    /// 督办中.
    Running,
    /// 已办结.
    Concluded { at: Moment, result: Text<4000> },
    /// 不再列为重点.
    Lifted { at: Moment, reason: Text<500> },
}

impl ReportKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Interim, Self::Final];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Interim => "interim",
            Self::Final => "final",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl KeyStage {
    /// The words of all stages.
    pub const WORDS: [&'static str; 3] = ["running", "concluded", "lifted"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Concluded { .. } => "concluded",
            Self::Lifted { .. } => "lifted",
        }
    }
}

/// What a verb answers.
type Done = Result<(Key, Fact), Refusal>;

impl Step {
    /// Whether its day had passed before it was done.
    #[must_use]
    pub fn overdue(&self, today: Day) -> bool {
        self.done.is_none() && self.by < today
    }
}

impl Key {
    /// Sets a suggestion as a key one.
    ///
    /// # Errors
    /// When it has no number, or was withdrawn.
    pub fn mark(id: KeyId, of: Matter<'_>, terms: KeyTerms, now: Moment) -> Done {
        if !matches!(of.stage, "numbered" | "handling" | "closed") {
            return Err(Refusal::NotNumbered);
        }
        let Matter { congress, suggestion, session, .. } = of;
        let (steps, visits, reports, policies) = (vec![], vec![], vec![], vec![]);
        let stage = KeyStage::Running;
        let key =
            Self { id, congress, suggestion, session, terms, marked: now, steps, visits, reports, policies, stage };
        Ok((key, Fact::KeyMarked { suggestion }))
    }

    pub(crate) fn running(&self) -> Result<(), Refusal> {
        if self.stage == KeyStage::Running { Ok(()) } else { Err(Refusal::KeyOver) }
    }

    /// Adds a step to the plan.
    ///
    /// # Errors
    /// When its supervision is over, the plan is full, or the day is past.
    pub fn plan(mut self, id: EntryId, what: Text<200>, by: Day, now: Moment) -> Done {
        self.running()?;
        if self.steps.len() >= MOST_STEPS {
            return Err(Refusal::TooManySteps);
        }
        if by < now.day() {
            return Err(Refusal::DayPast);
        }
        self.steps.push(Step { id, what, by, done: None });
        Ok((self, Fact::StepPlanned { entry: id, by }))
    }

    /// A step is done; late is taken and marked late.
    ///
    /// # Errors
    /// When its supervision is over, there is no such step, or it is done.
    pub fn finish(mut self, id: EntryId, note: Text<500>, now: Moment) -> Done {
        self.running()?;
        let step = self.steps.iter_mut().find(|step| step.id == id).ok_or(Refusal::NoSuchStep)?;
        if step.done.is_some() {
            return Err(Refusal::StepDone);
        }
        let late = step.overdue(now.day());
        step.done = Some((now, note));
        Ok((self, Fact::StepDone { entry: id, late }))
    }

    /// Records a visit that took place.
    ///
    /// # Errors
    /// When its supervision is over, or the day lies ahead.
    pub fn visit(mut self, visit: Visit, now: Moment) -> Done {
        self.running()?;
        if visit.day > now.day() {
            return Err(Refusal::DayAhead);
        }
        let fact = Fact::VisitRecorded { entry: visit.id, day: visit.day };
        self.visits.push(visit);
        Ok((self, fact))
    }

    /// Takes a report in.
    ///
    /// # Errors
    /// When its supervision is over, or a final report is in.
    pub fn report(mut self, id: EntryId, kind: ReportKind, words: Text<4000>, now: Moment) -> Done {
        self.running()?;
        if self.final_report().is_some() {
            return Err(Refusal::FinalReportIn);
        }
        self.reports.push(Report { id, kind, at: now, words });
        Ok((self, Fact::ReportFiled { entry: id, kind }))
    }

    /// Records a document that came of it.
    ///
    /// # Errors
    /// When its supervision is over, or the day lies ahead.
    pub fn policy(mut self, policy: Policy, now: Moment) -> Done {
        self.running()?;
        if policy.day > now.day() {
            return Err(Refusal::DayAhead);
        }
        let fact = Fact::PolicyRecorded { entry: policy.id, day: policy.day };
        self.policies.push(policy);
        Ok((self, fact))
    }

    /// Concludes it with its result.
    ///
    /// # Errors
    /// When it is over, a step is open, or the final report is missing.
    pub fn conclude(self, result: Text<4000>, now: Moment) -> Done {
        self.running()?;
        let count = self.steps.iter().filter(|step| step.done.is_none()).count();
        if count > 0 {
            return Err(Refusal::StepsOpen { count });
        }
        if self.final_report().is_none() {
            return Err(Refusal::FinalReportMissing);
        }
        Ok((Self { stage: KeyStage::Concluded { at: now, result }, ..self }, Fact::KeyConcluded))
    }

    /// The chairpersons' meeting no longer sets it.
    ///
    /// # Errors
    /// When it is over.
    pub fn lift(self, reason: Text<500>, now: Moment) -> Done {
        self.running()?;
        Ok((Self { stage: KeyStage::Lifted { at: now, reason }, ..self }, Fact::KeyLifted))
    }

    fn final_report(&self) -> Option<&Report> {
        self.reports.iter().find(|report| report.kind == ReportKind::Final)
    }

    /// The steps whose day passed before they were done.
    pub fn overdue(&self, today: Day) -> impl Iterator<Item = &Step> {
        let late = move |step: &&Step| self.stage == KeyStage::Running && step.overdue(today);
        self.steps.iter().filter(late)
    }
}
