//! Audits of live data: what must hold of every row, and each thing read as the desk would read it.

use duty_rules::{PatternId, RosterId, TurnId};
use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "duty-ensure-stage",
        sql: "select s.id from duty_seat s join duty_turn t on t.id = s.turn join duty_roster r on r.id = t.roster \
         where (r.stage = 'draft' and s.stage <> 'planned') or (r.stage = 'published' and s.stage = 'planned')",
    },
    Check {
        ensure: "duty-ensure-once-a-day",
        sql: "select s.id from duty_seat s join duty_turn t on t.id = s.turn where exists (select 1 from duty_seat o \
         join duty_turn u on u.id = o.turn where o.person = s.person and u.day = t.day and o.id <> s.id)",
    },
    Check {
        ensure: "duty-ensure-within",
        sql: "select t.id from duty_turn t join duty_roster r on r.id = t.roster \
         where t.day < r.since or t.day > r.until or t.station <> r.station",
    },
    Check {
        ensure: "duty-ensure-swap",
        sql: "select w.id from duty_swap w where w.stage = 'asked' and not exists (select 1 from duty_seat s \
         where s.id = w.seat and s.person = w.asker)",
    },
];

/// Reads everything and asks the tables.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let mut ask = db;
    let patterns: Vec<(PatternId,)> = db.all("select id from duty_pattern order by id").await?;
    for (id,) in patterns {
        if let Err(fault) = store::read_pattern(&mut ask, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let rosters: Vec<(RosterId,)> = db.all("select id from duty_roster order by id").await?;
    for (id,) in rosters {
        let read = store::read_roster(&mut ask, id).await;
        if let Err(fault) = read.and_then(|row| row.map(|row| row.told()).transpose()) {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let turns: Vec<(TurnId,)> = db.all("select id from duty_turn order by id").await?;
    for (id,) in turns {
        if let Err(fault) = store::seats_of(&mut ask, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}
