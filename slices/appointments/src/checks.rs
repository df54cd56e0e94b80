//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use appointments_rules::{AppointmentId, HoldingId, SeatId};
use kernel::BodyId;
use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "appointments-ensure-number",
        sql: "select a.id from appointment a where a.letter_n > (select coalesce(max(m.last), 0) from appointment_numbering m \
         where m.congress = a.congress and m.register = 'letter' and m.year = a.letter_year)",
    },
    Check {
        ensure: "appointments-ensure-notice",
        sql: "select a.id from appointment a where a.notice_n > (select coalesce(max(m.last), 0) from appointment_numbering m \
         where m.congress = a.congress and m.register = 'notice' and m.year = a.notice_year)",
    },
    Check {
        ensure: "appointments-ensure-effect",
        sql: "select a.id from appointment a where a.notice_n is not null and a.kind in ('appoint', 'acting') \
         and not exists (select 1 from appointment_holding h where h.entered = a.id)",
    },
    Check {
        ensure: "appointments-ensure-announced",
        sql: "select a.id from appointment a where a.notice_n is null and a.stage in ('announced', 'lettered', 'sworn', 'filed')",
    },
    Check {
        ensure: "appointments-ensure-order",
        sql: "select h.id from appointment_holding h where h.until is not null and h.until < h.since",
    },
    Check {
        ensure: "appointments-ensure-version",
        sql: "select d.appointment from appointment_document d where d.replaced is not null and not exists \
         (select 1 from appointment_document o where o.appointment = d.appointment and o.n = d.replaced and o.n > d.n \
         and o.document = d.document and o.blob is not null)",
    },
    Check {
        ensure: "appointments-ensure-place",
        sql: "select a.id from appointment a join appointment_seat s on s.id = a.seat join appointee e on e.id = a.person \
         where s.congress <> a.congress or e.congress <> a.congress or s.office <> a.office",
    },
    Check {
        ensure: "appointments-ensure-elected",
        sql: "select h.id from appointment_holding h where h.certificate is not null and not exists \
         (select 1 from v_elected_leader l join appointment_election n on n.election = l.election \
         where l.certificate = h.certificate and n.seat = h.seat)",
    },
    Check {
        ensure: "appointments-ensure-sworn",
        sql: "select h.id from appointment_holding h where h.oath is not null and (h.how <> 'elected' or h.entered is not null)",
    },
];

/// Runs every audit, then reads every row as the desk would: an impossible row is a breach that names itself.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let mut ask = db;
    let ids: Vec<(AppointmentId,)> = db.all("select id from appointment order by id").await?;
    for (id,) in ids {
        breaches.extend(store::read(&mut ask, id).await.err().map(|fault| Breach::unreadable(&fault)));
    }
    let ids: Vec<(SeatId,)> = db.all("select id from appointment_seat order by id").await?;
    for (id,) in ids {
        breaches.extend(store::read_seat(&mut ask, id).await.err().map(|fault| Breach::unreadable(&fault)));
    }
    let sworn: Vec<(HoldingId, String)> =
        db.all("select id, oath from appointment_holding where oath is not null order by id").await?;
    for (id, oath) in sworn {
        breaches.extend(store::read_oath(id, &oath).err().map(|fault| Breach::unreadable(&fault)));
    }
    let ids: Vec<(BodyId,)> = db.all("select congress from appointment_rule order by congress").await?;
    for (id,) in ids {
        breaches.extend(store::rule_of(&mut ask, id).await.err().map(|fault| Breach::unreadable(&fault)));
    }
    Ok(breaches)
}
