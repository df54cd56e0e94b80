//! Whom a fact of duty at a station concerns: the deputies on the turn. Who keeps the station sees on its page what waits there.

use duty_rules::Fact;
use kernel::{Day, PersonId};

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
        | Fact::Noted { .. }
        | Fact::LeaveTaken { .. }
        | Fact::LeaveEnded { .. }
        | Fact::CodeMade { .. } => vec![],
    }
}

fn one(to: PersonId, kind: Kind, day: Day, person: Option<PersonId>) -> Tidings {
    let given = Particulars { day: Some(day), person, ..Particulars::default() };
    Tidings { to: Audience::People(vec![to]), kind, given }
}
