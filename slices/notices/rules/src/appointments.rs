//! Whom a fact of an appointment concerns: whoever drafted the proposal, and the person, where they have an account.

use appointments_rules::Fact;
use kernel::{AccountId, PersonId};

use crate::{Audience, Kind, Particulars, Tidings};

/// Who stands around a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Who drafted it.
    pub drafter: Option<AccountId>,
    /// The person, where they stand in the roster.
    pub person: Option<PersonId>,
}

/// What a fact of a proposal gives to tell, and to whom. The person hears what everybody may read.
#[must_use]
pub fn told_by_appointment(fact: &Fact, of: &Proposed) -> Vec<Tidings> {
    let told = |to, kind| Tidings { to, kind, given: Particulars::default() };
    let drafter = |kind| of.drafter.map(|account| told(Audience::Account(account), kind)).into_iter().collect();
    match fact {
        Fact::Voted { adopted: true } => drafter(Kind::AppointmentAdopted),
        Fact::Voted { adopted: false } => drafter(Kind::AppointmentRefused),
        Fact::Announced { .. } => {
            let person = of.person.map(|person| told(Audience::People(vec![person]), Kind::AppointmentAnnounced));
            person.into_iter().collect()
        }
        _ => vec![],
    }
}
