//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use elections_rules::election::{DepartureId, ElectionId, LeaderLeavingId, ObjectionId};
use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};

use crate::{queries::whole, store};

const CHECKS: &[Check] = &[
    Check {
        ensure: "elections-ensure-seats",
        sql: "select e.id from election e where e.stage not in ('announced', 'nominating', 'cancelled') \
              and e.seats <> (select coalesce(sum(d.seats), 0) from election_district d where d.election = e.id)",
    },
    Check {
        ensure: "elections-ensure-voters",
        sql: "select d.id from election_district d where exists (select 1 from election_voter v where v.district = d.id) \
              and d.voters <> (select count(*) from election_voter v where v.district = d.id and v.struck is null)",
    },
    Check {
        ensure: "elections-ensure-certified",
        sql: "select e.id from election e where (e.stage in ('certified', 'closed') and e.certified is null) \
              or (e.stage not in ('certified', 'closed') and e.certified is not null)",
    },
    Check {
        ensure: "elections-ensure-certificates",
        sql: "select c.id from certificate c join election e on e.id = c.election \
              where e.stage not in ('certified', 'closed') or (e.class is null) <> (c.mandate is not null)",
    },
    Check {
        ensure: "elections-ensure-elected",
        sql: "select c.id from certificate c where not exists \
              (select 1 from election_tally t where t.candidate = c.candidate and t.place = 'elected')",
    },
    Check {
        ensure: "elections-ensure-recounts",
        sql: "select a.district from election_recount a where not exists \
              (select 1 from election_round r where r.district = a.district and r.n = a.n)",
    },
    Check {
        ensure: "elections-ensure-number",
        sql: "select e.id from election e where e.candidates is not null \
              and (e.mode <> 'indirect' or coalesce(e.class, '') = 'chief' or e.candidates < e.seats)",
    },
    Check {
        ensure: "elections-ensure-crowded",
        sql: "select e.id from election e where (select count(*) from certificate c where c.election = e.id) > e.seats",
    },
    Check {
        ensure: "elections-ensure-proxies",
        sql: "select r.district from election_round r where r.most_for_one > 3 or r.proxied > r.voted or r.invalid > r.ballots",
    },
    Check {
        ensure: "elections-ensure-reason",
        sql: "select e.id from election e where (e.stage = 'cancelled') <> (e.reason is not null)",
    },
    Check {
        ensure: "elections-ensure-objections",
        sql: "select o.id from election_objection o where (o.decided is null) <> (o.ruling is null) or (o.judged is null) <> (o.judgment is null) \
              or (o.sued is not null and (o.decided is null or o.ruling <> 'rejected' or o.sued < o.decided)) \
              or (o.judged is not null and (o.sued is null or o.judged < o.sued)) or o.received < o.posted or o.decided < o.received \
              or (o.applied = 1 and coalesce(o.judgment, o.ruling, 'rejected') <> 'upheld')",
    },
    Check {
        ensure: "elections-ensure-boxes",
        sql: "select b.id from election_box b where b.returned > b.handed or (b.returned is not null and b.handed is null) \
              or (b.returned is null and exists (select 1 from election_round r where r.district = b.district and r.n = b.n))",
    },
    Check {
        ensure: "elections-ensure-primary",
        sql: "select p.district from election_primary p where p.took_part > p.entitled or p.handed > p.entitled or p.invalid > p.returned \
              or p.marks < 1 or (p.valid = 1 and (p.returned > p.handed or (p.asked = 'third' and p.took_part * 3 < p.entitled) \
              or (p.asked = 'half' and p.took_part * 2 <= p.entitled)))",
    },
    Check {
        ensure: "elections-ensure-filed",
        sql: "select d.id from departure d where d.filed is not null \
              and (d.stage not in ('accepted', 'published') or d.decided is null or d.filed < d.decided)",
    },
    Check {
        ensure: "elections-ensure-day",
        sql: "select c.election from election_day_change c join election e on e.id = c.election where c.day <= c.was \
              or (c.n = (select max(o.n) from election_day_change o where o.election = c.election) and c.day <> e.day)",
    },
    Check {
        ensure: "elections-ensure-leader",
        sql: "select l.id from leader_leaving l where (l.stage = 'received') <> (l.decided is null) \
              or (l.decided is null) <> (l.deputies is null) or l.yes > l.deputies or l.movers > l.deputies \
              or (l.stage in ('accepted', 'published') and l.yes * 2 <= l.deputies) or (l.leaving = 'resigned' and l.mover is not null) \
              or (l.approved is not null and (l.stage not in ('accepted', 'published') or l.approved < l.decided))",
    },
    Check {
        ensure: "elections-ensure-departure",
        sql: "select d.id from departure d where (d.stage = 'received') <> (d.decided is null)",
    },
];

/// What hangs on followers having taken in every fact: a mandate for each certificate of a deputy, an end for each departure.
const FOLLOWED: &[Check] = &[
    Check {
        ensure: "elections-ensure-mandate",
        sql: "select c.id from certificate c where c.mandate is not null \
              and not exists (select 1 from v_mandate m where m.id = c.mandate)",
    },
    Check {
        ensure: "elections-ensure-left",
        sql: "select d.id from departure d join v_mandate m on m.id = d.mandate \
              where d.stage in ('accepted', 'published') and d.leaving not in ('custody', 'sentence', 'resumed') \
              and m.state <> 'ended'",
    },
    Check {
        ensure: "elections-ensure-leader-left",
        sql: "select l.id from leader_leaving l join v_leader_holding h on h.id = l.holding \
              where l.stage in ('accepted', 'published') and h.until is null \
              and (h.office <> 'procurator_general' or l.approved is not null)",
    },
];

/// Everything that must hold.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let ids: Vec<(ElectionId,)> = db.all("select id from election order by id").await?;
    for (id,) in ids {
        if let Err(fault) = readable(db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(ObjectionId,)> = db.all("select id from election_objection order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_objection(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(DepartureId,)> = db.all("select id from departure order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_departure(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(LeaderLeavingId,)> = db.all("select id from leader_leaving order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_leader(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}

/// What must hold once the followers have taken in every fact.
pub async fn followed(db: &Db) -> Result<Vec<Breach>, Fault> {
    audit::run(db, FOLLOWED).await
}

async fn readable(db: &Db, id: ElectionId) -> Result<(), Fault> {
    let Some(it) = store::read_election(&mut &*db, id).await? else { return Ok(()) };
    whole(&mut &*db, &it).await.map(drop)
}
