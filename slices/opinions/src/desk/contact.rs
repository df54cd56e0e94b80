//! 查看联系方式: with a reason that stands in the journal before anything is shown.

use accounts_rules::Actor;
use kernel::Text;
use kit::{Problem, Site, journal};
use opinions_rules::{Fact, OpinionId};

use super::recorded;
use crate::{
    sight,
    store::{self, Sealed},
};

/// Opens the sealed data.
///
/// # Errors
/// As if there were none, for who does not see the opinion; refused to those who may not open it.
pub async fn open(site: &Site, actor: &Actor, id: OpinionId, reason: &Text<200>) -> Result<Sealed, Problem> {
    let mut tx = site.db().begin().await?;
    let (kept, _) = sight::seen(&mut tx, actor, id).await?;
    sight::may_open(actor, &kept)?;
    let sealed = store::sealed(&mut tx, id).await?;
    let fact = Fact::ContactOpened { reason: reason.to_string() };
    journal::append(&mut tx, recorded(site, actor, &kept.opinion, fact)).await?;
    tx.commit().await?;
    Ok(sealed)
}
