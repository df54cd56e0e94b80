//! Who is told of promises: the deputies who wait for them, the office that settles them, the unit that keeps them.

use accounts_rules::Right;
use kernel::{BodyId, Day};
use suggestions_rules::{AssignmentId, Fact, Score};

use crate::{Audience, Kind, Matter, Particulars, Tidings};

fn given(unit: Option<BodyId>, part: AssignmentId, day: Option<Day>) -> Particulars {
    Particulars { unit, part: Some(part.uuid()), day, ..Particulars::default() }
}

impl Matter {
    /// What a promise, or a look back, gives to tell. One on a draft is nobody's news yet.
    pub(crate) fn of_promises(&self, fact: &Fact) -> Vec<Tidings> {
        let signers = |kind, given| Tidings { to: Audience::People(self.signers()), kind, given };
        let holders = |right, over, kind, given| Tidings { to: Audience::Holders(right, over), kind, given };
        let office = |kind, given| holders(Right::PromiseSettle, self.congress, kind, given);
        let see = |unit: BodyId, kind, given| holders(Right::AssignmentSee, unit, kind, given);
        match fact {
            Fact::PromiseMade { assignment, unit, due, binds: true, .. } => {
                vec![signers(Kind::PromiseMade, given(Some(*unit), *assignment, Some(*due)))]
            }
            Fact::PromiseReported { assignment, unit, .. } => {
                vec![signers(Kind::PromiseReported, given(Some(*unit), *assignment, None))]
            }
            Fact::PromiseMoved { assignment, unit, due, .. } => {
                vec![signers(Kind::PromiseMoved, given(Some(*unit), *assignment, Some(*due)))]
            }
            Fact::PromiseAnswered { assignment, unit, judge_by, .. } => {
                let given = given(Some(*unit), *assignment, Some(*judge_by));
                vec![signers(Kind::PromiseAnswered, given.clone()), office(Kind::PromiseToSettle, given)]
            }
            Fact::PromiseJudged { assignment, result: Score::Dissatisfied, .. } => {
                let unit = self.parts.iter().find(|part| part.id == *assignment).map(|part| part.unit);
                vec![office(Kind::PromiseDissatisfied, given(unit, *assignment, None))]
            }
            Fact::PromiseSentBack { assignment, unit, .. } => {
                vec![see(*unit, Kind::PromiseSentBack, given(None, *assignment, None))]
            }
            Fact::PromiseSettled { assignment, unit, .. } => vec![
                signers(Kind::PromiseSettled, given(Some(*unit), *assignment, None)),
                see(*unit, Kind::PromiseOffLedger, given(None, *assignment, None)),
            ],
            Fact::PromiseTakenOver { assignment, unit, due, .. } => vec![
                signers(Kind::PromiseTakenOver, given(Some(*unit), *assignment, Some(*due))),
                see(*unit, Kind::PromiseGoesOn, given(None, *assignment, Some(*due))),
            ],
            Fact::LookedBack { .. } => {
                let own = self.parts.iter().filter(|part| part.replies);
                let units = own.map(|part| see(part.unit, Kind::PartLookedBack, given(None, part.id, None)));
                std::iter::once(signers(Kind::LookedBack, Particulars::default())).chain(units).collect()
            }
            _ => vec![],
        }
    }
}
