//! 电话催评: the office telephones a signer who has not judged.

use accounts_rules::{Actor, Right};
use kernel::{Id, PersonId};
use kit::{Problem, Site, web::api::Once};
use serde::Serialize;
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{Reason, Work, account};

/// A call as the office keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Called {
    /// Who was called.
    pub with: PersonId,
    /// What was said: the office's own note.
    pub words: Reason,
}

/// Keeps a call; asked twice with the same key it is kept once.
///
/// # Errors
/// When the actor does not answer for that congress's suggestions, no reply of the part waits to be judged, or the deputy received none or
/// has judged it.
pub async fn call(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    called: Called,
    once: &Once,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::JudgementRemind, work.congress())?;
    let new: Id<()> = site.new_id();
    if once.claim(&mut work.tx, site, account(actor)?, &called, new).await?.is_some() {
        return Ok(());
    }
    let words = work.words("judgement-call", called.words);
    work.act(|suggestion, _| {
        let fact = suggestion.call_for_judgement(part, called.with, words)?;
        Ok((suggestion, fact))
    })?;
    work.finish().await.map(drop)
}
