//! Which congress a list is about.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{Problem, Site, web::chosen};

use crate::{
    queries::{self, Named},
    sight,
};

/// The congress asked for, or the first in which the actor holds the right.
///
/// # Errors
/// When the actor may not look there, or nowhere.
pub async fn place(site: &Site, actor: &Actor, right: Right, asked: &str) -> Result<Named, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    if let Some(congress) = asked {
        actor.may(right, congress)?;
    }
    let held = queries::congresses(&mut site.db(), actor, right).await?;
    let found = held.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id));
    let nowhere = BodyId::from_uuid(uuid::Uuid::nil());
    match found {
        Some(one) => Ok(one),
        None => Err(actor.may(right, nowhere).err().map_or_else(Problem::missing, Problem::from)),
    }
}

/// The congress asked for, or the first whose proposals the actor sees: by a right, or as a member of its standing committee.
///
/// # Errors
/// As [`place`].
pub async fn seen(site: &Site, actor: &Actor, asked: &str) -> Result<Named, Problem> {
    if actor.signed_in() && sight::sits(&mut site.db(), actor).await?.is_empty() {
        return place(site, actor, Right::AppointmentSee, asked).await;
    }
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    let held = queries::congresses(&mut site.db(), actor, Right::AppointmentSee).await?;
    held.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id)).ok_or_else(Problem::missing)
}
