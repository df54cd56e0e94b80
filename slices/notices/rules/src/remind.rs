//! On which days a clock that runs is worth a reminder.
//!
//! Units use the whole time they have (suggestions.md §3), so they hear of a clock ten, five and one day before its end, and once
//! when it has run out; signers hear three, seven and ten days after they received a reply. The steps are entries of the rule
//! book. A step is counted in the clock's own days – working days for a limit in working days – and one that falls on a day off
//! goes out on the working day before.

use accounts_rules::Right;
use kernel::{Day, Due, Span, WorkingCalendar};
use suggestions_rules::{Awaited, Limit, RuleBook};

use crate::Kind;

/// A clock that people are reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are what is awaited")]
pub enum Clock {
    SignFor,
    Opinion,
    Reply,
    Check,
    Signature,
    Ruling,
    Consent,
    Judge,
    OrderRedo,
    Assign,
    Promise,
    Progress,
    Letter,
    KeyStep,
    Item,
    LookBack,
    BillReport,
    BillVoice,
    BillConsult,
}

/// One clock, running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// Which.
    pub clock: Clock,
    /// The day it began: nobody is reminded on it.
    pub from: Day,
    /// The last day.
    pub due: Day,
}

/// A step of reminding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// So many days before the last.
    Before(u16),
    /// So many days after the clock began.
    After(u16),
    /// The last day has passed.
    Over,
}

/// The steps of a rule book.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Steps {
    /// Days before the end, for those who work.
    pub before: Vec<u16>,
    /// Days after receipt, for those who judge.
    pub feedback: Vec<u16>,
}

/// An entry that is not a row of numbers of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepsError {
    /// The entry's key.
    pub key: &'static str,
    /// What stands there.
    pub value: String,
}

/// The days one run answers for: those after the last run's, up to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The day the last run answered for.
    pub after: Day,
    /// Today.
    pub today: Day,
}

/// The greatest number of days a step may be away from its clock's end or beginning.
const FARTHEST: u16 = 60;

impl Clock {
    /// The clock behind what an assignment awaits.
    #[must_use]
    pub const fn of(awaited: Awaited) -> Option<Self> {
        match awaited {
            Awaited::SignFor => Some(Self::SignFor),
            Awaited::Opinion => Some(Self::Opinion),
            Awaited::Reply => Some(Self::Reply),
            Awaited::Check => Some(Self::Check),
            Awaited::Signature => Some(Self::Signature),
            Awaited::Ruling => Some(Self::Ruling),
            Awaited::Consent => Some(Self::Consent),
            Awaited::Judgement => Some(Self::Judge),
            Awaited::Redo => Some(Self::OrderRedo),
            _ => None,
        }
    }

    /// The limit it runs by; none where somebody wrote the day down.
    #[must_use]
    pub const fn limit(self) -> Option<Limit> {
        Some(match self {
            Self::Letter | Self::KeyStep | Self::Item => return None,
            Self::BillReport | Self::BillVoice | Self::BillConsult => return None,
            Self::LookBack => Limit::LookBack,
            Self::SignFor => Limit::SignFor,
            Self::Opinion => Limit::CoOpinion,
            Self::Reply | Self::Check | Self::Signature | Self::Consent => Limit::Reply,
            Self::Ruling => Limit::Ruling,
            Self::Judge => Limit::Judge,
            Self::OrderRedo => Limit::OrderRedo,
            Self::Assign => Limit::Assign,
            Self::Promise => Limit::Promise,
            Self::Progress => Limit::Progress,
        })
    }

    /// The sentence.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::SignFor => Kind::RemindSignFor,
            Self::Opinion => Kind::RemindOpinion,
            Self::Reply => Kind::RemindReply,
            Self::Check => Kind::RemindCheck,
            Self::Signature => Kind::RemindSignature,
            Self::Ruling => Kind::RemindRuling,
            Self::Consent => Kind::RemindConsent,
            Self::Judge => Kind::RemindJudge,
            Self::OrderRedo => Kind::RemindRedo,
            Self::Assign => Kind::RemindAssign,
            Self::Promise => Kind::RemindPromise,
            Self::Progress => Kind::RemindProgress,
            Self::Letter => Kind::RemindLetter,
            Self::KeyStep => Kind::RemindStep,
            Self::Item => Kind::RemindItem,
            Self::LookBack => Kind::RemindLookBack,
            Self::BillReport => Kind::RemindBillReport,
            Self::BillVoice => Kind::BillConsulted,
            Self::BillConsult => Kind::BillToDecide,
        }
    }

    /// Who can act: holders of this right over the unit or, for the office's clocks, the congress. Signers judge, no holder of a
    /// right.
    #[must_use]
    pub const fn right(self) -> Option<Right> {
        match self {
            Self::SignFor
            | Self::Opinion
            | Self::Reply
            | Self::Promise
            | Self::Progress
            | Self::Letter
            | Self::Item => Some(Right::AssignmentSee),
            Self::KeyStep => Some(Right::KeyRecord),
            Self::LookBack => Some(Right::SuggestionClose),
            Self::BillReport => Some(Right::BillEnd),
            Self::BillConsult => Some(Right::BillDecide),
            Self::Signature => Some(Right::ReplySign),
            Self::Check => Some(Right::ReplyCheck),
            Self::Ruling => Some(Right::ObjectionRule),
            Self::Consent => Some(Right::ExtensionAnswer),
            Self::OrderRedo => Some(Right::SuggestionRedo),
            Self::Assign => Some(Right::SuggestionAssign),
            Self::Judge | Self::BillVoice => None,
        }
    }

    /// Whether the congress is to act, not the unit.
    #[must_use]
    pub const fn is_congress_s(self) -> bool {
        matches!(
            self,
            Self::Check
                | Self::Ruling
                | Self::Consent
                | Self::OrderRedo
                | Self::Assign
                | Self::KeyStep
                | Self::LookBack
                | Self::BillReport
                | Self::BillConsult
        )
    }
}

impl Steps {
    /// Reads the two entries `remind.before` and `remind.feedback`.
    ///
    /// # Errors
    /// When one is not a row of numbers between 1 and 60.
    pub fn of(book: &RuleBook) -> Result<Self, StepsError> {
        Ok(Self { before: days(book, "remind.before")?, feedback: days(book, "remind.feedback")? })
    }
}

fn days(book: &RuleBook, key: &'static str) -> Result<Vec<u16>, StepsError> {
    let value = book.entry(key).value;
    let read = |text: &str| text.parse().ok().filter(|days| (1..=FARTHEST).contains(days));
    let days: Option<Vec<u16>> = value.split_whitespace().map(read).collect();
    days.ok_or(StepsError { key, value })
}

impl Running {
    /// The step to take now, if one's day lies in the window: the latest, so that a run that comes late reminds once.
    #[must_use]
    pub fn step(&self, steps: &Steps, span: Span, calendar: &WorkingCalendar, window: Window) -> Option<Step> {
        let all = self.steps(steps).into_iter().map(|step| (self.day_of(step, span, calendar), step));
        all.filter(|(day, _)| *day > self.from && window.holds(*day)).max().map(|(_, step)| step)
    }

    fn steps(&self, steps: &Steps) -> Vec<Step> {
        match self.clock {
            // The day on which it is time: nobody is urged to look back earlier, nor again.
            Clock::LookBack => vec![Step::Before(0)],
            // Who signed hears while there is time; the office, once it is over.
            Clock::BillVoice => steps.before.iter().map(|days| Step::Before(*days)).collect(),
            Clock::BillConsult => vec![Step::Over],
            Clock::Judge => steps.feedback.iter().map(|days| Step::After(*days)).collect(),
            _ => steps.before.iter().map(|days| Step::Before(*days)).chain([Step::Over]).collect(),
        }
    }

    fn day_of(&self, step: Step, span: Span, calendar: &WorkingCalendar) -> Day {
        let working = matches!(span, Span::WorkingDays(_));
        match step {
            Step::Before(days) if working => back(calendar, self.due, days),
            Step::Before(days) => worked_before(calendar, self.due.plus_days(-i32::from(days))),
            Step::After(days) if working => Due::count(calendar, self.from, Span::WorkingDays(days)).day,
            Step::After(days) => worked_before(calendar, self.from.plus_days(i32::from(days))),
            Step::Over => Due::count(calendar, self.due, Span::WorkingDays(1)).day,
        }
    }
}

impl Window {
    fn holds(self, day: Day) -> bool {
        day > self.after && day <= self.today
    }

    /// Days from so many before the window's beginning to so many after its end.
    fn around(self, before: i32, after: i32) -> impl Iterator<Item = Day> {
        let first = self.after.plus_days(-before);
        let count = self.today.plus_days(after).days_since(first);
        (0..=count).map(move |n| first.plus_days(n))
    }
}

/// The last working day on or before a day.
fn worked_before(calendar: &WorkingCalendar, day: Day) -> Day {
    (0..15).map(|n| day.plus_days(-n)).find(|day| calendar.works(*day)).unwrap_or(day)
}

/// So many working days before a day.
fn back(calendar: &WorkingCalendar, day: Day, days: u16) -> Day {
    let earlier = (1..).map(|n| day.plus_days(-n)).take(usize::from(days) * 3 + 15);
    earlier.filter(|day| calendar.works(*day)).nth(usize::from(days.saturating_sub(1))).unwrap_or(day)
}

/// The last days of clocks that may have a step in the window: what is looked up, instead of every clock that runs.
#[must_use]
pub fn candidates(steps: &[Steps], calendar: &WorkingCalendar, window: Window) -> Vec<Day> {
    let hits = |due: &Day| {
        let running = Running { clock: Clock::Reply, from: Day::new(1, 1, 1).unwrap_or(*due), due: *due };
        [Span::Days(1), Span::WorkingDays(1)]
            .into_iter()
            .any(|span| steps.iter().any(|steps| running.step(steps, span, calendar, window).is_some()))
    };
    window.around(20, i32::from(FARTHEST) * 2).filter(hits).collect()
}

/// The last days to judge of replies that were delivered so that a step may lie in the window.
#[must_use]
pub fn delivered_candidates(rules: &[(Steps, Span)], calendar: &WorkingCalendar, window: Window) -> Vec<Day> {
    let mut dues = Vec::new();
    for from in window.around(i32::from(FARTHEST) * 2, 0) {
        for (steps, span) in rules {
            let due = Due::count(calendar, from, *span).day;
            let running = Running { clock: Clock::Judge, from, due };
            if running.step(steps, *span, calendar, window).is_some() {
                dues.push(due);
            }
        }
    }
    dues.sort_unstable();
    dues.dedup();
    dues
}

/// The days on which matters began to wait that come to their look back in the window, under these limits.
#[must_use]
pub fn waiting_candidates(spans: &[Span], calendar: &WorkingCalendar, window: Window) -> Vec<Day> {
    let longest = i32::from(FARTHEST) * 20;
    let hits = |from: &Day| {
        spans.iter().any(|span| {
            let due = Due::count(calendar, *from, *span).day;
            let running = Running { clock: Clock::LookBack, from: *from, due };
            let step = running.day_of(Step::Before(0), *span, calendar);
            step > *from && window.holds(step)
        })
    };
    window.around(longest, 0).filter(hits).collect()
}
