//! 群众评价: by whoever has the tracking code.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Refused, Text};
use kit::{
    Problem, Site,
    db::Sql,
    journal,
    web::{Errors, Wrong, session::kept},
};
use opinions_rules::{Fact, OpinionId, Refusal, Score, Tracking, survey_due};

use super::recorded;
use crate::{
    queries::book,
    sight,
    store::{self, OpinionKept, StepKept},
};

/// The opinion of a tracking code.
///
/// # Errors
/// As for any code nobody was given, whatever was typed.
pub async fn find(site: &Site, typed: &str) -> Result<OpinionId, Problem> {
    let missing = || Refused::new(kernel::Refusal::Missing, "opinions-refused-tracking");
    let tracking = Tracking::read(typed).ok_or_else(missing)?;
    let sql = Sql::new("select id from opinion where tracking = {}").bind(kept(&tracking.shown()));
    let found: Option<(OpinionId,)> = site.db().one(sql).await?;
    Ok(found.ok_or_else(missing)?.0)
}

/// Judges the answer.
///
/// # Errors
/// As [`find`]; when there is no answer, or it was judged.
pub async fn judge(site: &Site, typed: &str, score: Score, words: Option<&Text<500>>) -> Result<(), Problem> {
    let id = find(site, typed).await?;
    let mut tx = site.db().begin().await?;
    let kept = store::take(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let (now, fact) = kept.opinion.judge(score, site.now()).map_err(Refused::from)?;
    store::save(&mut tx, &now).await?;
    let step = match score {
        Score::Satisfied => "judged-satisfied",
        Score::Basically => "judged-basically",
        Score::Unsatisfied => "judged-unsatisfied",
    };
    let words = words.map_or("", Text::as_str);
    store::step(&mut tx, id, &StepKept { at: site.now(), step, body: None, words, open: true }).await?;
    journal::append(&mut tx, recorded(site, &Actor::nobody(), &now, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// 交接时的同意: the person says whether one body to which it was handed may see name and telephone, or takes that back.
///
/// # Errors
/// As [`find`]; beside `body`, when it was never handed there.
pub async fn agree(site: &Site, typed: &str, body: BodyId, given: bool) -> Result<(), Problem> {
    let id = find(site, typed).await?;
    let mut tx = site.db().begin().await?;
    let kept = store::read(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let sql = Sql::new("select 1 from opinion_step where opinion = {} and body = {}").bind(id).bind(body);
    let handed = tx.one::<(i64,)>(sql.add(" and step in ('assigned', 'handed-on') limit 1")).await?;
    if handed.is_none() {
        return Err(Errors::one("body", Wrong::new("opinions-wrong-consent")).into());
    }
    store::agree(&mut tx, id, (body, given), site.now()).await?;
    let fact = Fact::Agreed { body, given };
    journal::append(&mut tx, recorded(site, &Actor::nobody(), &kept.opinion, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// 代表知情同意: the person says whether the deputy to whom it was said may see name and telephone, or takes that back.
///
/// # Errors
/// As [`find`]; beside `deputy`, when it was said to no deputy.
pub async fn agree_deputy(site: &Site, typed: &str, given: bool) -> Result<(), Problem> {
    let id = find(site, typed).await?;
    let mut tx = site.db().begin().await?;
    let kept = store::read(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let Some(deputy) = kept.opinion.deputy else {
        return Err(Errors::one("deputy", Wrong::new("opinions-wrong-consent-deputy")).into());
    };
    store::agree_deputy(&mut tx, id, given).await?;
    let fact = Fact::AgreedDeputy { deputy, given };
    journal::append(&mut tx, recorded(site, &Actor::nobody(), &kept.opinion, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// 删除联系方式: the person takes name, telephone and recording back; what was written stays.
///
/// # Errors
/// As [`find`].
pub async fn forget(site: &Site, typed: &str) -> Result<(), Problem> {
    let id = find(site, typed).await?;
    let mut tx = site.db().begin().await?;
    let kept = store::read(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if store::forget(&mut tx, id).await? {
        let fact = Fact::ContactForgotten;
        journal::append(&mut tx, recorded(site, &Actor::nobody(), &kept.opinion, fact)).await?;
        tx.commit().await?;
        site.wrote();
    }
    Ok(())
}

/// 回访: whether it held, said by the person some weeks after it was over.
///
/// # Errors
/// As [`find`]; when it is too soon, or was said before.
pub async fn survey(site: &Site, typed: &str, score: Score, words: Option<&Text<500>>) -> Result<(), Problem> {
    let id = find(site, typed).await?;
    let kept = store::read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    asked_again(site, &Actor::nobody(), &kept, (score, words)).await
}

/// The same, asked by the office over the telephone.
///
/// # Errors
/// As if there were none, for who does not see it; refused to those who do not keep it; as [`survey`].
pub async fn survey_by_phone(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    said: (Score, Option<&Text<500>>),
) -> Result<(), Problem> {
    let (kept, _) = sight::seen(&mut site.db(), actor, id).await?;
    actor.may(Right::OpinionKeep, kept.opinion.holder)?;
    asked_again(site, actor, &kept, said).await
}

async fn asked_again(
    site: &Site,
    actor: &Actor,
    kept: &OpinionKept,
    (score, words): (Score, Option<&Text<500>>),
) -> Result<(), Problem> {
    let mut tx = site.db().begin().await?;
    let id = kept.opinion.id;
    let book = book::of_congress(&mut tx, kept.opinion.holder).await?;
    survey_due(&kept.opinion.stage, &book.opinions, site.now()).map_err(Refused::from)?;
    let words = words.map_or("", Text::as_str);
    if !store::survey(&mut tx, id, (score, words), (actor.account, site.now())).await? {
        return Err(Refused::from(Refusal::Surveyed).into());
    }
    let step = match score {
        Score::Satisfied => "surveyed-satisfied",
        Score::Basically => "surveyed-basically",
        Score::Unsatisfied => "surveyed-unsatisfied",
    };
    store::step(&mut tx, id, &StepKept { at: site.now(), step, body: None, words, open: true }).await?;
    journal::append(&mut tx, recorded(site, actor, &kept.opinion, Fact::Surveyed { score })).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}
