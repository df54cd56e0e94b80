//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::{Db, Sql},
};
use suggestions_rules::SuggestionId;

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "suggestions-ensure-counts",
        sql: "select coalesce(c.stage, s.stage) || ' ' || coalesce(c.category, s.category) from (\
              select congress, stage, category, session, coalesce(outcome, '') as outcome, count(*) as n from suggestion \
              group by congress, stage, category, session, coalesce(outcome, '')) s \
              full outer join (select * from suggestion_count where n <> 0) c \
              on c.congress = s.congress and c.stage = s.stage and c.category = s.category and c.session = s.session \
              and c.outcome = s.outcome where s.n is null or c.n is null or s.n <> c.n",
    },
    Check {
        ensure: "suggestions-ensure-dense",
        sql: "select series from numbering g where last <> (select count(*) from suggestion s \
              where s.congress = g.congress and s.series = g.series and s.n between 1 and g.last)",
    },
    Check {
        ensure: "suggestions-ensure-lead",
        sql: "select id from suggestion s where not exists (select 1 from v_person p where p.id = s.lead)",
    },
    Check {
        ensure: "suggestions-ensure-hops",
        sql: "select id from assignment a where objections <> (select count(*) from objection o where o.assignment = a.id) \
              or extensions <> (select count(*) from extension e where e.assignment = a.id)",
    },
    Check {
        ensure: "suggestions-ensure-severed",
        sql: "select v.paper from severance v join suggestion p on p.id = v.paper join suggestion o on o.id = v.original \
              where p.id = o.id or p.lead <> o.lead or p.congress <> o.congress or p.session <> o.session",
    },
    Check {
        ensure: "suggestions-ensure-talk",
        sql: "select c.id from talk c join suggestion s on s.id = c.suggestion \
              where not exists (select 1 from assignment a where a.id = c.assignment and a.suggestion = c.suggestion) \
              or (c.person <> s.lead and not exists (select 1 from cosigner k where k.suggestion = c.suggestion \
              and k.person = c.person and k.answer = 'confirmed'))",
    },
    Check {
        ensure: "suggestions-ensure-word",
        sql: "select id from talk where word not in ('waiting', 'confirmed', 'disputed', 'withdrawn') \
              or (word = 'waiting') <> (answered is null) or (word = 'disputed' and reason is null) \
              or (word in ('waiting', 'confirmed') and reason is not null)",
    },
    Check {
        ensure: "suggestions-ensure-promise",
        sql: "select p.id from promise p where not exists (select 1 from assignment a join reply r on r.assignment = a.id \
              where a.id = p.assignment and a.suggestion = p.suggestion and a.unit = p.unit and a.congress = p.congress \
              and a.role <> 'co' and r.round = p.round)",
    },
    Check {
        ensure: "suggestions-ensure-day",
        sql: "select p.id from promise p where p.due <> coalesce((select t.due from promise_step t where t.promise = p.id \
              and t.due is not null order by t.ordinal desc limit 1), p.first_due)",
    },
    Check {
        ensure: "suggestions-ensure-class",
        sql: "select d.id from class_doubt d join reply r on r.assignment = d.assignment and r.round = d.round \
              where d.standing = 'changed' and r.class <> d.class_now and not exists (select 1 from class_doubt l \
              where l.assignment = d.assignment and l.round = d.round and l.standing = 'changed' and l.answered > d.answered)",
    },
    Check {
        ensure: "suggestions-ensure-shown",
        sql: "select d.id from shown_draft d join suggestion s on s.id = d.suggestion where not exists (select 1 from assignment a \
              join reply r on r.assignment = a.id where a.id = d.assignment and a.suggestion = d.suggestion and r.round = d.round) \
              or (d.person <> s.lead and not exists (select 1 from cosigner k where k.suggestion = d.suggestion \
              and k.person = d.person and k.answer = 'confirmed'))",
    },
    Check {
        ensure: "suggestions-ensure-unit",
        sql: "select id from assignment a where not exists (select 1 from v_body b where b.id = a.unit)",
    },
];

/// Runs every audit, then reads every suggestion as the desk would: an impossible row is a breach that names itself.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = tables(db).await?;
    breaches.extend(rows(db).await?);
    Ok(breaches)
}

/// Runs the audits that are one query each.
pub async fn tables(db: &Db) -> Result<Vec<Breach>, Fault> {
    audit::run(db, CHECKS).await
}

async fn rows(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = Vec::new();
    let mut after: Option<SuggestionId> = None;
    loop {
        let sql = Sql::new("select id from suggestion");
        let sql = match after {
            Some(id) => sql.add(" where id > {}").bind(id),
            None => sql,
        };
        let ids: Vec<(SuggestionId,)> = db.all(sql.add(" order by id limit 1000")).await?;
        let Some((last,)) = ids.last().copied() else { return Ok(breaches) };
        after = Some(last);
        for (id,) in ids {
            let mut ask = db;
            let read = store::read(&mut ask, id).await.map(|_| ());
            let promises = store::promises(&mut ask, id).await.map(|_| ());
            let shown = store::shown_drafts(&mut ask, id).await.map(|_| ());
            for fault in [read, promises, shown].into_iter().filter_map(Result::err) {
                breaches.push(Breach::unreadable(&fault));
            }
        }
    }
}
