//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use kit::{
    Fault,
    db::{Db, FromVal, Sql, Val},
};
use suggestions_rules::SuggestionId;

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
        ensure: "the counts of suggestions equal the suggestions counted",
        sql: "select coalesce(c.stage, s.stage) || ' ' || coalesce(c.category, s.category) from (\
              select congress, stage, category, session, coalesce(outcome, '') as outcome, count(*) as n from suggestion \
              group by congress, stage, category, session, coalesce(outcome, '')) s \
              full outer join (select * from suggestion_count where n <> 0) c \
              on c.congress = s.congress and c.stage = s.stage and c.category = s.category and c.session = s.session \
              and c.outcome = s.outcome where s.n is null or c.n is null or s.n <> c.n",
    },
    Check {
        ensure: "numbers of a series are dense: as many as the last",
        sql: "select series from numbering g where last <> (select count(*) from suggestion s \
              where s.congress = g.congress and s.series = g.series and s.n between 1 and g.last)",
    },
    Check {
        ensure: "every lead deputy is a person of the roster",
        sql: "select id from suggestion s where not exists (select 1 from v_person p where p.id = s.lead)",
    },
    Check {
        ensure: "an assignment counts its objections and its extensions",
        sql: "select id from assignment a where objections <> (select count(*) from objection o where o.assignment = a.id) \
              or extensions <> (select count(*) from extension e where e.assignment = a.id)",
    },
    Check {
        ensure: "a record of a talk is with a signer, of a part of the same suggestion",
        sql: "select c.id from talk c join suggestion s on s.id = c.suggestion \
              where not exists (select 1 from assignment a where a.id = c.assignment and a.suggestion = c.suggestion) \
              or (c.person <> s.lead and not exists (select 1 from cosigner k where k.suggestion = c.suggestion \
              and k.person = c.person and k.answer = 'confirmed'))",
    },
    Check {
        ensure: "the word on a record of a talk has its moment, and its reason where it is disputed",
        sql: "select id from talk where word not in ('waiting', 'confirmed', 'disputed', 'withdrawn') \
              or (word = 'waiting') <> (answered is null) or (word = 'disputed' and reason is null) \
              or (word in ('waiting', 'confirmed') and reason is not null)",
    },
    Check {
        ensure: "a promise is of a part of the same suggestion that replies, in a round there is",
        sql: "select p.id from promise p where not exists (select 1 from assignment a join reply r on r.assignment = a.id \
              where a.id = p.assignment and a.suggestion = p.suggestion and a.unit = p.unit and a.congress = p.congress \
              and a.role <> 'co' and r.round = p.round)",
    },
    Check {
        ensure: "the day of a promise is the first, or the one the last move gave it",
        sql: "select p.id from promise p where p.due <> coalesce((select t.due from promise_step t where t.promise = p.id \
              and t.due is not null order by t.ordinal desc limit 1), p.first_due)",
    },
    Check {
        ensure: "every handling unit is a body of the roster",
        sql: "select id from assignment a where not exists (select 1 from v_body b where b.id = a.unit)",
    },
];

/// Runs every audit, then reads every suggestion as the desk would: an impossible row is a breach that names itself.
///
/// # Errors
/// When the database refuses.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = tables(db).await?;
    breaches.extend(rows(db).await?);
    Ok(breaches)
}

/// Runs the audits that are one query each.
///
/// # Errors
/// When the database refuses.
pub async fn tables(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = Vec::new();
    for check in CHECKS {
        let found: Vec<(Val,)> = db.all(Sql::new(check.sql)).await?;
        let place = |(place,): (Val,)| Breach { ensure: check.ensure, place: named(place) };
        breaches.extend(found.into_iter().map(place));
    }
    Ok(breaches)
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
            for fault in [read, promises].into_iter().filter_map(Result::err) {
                breaches.push(Breach { ensure: "every row can be read", place: fault.to_string() });
            }
        }
    }
}

fn named(place: Val) -> String {
    match place {
        Val::Text(text) => text,
        other => SuggestionId::from_val(other).map_or_else(|problem| problem, |id| id.to_string()),
    }
}
