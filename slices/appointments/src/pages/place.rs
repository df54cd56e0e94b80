//! Which congress a list is about.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{Problem, Site, web::chosen};
use roster_views::Named;

use crate::{queries, sight};

/// The congress asked for, or the first whose proposals the actor sees: by a right, or as a member of its standing committee.
///
/// # Errors
/// When the actor may not look there, or nowhere.
pub async fn seen(site: &Site, actor: &Actor, asked: &str) -> Result<Named, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if sight::sits(&mut site.db(), actor).await?.is_empty() {
        return roster_views::place(site, actor, Right::AppointmentSee, asked).await;
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    let held = queries::looked_at(&mut site.db(), actor).await?;
    held.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id)).ok_or_else(Problem::missing)
}
