//! 挂号督办: naming who sees to a case.

use accounts_rules::{Actor, Right};
use kernel::Text;
use kit::{Problem, Site, db::Sql, journal, web::Stale};
use serde::Deserialize;
use supervision_rules::{CaseId, Fact};
use utoipa::ToSchema;

use crate::queries::{self, CaseLine};

/// Who sees to a case.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseOwner {
    /// At most 60 characters.
    #[schema(value_type = String)]
    pub owner: Text<60>,
}

/// A case, for who may read the register.
///
/// # Errors
/// When there is none for this actor.
pub async fn of(site: &Site, actor: &Actor, id: CaseId) -> Result<CaseLine, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let case = queries::case(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::CaseSee, case.congress).map_err(|_| Problem::missing())?;
    Ok(case)
}

/// Names who sees to it; another name takes the place of the one before.
///
/// # Errors
/// When there is none for this actor. With both names when another was named since the caller had `seen` it.
pub async fn own(site: &Site, actor: &Actor, id: CaseId, wanted: CaseOwner, seen: Option<i64>) -> Result<(), Problem> {
    let congress = of(site, actor, id).await?.congress;
    actor.may(Right::CaseKeep, congress)?;
    let mut tx = site.db().begin().await?;
    // Taken up: until the transaction ends nobody else names one.
    tx.run(Sql::new("update dissatisfied_case set owner = owner where id = {}").bind(id)).await?;
    let stands = queries::case(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if seen.is_some_and(|seen| seen != stands.owner_version()) {
        let filled = |owner: &str| vec![("owner", "supervision-field-owner", owner.to_owned())];
        let (mine, theirs) = (filled(wanted.owner.as_str()), filled(stands.owner.as_deref().unwrap_or_default()));
        let stale = Stale::between(format!("/supervision/cases/{id}/owner"), stands.owner_version(), mine, theirs);
        return Err(Problem::Stale(Box::new(stale)));
    }
    tx.run(Sql::new("update dissatisfied_case set owner = {} where id = {}").bind(&wanted.owner).bind(id)).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), Fact::CaseOwned)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}
