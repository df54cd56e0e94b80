//! Who is told that units of a matter disagree, and that it was settled: those units, and who coordinates.

use accounts_rules::Right;
use kernel::BodyId;
use suggestions_rules::Fact;

use crate::{Audience, Kind, Matter, Particulars, Tidings};

impl Matter {
    /// What a disagreement of units gives to tell. Deputies are not written what units weigh among themselves.
    pub(crate) fn of_differences(&self, fact: &Fact) -> Vec<Tidings> {
        match fact {
            Fact::DifferenceRaised { by, between, .. } => {
                let given = Particulars { unit: Some(*by), ..Particulars::default() };
                let to = Audience::Holders(Right::ReplyCheck, self.congress);
                let office = Tidings { to, kind: Kind::DifferenceToSettle, given: given.clone() };
                let mut all = self.parties(between, Kind::DifferenceRaised, &given);
                all.retain(|one| one.to != Audience::Holders(Right::AssignmentSee, *by));
                all.push(office);
                all
            }
            Fact::DifferenceSettled { by, between, day, .. } => {
                let given = Particulars { unit: Some(*by), day: Some(*day), ..Particulars::default() };
                self.parties(between, Kind::DifferenceSettled, &given)
            }
            _ => vec![],
        }
    }

    fn parties(&self, between: &[BodyId], kind: Kind, given: &Particulars) -> Vec<Tidings> {
        let told = |unit: &BodyId| {
            let part = self.parts.iter().find(|part| part.unit == *unit).map(|part| part.id.uuid());
            let to = Audience::Holders(Right::AssignmentSee, *unit);
            Tidings { to, kind, given: Particulars { part, ..given.clone() } }
        };
        between.iter().map(told).collect()
    }
}
