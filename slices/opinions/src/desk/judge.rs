//! 群众评价: by whoever has the tracking code.

use accounts_rules::Actor;
use kernel::{Refused, Text};
use kit::{Problem, Site, db::Sql, journal, web::session::kept};
use opinions_rules::{OpinionId, Score, Tracking};

use super::recorded;
use crate::store::{self, StepKept};

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
