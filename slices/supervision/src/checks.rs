//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use kit::{
    Fault,
    db::{Db, Sql},
};
use supervision_rules::{EvaluationId, KeyId, LetterId};
use uuid::Uuid;

use crate::{store, tally};

/// A breach of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// What must hold.
    pub ensure: &'static str,
    /// Where it does not.
    pub place: String,
}

const CHECKS: &[(&str, &str)] = &[
    (
        "every key suggestion is a suggestion of that congress and session",
        "select id from key_suggestion k where not exists (select 1 from v_suggestion s where s.id = k.suggestion \
         and s.congress = k.congress and s.session = k.session)",
    ),
    (
        "a concluded key suggestion has its final report and no open step",
        "select id from key_suggestion k where k.stage = 'concluded' and (not exists (select 1 from key_report r \
         where r.key = k.id and r.kind = 'final') or exists (select 1 from key_step p where p.key = k.id and p.done is null))",
    ),
    (
        "numbers of urging letters are dense: as many as the last",
        "select congress from supervision_numbering g where g.series <> 'case' and g.last <> (select count(*) from urging_letter l \
         where l.congress = g.congress and l.series = g.series and l.year = g.year and l.n between 1 and g.last)",
    ),
    (
        "numbers of cases are dense: as many as the last",
        "select congress from supervision_numbering g where g.series = 'case' and g.last <> (select count(*) from dissatisfied_case c \
         where c.congress = g.congress and c.year = g.year and c.n between 1 and g.last)",
    ),
    (
        "a case ends when it is no longer open, and not before",
        "select id from dissatisfied_case where (stage = 'open') <> (ended is null)",
    ),
];

/// Runs every audit, then reads every row as the desk would: an impossible row is a breach that names itself.
///
/// # Errors
/// When the database refuses.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = Vec::new();
    for (ensure, sql) in CHECKS {
        let found: Vec<(Uuid,)> = db.all(Sql::new(sql)).await?;
        breaches.extend(found.into_iter().map(|(id,)| Breach { ensure, place: id.to_string() }));
    }
    let ids: Vec<(KeyId,)> = db.all("select id from key_suggestion order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_key(&mut &*db, id).await {
            breaches.push(Breach { ensure: "every row can be read", place: fault.to_string() });
        }
    }
    let ids: Vec<(EvaluationId,)> = db.all("select id from evaluation order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_evaluation(&mut &*db, id).await {
            breaches.push(Breach { ensure: "every row can be read", place: fault.to_string() });
        }
    }
    let ids: Vec<(LetterId,)> = db.all("select id from urging_letter order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_letter(&mut &*db, id).await {
            breaches.push(Breach { ensure: "every row can be read", place: fault.to_string() });
        }
    }
    Ok(breaches)
}

/// What holds once the follower has taken everything in.
///
/// # Errors
/// When the database refuses.
pub async fn followed(db: &Db) -> Result<Vec<Breach>, Fault> {
    // A part passed on, or whose suggestion has ended, stands no longer.
    let sql = "select distinct j.assignment from v_judgement j join v_assignment a on a.id = j.assignment \
         join v_suggestion s on s.id = a.suggestion where s.stage = 'handling' and 'dissatisfied' in (j.process, j.result) \
         and not exists (select 1 from v_judgement l where l.assignment = j.assignment and l.signer = j.signer and l.round > j.round) \
         and not exists (select 1 from dissatisfied_case c where c.assignment = j.assignment and c.stage = 'open')";
    let found: Vec<(Uuid,)> = db.all(Sql::new(sql)).await?;
    let ensure = "every part somebody is dissatisfied with stands in the register";
    let mut breaches: Vec<Breach> = found.into_iter().map(|(id,)| Breach { ensure, place: id.to_string() }).collect();
    let ensure = "the counts of the handling are those of the rows";
    breaches.extend(tally::drift(&mut &*db).await?.into_iter().map(|place| Breach { ensure, place }));
    Ok(breaches)
}
