//! One election taken up by one actor, or looked at.

use accounts_rules::{Actor, Right};
use elections_rules::election::{ElectionId, Fact, Refusal, Verb};
use kernel::{Day, Refused};
use kit::{Problem, Site, db::Tx, journal};

use super::recorded;
use crate::{
    sight,
    store::{Election, read_election, save_election, take_election},
};

/// An election taken up: until the transaction ends nobody else can change it.
pub(super) struct Taken<'a> {
    pub(super) site: &'a Site,
    pub(super) actor: &'a Actor,
    pub(super) tx: Tx,
    pub(super) it: Election,
}

impl<'a> Taken<'a> {
    /// Takes it up for a verb, which must fit its stage.
    pub(super) async fn begin(
        site: &'a Site,
        actor: &'a Actor,
        id: ElectionId,
        (right, verb): (Right, Verb),
    ) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut tx = site.db().begin().await?;
        let mut it = take_election(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        sight::looks(actor, it.congress)?;
        actor.may(right, it.congress)?;
        it.stage = it.stage.after(verb).map_err(refused)?;
        Ok(Self { site, actor, tx, it })
    }

    /// Appends a fact of the election.
    pub(super) async fn note(&mut self, fact: Fact) -> Result<(), Problem> {
        self.note_of(self.it.id.uuid(), fact).await
    }

    /// Appends a fact of something else.
    pub(super) async fn note_of(&mut self, subject: uuid::Uuid, fact: Fact) -> Result<(), Problem> {
        let record = recorded(self.site, self.actor, self.it.congress, subject, fact);
        journal::append(&mut self.tx, record).await?;
        Ok(())
    }

    /// Saves the election with its fact and commits.
    pub(super) async fn finish(mut self, fact: Fact) -> Result<Election, Problem> {
        save_election(&mut self.tx, &self.it).await?;
        self.note(fact).await?;
        self.tx.commit().await?;
        self.site.wrote();
        Ok(self.it)
    }
}

/// A refusal as a problem.
pub(super) fn refused(refusal: Refusal) -> Problem {
    Refused::from(refusal).into()
}

/// Refuses a day that lies ahead: what is entered has happened.
pub(super) fn happened(site: &Site, day: Day) -> Result<(), Problem> {
    if day > site.today() { Err(refused(Refusal::DayAhead { day: day.to_string() })) } else { Ok(()) }
}

/// Refuses a day that lies before the other, or ahead.
pub(super) fn timely(site: &Site, (after, day): (Day, Day)) -> Result<(), Problem> {
    if day < after {
        return Err(refused(Refusal::DayEarly { day: after.to_string() }));
    }
    happened(site, day)
}

/// One election, for who may see it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let it = read_election(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::looks(actor, it.congress)?;
    Ok(it)
}

/// One election, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: ElectionId, right: Right) -> Result<Election, Problem> {
    let it = of(site, actor, id).await?;
    actor.may(right, it.congress)?;
    Ok(it)
}
