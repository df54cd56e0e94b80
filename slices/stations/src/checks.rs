//! Audits of live data: what must hold of every row, and each station and grading read as the desk would read it.

use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};
use stations_rules::{GradeId, StationId};

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "stations-ensure-merged",
        sql: "select s.id from station s where (s.stage = 'merged' and s.merged is null) or (s.stage <> 'merged' and s.merged is not null)",
    },
    Check {
        ensure: "stations-ensure-homes",
        sql: "select h.id from station_home h join station s on s.id = h.station where h.until is null and s.stage in ('merged', 'closed')",
    },
    Check {
        ensure: "stations-ensure-one-home",
        sql: "select h.person from station_home h where h.until is null group by h.person having count(*) > 1",
    },
    Check {
        ensure: "stations-ensure-further",
        sql: "select f.id from station_further f join station s on s.id = f.station where f.until is null and (s.stage in ('merged', 'closed') \
         or exists (select 1 from station_home h where h.until is null and h.station = f.station and h.person = f.person))",
    },
    Check {
        ensure: "stations-ensure-heir",
        sql: "select s.id from station s left join station m on m.id = s.merged \
         where (s.merged is null and s.heir is not null) or (s.merged is not null and (s.heir is null or s.heir <> coalesce(m.heir, m.id)))",
    },
    Check {
        ensure: "stations-ensure-receivers",
        sql: "select e.id from station_event e where e.kind = 'reception' \
         and not exists (select 1 from station_event_deputy d where d.event = e.id)",
    },
    Check {
        ensure: "stations-ensure-sealed",
        sql: "select v.event from station_visitor v join station_event e on e.id = v.event where e.sealed = 0",
    },
    Check {
        ensure: "stations-ensure-plan",
        sql: "select p.id from station_plan p join station_event e on e.id = p.event where e.station <> p.station or e.struck is not null",
    },
    Check {
        ensure: "stations-ensure-photos",
        sql: "select p.event from station_photo p group by p.event having count(*) > 9 \
         union select p.event from station_photo p where not exists (select 1 from blob b where b.id = p.blob)",
    },
    Check {
        ensure: "stations-ensure-year",
        sql: "select y.id from station_year y where (y.stage = 'approved' and (y.organ = '' or y.day is null or y.number = '')) \
         or (y.stage = 'returned' and (y.organ = '' or y.day is null or y.reason = '')) or y.budget < 0",
    },
    Check {
        ensure: "stations-ensure-objection",
        sql: "select g.id from station_grade g where (g.stage in ('proposed', 'objected', 'ruled') and g.until is null) \
         or (g.stage in ('objected', 'ruled') and g.objection = '') or (g.stage = 'ruled' and (g.ruling = '' or g.upheld is null))",
    },
    Check {
        ensure: "stations-ensure-stars",
        sql: "select s.id from station s where s.stars is not null \
         and not exists (select 1 from station_grade g where g.station = s.id and g.stage = 'published')",
    },
];

/// Asks the tables, then reads everything.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let all: Vec<(StationId,)> = db.all("select id from station order by id").await?;
    for (id,) in all {
        if let Err(fault) = store::read(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let all: Vec<(GradeId,)> = db.all("select id from station_grade order by id").await?;
    for (id,) in all {
        if let Err(fault) = store::read_grade(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}
