//! Whom a fact of a bill concerns, and what each is told: only that a thing happened.

use accounts_rules::Right;
use bills_rules::Fact;
use kernel::{BodyId, PersonId};

use crate::{Audience, Kind, Particulars, Tidings};

/// Who stands around a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The congress.
    pub congress: BodyId,
    /// 领衔代表; none where an organ puts it.
    pub lead: Option<PersonId>,
    /// Those who have signed beside the lead deputy.
    pub seconds: Vec<PersonId>,
}

impl Put {
    fn signers(&self) -> Vec<PersonId> {
        self.lead.into_iter().chain(self.seconds.iter().copied()).collect()
    }
}

/// What a fact of a bill gives to tell, and to whom.
#[must_use]
pub fn told_by_bill(fact: &Fact, put: &Put) -> Vec<Tidings> {
    let plain = Particulars::default;
    let one = |to, kind, given| Tidings { to, kind, given };
    let deputies = |people: Vec<PersonId>, kind| vec![one(Audience::People(people), kind, plain())];
    let about = |person: PersonId| Particulars { person: Some(person), ..plain() };
    let lead = |kind, person| vec![one(Audience::People(put.lead.into_iter().collect()), kind, about(person))];
    let office = |right, kind| one(Audience::Holders(right, put.congress), kind, plain());
    match fact {
        Fact::SignersAsked { people } => deputies(people.clone(), Kind::BillSignAsked),
        Fact::Attached { asked_again, .. } | Fact::Detached { asked_again, .. } if asked_again.is_empty() => vec![],
        Fact::Edited { asked_again } | Fact::Attached { asked_again, .. } | Fact::Detached { asked_again, .. } => {
            deputies(asked_again.clone(), Kind::BillSignAgain)
        }
        Fact::ReceivedOnPaper { signers, .. } => {
            let mut all = deputies(signers.clone(), Kind::BillOnPaper);
            all.push(office(Right::BillCheck, Kind::BillSubmitted));
            all
        }
        Fact::SignDenied { person } => {
            let mut all = lead(Kind::BillSignDenied, *person);
            all.push(Tidings { given: about(*person), ..office(Right::BillCheck, Kind::BillSignDenied) });
            all
        }
        Fact::Signed { person } => lead(Kind::BillSigned, *person),
        Fact::SignDeclined { person } => lead(Kind::BillSignDeclined, *person),
        Fact::Submitted { .. } | Fact::Received { .. } => vec![office(Right::BillCheck, Kind::BillSubmitted)],
        Fact::Returned { .. } => deputies(put.signers(), Kind::BillReturned),
        Fact::Numbered { .. } => deputies(put.signers(), Kind::BillNumbered),
        Fact::Reviewed { .. } => {
            let mut all = deputies(put.signers(), Kind::BillReviewed);
            all.push(office(Right::BillDecide, Kind::BillToDecide));
            all
        }
        Fact::SignersConsulted { people, until } => {
            let given = Particulars { day: Some(*until), ..plain() };
            vec![one(Audience::People(people.clone()), Kind::BillConsulted, given)]
        }
        Fact::SignerSpoke { person, agrees, last, .. } => {
            let objects = Tidings { given: about(*person), ..office(Right::BillDecide, Kind::BillObjected) };
            let all = office(Right::BillDecide, Kind::BillToDecide);
            [(!agrees).then_some(objects), last.then_some(all)].into_iter().flatten().collect()
        }
        Fact::Decided { .. } => deputies(put.signers(), Kind::BillDecided),
        Fact::WithdrawalAsked { .. } => vec![office(Right::BillDecide, Kind::BillWithdrawalAsked)],
        Fact::WithdrawalRefused { .. } => deputies(put.signers(), Kind::BillStays),
        Fact::Withdrawn { .. } => {
            let mut all = deputies(put.signers(), Kind::BillWithdrawn);
            all.push(office(Right::BillCheck, Kind::BillWithdrawn));
            all
        }
        Fact::Voted { .. } | Fact::Reported { .. } => deputies(put.signers(), Kind::BillEnded),
        Fact::Drafted { .. } | Fact::Retyped | Fact::Discarded | Fact::TermsSet { .. } => vec![],
    }
}
