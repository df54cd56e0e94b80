//! 作废草稿: what was never handed in is thrown away.

use accounts_rules::{Actor, Right};
use kernel::Refused;
use kit::{
    Problem, Site,
    blobs::{self, BlobId},
    db::Sql,
    journal,
    web::api::Saw,
};
use suggestions_rules::SuggestionId;

use super::{Work, hand, recorded};
use crate::store;

/// The lead deputy throws a draft away: its words, its invitations and its files. What stays is the fact that there was one.
///
/// # Errors
/// When not the lead in person, or when it was handed in once; then it is withdrawn. When it was changed since it was read.
pub async fn discard(site: &Site, actor: &Actor, id: SuggestionId, saw: Saw) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionFile, work.congress())?;
    let hand = hand(actor)?;
    let fact = work.suggestion().clone().discard(hand).map_err(Refused::from)?;
    work.is_as(saw)?;
    let files: Vec<(BlobId,)> =
        work.tx.all(Sql::new("select blob from attachment where suggestion = {}").bind(id)).await?;
    store::discard(&mut work.tx, &work.was.suggestion).await?;
    for (file,) in files {
        blobs::forget(&mut work.tx, file).await?;
    }
    let fact = recorded(site, actor, work.congress(), id, fact);
    journal::append(&mut work.tx, fact).await?;
    work.tx.commit().await?;
    site.wrote();
    Ok(())
}
