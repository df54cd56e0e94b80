//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};
use supervision_rules::{EvaluationId, InquiryId, KeyId, LetterId};

use crate::{store, tally};

const CHECKS: &[Check] = &[
    Check {
        ensure: "supervision-ensure-key",
        sql: "select id from key_suggestion k where not exists (select 1 from v_suggestion s where s.id = k.suggestion \
         and s.congress = k.congress and s.session = k.session)",
    },
    Check {
        ensure: "supervision-ensure-concluded",
        sql: "select id from key_suggestion k where k.stage = 'concluded' and (not exists (select 1 from key_report r \
         where r.key = k.id and r.kind = 'final') or exists (select 1 from key_step p where p.key = k.id and p.done is null))",
    },
    Check {
        ensure: "supervision-ensure-letters",
        sql: "select congress from supervision_numbering g where g.series <> 'case' and g.last <> (select count(*) from urging_letter l \
         where l.congress = g.congress and l.series = g.series and l.year = g.year and l.n between 1 and g.last)",
    },
    Check {
        ensure: "supervision-ensure-cases",
        sql: "select congress from supervision_numbering g where g.series = 'case' and g.last <> (select count(*) from dissatisfied_case c \
         where c.congress = g.congress and c.year = g.year and c.n between 1 and g.last)",
    },
    Check {
        ensure: "supervision-ensure-ended",
        sql: "select id from dissatisfied_case where (stage = 'open') <> (ended is null)",
    },
    Check {
        ensure: "supervision-ensure-inquiries",
        sql: "select id from inquiry i where i.stage = 'concluded' and (exists (select 1 from inquiry_question q \
         where q.inquiry = i.id and q.answered is null) or exists (select 1 from inquiry_item t where t.inquiry = i.id \
         and t.settled is null))",
    },
    Check {
        ensure: "supervision-ensure-evidence",
        sql: "select e.blob from supervision_evidence e where not exists (select 1 from blob b where b.id = e.blob) \
         or not exists (select 1 from urging_letter l where l.id = e.about union all select 1 from key_visit i where i.id = e.about \
         union all select 1 from key_report r where r.id = e.about union all select 1 from key_policy p where p.id = e.about \
         union all select 1 from inquiry_item t where t.id = e.about)",
    },
    Check {
        ensure: "supervision-ensure-polls",
        sql: "select inquiry from inquiry_poll where ballots <> satisfied + basically + dissatisfied + invalid or ballots < 1",
    },
];

/// Runs every audit, then reads every row as the desk would: an impossible row is a breach that names itself.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let ids: Vec<(KeyId,)> = db.all("select id from key_suggestion order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_key(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(EvaluationId,)> = db.all("select id from evaluation order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_evaluation(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(InquiryId,)> = db.all("select id from inquiry order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_inquiry(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(LetterId,)> = db.all("select id from urging_letter order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_letter(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}

/// What holds once the follower has taken everything in. A part passed on, or whose suggestion has ended, stands no longer.
const FOLLOWED: &[Check] = &[Check {
    ensure: "supervision-ensure-register",
    sql: "select distinct j.assignment from v_judgement j join v_assignment a on a.id = j.assignment \
         join v_suggestion s on s.id = a.suggestion where s.stage = 'handling' and 'dissatisfied' in (j.process, j.result) \
         and not exists (select 1 from v_judgement l where l.assignment = j.assignment and l.signer = j.signer and l.round > j.round) \
         and not exists (select 1 from dissatisfied_case c where c.assignment = j.assignment and c.stage = 'open')",
}];

/// Runs the audits of what the followers keep; one that lags is told here too.
pub async fn followed(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, FOLLOWED).await?;
    let ensure = "supervision-ensure-tally";
    breaches.extend(tally::drift(&mut &*db).await?.into_iter().map(|place| Breach { ensure, place }));
    Ok(breaches)
}
