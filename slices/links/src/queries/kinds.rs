//! Kinds of links with their numbers.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
};
use links_rules::{DraftId, KindId};

use crate::store::{Kind, kinds_of, open_draft};

/// A kind with how far it is.
#[derive(Clone, Debug)]
pub struct KindLine {
    /// The kind.
    pub kind: Kind,
    /// Links that stand.
    pub links: i64,
    /// Contacts of this year.
    pub contacts: i64,
    /// Its open draft.
    pub draft: Option<DraftId>,
}

/// Whether links or drafts of it were ever made.
pub async fn used(ask: &mut impl Ask, kind: KindId) -> Result<bool, Fault> {
    let sql = Sql::new("select count(*) from link_draft where kind = {}").bind(kind);
    let drafts = ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count);
    let sql = Sql::new("select count(*) from link where kind = {}").bind(kind);
    Ok(drafts + ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count) > 0)
}

/// A kind with its numbers as of today.
pub async fn line(ask: &mut impl Ask, kind: Kind, today: Day) -> Result<KindLine, Fault> {
    let (first, _) = links_rules::year_of(today);
    let sql = Sql::new("select count(*) from link where until is null and kind = {}").bind(kind.id);
    let links = ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count);
    let sql = Sql::new("select count(*) from link_contact t join link l on l.id = t.link where l.kind = {}");
    let sql = sql.bind(kind.id).add(" and t.day >= {}").bind(first);
    let contacts = ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count);
    let draft = open_draft(ask, kind.id).await?;
    Ok(KindLine { kind, links, contacts, draft })
}

/// The kinds of a congress with their numbers.
pub async fn all(ask: &mut impl Ask, congress: BodyId, today: Day) -> Result<Vec<KindLine>, Fault> {
    let mut lines = Vec::new();
    for kind in kinds_of(ask, congress).await? {
        lines.push(line(ask, kind, today).await?);
    }
    Ok(lines)
}
