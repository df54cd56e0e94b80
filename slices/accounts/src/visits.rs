//! Sessions: ending one's own. The rows are the session machinery's of kit.

use accounts_rules::{Actor, SignInRefusal};
use kit::{
    Problem, Site,
    web::session::{self, VisitId},
};

use crate::{
    answer::refused,
    authority,
    fact::Fact,
    store::{self, By},
};

/// Ends one of the actor's sessions.
///
/// # Errors
/// When nobody is signed in, or there is no such session of theirs.
pub async fn end(site: &Site, actor: &Actor, visit: VisitId) -> Result<(), Problem> {
    let id = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    if !session::close(&mut tx, id, visit).await? {
        return Err(refused(SignInRefusal::Unknown));
    }
    store::record(&mut tx, site.now(), By(Some(id)), None, id.uuid(), Fact::VisitsEnded { count: 1 }).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Ends all of the actor's sessions but the present one; answers how many.
///
/// # Errors
/// When nobody is signed in.
pub async fn end_others(site: &Site, actor: &Actor, present: Option<VisitId>) -> Result<i64, Problem> {
    let id = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let count = i64::try_from(session::close_others(&mut tx, id, present).await?).unwrap_or(i64::MAX);
    store::record(&mut tx, site.now(), By(Some(id)), None, id.uuid(), Fact::VisitsEnded { count }).await?;
    tx.commit().await?;
    site.wrote();
    Ok(count)
}
