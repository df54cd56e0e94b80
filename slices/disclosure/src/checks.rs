//! Audits of live data: what must hold of every row, and each disclosure read as the desk would read it.

use disclosure_rules::{DisclosureId, Stage};
use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "disclosure-ensure-consent",
        sql: "select d.id from disclosure d join v_disclosable s on s.suggestion = d.suggestion \
         where d.stage = 'disclosed' and coalesce(s.publish, 0) = 0",
    },
    Check {
        ensure: "disclosure-ensure-letter",
        sql: "select d.id from disclosure d join disclosure_reply r on r.disclosure = d.id \
         join v_letter l on l.assignment = r.assignment and l.round = r.round \
         where r.body <> '' and coalesce(l.publish, 0) = 0",
    },
    Check {
        ensure: "disclosure-ensure-name",
        sql: "select d.id from disclosure d join v_disclosable s on s.suggestion = d.suggestion \
         where s.keep_identity = 1 and d.lead is not null",
    },
    Check {
        ensure: "disclosure-ensure-log",
        sql: "select d.id from disclosure d where d.stage = 'taken-down' and not exists (select 1 from disclosure_removal r \
         where r.disclosure = d.id and r.congress = d.congress and r.year = d.removal_year and r.n = d.removal_n)",
    },
];

/// Reads everything and asks the tables.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let all: Vec<(DisclosureId,)> = db.all("select id from disclosure order by id").await?;
    for (id,) in all {
        if let Err(fault) = readable(db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}

async fn readable(db: &Db, id: DisclosureId) -> Result<(), Fault> {
    let mut ask = db;
    let Some(kept) = store::read(&mut ask, id).await? else { return Ok(()) };
    let disclosed = matches!(kept.disclosure.stage, Stage::Disclosed { .. });
    if disclosed && store::read_edition(&mut ask, id, kept.disclosure.editions).await?.is_none() {
        return Err(Fault::new(format_args!("table `disclosure`, row {id}: its edition is missing")));
    }
    Ok(())
}
