//! Which congress a list is about.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{Problem, Site, web::chosen};
use roster_views::{congresses, nowhere};

/// A congress the actor follows; without one, the actor's own units.
pub struct Place {
    /// The congress.
    pub congress: Option<BodyId>,
    /// Its name.
    pub name: String,
}

/// The congress asked for, or the first in which the actor holds the right; somebody of a unit needs none.
///
/// # Errors
/// When the actor may not look there, or holds neither the right nor a post in a unit.
pub async fn place(site: &Site, actor: &Actor, right: Right, asked: &str) -> Result<Place, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    if let Some(congress) = asked {
        actor.may(right, congress)?;
    }
    let held = congresses(&mut site.db(), actor, right).await?;
    let found = held.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id));
    match found {
        Some(one) => Ok(Place { congress: Some(one.id), name: one.name }),
        None if actor.holds(Right::AssignmentSee) => Ok(Place { congress: None, name: String::new() }),
        None => Err(nowhere(actor, right)),
    }
}
