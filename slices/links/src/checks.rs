//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};
use links_rules::{KindId, LinkId};

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "links-ensure-of-congress",
        sql: "select l.id from link l join link_kind k on k.id = l.kind where l.congress <> k.congress",
    },
    Check { ensure: "links-ensure-days", sql: "select id from link where until is not null and until < since" },
    Check {
        ensure: "links-ensure-contacts",
        sql: "select t.id from link_contact t join link l on l.id = t.link where t.day < l.since",
    },
    Check {
        ensure: "links-ensure-drafts",
        sql: "select d.id from link_draft d join link_kind k on k.id = d.kind where d.congress <> k.congress",
    },
];

/// Runs every audit, then reads every row as the desk would: an impossible row is a breach that names itself.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let ids: Vec<(KindId,)> = db.all("select id from link_kind order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_kind(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(LinkId,)> = db.all("select id from link order by id").await?;
    for (id,) in ids {
        if let Err(fault) = whole(db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}

async fn whole(db: &Db, id: LinkId) -> Result<(), Fault> {
    store::read_link(&mut &*db, id).await?;
    store::contacts_of(&mut &*db, id).await.map(drop)
}
