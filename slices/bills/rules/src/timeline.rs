//! The story of a bill, read off its state: what was done when, and what is awaited by when.

use kernel::{Day, Moment, PersonId};

use crate::{Answer, Bill, Disposal, Ending, Stage};

/// One step of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are the past tense of the verbs")]
pub enum Step {
    Signed { person: PersonId },
    Submitted,
    Returned,
    Numbered,
    Reviewed,
    Consulted,
    Decided,
    WithdrawalAsked,
    Voted,
    Reported,
    Withdrawn,
}

/// One mark on the line: done at a moment, or awaited, by a day where a limit runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Mark {
    Done { step: Step, at: Moment },
    Awaited { step: Step, by: Option<Day> },
}

/// The story so far, oldest first, then what is awaited next.
#[must_use]
pub fn timeline(bill: &Bill) -> Vec<Mark> {
    let mut done: Vec<(Step, Moment)> = Vec::new();
    for asked in bill.asked() {
        if let Answer::Confirmed(at) = asked.answer {
            done.push((Step::Signed { person: asked.person }, at));
        }
    }
    done.sort_by_key(|(_, at)| *at);
    done.extend(bill.stage.submission().map(|submission| (Step::Submitted, submission.at)));
    done.extend(bill.stage.numbered().map(|numbered| (Step::Numbered, numbered.at)));
    let review = bill.stage.review().map(|review| (Step::Reviewed, review.at));
    let consult = bill.consult.as_ref().map(|consult| (Step::Consulted, consult.at));
    let mut heard: Vec<_> = review.into_iter().chain(consult).collect();
    heard.sort_by_key(|(_, at)| *at);
    done.extend(heard);
    done.extend(bill.stage.decided().map(|decided| (Step::Decided, decided.at)));
    let awaited = last(&bill.stage, &mut done);
    let done = done.into_iter().map(|(step, at)| Mark::Done { step, at });
    done.chain(awaited.map(|(step, by)| Mark::Awaited { step, by })).collect()
}

/// The newest step of a stage, and what is awaited after it.
fn last(stage: &Stage, done: &mut Vec<(Step, Moment)>) -> Option<(Step, Option<Day>)> {
    match stage {
        Stage::Draft => Some((Step::Submitted, None)),
        Stage::Submitted(_) => Some((Step::Numbered, None)),
        Stage::Returned { at, .. } => {
            done.push((Step::Returned, *at));
            Some((Step::Submitted, None))
        }
        Stage::Numbered(_) => Some((Step::Reviewed, None)),
        Stage::Reviewed(_) => Some((Step::Decided, None)),
        Stage::Agenda { asked, .. } => {
            done.extend(asked.map(|asked| (Step::WithdrawalAsked, asked.at)));
            Some((Step::Voted, None))
        }
        Stage::Referred { report_by, .. } => Some((Step::Reported, Some(*report_by))),
        Stage::Closed(closed) => {
            done.extend(ending(closed.ending).map(|step| (step, closed.at)));
            None
        }
        Stage::Withdrawn { at, .. } => {
            done.push((Step::Withdrawn, *at));
            None
        }
    }
}

/// A decision that ends a bill is told once, as the decision.
const fn ending(ending: Ending) -> Option<Step> {
    match ending {
        Ending::NotListed | Ending::Suggestion(_) => None,
        Ending::Voted(_) => Some(Step::Voted),
        Ending::Reported(_) => Some(Step::Reported),
    }
}

impl Disposal {
    /// Whether it is the end of the bill.
    #[must_use]
    pub const fn ends(&self) -> bool {
        matches!(self, Self::NotListed | Self::Suggestion)
    }
}
