//! Who is told that the class of a reply is doubted, and what the unit answered.

use accounts_rules::Right;
use kernel::BodyId;
use suggestions_rules::{AssignmentId, Fact};

use crate::{Audience, Kind, Matter, Particulars, Tidings};

fn given(unit: Option<BodyId>, part: AssignmentId) -> Particulars {
    Particulars { unit, part: Some(part.uuid()), ..Particulars::default() }
}

impl Matter {
    /// What a doubt gives to tell: the unit is to answer it, who raised it hears the answer, every signer hears of another class.
    pub(crate) fn of_doubts(&self, fact: &Fact) -> Vec<Tidings> {
        let to_unit = |unit, kind, part| {
            vec![Tidings { to: Audience::Holders(Right::AssignmentSee, unit), kind, given: given(None, part) }]
        };
        let people = |who, kind, given| Tidings { to: Audience::People(who), kind, given };
        let office = |kind, given| Tidings { to: Audience::Holders(Right::SuggestionRedo, self.congress), kind, given };
        match fact {
            Fact::ClassDoubted { assignment, unit, .. } => to_unit(*unit, Kind::ClassDoubted, *assignment),
            Fact::DoubtWithdrawn { assignment, .. } => {
                let unit = self.parts.iter().find(|part| part.id == *assignment).map(|part| part.unit);
                unit.map(|unit| to_unit(unit, Kind::DoubtWithdrawn, *assignment)).unwrap_or_default()
            }
            Fact::DoubtKept { assignment, unit, by, .. } => {
                let given = given(Some(*unit), *assignment);
                match by {
                    Some(who) => vec![people(vec![*who], Kind::ClassKept, given)],
                    None => vec![office(Kind::ClassUpheld, given)],
                }
            }
            Fact::ClassChanged { assignment, unit, .. } => {
                let given = given(Some(*unit), *assignment);
                vec![people(self.signers(), Kind::ClassChanged, given.clone()), office(Kind::ClassCorrected, given)]
            }
            _ => vec![],
        }
    }
}
