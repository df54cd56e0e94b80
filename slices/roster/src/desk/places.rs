//! What was entered wrongly into a term is put right: names and seats of its places, days of its sessions, its first day.

use accounts_rules::{Actor, Right};
use kernel::{Day, Refusal, Refused, Text};
use kit::{
    Problem, Site,
    db::{Ask, Tx},
    journal,
    web::{Filled, Stale},
};
use roster_rules::{ConstituencyId, DelegationId, Fact, Session, SessionId, Term, TermId};

use super::{
    begun,
    terms::{fitting, open_term},
};
use crate::store::{
    place,
    term::{self, Constituency, Delegation},
};

/// A delegation of the term.
///
/// # Errors
/// Missing when the term has no such delegation.
pub(crate) async fn delegation(ask: &mut impl Ask, of: TermId, id: DelegationId) -> Result<Delegation, Problem> {
    let all = term::delegations(ask, of).await?;
    all.into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)
}

/// A constituency of the term.
///
/// # Errors
/// Missing when the term has no such constituency.
pub(crate) async fn constituency(ask: &mut impl Ask, of: TermId, id: ConstituencyId) -> Result<Constituency, Problem> {
    let all = term::constituencies(ask, of).await?;
    all.into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)
}

/// A session of the term.
///
/// # Errors
/// Missing when the term has no such session.
pub(crate) async fn session(ask: &mut impl Ask, of: TermId, id: SessionId) -> Result<Session, Problem> {
    let all = term::sessions(ask, of).await?;
    all.into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)
}

/// Gives a delegation another name.
///
/// # Errors
/// When the actor may not, the term is closed, somebody else was quicker, the name is taken, or the database refuses.
pub async fn rename_delegation(
    site: &Site,
    actor: &Actor,
    (of, id): (TermId, DelegationId),
    seen: i64,
    name: &Text<40>,
) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::RosterEdit, of).await?;
    let all = term::delegations(&mut tx, of.id).await?;
    if all.iter().any(|other| other.id != id && other.name == name.as_str()) {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-name-taken").into());
    }
    let before = all.into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)?;
    let (mine, stands) = (vec![named(name.as_str())], vec![named(&before.name)]);
    let at = format!("/terms/{}/delegations/{id}", of.id);
    let after = Delegation { id, name: name.to_string(), version: seen };
    if before.version != seen || !place::save_delegation(&mut tx, &after).await? {
        return Err(late(at, before.version, mine, stands));
    }
    note(&mut tx, (site, actor), &of, id.uuid(), Fact::DelegationAmended { delegation: id, term: of.id }).await?;
    Ok(tx.commit().await?)
}

/// Takes out a delegation in which nobody is or ever was.
///
/// # Errors
/// As [`rename_delegation`]; and when a mandate names it.
pub async fn remove_delegation(site: &Site, actor: &Actor, (of, id): (TermId, DelegationId)) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::RosterEdit, of).await?;
    delegation(&mut tx, of.id, id).await?;
    if place::delegation_used(&mut tx, id).await? {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-delegation-used").into());
    }
    place::drop_delegation(&mut tx, id).await?;
    note(&mut tx, (site, actor), &of, id.uuid(), Fact::DelegationRemoved { delegation: id, term: of.id }).await?;
    Ok(tx.commit().await?)
}

/// Gives a constituency another name or number of seats. Who elects there stays.
///
/// # Errors
/// As [`rename_delegation`]; and when the seats are out of the law's range.
pub async fn amend_constituency(
    site: &Site,
    actor: &Actor,
    (of, id): (TermId, ConstituencyId),
    seen: i64,
    (name, seats): (&Text<40>, Option<i64>),
) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::RosterEdit, of).await?;
    let all = term::constituencies(&mut tx, of.id).await?;
    if all.iter().any(|other| other.id != id && other.name == name.as_str()) {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-name-taken").into());
    }
    let before = all.into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)?;
    fitting(before.kind, seats)?;
    let both = |name: &str, seats: Option<i64>| {
        vec![named(name), ("seats", "roster-field-seats", seats.map(|seats| seats.to_string()).unwrap_or_default())]
    };
    let (mine, stands) = (both(name.as_str(), seats), both(&before.name, before.seats));
    let version = before.version;
    let after = Constituency { name: name.to_string(), seats, version: seen, ..before };
    if version != seen || !place::save_constituency(&mut tx, &after).await? {
        return Err(late(format!("/terms/{}/constituencies/{id}", of.id), version, mine, stands));
    }
    note(&mut tx, (site, actor), &of, id.uuid(), Fact::ConstituencyAmended { constituency: id, term: of.id }).await?;
    Ok(tx.commit().await?)
}

/// Takes out a constituency in which nobody is or ever was elected, while the term has no election.
///
/// # Errors
/// As [`rename_delegation`]; and when a mandate names it or an election may.
pub async fn remove_constituency(
    site: &Site,
    actor: &Actor,
    (of, id): (TermId, ConstituencyId),
) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::RosterEdit, of).await?;
    constituency(&mut tx, of.id, id).await?;
    if place::constituency_used(&mut tx, id, of.id).await? {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-constituency-used").into());
    }
    place::drop_constituency(&mut tx, id).await?;
    note(&mut tx, (site, actor), &of, id.uuid(), Fact::ConstituencyRemoved { constituency: id, term: of.id }).await?;
    Ok(tx.commit().await?)
}

/// Corrects the days of a session. Papers that were handed in stay with what they were handed in as.
///
/// # Errors
/// As [`rename_delegation`]; and when it would end before it began.
pub async fn correct_session(
    site: &Site,
    actor: &Actor,
    (of, id): (TermId, SessionId),
    seen: i64,
    (opened, closed): (Day, Option<Day>),
) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::SessionEdit, of).await?;
    let before = session(&mut tx, of.id, id).await?;
    let (was, now, version) = ((before.opened, before.closed), (opened, closed), before.version);
    if version != seen {
        let at = format!("/terms/{}/sessions/{id}", of.id);
        return Err(late(at, version, days(now), days(was)));
    }
    let after = before.held(opened, closed)?;
    if was == now {
        return Ok(());
    }
    if !term::save_session(&mut tx, &after).await? {
        return Err(late(format!("/terms/{}/sessions/{id}", of.id), version, days(now), days(was)));
    }
    note(&mut tx, (site, actor), &of, id.uuid(), Fact::SessionCorrected { session: id, was, now }).await?;
    Ok(tx.commit().await?)
}

/// Corrects the first day of a term.
///
/// # Errors
/// When the actor may not, the term is closed or began with a change of term, the day comes too early, somebody else was quicker, or the database
/// refuses.
pub async fn correct_beginning(site: &Site, actor: &Actor, id: TermId, seen: i64, on: Day) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let before = open_term(&mut tx, actor, Right::TermChange, id).await?;
    let all = term::of_congress(&mut tx, before.congress).await?;
    let last = all.iter().find(|other| other.ordinal + 1 == before.ordinal);
    let (was, version) = (before.began, before.version);
    let too_late = || {
        let day = |day: Day| vec![("began", "roster-field-first-session", day.to_string())];
        late(format!("/terms/{id}/beginning"), version, day(on), day(was))
    };
    if version != seen {
        return Err(too_late());
    }
    let after = before.begun_on(on, last)?;
    if was == on {
        return Ok(());
    }
    if !term::save(&mut tx, &after).await? {
        return Err(too_late());
    }
    note(&mut tx, (site, actor), &after, id.uuid(), Fact::TermCorrected { term: id, was, now: on }).await?;
    Ok(tx.commit().await?)
}

fn named(name: &str) -> Filled {
    ("name", "roster-field-place-name", name.to_owned())
}

fn days((opened, closed): (Day, Option<Day>)) -> Vec<Filled> {
    let closed = closed.map(|day| day.to_string()).unwrap_or_default();
    vec![("opened", "roster-field-opened", opened.to_string()), ("closed", "roster-field-closed", closed)]
}

/// Somebody else was quicker; sent again from the page that compares, it goes where it went first.
fn late(at: String, version: i64, mine: Vec<Filled>, stands: Vec<Filled>) -> Problem {
    Problem::Stale(Box::new(Stale::between(at, version, mine, stands)))
}

async fn note(
    tx: &mut Tx,
    (site, actor): (&Site, &Actor),
    of: &Term,
    subject: uuid::Uuid,
    fact: Fact,
) -> Result<(), Problem> {
    journal::append(tx, actor.records(site.now(), of.congress, subject, fact)).await?;
    Ok(())
}
