//! Which clock of a part runs, and from which day: what pages and JSON explain.

use kernel::{Day, Moment};
use suggestions_rules::{Assignment, Limit, Round, RoundStage, RuleBook, Work};

/// The limit by which what is awaited of a part is due, and the day its clock started; nothing where nothing is awaited.
pub(crate) fn counted(part: &Assignment, book: &RuleBook) -> Option<(Limit, Day)> {
    Some(match &part.work {
        Work::Waiting => (Limit::SignFor, part.assigned.day()),
        Work::Advising { .. } | Work::Advised { .. } => (Limit::CoOpinion, part.assigned.day()),
        Work::Objecting { objection, .. } => (Limit::Ruling, objection.at.day()),
        // Of who reads, and of what was passed on, nothing is awaited.
        Work::Reading | Work::PassedOn { .. } => return None,
        Work::Handling { round, .. } if round.first_dissatisfied().is_some() => {
            (Limit::OrderRedo, round.decides_from(book).unwrap_or(part.assigned.day()))
        }
        Work::Handling { round, .. } if delivered(round).is_some() => {
            (Limit::Judge, delivered(round).unwrap_or(part.assigned).day())
        }
        Work::Handling { round, .. } if round.reopened => (Limit::Reopen, round.opened.day()),
        Work::Handling { round, .. } if round.ordinal > 1 => (Limit::Redo, round.opened.day()),
        Work::Handling { .. } => (Limit::Reply, part.assigned.day()),
    })
}

/// When the round's reply reached its signers.
const fn delivered(round: &Round) -> Option<Moment> {
    match &round.stage {
        RoundStage::Delivered { at, .. } => Some(*at),
        _ => None,
    }
}
