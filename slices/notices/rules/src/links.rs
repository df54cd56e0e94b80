//! Whom a fact of a link concerns: who links and who is linked. A change of term ends links by itself, and everybody knows of it.

use kernel::PersonId;
use links_rules::{End, EndReason, Fact};

use crate::{Audience, Kind, Particulars, Tidings};

/// What a fact of a link gives to tell, and to whom. `one`: who links, where it is a person.
#[must_use]
pub fn told_by_link(fact: &Fact, one: Option<PersonId>) -> Vec<Tidings> {
    let told = |end: &End, kind, of: &End| {
        let given = Particulars { person: of.person(), ..Particulars::default() };
        end.person().map(|person| Tidings { to: Audience::People(vec![person]), kind, given })
    };
    match fact {
        Fact::Linked { one, other, .. } => {
            [told(one, Kind::LinkMade, other), told(other, Kind::LinkKept, one)].into_iter().flatten().collect()
        }
        Fact::Ended { one, other, reason, .. } if *reason != EndReason::Term => {
            [told(one, Kind::LinkEnded, other), told(other, Kind::LinkEnded, one)].into_iter().flatten().collect()
        }
        Fact::ContactDue { .. } => {
            let due = |person| Tidings {
                to: Audience::People(vec![person]),
                kind: Kind::LinkDue,
                given: Particulars::default(),
            };
            one.map(due).into_iter().collect()
        }
        Fact::KindMade
        | Fact::KindRevised
        | Fact::Drafted { .. }
        | Fact::DraftChanged
        | Fact::Adopted { .. }
        | Fact::DraftDropped
        | Fact::Ended { .. }
        | Fact::Contacted { .. }
        | Fact::Imported { .. }
        | Fact::IndicatorMade { .. }
        | Fact::IndicatorRemoved { .. } => vec![],
    }
}
