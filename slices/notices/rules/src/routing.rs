//! Who is told on the way to the units: the transfer office that is to divide, the office that gets it back, the units that read.

use accounts_rules::Right;
use kernel::{BodyId, Day};
use suggestions_rules::Fact;

use crate::{Audience, Kind, Matter, Particulars, Tidings};

impl Matter {
    /// What handing to a transfer office, and giving to read, gives to tell.
    pub(crate) fn of_routing(&self, fact: &Fact) -> Vec<Tidings> {
        let divide = |office: BodyId, day: Day| {
            let given = Particulars { day: Some(day), ..Particulars::default() };
            vec![Tidings { to: Audience::Holders(Right::SuggestionDivide, office), kind: Kind::ToDivide, given }]
        };
        match fact {
            Fact::Routed { to, by } | Fact::RoutedOn { to, by, .. } => divide(*to, *by),
            Fact::RoutedBack { from, recalled: false, .. } => {
                let given = Particulars { unit: Some(*from), ..Particulars::default() };
                let to = Audience::Holders(Right::SuggestionAssign, self.congress);
                vec![Tidings { to, kind: Kind::RoutedBack, given }]
            }
            Fact::GivenToRead { to } => {
                let told = |read: &suggestions_rules::ReadBy| Tidings {
                    to: Audience::Holders(Right::AssignmentSee, read.unit),
                    kind: Kind::PartToRead,
                    given: Particulars { part: Some(read.assignment.uuid()), ..Particulars::default() },
                };
                to.iter().map(told).collect()
            }
            _ => vec![],
        }
    }
}
