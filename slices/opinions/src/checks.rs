//! Audits of live data: what must hold of every row, and each opinion read as the desk would read it.

use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};
use opinions_rules::OpinionId;

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "opinions-ensure-step",
        sql: "select o.id from opinion o where not exists (select 1 from opinion_step s where s.opinion = o.id and s.step = 'received')",
    },
    Check {
        ensure: "opinions-ensure-number",
        sql: "select o.id from opinion o where o.n > (select coalesce(max(m.last), 0) from opinion_numbering m \
         where m.congress = o.congress and m.year = o.year)",
    },
    Check {
        ensure: "opinions-ensure-office",
        // By the opinion: looked up by the office, SQLite would read all of an office's lines for each.
        sql: "select o.id from opinion o where o.congress not in (select f.office from opinion_office f where f.opinion = o.id) \
         or o.holder not in (select f.office from opinion_office f where f.opinion = o.id)",
    },
    Check {
        ensure: "opinions-ensure-lines",
        sql: "select o.id from opinion o join opinion_office f on f.opinion = o.id where coalesce(f.stage, '') <> o.stage \
         or coalesce(f.topic, '') <> o.topic or f.received <> o.received or coalesce(f.open, -1) <> \
         case when o.stage in ('received', 'proposed', 'assigned', 'hotline') then 1 else 0 end",
    },
    Check {
        ensure: "opinions-ensure-counts",
        sql: "select distinct coalesce(t.office, c.office) from (select f.office, o.stage, o.topic, count(*) as n \
         from opinion_office f join opinion o on o.id = f.opinion group by f.office, o.stage, o.topic) t \
         full outer join (select * from opinion_count where n <> 0) c \
         on c.office = t.office and c.stage = t.stage and c.topic = t.topic where coalesce(t.n, 0) <> coalesce(c.n, 0)",
    },
    Check {
        ensure: "opinions-ensure-raised",
        sql: "select o.id from opinion o where o.suggestion is not null and not exists \
         (select 1 from opinion_raised r where r.opinion = o.id and r.suggestion = o.suggestion)",
    },
    Check {
        ensure: "opinions-ensure-signed",
        sql: "select o.id from opinion o where o.signed_for is not null and (o.stage <> 'assigned' or o.signed_for < o.at)",
    },
    Check {
        ensure: "opinions-ensure-key",
        sql: "select c.id from code c where not exists (select 1 from code_key k where k.n = c.key)",
    },
];

/// Reads everything and asks the tables.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let all: Vec<(OpinionId,)> = db.all("select id from opinion order by id").await?;
    for (id,) in all {
        let mut ask = db;
        if let Err(fault) = store::read(&mut ask, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}
