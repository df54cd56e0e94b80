//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod assign;
pub mod attach;
pub mod bulk;
pub mod calendar;
pub mod call;
pub mod check;
pub mod close;
pub mod contact;
pub mod cosign;
pub mod differ;
pub mod discard;
pub mod doubt;
pub mod draft;
pub mod handle;
pub mod hold;
pub mod holidays;
pub mod judge;
pub mod look_back;
pub mod merge;
pub mod notice_number;
pub mod object;
pub mod open_under;
pub mod promise;
pub mod read;
pub mod reassign;
pub mod recount;
pub mod refuse;
pub mod reopen;
pub mod reply;
pub mod room;
pub mod route;
pub mod rules;
pub mod sever;
pub mod show;
pub mod split;
pub mod submit;

use std::sync::Arc;

use accounts_rules::Actor;
use kernel::{BodyId, Recorded, Refusal as Family, Refused, Text, WorkingCalendar};
pub use kit::web::api::Saw;
use kit::{Fault, Problem, Site, db::Tx, journal, web::api::edition};
use suggestions_rules::{
    Assignment, AssignmentId, Done, Fact, Given, Hand, Refusal, RemarkId, Round, RuleBook, Sheet, Suggestion,
    SuggestionId,
};

use crate::{
    sight::Sight,
    store::{Counts, Kept, Words, keep_words, rule_book, save, take},
};

/// A reason or an opinion, at most 2,000 characters.
pub type Reason = Text<2000>;

/// One suggestion taken up by one actor: nobody else can change it until this is finished or dropped.
pub(crate) struct Work<'a> {
    site: &'a Site,
    actor: &'a Actor,
    pub(crate) tx: Tx,
    was: Kept,
    now: Suggestion,
    book: Arc<RuleBook>,
    calendar: Arc<WorkingCalendar>,
    facts: Vec<Fact>,
    words: Vec<Words>,
    /// Those that go with it and change in the same transaction.
    along: Vec<Along>,
}

/// Another suggestion, as it was and as it is left, with the fact of it.
pub(crate) struct Along {
    pub(crate) was: Suggestion,
    pub(crate) now: Suggestion,
    pub(crate) fact: Fact,
}

/// The version of the words of a sheet: whoever puts their name to it has read these.
#[must_use]
pub fn words(sheet: &Sheet) -> i64 {
    edition(&[&sheet.title, &sheet.body])
}

impl<'a> Work<'a> {
    /// Whether it is still what somebody saw: nobody puts their name to words they have not read, nor throws them away.
    pub(crate) fn is_as(&self, saw: Saw) -> Result<(), Refused> {
        let words = words(&self.was.suggestion.sheet);
        // Once it is handed in nobody is told its version any more; the words keep theirs.
        let same = saw.stands(words, self.version()) || saw.stands(words, words);
        if same { Ok(()) } else { Err(Refused::new(Family::Stale, "suggestions-refused-reworded")) }
    }

    /// Whether the letter of a part is still what somebody saw: nobody passes, signs, sends or judges one they have not read. The version is
    /// the letter's own ([`reply::edition`]).
    pub(crate) fn has_letter(&self, part: AssignmentId, saw: Saw) -> Result<(), Refused> {
        let handling = self.was.suggestion.stage.handling();
        let round = handling.and_then(|handling| handling.handlers.find(part)).and_then(Assignment::round);
        let letter = reply::edition(round.and_then(Round::letter));
        if saw.stands(letter, letter) {
            Ok(())
        } else {
            Err(Refused::new(Family::Stale, "suggestions-refused-letter-reworded"))
        }
    }

    /// Takes it up, for who may look at it; before everybody else it is as if there were none.
    pub(crate) async fn begin(site: &'a Site, actor: &'a Actor, id: SuggestionId) -> Result<Self, Problem> {
        Self::begin_in(site, actor, site.db().begin().await?, id).await
    }

    /// As [`Work::begin`], in a transaction that has taken up others before it.
    pub(crate) async fn begin_in(
        site: &'a Site,
        actor: &'a Actor,
        mut tx: Tx,
        id: SuggestionId,
    ) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let was = take(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        Sight::of(actor, &was.suggestion)?;
        let book = rule_book(&mut tx, was.suggestion.congress, was.suggestion.session).await?;
        let now = was.suggestion.clone();
        let (facts, words, along) = (vec![], vec![], vec![]);
        Ok(Self { site, actor, tx, was, now, book, calendar: site.calendar(), facts, words, along })
    }

    pub(crate) fn suggestion(&self) -> &Suggestion {
        &self.now
    }

    pub(crate) fn congress(&self) -> BodyId {
        self.now.congress
    }

    pub(crate) fn version(&self) -> i64 {
        self.was.version
    }

    pub(crate) fn book(&self) -> &RuleBook {
        &self.book
    }

    /// The unit an assignment is with.
    pub(crate) fn unit(&self, id: AssignmentId) -> Result<BodyId, Refused> {
        let handling = self.now.stage.handling();
        let part = handling.and_then(|handling| handling.handlers.find(id));
        part.map(|part| part.unit).ok_or_else(|| Refusal::NoAssignment.into())
    }

    /// Keeps words people typed; the fact refers to them.
    pub(crate) fn words(&mut self, kind: &'static str, words: Reason) -> RemarkId {
        let id = self.site.new_id();
        self.words.push(Words { id, kind, words });
        id
    }

    /// Asks the rule.
    pub(crate) fn act(&mut self, rule: impl FnOnce(Suggestion, &Given<'_>) -> Done) -> Result<(), Refused> {
        let given = Given { now: self.site.now(), book: &self.book, calendar: &self.calendar };
        let (now, fact) = rule(self.now.clone(), &given)?;
        self.now = now;
        self.facts.push(fact);
        Ok(())
    }

    /// Lays it down again as it was taken up; the transaction is dropped, and with it the version that was counted.
    pub(crate) fn unchanged(self) -> Kept {
        self.was
    }

    /// Saves, appends the facts, commits.
    pub(crate) async fn finish(mut self) -> Result<Kept, Problem> {
        let at = self.site.now();
        let id = self.now.id;
        for words in &self.words {
            keep_words(&mut self.tx, id, words, self.actor.account, at).await?;
        }
        let mut counts = Counts::default();
        save(&mut self.tx, &self.was.suggestion, &self.now, &mut counts).await?;
        for other in &self.along {
            save(&mut self.tx, &other.was, &other.now, &mut counts).await?;
        }
        counts.write(&mut self.tx).await?;
        let facts = std::mem::take(&mut self.facts);
        let (site, actor, congress) = (self.site, self.actor, self.now.congress);
        let along = std::mem::take(&mut self.along).into_iter().map(|other| (other.now.id, other.fact));
        let facts = facts.into_iter().map(|fact| (id, fact)).chain(along);
        let recorded = facts.map(|(of, fact)| recorded(site, actor, congress, of, fact));
        journal::append_all(&mut self.tx, recorded).await?;
        self.tx.commit().await?;
        site.wrote();
        Ok(Kept { suggestion: self.now, version: self.was.version + 1, begun: self.was.begun })
    }
}

/// The fact with who, when and on what.
pub(crate) fn recorded(site: &Site, actor: &Actor, congress: BodyId, id: SuggestionId, fact: Fact) -> Recorded<Fact> {
    actor.records(site.now(), congress, id.uuid(), fact)
}

/// The deputy in whose name the actor does things, and whether by another's hand.
pub(crate) fn hand(actor: &Actor) -> Result<Hand, Refused> {
    let nobody = || Refused::new(Family::NotYours, "suggestions-refused-no-deputy");
    let person = actor.stands_for().ok_or_else(nobody)?;
    let through = actor.acting_for.and(actor.account);
    Ok(Hand { person, through })
}

/// Whoever signs does it with an account.
pub(crate) fn account(actor: &Actor) -> Result<kernel::AccountId, Problem> {
    actor.account.ok_or(Problem::SignIn)
}

/// A table lacks what another noun must have put there.
pub(crate) fn lacking(what: &str, id: impl std::fmt::Display) -> Fault {
    Fault::new(format_args!("{what} {id} is not to be found"))
}
