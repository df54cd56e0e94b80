//! 办理工作评议: drafted, opened, scored and voted, computed, told, appealed, decided, published.

mod scheme;
mod votes;

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment, Refusal as Family, Refused, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx, Val},
    journal,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use supervision_rules::{
    Correction, Evaluation, EvaluationId, EvaluationStage, Fact, Figures, Measure, Refusal, Said, Scheme,
};
use utoipa::ToSchema;

pub use self::{
    scheme::{revise, scheme_version},
    votes::{VoteWanted, entered, vote, votes_version},
};
use crate::{
    queries::handled,
    sight::{self, Judging},
    store::{EvaluationKept, begin_evaluation, read_evaluation, said, save_evaluation, scheme_hash, take_evaluation},
};

/// An evaluation to be begun.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluationWanted {
    /// At most 60 characters.
    #[schema(value_type = String)]
    pub title: Text<60>,
    /// Parts assigned from this day on are counted.
    #[schema(value_type = String)]
    pub since: Day,
    /// And until this one.
    #[schema(value_type = String)]
    pub until: Day,
    /// The document it rests on, at most 200 characters.
    #[schema(value_type = String)]
    pub basis: Text<200>,
    /// By what units are judged.
    #[schema(value_type = Object)]
    pub scheme: Scheme,
}

/// A deputy's score.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreWanted {
    /// Out of a hundred.
    pub score: u32,
}

/// A unit's appeal.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealWanted {
    /// At most 2,000 characters.
    #[schema(value_type = String)]
    pub words: Text<2000>,
}

/// The answer to an appeal.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulingWanted {
    /// At most 2,000 characters.
    #[schema(value_type = String)]
    pub words: Text<2000>,
    /// Figures put right; none refuses the appeal.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    pub corrections: Vec<Correction>,
}

/// Begins an evaluation.
///
/// # Errors
/// When the days are the wrong way round, or the scheme cannot be worked out.
pub async fn draft(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: EvaluationWanted,
    once: &Once,
) -> Result<EvaluationKept, Problem> {
    actor.may(Right::EvaluationKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    if wanted.until < wanted.since {
        return Err(Errors::one("until", Wrong::new("supervision-wrong-days")).into());
    }
    wanted.scheme.fit().map_err(|unfit| Refused::from(Refusal::SchemeUnfit(unfit)))?;
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return read_evaluation(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let EvaluationWanted { title, since, until, basis, scheme } = wanted;
    let (stage, units) = (EvaluationStage::Draft, vec![]);
    let evaluation = Evaluation { id, congress, title, since, until, basis, scheme, units, stage };
    begin_evaluation(&mut tx, &evaluation, site.now()).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), Fact::EvaluationDrafted)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(EvaluationKept { evaluation, version: 1 })
}

/// One evaluation taken up by one actor.
struct Work<'a> {
    site: &'a Site,
    actor: &'a Actor,
    tx: Tx,
    was: Evaluation,
}

impl<'a> Work<'a> {
    async fn begin(site: &'a Site, actor: &'a Actor, id: EvaluationId) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut tx = site.db().begin().await?;
        let kept = take_evaluation(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        sight::judging(actor, &kept.evaluation)?;
        Ok(Self { site, actor, tx, was: kept.evaluation })
    }

    async fn finish(mut self, done: Result<(Evaluation, Fact), Refusal>) -> Result<Evaluation, Problem> {
        let (now, fact) = done.map_err(Refused::from)?;
        save_evaluation(&mut self.tx, &self.was, &now).await?;
        self.append(fact).await?;
        Ok(now)
    }

    /// Appends the fact and commits.
    async fn append(mut self, fact: Fact) -> Result<(), Problem> {
        let record = self.actor.records(self.site.now(), self.was.congress, self.was.id.uuid(), fact);
        journal::append(&mut self.tx, record).await?;
        self.tx.commit().await?;
        self.site.wrote();
        Ok(())
    }
}

/// A verb of the office that needs nothing but the moment.
async fn step(
    site: &Site,
    actor: &Actor,
    id: EvaluationId,
    right: Right,
    rule: impl FnOnce(Evaluation, Moment) -> Result<(Evaluation, Fact), Refusal>,
) -> Result<Evaluation, Problem> {
    let work = Work::begin(site, actor, id).await?;
    actor.may(right, work.was.congress)?;
    let done = rule(work.was.clone(), site.now());
    work.finish(done).await
}

/// Opens it: units are those that have a part assigned in its days, the scheme is fixed.
///
/// # Errors
/// When it is open already, or no unit has a part.
pub async fn open(site: &Site, actor: &Actor, id: EvaluationId) -> Result<Evaluation, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::EvaluationDecide, work.was.congress)?;
    let units = handled::units(&mut work.tx, &work.was).await?;
    let done = work.was.clone().open(scheme_hash(&work.was.scheme)?, units);
    work.finish(done).await
}

/// A deputy scores a unit that answers a suggestion they signed; a later score takes the place of the one before.
///
/// # Errors
/// When it is not open, its scheme asks for no scores, the score is above a hundred, or the unit answers nothing of theirs.
pub async fn score(
    site: &Site,
    actor: &Actor,
    id: EvaluationId,
    unit: BodyId,
    wanted: ScoreWanted,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::EvaluationScore, work.was.congress)?;
    work.was.takes(unit, Measure::Scores).map_err(Refused::from)?;
    let refused = || Refused::new(Family::NotYours, "supervision-refused-not-yours-to-score");
    let person = actor.person.filter(|_| actor.acting_for.is_none()).ok_or_else(refused)?;
    if !handled::answers(&mut work.tx, &work.was, unit, person).await? {
        return Err(refused().into());
    }
    if wanted.score > 100 {
        return Err(Errors::one("score", Wrong::new("supervision-wrong-score")).into());
    }
    let vals: [Val; 5] = [id.into(), unit.into(), person.into(), wanted.score.into(), site.now().into()];
    let sql = Sql::new("insert into evaluation_score (evaluation, unit, person, score, at) values ").list(vals);
    let sql = sql.add(" on conflict (evaluation, unit, person) do update set score = excluded.score, at = excluded.at");
    work.tx.run(sql).await?;
    // What a deputy gave stays beside the journal: the fact says that it was given.
    work.append(Fact::Scored { unit }).await
}

/// Counts and fixes the figures.
///
/// # Errors
/// When it is not open.
pub async fn compute(site: &Site, actor: &Actor, id: EvaluationId) -> Result<Evaluation, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::EvaluationKeep, work.was.congress)?;
    let today = site.today();
    let parts = handled::parts(&mut work.tx, &work.was, today).await?;
    let rows = said(&mut work.tx, id).await?;
    let counted = |unit: BodyId| {
        let own: Vec<_> = parts.iter().filter(|(of, _)| *of == unit).map(|(_, part)| *part).collect();
        let said = rows.iter().find(|row| row.unit == unit).map_or_else(Said::default, |row| row.said());
        Figures::count(&own, said, &work.was.scheme, today)
    };
    let done = work.was.clone().compute(counted);
    work.finish(done).await
}

/// Tells the units.
///
/// # Errors
/// When it is not computed, or was told.
pub async fn tell(site: &Site, actor: &Actor, id: EvaluationId) -> Result<Evaluation, Problem> {
    step(site, actor, id, Right::EvaluationDecide, Evaluation::tell).await
}

/// A unit appeals.
///
/// # Errors
/// When results are not told, the days are over, or it has appealed.
pub async fn appeal(
    site: &Site,
    actor: &Actor,
    id: EvaluationId,
    unit: BodyId,
    wanted: AppealWanted,
) -> Result<Evaluation, Problem> {
    let work = Work::begin(site, actor, id).await?;
    actor.may(Right::EvaluationAppeal, unit)?;
    let done = work.was.clone().appeal(unit, wanted.words, site.now());
    work.finish(done).await
}

/// The office answers an appeal.
///
/// # Errors
/// When there is none to answer, or a correction cannot be.
pub async fn rule(
    site: &Site,
    actor: &Actor,
    id: EvaluationId,
    unit: BodyId,
    wanted: RulingWanted,
) -> Result<Evaluation, Problem> {
    let RulingWanted { words, corrections } = wanted;
    step(site, actor, id, Right::EvaluationDecide, |it, now| it.rule(unit, words, &corrections, now)).await
}

/// Results are final.
///
/// # Errors
/// While units may still appeal, or an appeal waits for its answer.
pub async fn decide(site: &Site, actor: &Actor, id: EvaluationId) -> Result<Evaluation, Problem> {
    step(site, actor, id, Right::EvaluationDecide, Evaluation::decide).await
}

/// Publishes them.
///
/// # Errors
/// When they are not final.
pub async fn publish(site: &Site, actor: &Actor, id: EvaluationId) -> Result<Evaluation, Problem> {
    step(site, actor, id, Right::EvaluationDecide, Evaluation::publish).await
}

/// One, with as whom the actor looks at it.
///
/// # Errors
/// When there is none for this actor.
pub async fn of(site: &Site, actor: &Actor, id: EvaluationId) -> Result<(Evaluation, Judging), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut db = site.db();
    let kept = read_evaluation(&mut db, id).await?.ok_or_else(Problem::missing)?;
    let sight = sight::judging(actor, &kept.evaluation)?;
    Ok((kept.evaluation, sight))
}

/// One, for who may do this with one of its units; what the unit does is asked of the unit.
///
/// # Errors
/// As [`of`]; when it does not judge that unit, or the right is not held.
pub async fn may(
    site: &Site,
    actor: &Actor,
    (id, unit): (EvaluationId, BodyId),
    right: Right,
) -> Result<Evaluation, Problem> {
    let (evaluation, _) = of(site, actor, id).await?;
    if evaluation.units.iter().all(|judged| judged.unit != unit) {
        return Err(Problem::missing());
    }
    actor.may(right, if right == Right::EvaluationAppeal { unit } else { evaluation.congress })?;
    Ok(evaluation)
}
