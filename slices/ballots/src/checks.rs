//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use ballots_rules::paper::{BallotId, RoundId};
use kit::{
    Fault,
    audit::{self, Breach, Check},
    db::Db,
};

use crate::store;

const CHECKS: &[Check] = &[
    Check {
        ensure: "ballots-ensure-rounds",
        sql: "select b.id from ballot b where (select coalesce(max(r.n), 0) from ballot_round r where r.ballot = b.id) \
         <> (select count(*) from ballot_round r where r.ballot = b.id)",
    },
    Check {
        ensure: "ballots-ensure-one-runs",
        sql: "select r.id from ballot_round r where r.stage in ('open', 'counting', 'reported') \
         and exists (select 1 from ballot_round l where l.ballot = r.ballot and l.n > r.n)",
    },
    Check {
        ensure: "ballots-ensure-results",
        sql: "select r.id from ballot_round r where r.stage in ('reported', 'announced') \
         and not exists (select 1 from ballot_result e where e.round = r.id and e.edition = r.edition)",
    },
    Check {
        ensure: "ballots-ensure-announced",
        sql: "select e.round from ballot_result e where e.announced is not null \
         and not exists (select 1 from ballot_standing s where s.round = e.round and s.edition = e.edition)",
    },
    Check {
        ensure: "ballots-ensure-hall-confirmed",
        sql: "select h.round from ballot_hall h join ballot_frozen f on f.vote = h.vote where h.stage in ('vote', 'tally', 'done') \
         and (f.listed <> (select count(*) from ballot_confirm c where c.vote = h.vote) \
         or f.listed > (select count(*) from ballot_issue i where i.vote = h.vote))",
    },
    Check {
        ensure: "ballots-ensure-hall-roll",
        sql: "select h.round from ballot_hall h join ballot_issue i on i.vote = h.vote \
         where not exists (select 1 from ballot_roll r where r.round = h.round and r.n = i.n and r.device = i.device)",
    },
    Check {
        ensure: "ballots-ensure-hall-cast",
        sql: "select f.vote from ballot_frozen f where f.listed < (select count(*) from ballot_sealed s where s.vote = f.vote)",
    },
    Check {
        ensure: "ballots-ensure-hall-wiped",
        sql: "select s.vote from ballot_signer s where s.secret is not null \
         and not exists (select 1 from ballot_hall h where h.vote = s.vote and h.stage in ('collect', 'freezing'))",
    },
    Check {
        ensure: "ballots-ensure-hall-result",
        sql: "select h.round from ballot_hall h join ballot_round r on r.id = h.round \
         where h.stage = 'done' and r.stage not in ('reported', 'announced')",
    },
    Check {
        ensure: "ballots-ensure-editions",
        sql: "select m.id from ballot_method m where m.edition > 1 and not exists (select 1 from ballot_method b \
         where b.congress = m.congress and b.assembly = m.assembly and b.kind = m.kind and b.edition = m.edition - 1)",
    },
    Check {
        ensure: "ballots-ensure-signed",
        sql: "select s.blob from ballot_signed s \
         where not exists (select 1 from ballot_result e where e.round = s.round and e.edition = s.edition)",
    },
    Check {
        ensure: "ballots-ensure-two-tellers",
        sql: "select e.round from ballot_entry e group by e.round, e.box_no, e.n, e.attempt having count(*) > 2",
    },
];

/// Runs every audit, then reads every row as the desk would: an impossible row is a breach that names itself.
pub async fn audit(db: &Db) -> Result<Vec<Breach>, Fault> {
    let mut breaches = audit::run(db, CHECKS).await?;
    if let Err(fault) = store::all_editions(&mut &*db, None).await {
        breaches.push(Breach::unreadable(&fault));
    }
    let ids: Vec<(BallotId,)> = db.all("select id from ballot order by id").await?;
    for (id,) in ids {
        if let Err(fault) = store::read_item(&mut &*db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    let ids: Vec<(RoundId,)> = db.all("select id from ballot_round order by id").await?;
    for (id,) in ids {
        if let Err(fault) = whole(db, id).await {
            breaches.push(Breach::unreadable(&fault));
        }
    }
    Ok(breaches)
}

/// Reads all of a round.
async fn whole(db: &Db, id: RoundId) -> Result<(), Fault> {
    let Some(kept) = store::read_round(&mut &*db, id).await? else { return Ok(()) };
    store::bundles(&mut &*db, &kept.round).await?;
    store::results(&mut &*db, id).await?;
    crate::secret::whole(db, id).await
}
