//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use bills_rules::BillId;
use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "bills-ensure-dense",
        sql: "select series from bill_numbering g where last <> (select count(*) from bill b \
              where b.congress = g.congress and b.series = g.series and b.n between 1 and g.last)",
    },
    Check {
        ensure: "bills-ensure-file",
        sql: "select blob from bill_file where kind not in ('draft', 'scan', 'other') or removed < added",
    },
    Check {
        ensure: "bills-ensure-lead",
        sql: "select id from bill b where lead is not null and not exists (select 1 from v_person p where p.id = b.lead)",
    },
    Check {
        ensure: "bills-ensure-session",
        sql: "select id from bill b where not exists \
              (select 1 from v_session s where s.id = b.session and s.congress = b.congress)",
    },
    Check {
        ensure: "bills-ensure-paper",
        sql: "select id from bill where paper not in (0, 1) or (paper = 1 and (lead is null or filed is null or stage in ('draft', 'returned')))",
    },
    Check {
        ensure: "bills-ensure-consult",
        sql: "select bill from bill_consult c join bill b on b.id = c.bill where b.consulted is null or b.lead is null",
    },
    Check {
        ensure: "bills-ensure-signer",
        sql: "select bill from bill_signer s join bill b on b.id = s.bill where s.person = b.lead",
    },
];

/// Runs every audit, then reads every bill as the desk would: an impossible row is a breach that names itself.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = tables(db).await?;
    breaches.extend(rows(db).await?);
    Ok(breaches)
}

/// What holds once every follower has taken everything in.
const FOLLOWED: &[Check] = &[Check {
    ensure: "bills-ensure-suggestion",
    sql: "select id from bill b where suggestion is not null and not exists (select 1 from v_suggestion s where s.id = b.suggestion)",
}];

/// Runs the audits that are one query each.
pub async fn tables(db: &Db) -> Result<Vec<Breach>, Fault> {
    audit::run(db, CHECKS).await
}

/// Runs the audits of what others make of bills; a follower that lags is told here too.
pub async fn followed(db: &Db) -> Result<Vec<Breach>, Fault> {
    audit::run(db, FOLLOWED).await
}

async fn rows(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = Vec::new();
    let ids: Vec<(BillId,)> = db.all("select id from bill order by id").await?;
    for (id,) in ids {
        let mut ask = db;
        if let Err(fault) = store::read(&mut ask, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}
