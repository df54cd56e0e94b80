//! What a congress decided on a deputy it elected is filed with the standing committee above (备案).

use accounts_rules::{Actor, Right};
use elections_rules::election::{DepartureId, DepartureStage, Fact, Refusal};
use kernel::{Day, Text};
use kit::{Problem, Site, db::Ask, journal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    leave::{of, taken},
    recorded,
    taken::{refused, timely},
};
use crate::{
    queries::people::body_level,
    store::{Departure, save_departure},
};

/// When it was filed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartureFilingWanted {
    /// The day the report went out.
    #[schema(value_type = String, format = Date)]
    pub on: Day,
    /// The number of the paper, at most 40 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub number: Option<Text<40>>,
}

/// Whether it is to be filed and is not yet.
///
/// # Errors
/// When the database refuses.
pub async fn waits(ask: &mut impl Ask, it: &Departure) -> Result<bool, Problem> {
    let decided = matches!(it.stage, DepartureStage::Accepted | DepartureStage::Published);
    let open = decided && it.filed.is_none();
    Ok(open && it.leaving.filed_with(&body_level(ask, it.congress).await?).is_some())
}

/// Enters that it was filed.
///
/// # Errors
/// When it need not be, or is.
pub async fn file(
    site: &Site,
    actor: &Actor,
    id: DepartureId,
    wanted: DepartureFilingWanted,
) -> Result<Departure, Problem> {
    of(site, actor, id, Some(Right::ElectionKeep)).await?;
    let mut tx = site.db().begin().await?;
    let mut it = taken(&mut tx, actor, id, Right::ElectionKeep).await?;
    if !waits(&mut tx, &it).await? {
        return Err(refused(Refusal::Filing));
    }
    timely(site, (it.decided.unwrap_or(wanted.on), wanted.on))?;
    (it.filed, it.filing) = (Some(wanted.on), wanted.number);
    save_departure(&mut tx, &it).await?;
    let fact = Fact::DepartureFiled { mandate: it.mandate, on: wanted.on };
    journal::append(&mut tx, recorded(site, actor, it.elector, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}
