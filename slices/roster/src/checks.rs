//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};
use roster_rules::MandateId;

use crate::store::mandate;

const CHECKS: &[Check] = &[
    Check {
        ensure: "roster-ensure-congress",
        sql: "select b.id from body b join body c on c.id = b.congress
              where c.kind <> 'congress' or (b.kind = 'congress' and b.congress <> b.id)",
    },
    Check { ensure: "roster-ensure-level", sql: "select id from body where kind = 'congress' and parent is not null" },
    Check {
        ensure: "roster-ensure-national",
        sql: "select b.id from body b where b.level = 'nation' and b.closed is null and b.kind = 'congress'
              and (length(b.area) <> 2 or exists (select 1 from body o where o.level = 'nation' and o.closed is null
                  and o.kind = 'congress' and o.area = b.area and o.id < b.id))",
    },
    Check {
        ensure: "roster-ensure-area",
        sql: "select b.id from body b join area a on a.code = b.area where b.kind = 'congress' and a.kind <> 'administrative'",
    },
    Check {
        ensure: "roster-ensure-powers",
        sql: "select id from body where (kind = 'work_committee' and parent is null) or (kind <> 'work_committee' and powers <> '[]')",
    },
    Check {
        ensure: "roster-ensure-transfer",
        sql: "select id from body where transfer <> 0 and kind not in ('unit', 'office')",
    },
    Check { ensure: "roster-ensure-session", sql: "select id from session where closed < opened" },
    Check {
        ensure: "roster-ensure-terms",
        sql: "select congress from term where ended is null group by congress having count(*) > 2",
    },
    Check {
        ensure: "roster-ensure-mandate",
        sql: "select m.id from mandate m join term t on t.id = m.term join body b on b.id = m.congress
              where t.congress <> m.congress or b.area <> m.area",
    },
    Check {
        ensure: "roster-ensure-delegation",
        sql: "select m.id from mandate m left join delegation d on d.id = m.delegation
              left join constituency c on c.id = m.constituency where d.term <> m.term or c.term <> m.term",
    },
    Check {
        ensure: "roster-ensure-closed",
        sql: "select m.id from mandate m join term t on t.id = m.term where t.ended is not null and m.state <> 'ended'",
    },
    Check {
        ensure: "roster-ensure-chain",
        sql: "select m.id from mandate m join mandate n on n.person = m.person and n.id > m.id
              where m.state <> 'ended' and n.state <> 'ended'
              and substr(n.area, 1, length(m.area)) <> m.area and substr(m.area, 1, length(n.area)) <> n.area
              and not exists (select 1 from area z where z.kind = 'functional' and z.level = 'county'
                  and (z.code = substr(m.area, 1, 6) or z.code = substr(n.area, 1, 6)))",
    },
    Check {
        ensure: "roster-ensure-merged",
        sql: "select m.id from mandate m join person p on p.id = m.person where p.merged_into is not null",
    },
    Check {
        ensure: "roster-ensure-role",
        sql: "select r.id from mandate_role r join mandate m on m.id = r.mandate where m.state = 'ended' and r.ended is null",
    },
    Check {
        ensure: "roster-ensure-identity",
        sql: "select c.person from contact c join contact d on d.id_number = c.id_number and d.person > c.person
              join person p on p.id = c.person join person q on q.id = d.person
              where p.merged_into is null and q.merged_into is null",
    },
];

/// Runs every audit, then reads every mandate as the desk would: an impossible row is a breach that names itself.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    let mut ids: Vec<MandateId> = Vec::new();
    let odd = "select id from mandate where (state = 'confirmed' and confirmed is null)
               or (state in ('in_office', 'suspended') and (confirmed is null or began is null))
               or (state = 'suspended' and (suspended is null or ground is null))
               or (state = 'ended' and (ended is null or reason is null))
               or state not in ('elected', 'confirmed', 'in_office', 'suspended', 'ended')";
    db.each::<(MandateId,)>(odd, |(id,)| {
        ids.push(id);
        Ok(())
    })
    .await?;
    for id in ids {
        if let Err(fault) = mandate::load(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}
