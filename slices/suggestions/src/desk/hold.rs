//! 审查占用: a clerk takes a paper up to check it, goes on with it, lays it down, or takes it over.

use accounts_rules::{Actor, Right};
use kernel::{Refusal as Family, Refused};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
};
use suggestions_rules::{Given, Hold, Stage, SuggestionId};

use super::{Work, account};
use crate::{
    queries::account_name,
    sight::Sight,
    store::{forget_hold, hold, keep_hold, read, rule_book},
};

/// The key of the refusal that somebody else has it.
pub const HELD: &str = "suggestions-refused-held";

/// Takes it up or goes on with it; where another has it, tells the other's hold. It is told by no fact: nothing was done yet.
///
/// # Errors
/// When it is not lying to be checked, or the actor checks nothing in that congress.
pub async fn take(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Hold, Problem> {
    let by = account(actor)?;
    let mut tx = site.db().begin().await?;
    // Nothing is changed: this waits for whoever else takes it up, on both engines.
    tx.run(Sql::new("update suggestion set version = version where id = {}").bind(id)).await?;
    let suggestion = read(&mut tx, id).await?.ok_or_else(Problem::missing)?.suggestion;
    Sight::of(actor, &suggestion)?;
    actor.may(Right::SuggestionCheck, suggestion.congress)?;
    if !matches!(suggestion.stage, Stage::Submitted(_)) {
        return Err(Refused::new(Family::NotNow, "suggestions-refused-not-to-check").into());
    }
    let book = rule_book(&mut tx, suggestion.congress, suggestion.session).await?;
    let given = Given { now: site.now(), book: &book, calendar: &site.calendar() };
    match Hold::take(hold(&mut tx, id).await?, by, &given) {
        Ok(own) => {
            keep_hold(&mut tx, id, &own).await?;
            tx.commit().await?;
            Ok(own)
        }
        Err(other) => Ok(other),
    }
}

/// Takes it over from whoever has it, with a fact; where nobody has, takes it up.
///
/// # Errors
/// As [`take`].
pub async fn take_over(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Hold, Problem> {
    let by = account(actor)?;
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionCheck, work.congress())?;
    let Some(other) = hold(&mut work.tx, id).await?.filter(|hold| hold.bars(by, site.now())) else {
        drop(work);
        return take(site, actor, id).await;
    };
    work.act(|suggestion, _| suggestion.take_over_check(other.by))?;
    let given = Given { now: site.now(), book: &work.book, calendar: &work.calendar };
    let own = Hold::begin(by, &given);
    keep_hold(&mut work.tx, id, &own).await?;
    work.finish().await?;
    Ok(own)
}

/// Lays it down; what another has is left alone.
///
/// # Errors
/// When there is no such paper for this actor, or the actor checks nothing in that congress.
pub async fn lay_down(site: &Site, actor: &Actor, id: SuggestionId) -> Result<(), Problem> {
    let by = account(actor)?;
    let mut tx = site.db().begin().await?;
    let suggestion = read(&mut tx, id).await?.ok_or_else(Problem::missing)?.suggestion;
    Sight::of(actor, &suggestion)?;
    actor.may(Right::SuggestionCheck, suggestion.congress)?;
    tx.run(Sql::new("delete from hold where suggestion = {} and account = {}").bind(id).bind(by)).await?;
    tx.commit().await?;
    Ok(())
}

/// Whoever decides must not decide over somebody who has it; afterwards nobody has.
pub(super) async fn decide(tx: &mut Tx, site: &Site, actor: &Actor, id: SuggestionId) -> Result<(), Problem> {
    let by = account(actor)?;
    if let Some(other) = hold(tx, id).await?.filter(|hold| hold.bars(by, site.now())) {
        let name = account_name(tx, other.by).await?;
        return Err(Refused::new(Family::NotNow, HELD).with("name", name).into());
    }
    Ok(forget_hold(tx, id).await?)
}
