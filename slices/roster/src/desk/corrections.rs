//! What was entered wrongly of a mandate is put right, with the reason, which stays in the journal.

use accounts_rules::Actor;
use kernel::{Refusal, Refused, Text};
use kit::{Problem, Site, db::Tx, journal, web::Compared};
use roster_rules::{Corrected, Correction, Fact, Mandate, MandateId, Standing};

use super::{begun, come, mandates, stale};
use crate::store::{mandate, term};

/// Corrects what was entered of a mandate.
///
/// # Errors
/// When the actor may not, the mandate has no such thing, what would result could not have been entered, somebody else was quicker, or the database
/// refuses.
pub async fn correct(
    site: &Site,
    actor: &Actor,
    id: MandateId,
    (seen, what): (i64, Correction),
    because: &Text<200>,
) -> Result<Standing, Problem> {
    let mut tx = begun(site, actor).await?;
    let before = mandate::load(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    mandates::mine(actor, &before)?;
    let at = format!("/mandates/{id}");
    if before.version != seen {
        let stands = before.standing.name().to_string();
        let state = Compared { name: "state", label: "roster-field-state", yours: String::new(), stands };
        return Err(stale(vec![state], before.version, at));
    }
    if let Correction::Day(_, day) = what {
        come(site, day)?;
    }
    let standing = before.standing.corrected(what)?;
    if standing == before.standing {
        return Ok(standing);
    }
    followed(&mut tx, &before, standing).await?;
    let after = before.clone().standing(standing);
    if !mandate::save(&mut tx, &after).await? {
        return Err(stale(Vec::new(), before.version, at));
    }
    let congress = before.seat.congress;
    let fact = Fact::MandateCorrected {
        mandate: id,
        person: before.seat.person,
        congress,
        what: what.what(),
        was: word(before.standing, what.what()),
        now: word(standing, what.what()),
        reason: because.to_string(),
    };
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(standing)
}

/// What hangs on the end of a mandate goes with it: the roles that ended with it, and whether the person may sit there again.
async fn followed(tx: &mut Tx, before: &Mandate, now: Standing) -> Result<(), Problem> {
    let Standing::Ended { ended: was, .. } = before.standing else { return Ok(()) };
    if let Standing::Ended { ended, .. } = now {
        if mandate::role_after(tx, before.id, ended).await? {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-days-out-of-order").into());
        }
        mandate::move_ends(tx, before.id, was, Some(ended)).await?;
        return Ok(());
    }
    let of = term::load(tx, before.seat.term).await?.ok_or_else(Problem::missing)?;
    if of.ended.is_some() {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-term-closed").into());
    }
    mandates::one_seat_a_term(tx, before.seat.person, of.id).await?;
    mandates::one_chain(tx, before.seat.person, &before.seat.area).await?;
    mandate::move_ends(tx, before.id, was, None).await?;
    Ok(())
}

/// What stands, as the journal keeps it.
fn word(standing: Standing, what: Corrected) -> String {
    match (what, standing) {
        (Corrected::TakenBack, _) => standing.name().to_string(),
        (Corrected::Reason, Standing::Ended { reason: why, .. }) => why.to_string(),
        _ => {
            let all = standing.entered();
            let day = all.into_iter().find(|(of, _)| *of == what).and_then(|(_, day)| day);
            day.map(|day| day.to_string()).unwrap_or_default()
        }
    }
}
