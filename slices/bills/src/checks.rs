//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use bills_rules::BillId;
use kit::{
    Fault,
    db::{Db, FromVal, Sql, Val},
};

use crate::store;

/// A breach of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// What must hold.
    pub ensure: &'static str,
    /// Where it does not.
    pub place: String,
}

/// One sentence that must hold, and the query that finds the rows that break it.
struct Check {
    ensure: &'static str,
    sql: &'static str,
}

const CHECKS: &[Check] = &[
    Check {
        ensure: "numbers of bills of a session are dense: as many as the last",
        sql: "select series from bill_numbering g where last <> (select count(*) from bill b \
              where b.congress = g.congress and b.series = g.series and b.n between 1 and g.last)",
    },
    Check {
        ensure: "every lead deputy of a bill is a person of the roster",
        sql: "select id from bill b where lead is not null and not exists (select 1 from v_person p where p.id = b.lead)",
    },
    Check {
        ensure: "every bill belongs to a session of its congress",
        sql: "select id from bill b where not exists \
              (select 1 from v_session s where s.id = b.session and s.congress = b.congress)",
    },
    Check {
        ensure: "nobody signs a bill beside leading it",
        sql: "select bill from bill_signer s join bill b on b.id = s.bill where s.person = b.lead",
    },
];

/// Runs every audit, then reads every bill as the desk would: an impossible row is a breach that names itself.
///
/// # Errors
/// When the database refuses.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = tables(db).await?;
    breaches.extend(rows(db).await?);
    Ok(breaches)
}

/// What holds once every follower has taken everything in.
const FOLLOWED: &[Check] = &[Check {
    ensure: "every bill treated as a suggestion has its suggestion",
    sql: "select id from bill b where suggestion is not null and not exists (select 1 from v_suggestion s where s.id = b.suggestion)",
}];

/// Runs the audits that are one query each.
///
/// # Errors
/// When the database refuses.
pub async fn tables(db: &Db) -> Result<Vec<Breach>, Fault> {
    run(db, CHECKS).await
}

/// Runs the audits of what others make of bills; a follower that lags is told here too.
///
/// # Errors
/// When the database refuses.
pub async fn followed(db: &Db) -> Result<Vec<Breach>, Fault> {
    run(db, FOLLOWED).await
}

async fn run(db: &Db, checks: &[Check]) -> Result<Vec<Breach>, Fault> {
    let mut breaches = Vec::new();
    for check in checks {
        let found: Vec<(Val,)> = db.all(Sql::new(check.sql)).await?;
        breaches.extend(found.into_iter().map(|(place,)| Breach { ensure: check.ensure, place: named(place) }));
    }
    Ok(breaches)
}

async fn rows(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = Vec::new();
    let ids: Vec<(BillId,)> = db.all("select id from bill order by id").await?;
    for (id,) in ids {
        let mut ask = db;
        if let Err(fault) = store::read(&mut ask, id).await {
            breaches.push(Breach { ensure: "every row can be read", place: fault.to_string() });
        }
    }
    Ok(breaches)
}

fn named(place: Val) -> String {
    match place {
        Val::Text(text) => text,
        other => BillId::from_val(other).map_or_else(|problem| problem, |id| id.to_string()),
    }
}
