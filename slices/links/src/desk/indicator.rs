//! Indicators of coverage: those every congress has, and those it adds.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Text};
use kit::{Problem, Site, journal, web::api::Once};
use links_rules::{BUILT_IN, Condition, Fact, IndicatorId, KindId, Population, Refusal, fits};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::refused;
use crate::{
    queries::coverage::Asked,
    store::{Indicator, begin_indicator, indicators_of, read_indicator, read_kind, remove_indicator},
};

/// A congress adds so many.
const MOST: u32 = 20;

/// An indicator to be added.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorWanted {
    /// At most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// Who is counted: `deputies`, `committee`, `towns` or `villages`.
    #[schema(value_type = String)]
    pub population: Population,
    /// What makes one covered: `home`, `received`, `station`, `linked`, `contacted`, `links` or `visits`.
    #[schema(value_type = String)]
    pub condition: Condition,
    /// Links of which kind alone.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub kind: Option<KindId>,
}

/// An indicator as it is shown: built in under a word, or a congress's own under an identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What stands in addresses.
    pub key: String,
    /// The name of an own one; one built in is named by the locale files.
    pub name: Option<Text<60>>,
    /// The two lists.
    pub asked: Asked,
}

impl Shown {
    fn own(it: &Indicator) -> Self {
        let asked = Asked { population: it.population, condition: it.condition, kind: it.kind };
        Self { key: it.id.to_string(), name: Some(it.name.clone()), asked }
    }
}

fn built_in() -> impl Iterator<Item = Shown> {
    let shown = |(key, population, condition): (&str, _, _)| Shown {
        key: key.to_owned(),
        name: None,
        asked: Asked { population, condition, kind: None },
    };
    BUILT_IN.into_iter().map(shown)
}

/// Lets those look who see the coverage of a congress.
///
/// # Errors
/// As if there were none, for anybody else.
pub fn looks(actor: &Actor, congress: BodyId) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::CoverageSee, congress).map_err(|_| Problem::missing())
}

/// Every indicator of a congress.
///
/// # Errors
/// When the database refuses.
pub async fn all(site: &Site, congress: BodyId) -> Result<Vec<Shown>, Problem> {
    let own = indicators_of(&mut site.db(), congress).await?;
    Ok(built_in().chain(own.iter().map(Shown::own)).collect())
}

/// One indicator of a congress, by what stands in addresses.
///
/// # Errors
/// When there is none.
pub async fn find(site: &Site, congress: BodyId, key: &str) -> Result<Shown, Problem> {
    if let Some(found) = built_in().find(|known| known.key == key) {
        return Ok(found);
    }
    let id: IndicatorId = key.parse().map_err(|_| Problem::missing())?;
    let own = read_indicator(&mut site.db(), id).await?.filter(|own| own.congress == congress);
    own.map(|own| Shown::own(&own)).ok_or_else(Problem::missing)
}

/// Adds one.
///
/// # Errors
/// When the two lists speak of different things, or there are enough.
pub async fn make(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: IndicatorWanted,
    once: &Once,
) -> Result<Shown, Problem> {
    actor.may(Right::CoverageKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let new: IndicatorId = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, new).await? {
        drop(tx);
        return find(site, congress, &before.to_string()).await;
    }
    let IndicatorWanted { name, population, condition, kind } = wanted;
    let of_kind = match kind {
        Some(kind) => read_kind(&mut tx, kind).await?.is_some_and(|kind| kind.congress == congress),
        None => true,
    };
    if !fits(population, condition) || !of_kind || (kind.is_some() && !condition.of_links()) {
        return Err(refused(Refusal::Indicator));
    }
    if indicators_of(&mut tx, congress).await?.len() >= MOST as usize {
        return Err(refused(Refusal::IndicatorsMany { most: MOST }));
    }
    let own = Indicator { id: new, congress, name, population, condition, kind, made: site.now() };
    begin_indicator(&mut tx, &own).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, new.uuid(), Fact::IndicatorMade { congress })).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Shown::own(&own))
}

/// Removes one that the congress added.
///
/// # Errors
/// Missing for those who do not see it.
pub async fn remove(site: &Site, actor: &Actor, id: IndicatorId) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut tx = site.db().begin().await?;
    let own = read_indicator(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    looks(actor, own.congress)?;
    actor.may(Right::CoverageKeep, own.congress)?;
    remove_indicator(&mut tx, id).await?;
    let fact = Fact::IndicatorRemoved { congress: own.congress };
    journal::append(&mut tx, actor.records(site.now(), own.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(own.congress)
}
