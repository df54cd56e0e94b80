//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod attach;
pub mod check;
pub mod consult;
pub mod decide;
pub mod draft;
pub mod paper;
pub mod receive;
pub mod sign;
pub mod submit;
pub mod terms;

use accounts_rules::Actor;
use bills_rules::{Bill, BillId, Done, Fact, FileKind, Given, Hand, RemarkId, Sheet, Terms};
use kernel::{BodyId, Level, Recorded, Refusal as Family, Refused, Text};
pub use kit::web::api::Saw;
use kit::{Fault, Problem, Site, db::Tx, journal, web::api::edition};

use crate::{
    Sight,
    queries::level_of,
    store::{Kept, Words, keep_words, save, take, terms},
};

/// A reason or a report, at most 2,000 characters.
pub type Reason = Text<2000>;

/// One bill taken up by one actor: nobody else can change it until this is finished or dropped.
pub(crate) struct Work<'a> {
    site: &'a Site,
    actor: &'a Actor,
    pub(crate) tx: Tx,
    was: Kept,
    now: Bill,
    level: Level,
    terms: Terms,
    facts: Vec<Fact>,
    words: Vec<Words>,
}

/// The version of the words of a bill and its draft texts: whoever puts their name to it has read these.
#[must_use]
pub fn words(bill: &Bill) -> i64 {
    let Sheet { title, grounds, proposal, .. } = &bill.sheet;
    let texts = bill.files.iter().filter(|file| file.kind == FileKind::Draft).map(|file| file.sha256.as_str());
    let all: Vec<&str> = [title, grounds, proposal].into_iter().map(String::as_str).chain(texts).collect();
    edition(&all)
}

impl<'a> Work<'a> {
    /// Whether it is still what somebody saw: nobody puts their name to words they have not read, nor throws them away.
    pub(crate) fn is_as(&self, saw: Saw) -> Result<(), Refused> {
        let same = saw.stands(words(&self.was.bill), self.version());
        if same { Ok(()) } else { Err(Refused::new(Family::Stale, "bills-refused-reworded")) }
    }

    /// Takes it up, for who may look at it; before everybody else it is as if there were none.
    pub(crate) async fn begin(site: &'a Site, actor: &'a Actor, id: BillId) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut tx = site.db().begin().await?;
        let was = take(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        Sight::of(actor, &was.bill)?;
        let level = level_of(&mut tx, was.bill.congress).await?;
        let terms = terms(&mut tx, was.bill.session).await?.terms;
        let now = was.bill.clone();
        Ok(Self { site, actor, tx, was, now, level, terms, facts: vec![], words: vec![] })
    }

    pub(crate) fn bill(&self) -> &Bill {
        &self.now
    }

    pub(crate) fn congress(&self) -> BodyId {
        self.now.congress
    }

    pub(crate) fn version(&self) -> i64 {
        self.was.version
    }

    pub(crate) fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The terms of the session to which it is now to belong: a draft of last year is handed in this year.
    pub(crate) fn under(&mut self, terms: Terms) {
        self.terms = terms;
    }

    /// Keeps words people typed; the fact refers to them.
    pub(crate) fn words(&mut self, kind: &'static str, words: Reason) -> RemarkId {
        let id = self.site.new_id();
        self.words.push(Words { id, kind, words });
        id
    }

    /// Asks the rule.
    pub(crate) fn act(&mut self, rule: impl FnOnce(Bill, &Given<'_>) -> Done) -> Result<(), Refused> {
        let given = Given { now: self.site.now(), level: self.level, terms: &self.terms };
        let (now, fact) = rule(self.now.clone(), &given)?;
        self.now = now;
        self.facts.push(fact);
        Ok(())
    }

    /// Saves, appends the facts, commits.
    pub(crate) async fn finish(mut self) -> Result<Kept, Problem> {
        let (site, actor, congress, id) = (self.site, self.actor, self.now.congress, self.now.id);
        for words in &self.words {
            keep_words(&mut self.tx, id, words, actor.account, site.now()).await?;
        }
        save(&mut self.tx, &self.was.bill, &self.now).await?;
        let facts = std::mem::take(&mut self.facts);
        let recorded = facts.into_iter().map(|fact| recorded(site, actor, congress, id.uuid(), fact));
        journal::append_all(&mut self.tx, recorded).await?;
        self.tx.commit().await?;
        site.wrote();
        Ok(Kept { bill: self.now, version: self.was.version + 1, begun: self.was.begun })
    }
}

/// The fact with who, when and on what.
pub(crate) fn recorded(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    subject: uuid::Uuid,
    fact: Fact,
) -> Recorded<Fact> {
    actor.records(site.now(), congress, subject, fact)
}

/// The deputy in whose name the actor does things, and whether by another's hand.
pub(crate) fn hand(actor: &Actor) -> Result<Hand, Refused> {
    let nobody = || Refused::new(Family::NotYours, "bills-refused-no-deputy");
    let person = actor.stands_for().ok_or_else(nobody)?;
    Ok(Hand { person, through: actor.acting_for.and(actor.account) })
}

/// A table lacks what another noun must have put there.
pub(crate) fn lacking(what: &str, id: impl std::fmt::Display) -> Fault {
    Fault::new(format_args!("{what} {id} is not to be found"))
}
