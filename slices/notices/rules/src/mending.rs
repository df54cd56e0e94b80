//! Who is told when the assigning body puts an assignment right: the units it concerns, and the deputies whom another unit answers.

use accounts_rules::Right;
use kernel::{BodyId, Day};
use suggestions_rules::{AssignedTo, AssignmentId, Fact, Role};

use crate::{Audience, Kind, Matter, Particulars, Tidings};

fn given(unit: BodyId, part: AssignmentId, day: Option<Day>) -> Particulars {
    Particulars { unit: Some(unit), part: Some(part.uuid()), day, ..Particulars::default() }
}

fn see(unit: BodyId, kind: Kind, given: Particulars) -> Tidings {
    Tidings { to: Audience::Holders(Right::AssignmentSee, unit), kind, given }
}

impl Matter {
    /// What a part that goes to another unit, and one more unit, give to tell.
    pub(crate) fn of_mending(&self, fact: &Fact) -> Vec<Tidings> {
        let new = |to: &AssignedTo| given(to.unit, to.assignment, Some(to.due));
        match fact {
            Fact::Reassigned { assignment, unit, to, .. } => {
                let mut all = self.answered_by(to, new(to));
                all.push(see(*unit, Kind::PartPassedOn, given(*unit, *assignment, None)));
                all.push(see(to.unit, Kind::PartAssigned, new(to)));
                all
            }
            Fact::UnitAdded { to, .. } => {
                let mut all = self.answered_by(to, new(to));
                let others = self.parts.iter().filter(|part| part.replies && part.unit != to.unit);
                all.extend(others.map(|part| see(part.unit, Kind::UnitJoined, given(to.unit, part.id, None))));
                all.push(see(to.unit, Kind::PartAssigned, new(to)));
                all
            }
            _ => vec![],
        }
    }

    /// To the signers, where that unit answers them.
    fn answered_by(&self, to: &AssignedTo, given: Particulars) -> Vec<Tidings> {
        if to.role == Role::Co {
            return vec![];
        }
        vec![Tidings { to: Audience::People(self.signers()), kind: Kind::Assigned, given }]
    }
}
