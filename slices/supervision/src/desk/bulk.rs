//! 批量催办: one letter to each of many units, all or none.

use accounts_rules::Actor;
use kit::{Problem, Site};
use supervision_rules::{AssignmentId, LetterId};

use super::letter::{LetterWanted, issued};

/// Sends the same letter about each of these parts; a refusal leaves nothing sent.
///
/// # Errors
/// As for one letter.
pub async fn issue_all(
    site: &Site,
    actor: &Actor,
    parts: &[AssignmentId],
    wanted: &LetterWanted,
) -> Result<Vec<LetterId>, Problem> {
    let mut tx = site.db().begin().await?;
    let mut sent = Vec::with_capacity(parts.len());
    for part in parts {
        sent.push(issued(site, actor, &mut tx, *part, wanted.clone()).await?.id);
    }
    tx.commit().await?;
    site.wrote();
    Ok(sent)
}
