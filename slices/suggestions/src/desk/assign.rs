//! 交办, singly and in bulk.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    sync::Arc,
};

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Recorded, Refusal as Family, Refused};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
};
use suggestions_rules::{Fact, Form, Given, Handler, Handlers, Role, RuleBook, SessionId, SuggestionId};

use super::{Along, Work, merge::assigned_along, recorded};
use crate::{
    queries::not_units,
    sight::Sight,
    store::{Counts, GoingAlong, Kept, going_along, rule_book, save, take},
};

/// How a suggestion shall be handed to units.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Plan {
    /// 独办.
    Sole(BodyId),
    /// 主办+会办.
    Joint { lead: BodyId, co: Vec<BodyId> },
    /// 分办.
    Separate(Vec<BodyId>),
}

impl Plan {
    /// Every unit named.
    #[must_use]
    pub fn units(&self) -> Vec<BodyId> {
        match self {
            Self::Sole(unit) => vec![*unit],
            Self::Joint { lead, co } => std::iter::once(*lead).chain(co.iter().copied()).collect(),
            Self::Separate(units) => units.clone(),
        }
    }

    /// The units that have a suggestion now, each in its part.
    pub(super) fn of(handlers: &Handlers) -> Self {
        let units = |role| handlers.live().filter(move |part| part.role == role).map(|part| part.unit);
        match (units(Role::Sole).next(), units(Role::Lead).next()) {
            (Some(unit), _) => Self::Sole(unit),
            (None, Some(lead)) => Self::Joint { lead, co: units(Role::Co).collect() },
            (None, None) => Self::Separate(units(Role::Separate).collect()),
        }
    }

    pub(super) fn form(&self, site: &Site) -> Form {
        let handler = |unit: &BodyId| Handler { id: site.new_id(), unit: *unit };
        match self {
            Self::Sole(unit) => Form::Sole(handler(unit)),
            Self::Joint { lead, co } => Form::Joint { lead: handler(lead), co: co.iter().map(handler).collect() },
            Self::Separate(units) => Form::Separate(units.iter().map(handler).collect()),
        }
    }
}

/// A suggestion is handed to units, and those that go with it with it; every unit's clocks start now.
///
/// # Errors
/// When it has no number or is assigned already, when a unit is unknown or closed, when the units add up to no form.
pub async fn assign(site: &Site, actor: &Actor, id: SuggestionId, plan: &Plan) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionAssign, work.congress())?;
    known_units(&mut work.tx, plan).await?;
    work.act(|suggestion, given| suggestion.assign(plan.form(site), given))?;
    let others = going_along(&mut work.tx, &[id]).await?;
    work.along = assigned_along(&mut work.tx, site, &work.now, &others, plan).await?;
    work.finish().await
}

/// Many suggestions are handed over in one transaction (交办会). Those that cannot be are left as they are, each with why.
///
/// # Errors
/// When the database refuses; then none was handed over.
pub async fn assign_all(
    site: &Site,
    actor: &Actor,
    mut plans: Vec<(SuggestionId, Plan)>,
) -> Result<Vec<(SuggestionId, Result<(), Refused>)>, Problem> {
    // One order for everybody: two clerks who hand over at once wait for each other and never in a ring.
    plans.sort_by_key(|(id, _)| *id);
    let named: BTreeSet<BodyId> = plans.iter().flat_map(|(_, plan)| plan.units()).collect();
    let mut tx = site.db().begin().await?;
    let strangers = not_units(&mut tx, &named.into_iter().collect::<Vec<_>>()).await?;
    let along = going_along(&mut tx, &plans.iter().map(|(id, _)| *id).collect::<Vec<_>>()).await?;
    let (books, counts, facts) = Default::default();
    let mut bulk = Bulk { site, actor, tx, strangers, along, books, counts, facts };
    let mut answers = Vec::with_capacity(plans.len());
    for (id, plan) in plans {
        let answer = match bulk.assign(id, &plan).await {
            Ok(()) => Ok(()),
            Err(Problem::Refused(refused)) => {
                // Taking it up has counted a version; nothing was changed.
                let back = Sql::new("update suggestion set version = version - 1 where id = {}");
                bulk.tx.run(back.bind(id)).await?;
                Err(refused)
            }
            Err(other) => return Err(other),
        };
        answers.push((id, answer));
    }
    bulk.finish().await?;
    Ok(answers)
}

/// Many suggestions handed over in one transaction: what they share is asked once.
struct Bulk<'a> {
    site: &'a Site,
    actor: &'a Actor,
    tx: Tx,
    strangers: Vec<BodyId>,
    along: Vec<GoingAlong>,
    books: BTreeMap<(BodyId, SessionId), Arc<RuleBook>>,
    counts: Counts,
    facts: Vec<Recorded<Fact>>,
}

impl Bulk<'_> {
    async fn assign(&mut self, id: SuggestionId, plan: &Plan) -> Result<(), Problem> {
        let was = take(&mut self.tx, id).await?.ok_or_else(Problem::missing)?.suggestion;
        // Of one that is not theirs to see or to hand over nobody learns here that it is there.
        Sight::of(self.actor, &was)?;
        self.actor.may(Right::SuggestionAssign, was.congress).map_err(|_| Problem::missing())?;
        let unknown = plan.units().iter().filter(|unit| self.strangers.contains(unit)).count();
        none_unknown(unknown)?;
        let book = match self.books.entry((was.congress, was.session)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(rule_book(&mut self.tx, was.congress, was.session).await?),
        };
        let given = Given { now: self.site.now(), book, calendar: &self.site.calendar() };
        let (now, fact) = was.clone().assign(plan.form(self.site), &given).map_err(Refused::from)?;
        let others = assigned_along(&mut self.tx, self.site, &now, &self.along, plan).await?;
        for Along { was, now, fact } in others.into_iter().chain([Along { was, now, fact }]) {
            save(&mut self.tx, &was, &now, &mut self.counts).await?;
            self.facts.push(recorded(self.site, self.actor, now.congress, now.id, fact));
        }
        Ok(())
    }

    async fn finish(mut self) -> Result<(), Problem> {
        self.counts.write(&mut self.tx).await?;
        journal::append_all(&mut self.tx, self.facts).await?;
        self.tx.commit().await?;
        self.site.wrote();
        Ok(())
    }
}

async fn known_units(tx: &mut Tx, plan: &Plan) -> Result<(), Problem> {
    Ok(none_unknown(not_units(tx, &plan.units()).await?.len())?)
}

fn none_unknown(count: usize) -> Result<(), Refused> {
    match count {
        0 => Ok(()),
        count => Err(Refused::new(Family::Unfit, "suggestions-refused-not-units").with("count", count)),
    }
}
