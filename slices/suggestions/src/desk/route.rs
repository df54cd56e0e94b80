//! 转办: a suggestion goes to a transfer office, on to another, or back.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
};
use suggestions_rules::{Refusal, Suggestion, SuggestionId};

use super::{Reason, Work};
use crate::store::Kept;

/// The office hands it to a transfer office of its congress.
///
/// # Errors
/// When it is not lying to be assigned, goes with another or lies with one already; when the office is none of its congress.
pub async fn route(site: &Site, actor: &Actor, id: SuggestionId, office: BodyId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionRoute, work.congress())?;
    known(&mut work.tx, work.now.congress, office).await?;
    work.act(|suggestion, given| Suggestion::route(suggestion, office, given))?;
    work.finish().await
}

/// The transfer office passes it on to another one.
///
/// # Errors
/// When it lies with no transfer office of the actor's, or the other is none of its congress.
pub async fn route_on(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    to: BodyId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let from = work.suggestion().routed.ok_or_else(|| Refused::from(Refusal::NotRouted))?.office;
    actor.may(Right::SuggestionDivide, from)?;
    known(&mut work.tx, work.now.congress, to).await?;
    let reason = work.words("route", reason);
    work.act(|suggestion, given| suggestion.route_on(to, reason, given))?;
    work.finish().await
}

/// The transfer office sends it back, or the office takes it back.
///
/// # Errors
/// When it lies with no transfer office, or the actor is of neither.
pub async fn route_back(site: &Site, actor: &Actor, id: SuggestionId, reason: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let from = work.suggestion().routed.ok_or_else(|| Refused::from(Refusal::NotRouted))?.office;
    let recalled = actor.may(Right::SuggestionDivide, from).is_err();
    if recalled {
        actor.may(Right::SuggestionRoute, work.congress())?;
    }
    let reason = work.words("route", reason);
    work.act(|suggestion, _| suggestion.route_back(recalled, reason))?;
    work.finish().await
}

/// Who hands it to units: the transfer office that has it, else the assigning body.
///
/// # Errors
/// When the actor is not of it; the office is told to take it back first.
pub(super) fn hands_over(actor: &Actor, suggestion: &Suggestion) -> Result<(), Refused> {
    let own = actor.may(Right::SuggestionAssign, suggestion.congress);
    match suggestion.routed {
        Some(routed) if actor.may(Right::SuggestionDivide, routed.office).is_ok() => Ok(()),
        Some(_) if own.is_ok() => Err(Refusal::WithTransfer.into()),
        Some(_) | None => own,
    }
}

/// Who may give it to others to read: the assigning body, or the transfer office that divided it.
///
/// # Errors
/// When the actor is of neither.
pub(crate) fn may_hand_over(actor: &Actor, suggestion: &Suggestion) -> Result<(), Refused> {
    match suggestion.routed {
        Some(routed) if actor.may(Right::SuggestionDivide, routed.office).is_ok() => Ok(()),
        _ => actor.may(Right::SuggestionAssign, suggestion.congress),
    }
}

async fn known(tx: &mut Tx, congress: BodyId, office: BodyId) -> Result<(), Problem> {
    let sql = Sql::new("select id from v_body where id = {} and congress = {} and transfer = 1 and closed is null");
    match tx.one::<(BodyId,)>(sql.bind(office).bind(congress)).await? {
        Some(_) => Ok(()),
        None => Err(Refused::new(Family::Unfit, "suggestions-refused-no-transfer-office").into()),
    }
}
