//! What the facts of the journal come to, told by themselves: stages, units' work and every clock. The rows must say the same.

mod awaits;

use std::collections::BTreeMap;

use kernel::{BodyId, Day, PersonId, WorkingCalendar};
use kit::journal::Entry;
use suggestions_rules::{
    AssignedTo, AssignmentId, Fact, Limit, Occasion, PromiseId, Role, RuleBook, Score, SuggestionId,
};

use super::clocks::{Clocks, Number, number};

/// What is known of one suggestion by its facts.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub stage: &'static str,
    pub category: String,
    pub outcome: String,
    pub cosign_until: Option<Number>,
    filed: Option<Day>,
    pub assign_by: Option<Number>,
    pub route_by: Option<Number>,
    pub parts: BTreeMap<AssignmentId, Share>,
    pub promises: BTreeMap<PromiseId, Vow>,
}

/// What is known of a unit's part.
#[derive(Clone, Debug)]
pub struct Share {
    unit: BodyId,
    role: Role,
    from: Day,
    pub sign_by: Number,
    pub due: Number,
    pub work: &'static str,
    before: &'static str,
    ruled: Day,
    rule_by: Number,
    /// The day on which it objected.
    objected: Day,
    asked: Option<Number>,
    granted: bool,
    /// The rounds, each with its last day.
    pub rounds: Vec<Number>,
    opened: Day,
    reopened: bool,
    letter: &'static str,
    judge_by: Number,
    redo_by: Option<Number>,
    words: BTreeMap<PersonId, Option<bool>>,
}

/// What is known of a promise.
#[derive(Clone, Debug)]
pub struct Vow {
    pub due: Number,
    pub report_by: Number,
    pub standing: &'static str,
}

/// With what the days are counted.
pub struct Count<'a> {
    pub clocks: &'a Clocks,
    pub book: &'a RuleBook,
}

impl Count<'_> {
    pub fn last(&self, limit: Limit, from: Day) -> Number {
        self.clocks.last(from, self.book.span(limit))
    }
}

/// All suggestions.
pub struct Mirror {
    pub clocks: Clocks,
    pub papers: BTreeMap<SuggestionId, Told>,
}

impl Mirror {
    pub fn new(calendar: &WorkingCalendar) -> Self {
        Self { clocks: Clocks::of(calendar), papers: BTreeMap::new() }
    }

    /// Takes a fact in, and holds every day in it against its own count.
    pub fn take(&mut self, entry: &Entry, book: &RuleBook) {
        if !entry.verb.starts_with("suggestion.") {
            return;
        }
        let fact: Fact = serde_json::from_value(entry.fact.clone()).unwrap();
        let id = SuggestionId::from_uuid(entry.subject);
        if fact == Fact::Discarded {
            assert!(self.papers.remove(&id).is_some_and(|told| ["draft", "cosigning"].contains(&told.stage)));
            return;
        }
        if let Fact::SeveredFrom { from, .. } = &fact {
            let Told { stage, filed, assign_by, .. } = self.papers[from].clone();
            self.papers.insert(id, Told { stage, filed, assign_by, ..Told::default() });
            return;
        }
        let count = Count { clocks: &self.clocks, book };
        self.papers.entry(id).or_default().take(&fact, entry.at.day(), &count);
    }
}

impl Told {
    fn take(&mut self, fact: &Fact, today: Day, count: &Count<'_>) {
        match fact {
            Fact::Drafted { .. } => self.stage = "draft",
            Fact::CosignersInvited { until, .. } => {
                let expected = self.cosign_until.unwrap_or_else(|| count.last(Limit::Cosign, today));
                assert_eq!(number(*until), expected, "the days to second it");
                if self.stage == "draft" {
                    (self.stage, self.cosign_until) = ("cosigning", Some(expected));
                }
            }
            Fact::Submitted { occasion, assign_by, .. } => self.submitted(*occasion, *assign_by, today, count),
            Fact::Returned { .. } => self.stage = "returned",
            Fact::RefusalProposed { waits, .. } => self.stage = if *waits { "refusing" } else { "refused" },
            Fact::RefusalAcknowledged => self.stage = "refused",
            Fact::InsistedUpon { .. } => self.stage = "submitted",
            Fact::Accepted { category } => (self.stage, self.category) = ("accepted", category.clone()),
            Fact::Reclassed { category, .. } => self.category.clone_from(category),
            Fact::Numbered { .. } => self.stage = "numbered",
            Fact::Routed { by, .. } | Fact::RoutedOn { by, .. } => {
                assert_eq!(number(*by), count.last(Limit::Assign, today), "the days to divide it");
                self.route_by = Some(number(*by));
            }
            Fact::RoutedBack { .. } => self.route_by = None,
            Fact::Assigned { to } => {
                self.stage = "handling";
                to.iter().for_each(|to| self.given(to, today, count));
            }
            Fact::GivenToRead { to } => {
                for to in to {
                    let due = count.last(Limit::CoOpinion, today);
                    self.parts.insert(to.assignment, Share::new(to.unit, Role::Reader, due, today, count));
                }
            }
            Fact::PassedOn { assignment, to, .. } | Fact::Reassigned { assignment, to, .. } => {
                self.share(*assignment).work = "passed-on";
                self.given(to, today, count);
            }
            Fact::UnitAdded { to, .. } => self.given(to, today, count),
            Fact::Reopened { assignment, round, due, .. } => {
                self.stage = "handling";
                self.outcome.clear();
                self.share(*assignment).again((*round, *due), true, today, count);
            }
            Fact::Closed { outcome } => (self.stage, self.outcome) = ("closed", outcome.word().to_owned()),
            Fact::Withdrawn { .. } => self.stage = "withdrawn",
            Fact::DaysMoved { moved, .. } => {
                for it in moved {
                    let limit = Limit::ALL.into_iter().find(|limit| limit.key() == it.limit).unwrap();
                    self.moved(it.assignment, limit, (number(it.was), number(it.due)), count);
                }
            }
            other => self.of_part(other, today, count),
        }
    }

    fn submitted(&mut self, occasion: Occasion, assign_by: Option<Day>, today: Day, count: &Count<'_>) {
        let sits =
            (number("2026-03-08".parse().unwrap())..=number("2026-03-12".parse().unwrap())).contains(&number(today));
        assert_eq!(occasion == Occasion::InSession, sits, "the congress sat from 8 to 12 March");
        let expected = (!sits).then(|| count.last(Limit::Assign, today));
        assert_eq!(assign_by.map(number), expected, "the days to assign it");
        (self.stage, self.filed, self.assign_by, self.cosign_until) = ("submitted", Some(today), expected, None);
    }

    fn given(&mut self, to: &AssignedTo, today: Day, count: &Count<'_>) {
        let limit = if to.role == Role::Co { Limit::CoOpinion } else { Limit::Reply };
        let due = count.last(limit, today);
        assert_eq!(number(to.due), due, "the days of a unit");
        self.parts.insert(to.assignment, Share::new(to.unit, to.role, due, today, count));
    }

    pub fn share(&mut self, id: AssignmentId) -> &mut Share {
        self.parts.get_mut(&id).unwrap()
    }

    fn moved(&mut self, part: Option<AssignmentId>, limit: Limit, (was, due): (Number, Number), count: &Count<'_>) {
        let stood = self.running().into_iter().find(|(of, by, _, _)| (*of, *by) == (part, limit));
        let (_, _, from, stood) = stood.expect("only a clock that runs is moved");
        assert_eq!((was, due), (stood, count.last(limit, from)), "{limit:?} counted again");
        let Some(part) = part else {
            self.assign_by = Some(due);
            return;
        };
        let share = self.share(part);
        match limit {
            Limit::SignFor => share.sign_by = due,
            Limit::Ruling => share.rule_by = due,
            Limit::Redo | Limit::Reopen => share.rounds.iter_mut().last().into_iter().for_each(|last| *last = due),
            _ => {
                share.due = due;
                share.rounds.iter_mut().for_each(|last| *last = due);
            }
        }
    }

    /// The clocks that run and follow the rules: whose, which, since when, and the day they were given.
    pub fn running(&self) -> Vec<(Option<AssignmentId>, Limit, Day, Number)> {
        let to_assign = ["submitted", "accepted", "numbered"].contains(&self.stage);
        let own = self.filed.zip(self.assign_by).filter(|_| to_assign);
        let mut all: Vec<_> = own.map(|(from, by)| (None, Limit::Assign, from, by)).into_iter().collect();
        for (id, share) in self.parts.iter().filter(|_| self.stage == "handling") {
            all.extend(share.running().into_iter().map(|(limit, from, by)| (Some(*id), limit, from, by)));
        }
        all
    }

    fn of_part(&mut self, fact: &Fact, today: Day, count: &Count<'_>) {
        match fact {
            Fact::SignedFor { assignment, late, .. } => self.share(*assignment).signed_for(*late, today),
            Fact::Advised { assignment, late, .. } => {
                let share = self.share(*assignment);
                assert_eq!(*late, number(today) > share.due, "whether an opinion is late");
                share.work = "advised";
            }
            Fact::Objected { assignment, .. } => self.share(*assignment).objects(today, count),
            Fact::ObjectionRefused { assignment, .. } => {
                let share = self.share(*assignment);
                (share.work, share.ruled) = (share.before, today);
            }
            Fact::ExtensionAsked { assignment, until, .. } => {
                let share = self.share(*assignment);
                let longest = count.last(Limit::ReplyComplex, share.from);
                assert!(number(today) <= share.due && (share.due + 1..=longest).contains(&number(*until)));
                share.asked = Some(number(*until));
            }
            Fact::ExtensionGranted { assignment, was, due, .. } => {
                let share = self.share(*assignment);
                assert_eq!(
                    (Some(number(*due)), number(*was)),
                    (share.asked.take(), share.due),
                    "the day that was asked for"
                );
                (share.due, share.rounds[0], share.granted) = (number(*due), number(*due), true);
            }
            Fact::ExtensionRefused { assignment, .. } => self.share(*assignment).asked = None,
            Fact::ReplyDrafted { assignment, .. } => self.share(*assignment).letter = "drafted",
            Fact::ReplySentToCheck { assignment, .. } => self.share(*assignment).letter = "checking",
            Fact::ReplySentBack { assignment, .. } => self.share(*assignment).letter = "sent-back",
            Fact::ReplyPassed { assignment, .. } => self.share(*assignment).letter = "passed",
            Fact::ReplySigned { assignment, late, .. } => {
                let share = self.share(*assignment);
                assert_eq!(*late, number(today) > share.rounds[share.rounds.len() - 1], "whether a reply is late");
                share.letter = "signed";
            }
            Fact::ReplyDelivered { assignment, to, judge_by, .. } => {
                let expected = count.last(Limit::Judge, today);
                assert_eq!(number(*judge_by), expected, "the days to judge");
                let share = self.share(*assignment);
                (share.letter, share.judge_by, share.redo_by) = ("delivered", expected, None);
                share.words = to.iter().map(|person| (*person, None)).collect();
            }
            Fact::ReplyJudged { assignment, signer, process, result, .. } => {
                let no = [process, result].contains(&&Score::Dissatisfied);
                let share = self.share(*assignment);
                let before = share.words.insert(*signer, Some(no));
                share.redo_by = share.redo_by.or(no.then(|| count.last(Limit::OrderRedo, today)));
                assert_eq!(before, Some(None), "each signer judges once");
            }
            Fact::RedoOrdered { assignment, round, due, .. } => {
                self.share(*assignment).again((*round, *due), false, today, count);
            }
            other => self.of_promise(other, today, count),
        }
    }

    fn of_promise(&mut self, fact: &Fact, today: Day, count: &Count<'_>) {
        let report_by = count.last(Limit::Progress, today);
        if let Fact::PromiseMade { promise, due, .. } = fact {
            let due = number(*due);
            self.promises.insert(*promise, Vow { due, report_by, standing: "open" });
            return;
        }
        let (Fact::PromiseStruck { promise, .. }
        | Fact::PromiseReported { promise, .. }
        | Fact::PromiseMoved { promise, .. }
        | Fact::PromiseAnswered { promise, .. }
        | Fact::PromiseSentBack { promise, .. }
        | Fact::PromiseSettled { promise, .. }
        | Fact::PromiseTakenOver { promise, .. }) = fact
        else {
            return;
        };
        let vow = self.promises.get_mut(promise).unwrap();
        match fact {
            Fact::PromiseStruck { .. } => vow.standing = "struck",
            Fact::PromiseReported { .. } => vow.report_by = report_by,
            Fact::PromiseMoved { was, due, .. } | Fact::PromiseTakenOver { was, due, .. } => {
                assert_eq!(number(*was), vow.due, "the day it had");
                vow.due = number(*due);
            }
            Fact::PromiseAnswered { judge_by, .. } => {
                assert_eq!(number(*judge_by), count.last(Limit::Judge, today), "the days to judge a second reply");
                vow.standing = "answered";
            }
            Fact::PromiseSentBack { .. } => (vow.standing, vow.report_by) = ("open", report_by),
            Fact::PromiseSettled { kept, .. } => vow.standing = if *kept { "kept" } else { "not-kept" },
            _ => {}
        }
        if matches!(fact, Fact::PromiseTakenOver { .. }) {
            vow.report_by = report_by;
        }
    }
}

impl Share {
    fn new(unit: BodyId, role: Role, due: Number, today: Day, count: &Count<'_>) -> Self {
        Self {
            unit,
            role,
            from: today,
            sign_by: count.last(Limit::SignFor, today),
            due,
            work: if role == Role::Reader { "reading" } else { "waiting" },
            before: "",
            ruled: today,
            rule_by: 0,
            objected: today,
            asked: None,
            granted: false,
            rounds: vec![],
            opened: today,
            reopened: false,
            letter: "awaited",
            judge_by: 0,
            redo_by: None,
            words: BTreeMap::new(),
        }
    }

    fn signed_for(&mut self, late: bool, today: Day) {
        assert_eq!(late, number(today) > self.sign_by, "whether it was signed for late");
        self.work = if self.role == Role::Co { "advising" } else { "handling" };
        if self.work == "handling" {
            self.rounds = vec![self.due];
        }
    }

    fn objects(&mut self, today: Day, count: &Count<'_>) {
        let window = count.last(Limit::Objection, self.ruled);
        assert!(number(today) <= window, "{} objects within its days", self.unit);
        (self.before, self.work, self.rule_by) = (self.work, "objecting", count.last(Limit::Ruling, today));
        self.objected = today;
    }

    fn again(&mut self, (round, due): (u16, Day), reopened: bool, today: Day, count: &Count<'_>) {
        let limit = if reopened { Limit::Reopen } else { Limit::Redo };
        assert_eq!(number(due), count.last(limit, today), "the days of another round");
        self.rounds.push(number(due));
        assert_eq!(usize::from(round), self.rounds.len(), "rounds are counted without gaps");
        (self.letter, self.opened, self.reopened) = ("awaited", today, reopened);
        self.words.clear();
    }

    fn running(&self) -> Vec<(Limit, Day, Number)> {
        let work = if self.work == "objecting" { self.before } else { self.work };
        let main = (if self.role == Role::Co { Limit::CoOpinion } else { Limit::Reply }, self.from, self.due);
        let signed = ["signed", "delivered"].contains(&self.letter);
        let ruling = (self.work == "objecting").then_some((Limit::Ruling, self.objected, self.rule_by));
        let own = match (work, self.rounds.len()) {
            ("waiting", _) => vec![(Limit::SignFor, self.from, self.sign_by), main],
            ("advising", _) => vec![main],
            ("handling", _) if signed => vec![],
            ("handling", 1) if self.granted => vec![],
            ("handling", 1) => vec![main],
            ("handling", n) => {
                vec![(if self.reopened { Limit::Reopen } else { Limit::Redo }, self.opened, self.rounds[n - 1])]
            }
            _ => vec![],
        };
        own.into_iter().chain(ruling).collect()
    }
}
