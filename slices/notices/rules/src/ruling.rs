//! Who is told of objections and of more time: the office that is to rule, the units it concerns, and the deputies who wait longer.

use accounts_rules::Right;
use kernel::{BodyId, Day};
use suggestions_rules::{AssignmentId, Fact};

use crate::{Audience, Kind, Matter, Particulars, Tidings};

fn given(unit: BodyId, part: AssignmentId, day: Option<Day>) -> Particulars {
    Particulars { unit: Some(unit), part: Some(part.uuid()), day, ..Particulars::default() }
}

impl Matter {
    /// What an objection or a wish for more time gives to tell.
    pub(crate) fn of_rulings(&self, fact: &Fact) -> Vec<Tidings> {
        let holders = |right, over, kind, given| Tidings { to: Audience::Holders(right, over), kind, given };
        let office = |right, kind, given| holders(right, self.congress, kind, given);
        let see = |unit, kind, given| holders(Right::AssignmentSee, unit, kind, given);
        let signers = |kind, given| Tidings { to: Audience::People(self.signers()), kind, given };
        match fact {
            Fact::Objected { assignment, unit, .. } => {
                vec![office(Right::ObjectionRule, Kind::Objected, given(*unit, *assignment, None))]
            }
            Fact::ObjectionRefused { assignment, unit, .. } => {
                vec![see(*unit, Kind::ObjectionRefused, given(*unit, *assignment, None))]
            }
            Fact::PassedOn { assignment, unit, to, .. } => {
                let new = given(to.unit, to.assignment, Some(to.due));
                vec![
                    signers(Kind::Assigned, new.clone()),
                    see(*unit, Kind::PartPassedOn, given(*unit, *assignment, None)),
                    see(to.unit, Kind::PartAssigned, new),
                ]
            }
            Fact::ExtensionAsked { assignment, unit, until, .. } => {
                vec![office(Right::ExtensionAnswer, Kind::ExtensionAsked, given(*unit, *assignment, Some(*until)))]
            }
            Fact::ExtensionGranted { assignment, unit, due, .. } => {
                let given = given(*unit, *assignment, Some(*due));
                vec![signers(Kind::ExtensionTold, given.clone()), see(*unit, Kind::ExtensionGranted, given)]
            }
            Fact::ExtensionRefused { assignment, unit, .. } => {
                vec![see(*unit, Kind::ExtensionRefused, given(*unit, *assignment, None))]
            }
            _ => vec![],
        }
    }
}
