//! Who is told that a day was counted again: whoever has the matter, and the deputies where they wait for the answer.

use accounts_rules::Right;
use suggestions_rules::{Because, Fact, Limit, Moved};

use crate::{Audience, Kind, Matter, Particulars, Tidings};

/// The word for why, in the places of a sentence.
const fn why(because: &Because) -> &'static str {
    match because {
        Because::Rule(_) => "rule",
        Because::Present => "present",
        Because::Calendar => "calendar",
    }
}

impl Matter {
    /// What days that were counted again give to tell.
    pub(crate) fn of_days(&self, fact: &Fact) -> Vec<Tidings> {
        let Fact::DaysMoved { because, moved } = fact else { return vec![] };
        moved.iter().flat_map(|it| self.of_day(it, because)).collect()
    }

    fn of_day(&self, it: &Moved, because: &Because) -> Vec<Tidings> {
        let part = it.assignment.and_then(|id| self.parts.iter().find(|part| part.id == id));
        let given = Particulars {
            unit: part.map(|part| part.unit),
            part: it.assignment.map(suggestions_rules::AssignmentId::uuid),
            day: Some(it.due),
            was: Some(it.was),
            because: Some(why(because).to_owned()),
            ..Particulars::default()
        };
        let holders = |right, over, kind| Tidings { to: Audience::Holders(right, over), kind, given: given.clone() };
        let office = |right, kind| vec![holders(right, self.congress, kind)];
        let Some(limit) = Limit::ALL.into_iter().find(|limit| limit.key() == it.limit) else { return vec![] };
        match (limit, part) {
            (Limit::Assign, _) => office(Right::SuggestionAssign, Kind::AssignMoved),
            (Limit::Ruling, _) => office(Right::ObjectionRule, Kind::RulingMoved),
            (Limit::SignFor, Some(part)) => vec![holders(Right::AssignmentSee, part.unit, Kind::SignForMoved)],
            (_, Some(part)) => {
                let mut all = vec![holders(Right::AssignmentSee, part.unit, Kind::DueMoved)];
                if part.replies {
                    let to = Audience::People(self.signers());
                    all.push(Tidings { to, kind: Kind::AnswerMoved, given: given.clone() });
                }
                all
            }
            (_, None) => vec![],
        }
    }
}
