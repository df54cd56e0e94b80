//! Change of term (换届): elect again, confirm, and on the day of the first session close one term and open the next.

use std::collections::{HashMap, HashSet};

use accounts_rules::{Actor, Right};
use kernel::{Day, Refusal, Refused};
use kit::{Problem, Site, db::Tx, journal};
use roster_rules::{EndReason, Fact, Mandate, MandateId, Seat, Standing, StandingName, Term, TermId};

use super::{begun, come, stale, terms::open_term};
use crate::store::{mandate, term};

/// What a change of term did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Changed {
    /// Mandates that ended with the old term.
    pub ended: u64,
    /// Mandates that began with the new one.
    pub began: u64,
    /// Elections of the new term that nobody has confirmed yet; they begin when they are.
    pub waiting: u64,
}

/// Enters that deputies of one term were elected again into the next; nobody is typed twice. Places carry over by name.
///
/// # Errors
/// When the actor may not, nobody is chosen, the terms do not follow each other, a mandate is of another term, or the database refuses. Those who have a seat in
/// the next term already are passed over.
pub async fn elect_again(
    site: &Site,
    actor: &Actor,
    from: TermId,
    to: TermId,
    chosen: &[MandateId],
    on: Day,
) -> Result<u64, Problem> {
    let mut tx = begun(site, actor).await?;
    let (from, to) = pair(&mut tx, (actor, Right::MandateEdit), from, to).await?;
    come(site, on)?;
    if chosen.is_empty() {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-nobody-chosen").into());
    }
    let places = Places::load(&mut tx, from.id, to.id).await?;
    let seated: HashSet<_> = mandate::alive_in_term(&mut tx, to.id).await?.into_iter().map(|m| m.seat.person).collect();
    let alive = mandate::alive_in_term(&mut tx, from.id).await?;
    let by_id: HashMap<MandateId, &Mandate> = alive.iter().map(|m| (m.id, m)).collect();
    let mut rows = Vec::new();
    for id in chosen {
        let old = by_id.get(id).ok_or_else(|| Refused::new(Refusal::Unfit, "roster-refused-not-of-this-term"))?;
        if !seated.contains(&old.seat.person) {
            let seat = places.carried(&old.seat, to.id);
            rows.push(mandate::values(&Mandate {
                id: site.new_id(),
                seat,
                standing: Standing::Elected { elected: on },
                version: 1,
            }));
        }
    }
    if rows.is_empty() {
        return Ok(0);
    }
    let mandates = tx.bulk("mandate", mandate::COLUMNS, rows).await?;
    let fact = Fact::DeputiesReelected { from: from.id, to: to.id, on, mandates };
    journal::append(&mut tx, actor.records(site.now(), to.congress, to.id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(mandates)
}

/// Enters that every election of a term not yet confirmed was found valid and announced on one day.
///
/// # Errors
/// When the actor may not, the term is closed, nobody waits, the day comes before an election, or the database refuses.
pub async fn confirm_all(site: &Site, actor: &Actor, of: TermId, on: Day) -> Result<u64, Problem> {
    let mut tx = begun(site, actor).await?;
    let of = open_term(&mut tx, actor, Right::MandateEdit, of).await?;
    come(site, on)?;
    let mut mandates = 0;
    for waiting in mandate::alive_in_term(&mut tx, of.id).await? {
        if waiting.standing.name() == StandingName::Elected {
            let standing = waiting.standing.confirmed_on(on)?;
            keep(&mut tx, waiting, standing).await?;
            mandates += 1;
        }
    }
    if mandates == 0 {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-nobody-waits").into());
    }
    let fact = Fact::TermConfirmed { term: of.id, on, mandates };
    journal::append(&mut tx, actor.records(site.now(), of.congress, of.id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(mandates)
}

/// Closes one term and opens the next on the day of its first session: old mandates end, confirmed new ones begin.
///
/// # Errors
/// When the actor may not, the terms do not follow each other, the day has not come or comes too early, somebody else was quicker, or the
/// database refuses.
pub async fn change(site: &Site, actor: &Actor, from: TermId, to: TermId, on: Day) -> Result<Changed, Problem> {
    let mut tx = begun(site, actor).await?;
    let (from, to) = pair(&mut tx, (actor, Right::TermChange), from, to).await?;
    come(site, on)?;
    let (closed, opened) = from.give_way_to(to, on)?;
    for term in [&closed, &opened] {
        if !term::save(&mut tx, term).await? {
            return Err(stale(Vec::new(), term.version, format!("/terms/{}", term.id)));
        }
    }
    let mut changed = Changed { ended: 0, began: 0, waiting: 0 };
    for old in mandate::alive_in_term(&mut tx, closed.id).await? {
        let standing = old.standing.ended_on(on, EndReason::TermOver)?;
        mandate::end_roles(&mut tx, old.id, on).await?;
        keep(&mut tx, old, standing).await?;
        changed.ended += 1;
    }
    for new in mandate::alive_in_term(&mut tx, opened.id).await? {
        if new.standing.name() == StandingName::Confirmed {
            let standing = new.standing.taken_up_on(on)?;
            keep(&mut tx, new, standing).await?;
            changed.began += 1;
        } else {
            changed.waiting += 1;
        }
    }
    let congress = closed.congress;
    let Changed { ended, began, .. } = changed;
    let fact = Fact::TermChanged { closed: closed.id, opened: opened.id, congress, on, ended, began };
    journal::append(&mut tx, actor.records(site.now(), congress, opened.id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(changed)
}

async fn keep(tx: &mut Tx, mandate: Mandate, standing: Standing) -> Result<(), Problem> {
    let back = format!("/mandates/{}", mandate.id);
    let version = mandate.version;
    if mandate::save(tx, &mandate.standing(standing)).await? { Ok(()) } else { Err(stale(Vec::new(), version, back)) }
}

async fn pair(tx: &mut Tx, (actor, right): (&Actor, Right), from: TermId, to: TermId) -> Result<(Term, Term), Problem> {
    let from = open_term(tx, actor, right, from).await?;
    let to = open_term(tx, actor, right, to).await?;
    if from.congress == to.congress && to.ordinal == from.ordinal + 1 {
        Ok((from, to))
    } else {
        Err(Refused::new(Refusal::Unfit, "roster-refused-not-the-next-term").into())
    }
}

/// Where the places of one term are in the next, by name.
struct Places {
    delegations: HashMap<roster_rules::DelegationId, roster_rules::DelegationId>,
    constituencies: HashMap<roster_rules::ConstituencyId, roster_rules::ConstituencyId>,
}

impl Places {
    async fn load(tx: &mut Tx, from: TermId, to: TermId) -> Result<Self, Problem> {
        let new: HashMap<_, _> = term::delegations(tx, to).await?.into_iter().map(|d| (d.name, d.id)).collect();
        let old = term::delegations(tx, from).await?;
        let delegations = old.into_iter().filter_map(|d| Some((d.id, *new.get(&d.name)?))).collect();
        let new: HashMap<_, _> = term::constituencies(tx, to).await?.into_iter().map(|c| (c.name, c.id)).collect();
        let old = term::constituencies(tx, from).await?;
        let constituencies = old.into_iter().filter_map(|c| Some((c.id, *new.get(&c.name)?))).collect();
        Ok(Self { delegations, constituencies })
    }

    fn carried(&self, old: &Seat, term: TermId) -> Seat {
        Seat {
            term,
            delegation: old.delegation.and_then(|id| self.delegations.get(&id).copied()),
            constituency: old.constituency.and_then(|id| self.constituencies.get(&id).copied()),
            ..old.clone()
        }
    }
}
