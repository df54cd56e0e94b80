//! The evaluation of units (办理工作评议): opened with a fixed scheme, computed from figures, told, appealed against, decided, published.

use kernel::{BodyId, Day, Moment, Text};
use serde::{Deserialize, Serialize};

use crate::{EvaluationId, Fact, Figures, Measure, Outcome, Ratio, Refusal, Scheme};

/// An evaluation of the units of a congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Its identity.
    pub id: EvaluationId,
    /// The congress.
    pub congress: BodyId,
    /// 2026年度办理工作评议.
    pub title: Text<60>,
    /// Parts assigned from this day on are counted.
    pub since: Day,
    /// And until this one.
    pub until: Day,
    /// The document it rests on.
    pub basis: Text<200>,
    /// By what units are judged.
    pub scheme: Scheme,
    /// The units, once it is opened.
    pub units: Vec<Judged>,
    /// How far it is.
    pub stage: EvaluationStage,
}

/// How far an evaluation is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum EvaluationStage {
    /// 草案: the scheme may still change.
    Draft,
    /// 评议中: the scheme is fixed under its hash; scores and votes come in.
    Open { hash: String },
    /// 已核算: figures are fixed.
    Computed { hash: String },
    /// 已告知: the units may appeal until that day.
    Told { hash: String, appeal_until: Day },
    /// 已审定.
    Decided { hash: String },
    /// 已公布.
    Published { hash: String, at: Moment },
}

/// A unit under evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The unit.
    pub unit: BodyId,
    /// Its figures, once computed.
    pub figures: Option<Figures>,
    /// Its objection.
    pub appeal: Option<Appeal>,
}

/// A unit's appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// When.
    pub at: Moment,
    /// Why.
    pub words: Text<2000>,
    /// The answer, once there is one.
    pub ruling: Option<AppealRuling>,
}

/// What the office answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealRuling {
    /// When.
    pub at: Moment,
    /// Whether a figure was corrected.
    pub upheld: bool,
    /// Why.
    pub words: Text<2000>,
}

/// A figure as an upheld appeal corrects it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Which.
    pub measure: Measure,
    /// The numerator.
    pub part: u32,
    /// The denominator.
    pub whole: u32,
}

impl EvaluationStage {
    /// The words of all stages.
    pub const WORDS: [&'static str; 6] = ["draft", "open", "computed", "told", "decided", "published"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open { .. } => "open",
            Self::Computed { .. } => "computed",
            Self::Told { .. } => "told",
            Self::Decided { .. } => "decided",
            Self::Published { .. } => "published",
        }
    }

    /// The hash of the scheme, once it is fixed.
    #[must_use]
    pub fn hash(&self) -> Option<&str> {
        match self {
            Self::Draft => None,
            Self::Open { hash }
            | Self::Computed { hash }
            | Self::Told { hash, .. }
            | Self::Decided { hash }
            | Self::Published { hash, .. } => Some(hash),
        }
    }
}

/// What a verb answers.
type Done = Result<(Evaluation, Fact), Refusal>;

impl Evaluation {
    /// Changes the scheme, before it is opened.
    ///
    /// # Errors
    /// When it is open already.
    pub fn revise(self, scheme: Scheme) -> Done {
        match self.stage {
            EvaluationStage::Draft => Ok((Self { scheme, ..self }, Fact::SchemeRevised)),
            _ => Err(Refusal::SchemeFixed),
        }
    }

    /// Opens it: from now on the scheme is fixed under its hash.
    ///
    /// # Errors
    /// When it is open already, the scheme does not fit, or no unit has anything to be judged by.
    pub fn open(self, hash: String, units: Vec<BodyId>) -> Done {
        if self.stage != EvaluationStage::Draft {
            return Err(Refusal::SchemeFixed);
        }
        self.scheme.fit().map_err(Refusal::SchemeUnfit)?;
        if units.is_empty() {
            return Err(Refusal::NoUnits);
        }
        let fact = Fact::EvaluationOpened { hash: hash.clone(), scored: self.scheme.asks(Measure::Scores) };
        let units = units.into_iter().map(|unit| Judged { unit, figures: None, appeal: None }).collect();
        Ok((Self { units, stage: EvaluationStage::Open { hash }, ..self }, fact))
    }

    /// Whether scores, or votes, are taken now.
    ///
    /// # Errors
    /// When it is not open, does not judge that unit, or its scheme does not ask for them.
    pub fn takes(&self, unit: BodyId, measure: Measure) -> Result<(), Refusal> {
        if !matches!(self.stage, EvaluationStage::Open { .. }) {
            return Err(Refusal::EvaluationNotOpen);
        }
        if self.units.iter().all(|judged| judged.unit != unit) {
            return Err(Refusal::UnitNotJudged);
        }
        if self.scheme.asks(measure) { Ok(()) } else { Err(Refusal::NotAsked) }
    }

    /// Fixes the figures.
    ///
    /// # Errors
    /// When it is not open.
    pub fn compute(mut self, counted: impl Fn(BodyId) -> Figures) -> Done {
        let EvaluationStage::Open { hash } = self.stage else { return Err(Refusal::EvaluationNotOpen) };
        for judged in &mut self.units {
            judged.figures = Some(counted(judged.unit));
        }
        Ok((Self { stage: EvaluationStage::Computed { hash }, ..self }, Fact::EvaluationComputed))
    }

    /// Tells the units, who may appeal.
    ///
    /// # Errors
    /// When it is not computed, or was told.
    pub fn tell(self, now: Moment) -> Done {
        let EvaluationStage::Computed { hash } = self.stage else { return Err(Refusal::NotComputed) };
        let appeal_until = now.day().plus_days(self.scheme.appeal_days.into());
        let fact = Fact::EvaluationTold { appeal_until };
        Ok((Self { stage: EvaluationStage::Told { hash, appeal_until }, ..self }, fact))
    }

    fn judged(&mut self, unit: BodyId) -> Result<&mut Judged, Refusal> {
        self.units.iter_mut().find(|judged| judged.unit == unit).ok_or(Refusal::UnitNotJudged)
    }

    /// A unit appeals, once.
    ///
    /// # Errors
    /// When results are not told, the days are over, or it has appealed.
    pub fn appeal(mut self, unit: BodyId, words: Text<2000>, now: Moment) -> Done {
        let EvaluationStage::Told { appeal_until, .. } = self.stage else { return Err(Refusal::NoAppealNow) };
        if now.day() > appeal_until {
            return Err(Refusal::AppealOver);
        }
        let judged = self.judged(unit)?;
        if judged.appeal.is_some() {
            return Err(Refusal::Appealed);
        }
        judged.appeal = Some(Appeal { at: now, words, ruling: None });
        Ok((self, Fact::Appealed { unit }))
    }

    /// The office answers; what it corrects is a figure, never points.
    ///
    /// # Errors
    /// When there is no appeal to answer, or a correction cannot be.
    pub fn rule(mut self, unit: BodyId, words: Text<2000>, corrections: &[Correction], now: Moment) -> Done {
        if !matches!(self.stage, EvaluationStage::Told { .. }) {
            return Err(Refusal::NoAppealNow);
        }
        if corrections.iter().any(|it| it.part > it.whole || !self.scheme.asks(it.measure)) {
            return Err(Refusal::CorrectionUnfit);
        }
        let judged = self.judged(unit)?;
        let Some(appeal) = judged.appeal.as_mut().filter(|appeal| appeal.ruling.is_none()) else {
            return Err(Refusal::NoAppeal);
        };
        let upheld = !corrections.is_empty();
        appeal.ruling = Some(AppealRuling { at: now, upheld, words });
        let figures = judged.figures.get_or_insert_default();
        for Correction { measure, part, whole } in corrections {
            figures.0.insert(*measure, Ratio { part: *part, whole: *whole });
        }
        Ok((self, Fact::AppealRuled { unit, upheld }))
    }

    /// The results are final.
    ///
    /// # Errors
    /// While units may still appeal, or an appeal waits for its answer.
    pub fn decide(self, now: Moment) -> Done {
        let EvaluationStage::Told { hash, appeal_until } = self.stage else { return Err(Refusal::NoAppealNow) };
        if now.day() <= appeal_until {
            return Err(Refusal::AppealRuns);
        }
        let waits = |judged: &Judged| judged.appeal.as_ref().is_some_and(|appeal| appeal.ruling.is_none());
        if self.units.iter().any(waits) {
            return Err(Refusal::AppealWaits);
        }
        Ok((Self { stage: EvaluationStage::Decided { hash }, ..self }, Fact::EvaluationDecided))
    }

    /// Publishes them.
    ///
    /// # Errors
    /// When they are not final.
    pub fn publish(self, now: Moment) -> Done {
        let EvaluationStage::Decided { hash } = self.stage else { return Err(Refusal::NotDecided) };
        Ok((Self { stage: EvaluationStage::Published { hash, at: now }, ..self }, Fact::EvaluationPublished))
    }

    /// A unit's result with its working, worked out anew from scheme and figures; nothing before it is computed.
    #[must_use]
    pub fn outcome(&self, unit: BodyId) -> Option<Outcome> {
        let judged = self.units.iter().find(|judged| judged.unit == unit)?;
        judged.figures.as_ref().map(|figures| self.scheme.outcome(figures))
    }
}
