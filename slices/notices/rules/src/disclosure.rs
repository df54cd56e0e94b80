//! Whom a fact of disclosure concerns, and what each is told: that something came before the public, or is there no longer.

use accounts_rules::Right;
use disclosure_rules::Fact;
use kernel::{BodyId, PersonId};

use crate::{Audience, Kind, Particulars, Tidings};

/// Who stands around what is disclosed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Lead deputy and those who have seconded it.
    pub signers: Vec<PersonId>,
    /// The units that have a part.
    pub units: Vec<BodyId>,
}

/// What a fact of disclosure gives to tell, and to whom. That it was withheld changes nothing before the public, and tells nobody.
#[must_use]
pub fn told_by_disclosure(fact: &Fact, of: &Shown) -> Vec<Tidings> {
    match fact {
        Fact::Disclosed { .. } => of.everybody(Kind::Disclosed, Kind::PartDisclosed),
        Fact::Corrected { .. } => of.everybody(Kind::DisclosureCorrected, Kind::PartCorrected),
        Fact::TakenDown { .. } => of.everybody(Kind::TakenDown, Kind::PartTakenDown),
        Fact::Withheld { .. } => vec![],
    }
}

impl Shown {
    fn everybody(&self, deputies: Kind, units: Kind) -> Vec<Tidings> {
        let given = Particulars::default;
        let signers = Tidings { to: Audience::People(self.signers.clone()), kind: deputies, given: given() };
        let unit =
            |unit: &BodyId| Tidings { to: Audience::Holders(Right::AssignmentSee, *unit), kind: units, given: given() };
        std::iter::once(signers).chain(self.units.iter().map(unit)).collect()
    }
}
