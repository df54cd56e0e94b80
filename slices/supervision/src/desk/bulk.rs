//! 批量催办: one letter to each of many units, all or none.

use accounts_rules::Actor;
use kernel::Id;
use kit::{Problem, Site, web::api::Once};
use supervision_rules::{AssignmentId, LetterId};

use super::letter::{LetterWanted, issued};

/// Sends the same letter about each of these parts; a refusal leaves nothing sent. Asked again under the same key, nothing more
/// is sent, and no letter is answered.
///
/// # Errors
/// As for one letter.
pub async fn issue_all(
    site: &Site,
    actor: &Actor,
    parts: &[AssignmentId],
    wanted: &LetterWanted,
    once: &Once,
) -> Result<Vec<LetterId>, Problem> {
    let account = actor.account.ok_or(Problem::SignIn)?;
    let mut tx = site.db().begin().await?;
    let whole: Id<()> = site.new_id();
    if once.claim(&mut tx, site, account, &(parts, wanted), whole).await?.is_some() {
        return Ok(Vec::new());
    }
    let mut sent = Vec::with_capacity(parts.len());
    for part in parts {
        sent.push(issued(site, actor, &mut tx, *part, wanted.clone()).await?.id);
    }
    tx.commit().await?;
    site.wrote();
    Ok(sent)
}
