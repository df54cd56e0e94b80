//! Links close by themselves when a term ends (换届) or a mandate does.

use kernel::{BodyId, Day, PersonId, Recorded};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    follow::Follower,
    journal::{self, Entry},
};
use links_rules::{EndReason, Fact, LinkId};
use serde::Deserialize;

use crate::store::{end_link, read_link};

/// Closes links.
pub const CLOSING: Follower =
    Follower { name: "links.closing", effect: |site, tx, entry| Box::pin(take_in(site, tx, entry)) };

#[derive(Deserialize)]
struct TermChanged {
    congress: BodyId,
    on: Day,
}

#[derive(Deserialize)]
struct MandateEnded {
    person: PersonId,
    congress: BodyId,
    on: Day,
}

async fn take_in(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    match entry.verb.as_str() {
        "term.changed" => {
            let TermChanged { congress, on } = serde_json::from_value(entry.fact.clone())?;
            let sql = Sql::new("select id from link where until is null and congress = {} and since < {} order by id");
            close(site, tx, sql.bind(congress).bind(on), (on, EndReason::Term)).await
        }
        "mandate.ended" => {
            let MandateEnded { person, congress, on } = serde_json::from_value(entry.fact.clone())?;
            let sql = Sql::new(
                "select l.id from link l where l.until is null and ((l.congress = {} and (l.one = {} or l.other = {}))",
            );
            let sql = sql.bind(congress).bind(person).bind(person);
            // 联系下级代表: the link is of the congress one rung up.
            let below = " or (l.other = {} and exists (select 1 from link_kind k join v_body u on u.id = l.congress join v_body b on b.id = {} join v_area a on a.code = b.area where k.id = l.kind and k.other = 'below' and a.parent = u.area))) order by l.id";
            let sql = sql.add(below).bind(person).bind(congress);
            close(site, tx, sql, (on, EndReason::Left)).await
        }
        _ => Ok(()),
    }
}

async fn close(site: &Site, tx: &mut Tx, sql: Sql, (on, reason): (Day, EndReason)) -> Result<(), Fault> {
    let ids: Vec<(LinkId,)> = tx.all(sql).await?;
    let mut facts = Vec::with_capacity(ids.len());
    for (id,) in ids {
        let Some(link) = read_link(tx, id).await? else { continue };
        let until = on.max(link.since);
        end_link(tx, id, until, reason, None).await?;
        let fact = Fact::Ended { kind: link.kind, one: link.one, other: link.other, until, reason };
        facts.push(Recorded {
            at: site.now(),
            by: None,
            acting_for: None,
            body: Some(link.congress),
            subject: id.uuid(),
            fact,
        });
    }
    journal::append_all(tx, facts).await.map(drop)
}
