//! The desk of halls: what is done by name.

pub mod begin;
pub mod end;
pub mod phone;
pub mod presence;
pub mod steps;
mod tally;
pub mod trustee;

use accounts_rules::{Actor, Right};
use ballots_rules::{
    paper::{Round, RoundId},
    secret::{Fact, Hall, Refusal},
};
use kernel::{AccountId, Refused};
use kit::{
    Problem, Site,
    db::{Ask, Tx},
    journal,
};

use super::store::{KeptHall, read_hall, save_hall, take_hall};
use crate::{
    sight,
    store::{Item, read_item, read_round},
};

/// A refusal as a problem.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    Refused::from(refusal).into()
}

/// A hall taken up: until the transaction ends nobody else can change it.
pub(crate) struct Held<'a> {
    pub site: &'a Site,
    pub actor: &'a Actor,
    pub tx: Tx,
    pub item: Item,
    pub round: Round,
    pub was: Hall,
}

impl<'a> Held<'a> {
    pub(crate) async fn begin(site: &'a Site, actor: &'a Actor, id: RoundId) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut tx = site.db().begin().await?;
        let KeptHall { hall: was, .. } = take_hall(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        let (item, round) = around(&mut tx, actor, id).await?;
        Ok(Self { site, actor, tx, item, round, was })
    }

    /// As [`Held::begin`], for who holds a right over the congress.
    pub(crate) async fn by(site: &'a Site, actor: &'a Actor, id: RoundId, right: Right) -> Result<Self, Problem> {
        let held = Self::begin(site, actor, id).await?;
        actor.may(right, held.item.congress)?;
        Ok(held)
    }

    /// Saves what it came to.
    pub(crate) async fn save(&mut self, done: Result<(Hall, Fact), Refusal>) -> Result<Hall, Problem> {
        let (now, fact) = done.map_err(refused)?;
        save_hall(&mut self.tx, &self.was, &now).await?;
        self.note(fact).await?;
        Ok(now)
    }

    /// Appends a fact.
    pub(crate) async fn note(&mut self, fact: Fact) -> Result<(), Problem> {
        let record = self.actor.records(self.site.now(), self.item.congress, self.was.round.uuid(), fact);
        journal::append(&mut self.tx, record).await?;
        Ok(())
    }

    /// Commits.
    pub(crate) async fn commit(self) -> Result<(), Problem> {
        self.tx.commit().await?;
        self.site.wrote();
        Ok(())
    }

    /// Saves what it came to and commits.
    pub(crate) async fn finish(mut self, done: Result<(Hall, Fact), Refusal>) -> Result<Hall, Problem> {
        let now = self.save(done).await?;
        self.commit().await?;
        Ok(now)
    }
}

async fn around(ask: &mut impl Ask, actor: &Actor, id: RoundId) -> Result<(Item, Round), Problem> {
    let round = read_round(ask, id).await?.ok_or_else(Problem::missing)?.round;
    let item = read_item(ask, round.ballot).await?.ok_or_else(Problem::missing)?;
    sight::looks(actor, &item, true)?;
    Ok((item, round))
}

/// A hall to look at, with its matter and round.
///
/// # Errors
/// As if there were none, for who does not see the round.
pub async fn of(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round, Hall), Problem> {
    kept(site, actor, id).await.map(|(item, round, kept)| (item, round, kept.hall))
}

pub(crate) async fn kept(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round, KeptHall), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let (item, round) = around(&mut site.db(), actor, id).await?;
    let kept = read_hall(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    Ok((item, round, kept))
}

/// The same, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: RoundId, right: Right) -> Result<(Item, Round, Hall), Problem> {
    let (item, round, hall) = of(site, actor, id).await?;
    actor.may(right, item.congress)?;
    Ok((item, round, hall))
}

/// The account of who acts in person.
pub(crate) fn in_person(actor: &Actor) -> Option<AccountId> {
    actor.account.filter(|_| actor.acting_for.is_none())
}
