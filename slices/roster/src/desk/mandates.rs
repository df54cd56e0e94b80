//! The verbs of a mandate.

use std::collections::HashMap;

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Day, PersonId, Refusal, Refused};
use kit::{
    Problem, Site,
    db::{Ask, Sql, Tx},
    journal,
    web::{Compared, api::Once},
};
use roster_rules::{
    Chain, ConstituencyId, DelegationId, EndReason, Fact, Ground, Law, Mandate, MandateId, Seat, Standing, Term,
    TermId, concurrent_seats,
};
use serde::{Deserialize, Serialize};

use super::{allowed, allowed_unseen, begun, come, made_before, people, stale};
use crate::{
    queries::namesakes,
    store::{body, mandate, term},
};

/// An election as a form or a request says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// Who was elected.
    #[schema(value_type = uuid::Uuid)]
    pub person: PersonId,
    /// Into which term.
    #[schema(value_type = uuid::Uuid)]
    pub term: TermId,
    /// The day of the election.
    #[schema(value_type = String, format = Date)]
    pub on: Day,
    /// By whom.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub constituency: Option<ConstituencyId>,
    /// In which delegation.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub delegation: Option<DelegationId>,
}

/// What is entered of a mandate after its election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Found valid and announced (选举法 47).
    Confirm,
    /// Takes office.
    TakeUp,
    /// Must not act for a time (代表法 61).
    Suspend {
        /// Why.
        ground: Ground,
    },
    /// Acts again.
    Resume,
    /// Ends (代表法 62).
    End {
        /// Why.
        reason: EndReason,
    },
}

/// Enters an election: the person has a mandate, still to be confirmed.
///
/// # Errors
/// When the actor may not, the term is closed, the person sits elsewhere off the chain or in this term already, or the database refuses.
pub async fn elect(site: &Site, actor: &Actor, election: &Election, once: &Once) -> Result<MandateId, Problem> {
    let id: MandateId = site.new_id();
    let account = actor.account.ok_or(Problem::SignIn)?;
    let mut tx = begun(site, actor).await?;
    let of = term::load(&mut tx, election.term).await?.ok_or_else(Problem::missing)?;
    allowed(actor, Right::MandateEdit, of.congress)?;
    if let Some(before) = once.claim(&mut tx, site, account, election, id).await? {
        return Ok(before);
    }
    elected(&mut tx, (site, actor), &of, election, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// What is said where somebody of that name is known already.
pub const NAMESAKES: &str = "roster-refused-namesakes";

/// The seat somebody new is elected to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewSeat {
    /// In which term.
    pub term: TermId,
    /// The day of the election.
    pub on: Day,
    /// By whom.
    pub constituency: Option<ConstituencyId>,
    /// In which delegation.
    pub delegation: Option<DelegationId>,
}

/// Enters somebody new together with the election: what is wrong with one leaves nothing of the other behind.
///
/// # Errors
/// As [`people::enter`] and [`elect`]; and when somebody of that name is known who may be meant, unless it was said that this is `another`.
pub async fn enter_elected(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    (entry, seat, another): (&people::Entry, &NewSeat, bool),
    once: &Once,
) -> Result<MandateId, Problem> {
    allowed(actor, Right::RosterEdit, congress)?;
    let mut tx = begun(site, actor).await?;
    let of = term::load(&mut tx, seat.term).await?.filter(|of| of.congress == congress).ok_or_else(Problem::missing)?;
    allowed(actor, Right::MandateEdit, congress)?;
    let (person, id): (PersonId, MandateId) = (site.new_id(), site.new_id());
    if let Some(before) = made_before(&mut tx, site, actor, once, &(congress, entry, seat), id).await? {
        return Ok(before);
    }
    if !another && !namesakes::of(&mut tx, congress, entry.name.as_str()).await?.is_empty() {
        return Err(Refused::new(Refusal::Unfit, NAMESAKES).into());
    }
    people::entered(&mut tx, (site, actor), congress, entry, person).await?;
    let NewSeat { term, on, constituency, delegation } = *seat;
    let election = Election { person, term, on, constituency, delegation };
    elected(&mut tx, (site, actor), &of, &election, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Enters the election inside a transaction; whoever calls has made sure that the actor may.
async fn elected(
    tx: &mut Tx,
    (site, actor): (&Site, &Actor),
    of: &Term,
    election: &Election,
    id: MandateId,
) -> Result<(), Problem> {
    if of.ended.is_some() {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-term-closed").into());
    }
    come(site, election.on)?;
    people::load(tx, election.person).await?;
    let congress = body::load(tx, of.congress).await?.ok_or_else(Problem::missing)?;
    one_seat_a_term(tx, election.person, of.id).await?;
    one_chain(tx, election.person, &congress.body.area).await?;
    let seat = Seat {
        person: election.person,
        congress: of.congress,
        area: congress.body.area,
        term: of.id,
        constituency: election.constituency,
        delegation: election.delegation,
    };
    placed_in_its_term(tx, &seat).await?;
    let standing = Standing::Elected { elected: election.on };
    mandate::insert(tx, &Mandate { id, seat, standing, version: 1 }).await?;
    let fact = Fact::MandateElected {
        mandate: id,
        person: election.person,
        congress: of.congress,
        term: of.id,
        on: election.on,
    };
    journal::append(tx, actor.records(site.now(), of.congress, id.uuid(), fact)).await?;
    Ok(())
}

/// Enters what became of a mandate on a day.
///
/// # Errors
/// When the actor may not, the step does not fit the mandate's standing or its day, somebody else was quicker, or the database refuses.
pub async fn step(
    site: &Site,
    actor: &Actor,
    id: MandateId,
    seen: i64,
    on: Day,
    step: Step,
) -> Result<Standing, Problem> {
    let mut tx = begun(site, actor).await?;
    let before = mandate::load(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let congress = before.seat.congress;
    mine(actor, &before)?;
    if before.version != seen {
        let now = before.standing.name().to_string();
        let state = Compared { name: "state", label: "roster-field-state", yours: String::new(), stands: now };
        return Err(stale(vec![state], before.version, format!("/mandates/{id}")));
    }
    come(site, on)?;
    let (standing, fact) = taken(&before, on, step)?;
    let after = before.clone().standing(standing);
    if !mandate::save(&mut tx, &after).await? {
        return Err(stale(Vec::new(), before.version, format!("/mandates/{id}")));
    }
    if let Step::End { .. } = step {
        mandate::end_roles(&mut tx, id, on).await?;
    }
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(standing)
}

/// A mandate not in force is known to its own office alone.
pub(crate) fn mine(actor: &Actor, mandate: &Mandate) -> Result<(), Problem> {
    let public = matches!(mandate.standing, Standing::InOffice { .. });
    allowed_unseen(actor, Right::MandateEdit, mandate.seat.congress, public)
}

fn taken(before: &Mandate, on: Day, step: Step) -> Result<(Standing, Fact), Refused> {
    let (mandate, person, congress) = (before.id, before.seat.person, before.seat.congress);
    let law = Law::on(on);
    Ok(match step {
        Step::Confirm => (before.standing.confirmed_on(on)?, Fact::MandateConfirmed { mandate, on }),
        Step::TakeUp => (before.standing.taken_up_on(on)?, Fact::MandateTakenUp { mandate, person, congress, on }),
        Step::Suspend { ground } => {
            let article = ground.article(law);
            let fact = Fact::MandateSuspended { mandate, person, congress, on, ground, article };
            (before.standing.suspended_on(on, ground)?, fact)
        }
        Step::Resume => (before.standing.resumed_on(on)?, Fact::MandateResumed { mandate, person, congress, on }),
        Step::End { reason } => {
            let fact = Fact::MandateEnded { mandate, person, congress, on, reason, article: reason.article(law) };
            (before.standing.ended_on(on, reason)?, fact)
        }
    })
}

/// Moves a mandate to another delegation or constituency of its own term.
///
/// # Errors
/// As [`step`]; and when the place belongs to another term.
pub async fn place(
    site: &Site,
    actor: &Actor,
    id: MandateId,
    seen: i64,
    delegation: Option<DelegationId>,
    constituency: Option<ConstituencyId>,
) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let before = mandate::load(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let congress = before.seat.congress;
    mine(actor, &before)?;
    let seat = Seat { delegation, constituency, ..before.seat.clone() };
    placed_in_its_term(&mut tx, &seat).await?;
    let after = Mandate { seat, version: seen, ..before.clone() };
    if !mandate::save(&mut tx, &after).await? {
        let both = both_places(&mut tx, &after.seat, &before.seat).await?;
        return Err(stale(both, before.version, format!("/mandates/{id}")));
    }
    let fact = Fact::MandatePlaced { mandate: id, delegation, constituency };
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    Ok(tx.commit().await?)
}

/// Where somebody wanted the seat, beside where it is, both by name.
async fn both_places(tx: &mut Tx, mine: &Seat, stands: &Seat) -> Result<Vec<Compared>, Problem> {
    let delegations: HashMap<_, _> =
        term::delegations(tx, stands.term).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let constituencies: HashMap<_, _> =
        term::constituencies(tx, stands.term).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let of = |seat: &Seat| {
        let delegation = seat.delegation.and_then(|id| delegations.get(&id).cloned()).unwrap_or_default();
        let constituency = seat.constituency.and_then(|id| constituencies.get(&id).cloned()).unwrap_or_default();
        [delegation, constituency]
    };
    let ([d, c], [d_now, c_now]) = (of(mine), of(stands));
    Ok(vec![
        Compared { name: "delegation", label: "roster-field-delegation", yours: d, stands: d_now },
        Compared { name: "constituency", label: "roster-field-constituency", yours: c, stands: c_now },
    ])
}

pub(super) async fn one_seat_a_term(tx: &mut Tx, person: PersonId, term: TermId) -> Result<(), Problem> {
    let alive = mandate::of_person(tx, person).await?;
    let seated = alive.iter().any(|m| m.seat.term == term && !matches!(m.standing, Standing::Ended { .. }));
    if seated { Err(Refused::new(Refusal::Unfit, "roster-refused-seated-already").into()) } else { Ok(()) }
}

/// Seats of one person must lie on one chain of areas (选举法 48).
pub(crate) async fn one_chain(tx: &mut Tx, person: PersonId, area: &AreaCode) -> Result<(), Problem> {
    let alive = mandate::of_person(tx, person).await?;
    let alive = alive.into_iter().filter(|m| !matches!(m.standing, Standing::Ended { .. }));
    let mut areas: Vec<AreaCode> = alive.map(|m| m.seat.area).collect();
    areas.push(area.clone());
    let zones = zones(tx).await?;
    match concurrent_seats(&areas, &zones) {
        Chain::One | Chain::Unsure(..) => Ok(()),
        Chain::Broken(one, other) => Err(off_chain(&one, &other).into()),
    }
}

pub(crate) fn off_chain(one: &AreaCode, other: &AreaCode) -> Refused {
    Refused::new(Refusal::Unfit, "roster-refused-off-chain").with("one", one).with("other", other)
}

/// The county-rung functional areas, whose codes do not say where their towns lie in law.
pub(crate) async fn zones(ask: &mut impl Ask) -> Result<Vec<AreaCode>, Problem> {
    let sql = Sql::new("select code from area where kind = 'functional' and level = 'county'");
    Ok(ask.all::<(AreaCode,)>(sql).await?.into_iter().map(|(code,)| code).collect())
}

async fn placed_in_its_term(tx: &mut Tx, seat: &Seat) -> Result<(), Problem> {
    let wrong = || Problem::from(Refused::new(Refusal::Unfit, "roster-refused-place-of-another-term"));
    if let Some(id) = seat.delegation {
        let sql = Sql::new("select id from delegation where id = {}").bind(id).add(" and term = {}").bind(seat.term);
        tx.one::<(DelegationId,)>(sql).await?.ok_or_else(wrong)?;
    }
    if let Some(id) = seat.constituency {
        let sql = Sql::new("select id from constituency where id = {}").bind(id).add(" and term = {}").bind(seat.term);
        tx.one::<(ConstituencyId,)>(sql).await?.ok_or_else(wrong)?;
    }
    Ok(())
}
