//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod codes;
pub mod contact;
pub mod handle;
pub mod hotline;
pub mod judge;
pub mod receive;
pub mod remind;
pub mod things;

use accounts_rules::Actor;
use kernel::{PersonId, Recorded, Refusal, Refused};
use kit::{Problem, Site, db::Tx, journal};
use opinions_rules::{Done, Fact, Opinion, OpinionId};

use crate::{
    sight::{self, Sight},
    store::{self, OpinionKept, StepKept},
};

/// One opinion in hand.
struct Work<'a> {
    site: &'a Site,
    actor: &'a Actor,
    tx: Tx,
    kept: OpinionKept,
    sight: Sight,
    /// The version the caller saw.
    seen: i64,
}

impl<'a> Work<'a> {
    /// Takes it up for who may see it.
    async fn begin(site: &'a Site, actor: &'a Actor, id: OpinionId, seen: i64) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut tx = site.db().begin().await?;
        let kept = store::take(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        let sight = sight::of(&mut tx, actor, &kept).await?.ok_or_else(Problem::missing)?;
        Ok(Self { site, actor, tx, kept, sight, seen })
    }

    /// Only an office that has it goes on.
    fn by_office(&self) -> Result<(), Problem> {
        Ok(self.actor.may(accounts_rules::Right::OpinionKeep, self.kept.opinion.holder)?)
    }

    fn opinion(&self) -> Opinion {
        self.kept.opinion.clone()
    }

    /// Keeps what a rule answered, if it stood as the caller saw it; `acting_for` where it was done in the deputy's name.
    async fn finish(self, done: Done, step: StepKept<'_>, acting_for: Option<PersonId>) -> Result<(), Problem> {
        let site = self.site;
        let tx = self.keep(done, step, acting_for).await?;
        tx.commit().await?;
        site.wrote();
        Ok(())
    }

    /// The same, with more to be kept beside it.
    async fn keep(mut self, done: Done, step: StepKept<'_>, acting_for: Option<PersonId>) -> Result<Tx, Problem> {
        if self.kept.version != self.seen {
            return Err(Refused::new(Refusal::NotNow, "opinions-refused-changed").into());
        }
        let (now, fact) = done.map_err(Refused::from)?;
        store::save(&mut self.tx, &now).await?;
        store::step(&mut self.tx, now.id, &step).await?;
        let by = self.actor.account;
        let acting_for = acting_for.or(self.actor.acting_for);
        let (at, body, subject) = (self.site.now(), Some(now.holder), now.id.uuid());
        journal::append(&mut self.tx, Recorded { at, by, acting_for, body, subject, fact }).await?;
        Ok(self.tx)
    }
}

/// A fact nobody signed in brought about.
pub(crate) fn recorded(site: &Site, actor: &Actor, of: &Opinion, fact: Fact) -> Recorded<Fact> {
    actor.records(site.now(), of.holder, of.id.uuid(), fact)
}
