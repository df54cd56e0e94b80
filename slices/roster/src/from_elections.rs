//! The follower that makes mandates of elections, confirms them, and ends them where a departure was accepted: exactly once each.

use elections_rules::election::{Effect, Fact as OfElection};
use kernel::{AreaCode, BodyId, Day, PersonId, Recorded, Refused};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    follow::Follower,
    journal::{self, Entry},
};
use roster_rules::{Fact, Law, Mandate, MandateId, Seat, Standing};

use crate::store::{mandate, person};

/// Takes elections of deputies and ends of mandates over.
pub const FROM_ELECTIONS: Follower =
    Follower { name: "roster.from-elections", effect: |site, tx, entry| Box::pin(take_over(site, tx, entry)) };

async fn take_over(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    if !matches!(entry.verb.as_str(), OfElection::ELECTED | OfElection::CONFIRMED | OfElection::LEFT) {
        return Ok(());
    }
    let fact: OfElection = serde_json::from_value(entry.fact.clone())?;
    match fact {
        OfElection::Elected { .. } => elected(site, tx, entry, fact).await,
        OfElection::Confirmed { mandate, on, at_once } => {
            moved(site, tx, entry, mandate, |was| confirmed(was, on)).await?;
            if at_once {
                moved(site, tx, entry, mandate, |was| taken_up(was, on)).await?;
            }
            Ok(())
        }
        OfElection::DepartureAccepted { mandate, leaving, on } => {
            let ends = matches!(leaving.effect(), Effect::Ends(_));
            let done = moved(site, tx, entry, mandate, |was| left(was, leaving.effect(), on)).await?;
            if done && ends {
                mandate::end_roles(tx, mandate, on).await?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The mandate of an election; where the roster has nobody of that identity, the person too.
async fn elected(site: &Site, tx: &mut Tx, entry: &Entry, fact: OfElection) -> Result<(), Fault> {
    let OfElection::Elected { mandate, person, congress, term, on, constituency, .. } = fact else { return Ok(()) };
    let place = Sql::new("select area from body where id = {}").bind(congress);
    let Some((area,)) = tx.one::<(AreaCode,)>(place).await? else { return Ok(()) };
    let person = known(site, tx, entry, (mandate, person, congress)).await?;
    let alive = mandate::of_person(tx, person).await?;
    // The desk of elections refuses who sits in the term; who was entered by hand meanwhile keeps that mandate.
    if alive.iter().any(|one| one.seat.term == term && !matches!(one.standing, Standing::Ended { .. })) {
        return Ok(());
    }
    let seat = Seat { person, congress, area, term, constituency, delegation: None };
    mandate::insert(tx, &Mandate { id: mandate, seat, standing: Standing::Elected { elected: on }, version: 1 })
        .await?;
    note(site, tx, entry, (congress, mandate), Fact::MandateElected { mandate, person, congress, term, on }).await
}

/// The entry of the person, led on where it was merged; a new one under the name on the certificate where there is none.
async fn known(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (mandate, id, congress): (MandateId, PersonId, BodyId),
) -> Result<PersonId, Fault> {
    if let Some(found) = person::load(tx, id).await? {
        return Ok(found.merged_into.unwrap_or(id));
    }
    let sql = Sql::new("select name from v_elected where mandate = {}").bind(mandate);
    let (name,) = tx
        .one::<(String,)>(sql)
        .await?
        .ok_or_else(|| Fault::new(format_args!("mandate {mandate} was elected and stands on no certificate")))?;
    let blank = person::Person {
        id,
        name,
        pinyin: String::new(),
        gender: None,
        ethnicity: None,
        party: None,
        education: None,
        occupation: None,
        merged_into: None,
        kept_by: Some(congress),
        version: 1,
    };
    person::insert(tx, &blank).await?;
    let fact = Fact::PersonEntered { person: id };
    let record = Recorded {
        at: site.now(),
        by: entry.by,
        acting_for: entry.acting_for,
        body: Some(congress),
        subject: id.uuid(),
        fact,
    };
    journal::append(tx, record).await?;
    Ok(id)
}

type Moved = Result<(Standing, Fact), Refused>;

/// Moves a mandate on, if it stands so that it can be; what was entered by hand before stays.
async fn moved(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    id: MandateId,
    rule: impl FnOnce(&Mandate) -> Moved + Send,
) -> Result<bool, Fault> {
    let Some(was) = mandate::load(tx, id).await? else { return Ok(false) };
    let Ok((standing, fact)) = rule(&was) else { return Ok(false) };
    let congress = was.seat.congress;
    if !mandate::save(tx, &was.standing(standing)).await? {
        return Err(Fault::new(format_args!("mandate {id} moved while it was followed")));
    }
    note(site, tx, entry, (congress, id), fact).await?;
    Ok(true)
}

fn confirmed(was: &Mandate, on: Day) -> Moved {
    Ok((was.standing.confirmed_on(on)?, Fact::MandateConfirmed { mandate: was.id, on }))
}

fn taken_up(was: &Mandate, on: Day) -> Moved {
    let (mandate, person, congress) = (was.id, was.seat.person, was.seat.congress);
    Ok((was.standing.taken_up_on(on)?, Fact::MandateTakenUp { mandate, person, congress, on }))
}

fn left(was: &Mandate, effect: Effect, on: Day) -> Moved {
    let (mandate, person, congress) = (was.id, was.seat.person, was.seat.congress);
    let law = Law::on(on);
    Ok(match effect {
        Effect::Ends(reason) => {
            let article = reason.article(law);
            let fact = Fact::MandateEnded { mandate, person, congress, on, reason, article };
            (was.standing.ended_on(on, reason)?, fact)
        }
        Effect::Suspended(ground) => {
            let article = ground.article(law);
            let fact = Fact::MandateSuspended { mandate, person, congress, on, ground, article };
            (was.standing.suspended_on(on, ground)?, fact)
        }
        Effect::Resumed => (was.standing.resumed_on(on)?, Fact::MandateResumed { mandate, person, congress, on }),
    })
}

async fn note(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (congress, subject): (BodyId, MandateId),
    fact: Fact,
) -> Result<(), Fault> {
    let (by, acting_for, body) = (entry.by, entry.acting_for, Some(congress));
    let record = Recorded { at: site.now(), by, acting_for, body, subject: subject.uuid(), fact };
    journal::append(tx, record).await.map(drop)
}
