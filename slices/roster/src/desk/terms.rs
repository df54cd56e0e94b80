//! Terms, sessions, delegations and constituencies.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Refusal, Refused, Text};
use kit::{Problem, Site, db::Tx, journal, web::api::Once};
use roster_rules::{
    ConstituencyId, ConstituencyKind, DelegationId, Fact, Session, SessionId, Term, TermId, chinese_ordinal,
};

use super::{allowed, begun, made_before};
use crate::store::{
    body,
    term::{self, Constituency, Delegation},
};

/// Enters a term: the first that the roster knows of a congress (then `ordinal` counts), or the next one while its elections are held.
///
/// The next one starts with the delegations and constituencies of the one before.
///
/// # Errors
/// When the actor may not, a next term is prepared already, or the database refuses.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    ordinal: i64,
    began: Day,
    seats: Option<i64>,
    once: &Once,
) -> Result<TermId, Problem> {
    allowed(actor, Right::TermChange, congress)?;
    let id: TermId = site.new_id();
    let mut tx = begun(site, actor).await?;
    if let Some(before) = made_before(&mut tx, site, actor, once, &(ordinal, began, seats), id).await? {
        return Ok(before);
    }
    let is_congress = body::load(&mut tx, congress).await?.is_some_and(|kept| kept.body.congress == congress);
    if !is_congress {
        return Err(Problem::missing());
    }
    let before = term::of_congress(&mut tx, congress).await?;
    let new = match before.first() {
        None => Term { id, congress, ordinal, began, ended: None, version: 1 },
        Some(_) if before.iter().filter(|term| term.ended.is_none()).count() > 1 => {
            return Err(Refused::new(Refusal::NotNow, "roster-refused-term-prepared").into());
        }
        Some(last) => last.next(id, began),
    };
    term::insert(&mut tx, &new, seats).await?;
    if let Some(last) = before.first() {
        copy_places(&mut tx, site, last.id, &new).await?;
    }
    let fact = Fact::TermEntered { term: id, congress, ordinal: new.ordinal, began };
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(id)
}

async fn copy_places(tx: &mut Tx, site: &Site, from: TermId, to: &Term) -> Result<(), Problem> {
    for old in term::delegations(tx, from).await? {
        term::insert_delegation(tx, to, &Delegation { id: site.new_id(), ..old }).await?;
    }
    for old in term::constituencies(tx, from).await? {
        term::insert_constituency(tx, to, &Constituency { id: site.new_id(), ..old }).await?;
    }
    Ok(())
}

/// Enters a session of a term; its name is made from the numbers: 第十四届第四次会议.
///
/// # Errors
/// When the actor may not, the term is closed, the session is there already, it ends before it begins, or the database refuses.
pub async fn enter_session(
    site: &Site,
    actor: &Actor,
    of: TermId,
    ordinal: i64,
    opened: Day,
    closed: Option<Day>,
    once: &Once,
) -> Result<SessionId, Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::SessionEdit, of).await?;
    let id: SessionId = site.new_id();
    if let Some(before) = made_before(&mut tx, site, actor, once, &(ordinal, opened, closed), id).await? {
        return Ok(before);
    }
    let sessions = term::sessions(&mut tx, of.id).await?;
    if ordinal < 1 || sessions.iter().any(|session| session.ordinal == ordinal) {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-session-there").into());
    }
    if closed.is_some_and(|closed| closed < opened) {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-day-too-early").with("day", opened).into());
    }
    let name = format!("第{}届第{}次会议", chinese_ordinal(of.ordinal), chinese_ordinal(ordinal));
    let new = Session { id, term: of.id, ordinal, name, opened, closed, version: 1 };
    term::insert_session(&mut tx, &new, of.congress).await?;
    let fact = Fact::SessionEntered { session: new.id, term: of.id, opened };
    journal::append(&mut tx, actor.records(site.now(), of.congress, new.id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(new.id)
}

/// Enters the last day of a session (闭会). Until then papers are raised while the congress sits, and no assigning clock runs.
///
/// # Errors
/// When the actor may not, the session is not of that term, ended before, or would end before it began.
pub async fn close_session(site: &Site, actor: &Actor, of: TermId, session: SessionId, on: Day) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::SessionEdit, of).await?;
    let sessions = term::sessions(&mut tx, of.id).await?;
    let held = sessions.into_iter().find(|held| held.id == session).ok_or_else(Problem::missing)?;
    if on < held.opened {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-day-too-early").with("day", held.opened).into());
    }
    if !term::close_session(&mut tx, session, on).await? {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-session-closed").into());
    }
    let fact = Fact::SessionClosed { session, on };
    journal::append(&mut tx, actor.records(site.now(), of.congress, session.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(())
}

/// Forms a delegation in a term.
///
/// # Errors
/// When the actor may not, the term is closed, the name is taken, or the database refuses.
pub async fn enter_delegation(
    site: &Site,
    actor: &Actor,
    of: TermId,
    name: &Text<40>,
    once: &Once,
) -> Result<DelegationId, Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::RosterEdit, of).await?;
    let id: DelegationId = site.new_id();
    if let Some(before) = made_before(&mut tx, site, actor, once, name, id).await? {
        return Ok(before);
    }
    let new = Delegation { id, name: name.to_string(), version: 1 };
    if !term::insert_delegation(&mut tx, &of, &new).await? {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-name-taken").into());
    }
    let fact = Fact::DelegationEntered { delegation: new.id, term: of.id };
    journal::append(&mut tx, actor.records(site.now(), of.congress, new.id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(new.id)
}

/// Draws a constituency in a term. A district elects one to three deputies (选举法 25).
///
/// # Errors
/// When the actor may not, the term is closed, the name is taken, the seats are out of the law's range, or the database refuses.
pub async fn enter_constituency(
    site: &Site,
    actor: &Actor,
    of: TermId,
    kind: ConstituencyKind,
    name: &Text<40>,
    seats: Option<i64>,
    once: &Once,
) -> Result<ConstituencyId, Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::RosterEdit, of).await?;
    let id: ConstituencyId = site.new_id();
    if let Some(before) = made_before(&mut tx, site, actor, once, &(kind, name, seats), id).await? {
        return Ok(before);
    }
    fitting(kind, seats)?;
    let new = Constituency { id, kind, name: name.to_string(), seats, version: 1 };
    if !term::insert_constituency(&mut tx, &of, &new).await? {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-name-taken").into());
    }
    let fact = Fact::ConstituencyEntered { constituency: new.id, term: of.id };
    journal::append(&mut tx, actor.records(site.now(), of.congress, new.id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(new.id)
}

/// Whether so many seats fit: one to three in a district (选举法 25); what an indirect election gives a unit follows from its own congress.
pub(crate) fn fitting(kind: ConstituencyKind, seats: Option<i64>) -> Result<(), Refused> {
    let (most, key) = match kind {
        ConstituencyKind::District => (3, "roster-refused-district-seats"),
        ConstituencyKind::Unit => (1_000, "roster-refused-unit-seats"),
    };
    if seats.is_some_and(|seats| !(1..=most).contains(&seats)) {
        return Err(Refused::new(Refusal::Unfit, key).with("most", most));
    }
    Ok(())
}

/// A term that is there, the actor's to change, and open.
pub(crate) async fn open_term(tx: &mut Tx, actor: &Actor, right: Right, id: TermId) -> Result<Term, Problem> {
    let term = term::load(tx, id).await?.ok_or_else(Problem::missing)?;
    allowed(actor, right, term.congress)?;
    if term.ended.is_some() {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-term-closed").into());
    }
    Ok(term)
}
