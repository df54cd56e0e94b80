//! Whom a fact of duty at a station concerns: the deputies on the turn. Who keeps the station sees on its page what waits there.

use accounts_rules::Right;
use duty_rules::{Fact, Stuck};
use kernel::{AccountId, BodyId, Day, PersonId};

use crate::{Audience, Kind, Particulars, Tidings};

/// What a fact of duty gives to tell, and to whom.
#[must_use]
pub fn told_by_duty(fact: &Fact) -> Vec<Tidings> {
    match fact {
        Fact::RosterPublished { since, people, .. } => {
            let given = Particulars { day: Some(*since), ..Particulars::default() };
            vec![Tidings { to: Audience::People(people.clone()), kind: Kind::DutyPublished, given }]
        }
        Fact::Changed { day, out, into, told: true, .. } => {
            let off = out.map(|person| one(person, Kind::DutyOff, *day, None));
            let on = into.map(|person| one(person, Kind::DutyOn, *day, None));
            off.into_iter().chain(on).collect()
        }
        Fact::SwapAsked { day, from, to, .. } => vec![one(*to, Kind::DutySwapAsked, *day, Some(*from))],
        Fact::SwapAccepted { day, from, to, .. } => {
            vec![one(*from, Kind::DutySwapAccepted, *day, Some(*to)), one(*to, Kind::DutyOn, *day, None)]
        }
        Fact::SwapDeclined { day, from, to, .. } => vec![one(*from, Kind::DutySwapDeclined, *day, Some(*to))],
        Fact::SwapWithdrawn { day, from, to, .. } => vec![one(*to, Kind::DutySwapWithdrawn, *day, Some(*from))],
        Fact::Changed { .. }
        | Fact::Set { .. }
        | Fact::PatternMade { .. }
        | Fact::PatternEnded { .. }
        | Fact::Generated { .. }
        | Fact::Discarded { .. }
        | Fact::RosterStuck { .. }
        | Fact::Noted { .. }
        | Fact::LeaveTaken { .. }
        | Fact::LeaveEnded { .. }
        | Fact::CodeMade { .. } => vec![],
    }
}

/// What the clock says of a roster that it could not publish: to the keepers of the station, or to the office of the congress where it has
/// none.
#[must_use]
pub fn told_of_stuck(fact: &Fact, keepers: &[AccountId], congress: Option<BodyId>) -> Vec<Tidings> {
    let Fact::RosterStuck { station, since, why, .. } = fact else { return vec![] };
    let kind = match why {
        Stuck::Unfilled => Kind::DutyUnfilled,
        Stuck::OnLeave => Kind::DutyOnLeave,
        Stuck::Past => Kind::DutyPast,
    };
    let unit = Some(BodyId::from_uuid(station.uuid()));
    let given = Particulars { unit, day: Some(*since), ..Particulars::default() };
    let told = |to| Tidings { to, kind, given: given.clone() };
    let office = congress.filter(|_| keepers.is_empty()).map(|congress| Audience::Holders(Right::DutyKeep, congress));
    keepers.iter().copied().map(Audience::Account).chain(office).map(told).collect()
}

fn one(to: PersonId, kind: Kind, day: Day, person: Option<PersonId>) -> Tidings {
    let given = Particulars { day: Some(day), person, ..Particulars::default() };
    Tidings { to: Audience::People(vec![to]), kind, given }
}
