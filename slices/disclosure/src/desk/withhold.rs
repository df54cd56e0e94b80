//! 不予公开: the office decides against it, with a reason.

use accounts_rules::Actor;
use disclosure_rules::{DisclosureId, Ground, Refusal, SuggestionId};
use kernel::{Refused, Text};
use kit::{Problem, Site, journal};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{changed, disclose::facets, prepare::prepare};
use crate::store;

/// Why something is not disclosed, or is taken down.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroundWanted {
    /// The category, which the public may read.
    #[schema(value_type = String)]
    pub ground: Ground,
    /// In the office's own words, at most 500 characters; they stay in the office.
    #[schema(value_type = String)]
    pub words: Text<500>,
}

/// Decides not to disclose a suggestion. It can be disclosed all the same later.
///
/// # Errors
/// As if there were none, for who does not disclose; when it was decided about already.
pub async fn withhold(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    wanted: GroundWanted,
) -> Result<DisclosureId, Problem> {
    let mut tx = site.db().begin().await?;
    let prepared = prepare(site, &mut tx, actor, id).await?;
    // What its units keep back is withheld with the reason; what cannot be disclosed for want of consent needs none.
    if let Some(refusal) = prepared.refusal.filter(|refusal| *refusal != Refusal::RepliesKept) {
        return Err(Refused::from(refusal).into());
    }
    let GroundWanted { ground, words } = wanted;
    let (disclosure, fact) = prepared.disclosure(site).withhold(ground, words, site.now()).map_err(Refused::from)?;
    if !store::begin(&mut tx, &disclosure, &facets(&prepared)).await? {
        return Err(changed());
    }
    journal::append(&mut tx, actor.records(site.now(), disclosure.congress, disclosure.id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(disclosure.id)
}
