//! Who may look at a bill, and as whom.

use accounts_rules::{Actor, Right};
use bills_rules::{Answer, Bill, Cosigner, Stage};
use kernel::{Refusal, Refused};

/// As whom an actor looks at a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The lead deputy.
    Lead,
    /// A deputy who signed it, or is asked to and has not answered.
    Signer,
    /// The office or the leaders of the congress.
    Office,
    /// A deputy of the congress, once it has its number: it is put to all of them.
    Member,
}

impl Sight {
    /// As whom the actor looks.
    ///
    /// # Errors
    /// As if there were no such bill, when it is not for this actor to know of.
    pub fn of(actor: &Actor, bill: &Bill) -> Result<Self, Refused> {
        let person = actor.stands_for();
        if person.is_some() && person == bill.lead() {
            return Ok(Self::Lead);
        }
        if bill.asked().iter().any(|asked| person == Some(asked.person) && stays(bill, asked)) {
            return Ok(Self::Signer);
        }
        let may = |right| actor.may(right, bill.congress).is_ok();
        if bill.stage != Stage::Draft && may(Right::BillSeeFiled) {
            return Ok(Self::Office);
        }
        if bill.stage.number().is_some() && may(Right::BillSeeNumbered) {
            return Ok(Self::Member);
        }
        Err(Refused::new(Refusal::Missing, "kit-problem-missing"))
    }
}

/// Whether somebody who was asked still has a part in it: until the answer is no, or it goes its way without one.
const fn stays(bill: &Bill, asked: &Cosigner) -> bool {
    match asked.answer {
        Answer::Confirmed(_) => true,
        Answer::Asked => bill.is_free(),
        Answer::Declined(_) => false,
    }
}
