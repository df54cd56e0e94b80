//! 交办, singly and in bulk.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
};
use suggestions_rules::{Form, Given, Handler, SuggestionId};

use super::{Work, recorded};
use crate::{
    queries::not_units,
    store::{Counts, Kept, rule_book, save, take},
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

    fn form(&self, site: &Site) -> Form {
        let handler = |unit: &BodyId| Handler { id: site.new_id(), unit: *unit };
        match self {
            Self::Sole(unit) => Form::Sole(handler(unit)),
            Self::Joint { lead, co } => Form::Joint { lead: handler(lead), co: co.iter().map(handler).collect() },
            Self::Separate(units) => Form::Separate(units.iter().map(handler).collect()),
        }
    }
}

/// A suggestion is handed to units; every unit's clocks start now.
///
/// # Errors
/// When it has no number or is assigned already, when a unit is unknown or closed, when the units add up to no form.
pub async fn assign(site: &Site, actor: &Actor, id: SuggestionId, plan: &Plan) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionAssign, work.congress())?;
    known_units(&mut work.tx, plan).await?;
    work.act(|suggestion, given| suggestion.assign(plan.form(site), given))?;
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
    let mut tx = site.db().begin().await?;
    let (mut counts, mut facts, mut answers) = (Counts::default(), vec![], vec![]);
    for (id, plan) in plans {
        let answer = match assign_one(site, actor, &mut tx, id, &plan, &mut counts).await {
            Ok(fact) => {
                facts.push(fact);
                Ok(())
            }
            Err(Problem::Refused(refused)) => {
                // Taking it up has counted a version; nothing was changed.
                tx.run(Sql::new("update suggestion set version = version - 1 where id = {}").bind(id)).await?;
                Err(refused)
            }
            Err(other) => return Err(other),
        };
        answers.push((id, answer));
    }
    counts.write(&mut tx).await?;
    journal::append_all(&mut tx, facts).await?;
    tx.commit().await?;
    site.wrote();
    Ok(answers)
}

async fn assign_one(
    site: &Site,
    actor: &Actor,
    tx: &mut Tx,
    id: SuggestionId,
    plan: &Plan,
    counts: &mut Counts,
) -> Result<kernel::Recorded<suggestions_rules::Fact>, Problem> {
    let was = take(tx, id).await?.ok_or_else(Problem::missing)?.suggestion;
    actor.may(Right::SuggestionAssign, was.congress)?;
    known_units(tx, plan).await?;
    let book = rule_book(tx, was.congress, was.session).await?;
    let given = Given { now: site.now(), book: &book, calendar: &site.calendar() };
    let (now, fact) = was.clone().assign(plan.form(site), &given).map_err(Refused::from)?;
    save(tx, &was, &now, counts).await?;
    Ok(recorded(site, actor, now.congress, id, fact))
}

async fn known_units(tx: &mut Tx, plan: &Plan) -> Result<(), Problem> {
    match not_units(tx, &plan.units()).await?.len() {
        0 => Ok(()),
        count => Err(Refused::new(Family::Unfit, "suggestions-refused-not-units").with("count", count).into()),
    }
}
