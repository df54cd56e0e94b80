//! Who may look at what is supervised.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Problem,
    db::{Ask, Sql},
};
use supervision_rules::{Evaluation, EvaluationStage, Inquiry, LetterTo, SuggestionId};

/// Lets those look who follow the congress's supervision, and the units that have a part in the suggestion.
///
/// # Errors
/// As if there were no such thing, for anybody else; who is not signed in is asked to sign in.
pub(crate) async fn looks(
    ask: &mut impl Ask,
    actor: &Actor,
    congress: BodyId,
    suggestion: SuggestionId,
) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if actor.may(Right::SupervisionSee, congress).is_ok() {
        return Ok(());
    }
    let units: Vec<BodyId> = actor.bodies(Right::AssignmentSee).collect();
    let sql = Sql::new("select 1 from v_assignment where work <> 'passed-on' and suggestion = {}").bind(suggestion);
    let part: Option<(i64,)> = ask.one(sql.add(" and unit in ").list(units).add(" limit 1")).await?;
    part.map(drop).ok_or_else(Problem::missing)
}

/// Lets those read a letter who see what was assigned, the unit it went to, and the signers of the suggestion.
///
/// # Errors
/// As [`looks`].
pub(crate) async fn reads(ask: &mut impl Ask, actor: &Actor, to: &LetterTo) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if actor.may(Right::SuggestionSeeAssigned, to.congress).is_ok() || actor.may(Right::AssignmentSee, to.unit).is_ok()
    {
        return Ok(());
    }
    let Some(person) = actor.stands_for() else { return Err(Problem::missing()) };
    let sql = Sql::new("select 1 from v_suggestion where id = {} and lead = {} union all select 1 from v_cosigner")
        .bind(to.suggestion)
        .bind(person)
        .add(" where suggestion = {} and answer = 'confirmed' and person = {}")
        .bind(to.suggestion)
        .bind(person);
    let signed: Option<(i64,)> = ask.one(sql).await?;
    signed.map(drop).ok_or_else(Problem::missing)
}

/// As whom an actor looks at an evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judging {
    /// The office and the leaders: everything.
    Office,
    /// Somebody of these units: their own results once they are told.
    Units(Vec<BodyId>),
    /// A deputy, who scores while it is open and sees afterwards how far it is.
    Deputy,
    /// Anybody of the congress, once it is published.
    Member,
}

impl Judging {
    /// Whether the result of a unit may be seen in that stage.
    #[must_use]
    pub fn sees(&self, stage: &EvaluationStage, unit: BodyId) -> bool {
        let published = matches!(stage, EvaluationStage::Published { .. });
        let told = matches!(stage, EvaluationStage::Told { .. } | EvaluationStage::Decided { .. });
        match self {
            Self::Office => true,
            Self::Units(units) => published || (told && units.contains(&unit)),
            Self::Deputy | Self::Member => published,
        }
    }

    /// Whether a unit's appeal and the answer to it may be read: by the office and by the unit.
    #[must_use]
    pub fn reads_appeal(&self, unit: BodyId) -> bool {
        match self {
            Self::Office => true,
            Self::Units(units) => units.contains(&unit),
            Self::Deputy | Self::Member => false,
        }
    }
}

/// As whom an actor looks at an evaluation.
///
/// # Errors
/// As if there were none, when it is not for this actor to know of.
pub(crate) fn judging(actor: &Actor, evaluation: &Evaluation) -> Result<Judging, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let may = |right| actor.may(right, evaluation.congress).is_ok();
    if may(Right::EvaluationSee) {
        return Ok(Judging::Office);
    }
    let mine = |unit: &BodyId| actor.may(Right::AssignmentSee, *unit).is_ok();
    let units: Vec<BodyId> = evaluation.units.iter().map(|judged| judged.unit).filter(mine).collect();
    if !units.is_empty() {
        return Ok(Judging::Units(units));
    }
    match &evaluation.stage {
        EvaluationStage::Published { .. } if may(Right::SupervisionSee) => Ok(Judging::Member),
        EvaluationStage::Draft => Err(Problem::missing()),
        _ if may(Right::EvaluationScore) => Ok(Judging::Deputy),
        _ => Err(Problem::missing()),
    }
}

/// Lets those look at an inquiry who prepare and hold it; once the units were told, those too, and whoever else follows the supervision.
///
/// # Errors
/// As [`looks`].
pub(crate) fn inquires(actor: &Actor, inquiry: &Inquiry) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let may = |right| actor.may(right, inquiry.congress).is_ok();
    let part = || inquiry.units().into_iter().any(|unit| actor.may(Right::AssignmentSee, unit).is_ok());
    let told = inquiry.told.is_some() && (may(Right::SupervisionSee) || part());
    if told || may(Right::InquirySee) { Ok(()) } else { Err(Problem::missing()) }
}
