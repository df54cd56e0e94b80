//! 重算期限: what the clocks that run would come to under other rules or another calendar, and giving them those days.
//!
//! A day that was given is not changed by a new rule alone: whoever answers for the rules decides, and the fact names both
//! days. Recounted are the clocks of units and of the assigning body. Windows in which a deputy speaks or a ruling is awaited
//! are left to run out as they began.

use kernel::Day;
use serde::{Deserialize, Serialize};

use crate::{Assignment, AssignmentId, Done, Fact, Given, Limit, Refusal, Stage, Suggestion, Work};

/// A clock that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Whose; without one, the assigning body's.
    pub assignment: Option<AssignmentId>,
    /// By which limit it runs.
    pub limit: Limit,
    /// The day it started.
    pub from: Day,
    /// The day that was given.
    pub stands: Day,
}

/// A due day that was counted again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Whose clock; without one, the assigning body's.
    pub assignment: Option<AssignmentId>,
    /// The key of its limit.
    pub limit: String,
    /// The day it had.
    pub was: Day,
    /// The day it has.
    pub due: Day,
}

/// Why days were counted again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// An entry of the rule book was laid: its key.
    Rule(String),
    /// The days stood by an earlier rule or calendar, and were brought in line with the present ones.
    Present,
}

impl Suggestion {
    /// The clocks that run now.
    #[must_use]
    pub fn clocks(&self) -> Vec<Clock> {
        match &self.stage {
            Stage::Submitted(_) | Stage::Accepted(_) | Stage::Numbered(_) => {
                let submission = self.stage.submission();
                let day = submission.and_then(|submission| Some((submission.at.day(), submission.assign_by?)));
                let clock = |(from, stands)| Clock { assignment: None, limit: Limit::Assign, from, stands };
                day.map(clock).into_iter().collect()
            }
            Stage::Handling(handling) => handling.handlers.live().flat_map(Assignment::clocks).collect(),
            Stage::Draft
            | Stage::Cosigning { .. }
            | Stage::Returned { .. }
            | Stage::Refusing(_)
            | Stage::Refused { .. }
            | Stage::Closed { .. }
            | Stage::Withdrawn { .. } => vec![],
        }
    }

    /// The clocks of these limits that would come to another day than they were given.
    #[must_use]
    pub fn drift(&self, limits: &[Limit], given: &Given<'_>) -> Vec<Moved> {
        let asked = self.clocks().into_iter().filter(|clock| limits.contains(&clock.limit));
        let moved = |clock: Clock| {
            let due = given.explain(clock.limit, clock.from).due.day;
            let limit = clock.limit.key().to_owned();
            (due != clock.stands).then_some(Moved { assignment: clock.assignment, limit, was: clock.stands, due })
        };
        asked.filter_map(moved).collect()
    }

    /// Gives those clocks the days they come to.
    ///
    /// # Errors
    /// When none of them would move.
    pub fn recount(mut self, limits: &[Limit], because: Because, given: &Given<'_>) -> Done {
        let moved = self.drift(limits, given);
        if moved.is_empty() {
            return Err(Refusal::NothingMoves);
        }
        for it in &moved {
            match (it.assignment, self.stage.handling_mut()) {
                (Some(id), Some(handling)) => handling.handlers.each(|part| {
                    if part.id == id {
                        part.give_day(&it.limit, it.due);
                    }
                }),
                _ => self.stage.assign_by(it.due),
            }
        }
        Ok((self, Fact::DaysMoved { because, moved }))
    }
}

impl Assignment {
    /// The clocks of its unit.
    fn clocks(&self) -> Vec<Clock> {
        let clock = |limit, from, stands| Clock { assignment: Some(self.id), limit, from, stands };
        let from = self.assigned.day();
        let main = || clock(self.role.limit(), from, self.due);
        let work = match &self.work {
            Work::Objecting { before, .. } => before,
            work => work,
        };
        match work {
            Work::Waiting => vec![clock(Limit::SignFor, from, self.sign_by), main()],
            Work::Advising { .. } => vec![main()],
            Work::Handling { round, .. } if round.signature().is_some() => vec![],
            Work::Handling { round, .. } if round.reopened => {
                vec![clock(Limit::Reopen, round.opened.day(), round.due)]
            }
            Work::Handling { round, .. } if round.ordinal > 1 => {
                vec![clock(Limit::Redo, round.opened.day(), round.due)]
            }
            Work::Handling { .. } if self.extended() => vec![],
            Work::Handling { .. } => vec![main()],
            Work::Reading | Work::Advised { .. } | Work::Objecting { .. } | Work::PassedOn { .. } => vec![],
        }
    }

    /// A day granted by name follows no rule any more.
    fn extended(&self) -> bool {
        self.extensions.iter().any(|asked| asked.answer.is_some_and(|answer| answer.granted))
    }

    fn give_day(&mut self, limit: &str, day: Day) {
        if limit == Limit::SignFor.key() {
            self.sign_by = day;
            return;
        }
        if limit != Limit::Redo.key() && limit != Limit::Reopen.key() {
            self.due = day;
        }
        // The present round's day is the assignment's in the first round and its own in those after.
        self.work.each_round(&mut |round| {
            if round.signature().is_none() {
                round.due = day;
            }
        });
    }
}
