//! Whom a fact of an opinion concerns: the deputy it was said to, the office that has it, the body it was given to. Whoever said it has no
//! account, and follows it by the tracking code.

use accounts_rules::Right;
use kernel::{BodyId, PersonId};
use opinions_rules::{By, Fact, Score, Treatment};

use crate::{Audience, Kind, Particulars, Tidings};

/// Who stands around an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The congress whose office has it.
    pub holder: BodyId,
    /// The deputy it was said to.
    pub deputy: Option<PersonId>,
}

/// What a fact of an opinion gives to tell, and to whom. No word of what was said and by whom.
#[must_use]
pub fn told_by_opinion(fact: &Fact, of: &Voice) -> Vec<Tidings> {
    match fact {
        Fact::Received { .. } | Fact::RaisedDropped { .. } => of.both(Kind::OpinionSaid, Kind::OpinionCame),
        Fact::HandedOn { to, taken, .. } => {
            with(*taken, vec![told(Audience::Holders(Right::OpinionKeep, *to), Kind::OpinionCame)])
        }
        Fact::Assigned { unit, treatment, taken, .. } => {
            // 自己办: those of the office see to it themselves.
            let own = *treatment == Treatment::Own;
            let office = own.then(|| told(Audience::Holders(Right::OpinionKeep, of.holder), Kind::OpinionGivenOut));
            let body = told(Audience::Holders(Right::OpinionAnswer, *unit), Kind::OpinionGivenOut);
            with(*taken, [body].into_iter().chain(office).collect())
        }
        Fact::FedBack { .. } => vec![told(Audience::Holders(Right::OpinionKeep, of.holder), Kind::OpinionFedBack)],
        Fact::Proposed { taken, .. } => {
            with(*taken, vec![told(Audience::Holders(Right::OpinionApprove, of.holder), Kind::OpinionCame)])
        }
        Fact::ToHotline { taken, .. } => with(*taken, vec![]),
        Fact::GivenBack { .. } => vec![told(Audience::Holders(Right::OpinionKeep, of.holder), Kind::OpinionGivenBack)],
        Fact::SentBack => vec![told(Audience::Holders(Right::OpinionKeep, of.holder), Kind::OpinionCame)],
        Fact::Answered { by: By::Office | By::Unit | By::Hotline | By::Suggestion, .. } => {
            of.told_deputy(Kind::OpinionAnswered)
        }
        // An answer stands in the deputy's name: they see what was typed.
        Fact::Answered { for_deputy: true, .. } => of.told_deputy(Kind::OpinionAnsweredFor),
        Fact::Elsewhere { .. } => of.told_deputy(Kind::OpinionElsewhere),
        // Whoever said it hears of it from the deputy; where it was said to none, from the office.
        Fact::RaisedReplied { .. } if of.deputy.is_some() => of.told_deputy(Kind::OpinionReplied),
        Fact::RaisedReplied { .. } => {
            vec![told(Audience::Holders(Right::OpinionKeep, of.holder), Kind::OpinionReplied)]
        }
        // Who answers for the office hears of it too: the clerks alone may be those who let it lie.
        Fact::Overdue { first_word: true, .. } => {
            let mut all = of.both(Kind::OpinionOverdue, Kind::OpinionOverdue);
            all.push(of.told_head());
            all
        }
        Fact::Overdue { unit, .. } => {
            let unit = unit.map(|unit| told(Audience::Holders(Right::OpinionAnswer, unit), Kind::OpinionOverdue));
            let office = told(Audience::Holders(Right::OpinionKeep, of.holder), Kind::OpinionOverdue);
            unit.into_iter().chain([office, of.told_head()]).collect()
        }
        Fact::Judged { score: Score::Unsatisfied, .. } => of.both(Kind::OpinionBack, Kind::OpinionInsisted),
        Fact::Answered { .. }
        | Fact::SignedFor { .. }
        | Fact::Suggested { .. }
        | Fact::Agreed { .. }
        | Fact::AgreedDeputy { .. }
        | Fact::Surveyed { .. }
        | Fact::ContactForgotten
        | Fact::Judged { .. }
        | Fact::Closed { .. }
        | Fact::ContactOpened { .. } => {
            vec![]
        }
    }
}

/// And the body that had it hears that it has it no more.
fn with(taken: Option<BodyId>, mut all: Vec<Tidings>) -> Vec<Tidings> {
    all.extend(taken.map(|unit| told(Audience::Holders(Right::OpinionAnswer, unit), Kind::OpinionTaken)));
    all
}

fn told(to: Audience, kind: Kind) -> Tidings {
    Tidings { to, kind, given: Particulars::default() }
}

impl Voice {
    fn told_deputy(&self, kind: Kind) -> Vec<Tidings> {
        self.deputy.map(|deputy| told(Audience::People(vec![deputy]), kind)).into_iter().collect()
    }

    fn told_head(&self) -> Tidings {
        told(Audience::Holders(Right::OpinionApprove, self.holder), Kind::OpinionOverdue)
    }

    fn both(&self, deputy: Kind, office: Kind) -> Vec<Tidings> {
        let mut all = self.told_deputy(deputy);
        all.push(told(Audience::Holders(Right::OpinionKeep, self.holder), office));
        all
    }
}
