//! Whose mandate a departure ends, and whose it is to decide.

use elections_rules::election::{Effect, Refusal};
use kernel::{BodyId, PersonId};
use kit::{
    Problem,
    db::{Sql, Tx},
    row,
    web::{Errors, Wrong},
};
use roster_rules::Law;

use super::{leave::DepartureWanted, taken::refused};
use crate::queries::electors;

row! {
    struct Held {
        person: PersonId,
        state: String,
        seated: BodyId,
        level: String,
    }
}

/// The congress of the seat and whose it is, if the mandate can end so, nothing waits for it, and `congress` is the one that receives it.
pub(super) async fn concerns(
    tx: &mut Tx,
    congress: BodyId,
    wanted: &DepartureWanted,
) -> Result<(BodyId, PersonId), Problem> {
    let sql =
        Sql::new("select m.person, m.state, m.congress, b.level from v_mandate m join v_body b on b.id = m.congress");
    let found: Option<Held> = tx.one(sql.add(" where m.id = {}").bind(wanted.mandate)).await?;
    let held = found.ok_or_else(unknown)?;
    receives(tx, congress, (wanted, &held)).await?;
    let sql = Sql::new("select 1 from departure where stage = 'received' and mandate = {}").bind(wanted.mandate);
    let waits = tx.one::<(i64,)>(sql).await?.is_some();
    let fits = match wanted.leaving.effect() {
        Effect::Ends(reason) => held.state != "ended" && reason.known_to(Law::on(wanted.received)),
        Effect::Suspended(_) => held.state == "in_office",
        Effect::Resumed => held.state == "suspended",
    };
    if fits && !waits { Ok((held.seated, held.person)) } else { Err(refused(Refusal::Mandate)) }
}

fn unknown() -> Problem {
    Errors::one("mandate", Wrong::new("elections-wrong-mandate")).into()
}

/// Whether it is for this congress: resignations and recalls go to the congress that elected the deputy (选举法 51, 55), everything else to that of the
/// seat. Where the office of the one that elected does not work here, that of the seat enters what was filed with it.
async fn receives(tx: &mut Tx, congress: BodyId, (wanted, held): (&DepartureWanted, &Held)) -> Result<(), Problem> {
    let own = held.seated == congress;
    if !wanted.leaving.by_electors(&held.level) {
        return if own { Ok(()) } else { Err(unknown()) };
    }
    let all = electors(tx, wanted.mandate).await?;
    if !own {
        return if all.iter().any(|one| one.id == congress) { Ok(()) } else { Err(unknown()) };
    }
    if !all.is_empty() && all.iter().all(|one| one.works) { Err(refused(Refusal::Electors)) } else { Ok(()) }
}
