//! 撤下: from this moment the public reads the line of the log alone.

use accounts_rules::{Actor, Right};
use disclosure_rules::{DisclosureId, RemovalNumber, Stage};
use kernel::Refused;
use kit::{Problem, Site, journal};

use super::{changed, withhold::GroundWanted};
use crate::store::{self, DisclosureKept};

/// One disclosure, for who may take it down.
///
/// # Errors
/// As if there were none, for anybody to whom it is not open either; refused to those who only read it.
pub async fn of(site: &Site, actor: &Actor, id: DisclosureId) -> Result<DisclosureKept, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let kept = store::read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let may = actor.may(Right::DisclosureTakeDown, kept.disclosure.congress);
    let withheld = matches!(kept.disclosure.stage, Stage::Withheld { .. });
    may.map_err(|refused| if withheld { Problem::missing() } else { refused.into() })?;
    Ok(kept)
}

/// Takes a disclosed suggestion down, under the next number of the congress's log. `seen` is the version of what the caller looked at,
/// where one was said.
///
/// # Errors
/// As [`of`]; when it is not before the public, or another edition came before it since the caller looked.
pub async fn take_down(
    site: &Site,
    actor: &Actor,
    id: DisclosureId,
    wanted: GroundWanted,
    seen: Option<i64>,
) -> Result<RemovalNumber, Problem> {
    of(site, actor, id).await?;
    let GroundWanted { ground, words } = wanted;
    let mut tx = site.db().begin().await?;
    let DisclosureKept { disclosure: was, version } = store::take(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if seen.is_some_and(|seen| seen != version) {
        return Err(changed());
    }
    let number = store::next_removal(&mut tx, was.congress, site.today().parts().0).await?;
    let (disclosure, fact) = was.clone().take_down(number, ground, words, site.now()).map_err(Refused::from)?;
    store::save(&mut tx, &disclosure, None).await?;
    if let Stage::Disclosed { since, .. } = was.stage {
        store::log(&mut tx, &was, number, ground, (since, site.now())).await?;
    }
    journal::append(&mut tx, actor.records(site.now(), disclosure.congress, disclosure.id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(number)
}
