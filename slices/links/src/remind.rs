//! The daily look at contacts that fall due: a fact for each, once for each contact of the year; the notices tell of it.

use kernel::{BodyId, Day, Recorded};
use kit::{Fault, Site, db::Sql, jobs::Work, journal, row};
use links_rules::{Fact, LinkId, soon_owed, year_of};

/// Says which contacts fall due. Daily, before the notices remind.
pub const REMIND: Work = Work { kind: "links.remind", doing: |site, _| Box::pin(remind(site)) };

row! {
    struct Due {
        link: LinkId,
        congress: BodyId,
        since: Day,
        times: u16,
        done: u32,
        told: u32,
    }
}

/// Links handled in one transaction.
const AT_A_TIME: usize = 200;

/// Looks at every link with contacts laid down.
pub async fn remind(site: &Site) -> Result<(), Fault> {
    let today = site.today();
    let (first, _) = year_of(today);
    let year = today.parts().0;
    let sql = Sql::new("select l.id, l.congress, l.since, k.times, ")
        .add("(select count(*) from link_contact t where t.link = l.id and t.day >= {}), ")
        .bind(first)
        .add("(select coalesce(max(r.n), 0) from link_reminded r where r.link = l.id and r.year = {}) ")
        .bind(i64::from(year))
        .add("from link l join link_kind k on k.id = l.kind where l.until is null and k.times > 0 order by l.id");
    let mut due: Vec<Due> = site.db().all(sql).await?;
    due.retain(|due| soon_owed(due.times, due.since, today) > due.done.max(due.told));
    for some in due.chunks(AT_A_TIME) {
        let mut tx = site.db().begin().await?;
        let mut facts = Vec::with_capacity(some.len());
        for one in some {
            let owed = soon_owed(one.times, one.since, today);
            let sql = Sql::new(
                "insert into link_reminded (link, year, n) values ({}, {}, {}) on conflict (link, year, n) do nothing",
            );
            tx.run(sql.bind(one.link).bind(i64::from(year)).bind(owed)).await?;
            let fact = Fact::ContactDue { year, done: one.done, owed };
            facts.push(Recorded {
                at: site.now(),
                by: None,
                acting_for: None,
                body: Some(one.congress),
                subject: one.link.uuid(),
                fact,
            });
        }
        journal::append_all(&mut tx, facts).await?;
        tx.commit().await?;
    }
    site.wrote();
    Ok(())
}
