//! Who is told that a draft is shown, and what the deputy said of it.

use accounts_rules::Right;
use suggestions_rules::Fact;

use crate::{Audience, Kind, Matter, Particulars, Tidings};

impl Matter {
    /// A shown draft is told to the signer, the answer to the unit.
    #[expect(clippy::unused_self, reason = "one of the tellers of a matter")]
    pub(crate) fn of_drafts(&self, fact: &Fact) -> Vec<Tidings> {
        match fact {
            Fact::DraftShown { assignment, unit, to, .. } => {
                let given = Particulars { unit: Some(*unit), part: Some(assignment.uuid()), ..Particulars::default() };
                vec![Tidings { to: Audience::People(vec![*to]), kind: Kind::DraftShown, given }]
            }
            Fact::DraftAnswered { assignment, unit, by, .. } => {
                let given = Particulars { person: Some(*by), part: Some(assignment.uuid()), ..Particulars::default() };
                vec![Tidings { to: Audience::Holders(Right::AssignmentSee, *unit), kind: Kind::DraftAnswered, given }]
            }
            _ => vec![],
        }
    }
}
