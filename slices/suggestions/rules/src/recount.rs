//! 重算期限: what the clocks that run would come to under other rules or another calendar, and giving them those days.
//!
//! A day that was given is not changed by a new rule alone: whoever answers for the rules decides, and the fact names both
//! days. Recounted are the clocks of units and of the assigning body, its rulings among them. A window that was told to a person
//! stays as it was told; a limit whose day is asked and not kept follows the rules of each day ([`Recounting`]).

use kernel::{Day, Due, WorkingCalendar};
use serde::{Deserialize, Serialize};

use crate::{Assignment, AssignmentId, Done, Fact, Given, Limit, Refusal, RuleBook, Stage, Suggestion, Work};

/// What becomes of days already given when a limit or the calendar changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recounting {
    /// They are counted again when whoever answers for the rules says so, and after another calendar was published.
    Again,
    /// No day was given: it is asked of the rules of the day on which somebody acts.
    Anew,
    /// They stay: a person was told this day and has made plans by it.
    Told,
}

impl Recounting {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Again, Self::Anew, Self::Told];

    /// The word in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Anew => "anew",
            Self::Told => "told",
        }
    }
}

impl Limit {
    /// What becomes of days already given by it.
    #[must_use]
    pub const fn recounting(self) -> Recounting {
        match self {
            Self::Assign
            | Self::SignFor
            | Self::Ruling
            | Self::CoOpinion
            | Self::Reply
            | Self::OrderRedo
            | Self::Redo
            | Self::Reopen => Recounting::Again,
            Self::Objection
            | Self::ReplyComplex
            | Self::ClassDoubt
            | Self::DoubtAnswer
            | Self::Promise
            | Self::LookBack
            | Self::Disclose => Recounting::Anew,
            Self::Cosign | Self::Judge | Self::Progress => Recounting::Told,
        }
    }

    /// The limits of which that becomes, in the order of the work.
    pub fn recounted(how: Recounting) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |limit| limit.recounting() == how)
    }
}

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
    /// Another working calendar was published.
    Calendar,
}

impl Suggestion {
    /// The clocks that run now.
    #[must_use]
    pub fn clocks(&self, book: &RuleBook) -> Vec<Clock> {
        match &self.stage {
            Stage::Submitted(_) | Stage::Accepted(_) | Stage::Numbered(_) => {
                let submission = self.stage.submission();
                let day = submission.and_then(|submission| Some((submission.at.day(), submission.assign_by?)));
                let clock = |(from, stands)| Clock { assignment: None, limit: Limit::Assign, from, stands };
                day.map(clock).into_iter().collect()
            }
            Stage::Handling(handling) => handling.handlers.live().flat_map(|part| part.clocks(book)).collect(),
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
        let asked = self.clocks(given.book).into_iter().filter(|clock| limits.contains(&clock.limit));
        let moved = |clock: Clock| {
            let due = given.explain(clock.limit, clock.from).due.day;
            let limit = clock.limit.key().to_owned();
            (due != clock.stands).then_some(Moved { assignment: clock.assignment, limit, was: clock.stands, due })
        };
        asked.filter_map(moved).collect()
    }

    /// Those of its clocks that another calendar moves: they stood where the one before put them, and come to another day by the
    /// present one. A day that stood by an earlier rule is left where whoever answers for the rules left it.
    #[must_use]
    pub fn drift_from(&self, before: &WorkingCalendar, given: &Given<'_>) -> Vec<Moved> {
        let limits: Vec<Limit> = Limit::recounted(Recounting::Again).collect();
        let stood = |clock: &Clock| Due::count(before, clock.from, given.book.span(clock.limit)).day == clock.stands;
        let counted: Vec<(Option<AssignmentId>, &str)> = self
            .clocks(given.book)
            .iter()
            .filter(|clock| stood(clock))
            .map(|clock| (clock.assignment, clock.limit.key()))
            .collect();
        let mut moved = self.drift(&limits, given);
        moved.retain(|it| counted.contains(&(it.assignment, it.limit.as_str())));
        moved
    }

    /// Gives those clocks the days they come to.
    ///
    /// # Errors
    /// When none of them would move.
    pub fn recount(self, limits: &[Limit], because: Because, given: &Given<'_>) -> Done {
        let moved = self.drift(limits, given);
        self.move_days(moved, because)
    }

    /// Gives its clocks the days another calendar moves them to.
    ///
    /// # Errors
    /// When none of them would move.
    pub fn recount_from(self, before: &WorkingCalendar, given: &Given<'_>) -> Done {
        let moved = self.drift_from(before, given);
        self.move_days(moved, Because::Calendar)
    }

    fn move_days(mut self, moved: Vec<Moved>, because: Because) -> Done {
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
    fn clocks(&self, book: &RuleBook) -> Vec<Clock> {
        let clock = |limit, from, stands| Clock { assignment: Some(self.id), limit, from, stands };
        let from = self.assigned.day();
        let main = || clock(self.role.limit(), from, self.due);
        let (work, ruling) = match &self.work {
            Work::Objecting { before, objection } => {
                (&**before, Some(clock(Limit::Ruling, objection.at.day(), objection.rule_by)))
            }
            work => (work, None),
        };
        let own = match work {
            Work::Waiting => vec![clock(Limit::SignFor, from, self.sign_by), main()],
            Work::Advising { .. } => vec![main()],
            Work::Handling { round, .. } if round.signature().is_some() => {
                let order = round.redo_by().zip(round.decides_from(book));
                order.map(|(by, first)| clock(Limit::OrderRedo, first, by)).into_iter().collect()
            }
            Work::Handling { round, .. } if round.reopened => {
                vec![clock(Limit::Reopen, round.opened.day(), round.due)]
            }
            Work::Handling { round, .. } if round.ordinal > 1 => {
                vec![clock(Limit::Redo, round.opened.day(), round.due)]
            }
            Work::Handling { .. } if self.extended() => vec![],
            Work::Handling { .. } => vec![main()],
            Work::Reading | Work::Advised { .. } | Work::Objecting { .. } | Work::PassedOn { .. } => vec![],
        };
        own.into_iter().chain(ruling).collect()
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
        if limit == Limit::Ruling.key() {
            if let Work::Objecting { objection, .. } = &mut self.work {
                objection.rule_by = day;
            }
            return;
        }
        if limit == Limit::OrderRedo.key() {
            if let Work::Handling { round, .. } = &mut self.work {
                round.decide_by(day);
            }
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
