//! 交办 of one suggestion. Many at once: `bulk`.

use accounts_rules::Actor;
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{Problem, Site, db::Tx};
use suggestions_rules::{Form, Handler, Handlers, Role, SuggestionId};

use super::{Work, merge::assigned_along, route::hands_over};
use crate::{
    queries::not_units,
    store::{Kept, going_along},
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
    hands_over(actor, work.suggestion())?;
    known_units(&mut work.tx, plan).await?;
    work.act(|suggestion, given| suggestion.assign(plan.form(site), given))?;
    let others = going_along(&mut work.tx, &[id]).await?;
    work.along = assigned_along(&mut work.tx, site, &work.now, &others, plan).await?;
    work.finish().await
}

async fn known_units(tx: &mut Tx, plan: &Plan) -> Result<(), Problem> {
    Ok(none_unknown(not_units(tx, &plan.units()).await?.len())?)
}

pub(super) fn none_unknown(count: usize) -> Result<(), Refused> {
    match count {
        0 => Ok(()),
        count => Err(Refused::new(Family::Unfit, "suggestions-refused-not-units").with("count", count)),
    }
}
