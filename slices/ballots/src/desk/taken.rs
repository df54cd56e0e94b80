//! One round taken up by one actor, or looked at.

use accounts_rules::{Actor, Right};
use ballots_rules::paper::{Bundle, Fact, Refusal, Round, RoundId};
use kernel::{AccountId, Refused};
use kit::{Problem, Site, db::Tx, journal};

use crate::{
    sight,
    store::{Item, bundles, read_item, read_round, save_round, take_round},
};

/// A round taken up: until the transaction ends nobody else can change it.
pub(crate) struct Taken<'a> {
    pub(crate) site: &'a Site,
    pub(crate) actor: &'a Actor,
    pub(crate) tx: Tx,
    pub(crate) item: Item,
    pub(crate) was: Round,
}

impl<'a> Taken<'a> {
    pub(crate) async fn begin(site: &'a Site, actor: &'a Actor, id: RoundId) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut tx = site.db().begin().await?;
        let was = take_round(&mut tx, id).await?.ok_or_else(Problem::missing)?.round;
        let item = read_item(&mut tx, was.ballot).await?.ok_or_else(Problem::missing)?;
        sight::looks(actor, &item, true)?;
        Ok(Self { site, actor, tx, item, was })
    }

    /// As [`Taken::begin`], for who holds a right over the congress.
    pub(crate) async fn by(site: &'a Site, actor: &'a Actor, id: RoundId, right: Right) -> Result<Self, Problem> {
        let taken = Self::begin(site, actor, id).await?;
        actor.may(right, taken.item.congress)?;
        Ok(taken)
    }

    /// The account of who acts, for what tellers do: in person.
    pub(crate) fn account(&self) -> Result<AccountId, Problem> {
        self.actor.account.filter(|_| self.actor.acting_for.is_none()).ok_or_else(|| refused(Refusal::NoTeller))
    }

    /// The bundles as they stand.
    pub(crate) async fn bundles(&mut self) -> Result<Vec<Bundle>, Problem> {
        Ok(bundles(&mut self.tx, &self.was).await?)
    }

    /// Saves the round with its fact and commits.
    pub(crate) async fn finish(mut self, done: Result<(Round, Fact), Refusal>) -> Result<Round, Problem> {
        let (now, fact) = done.map_err(refused)?;
        save_round(&mut self.tx, &self.was, &now).await?;
        self.append(fact).await?;
        Ok(now)
    }

    /// Appends the fact and commits.
    pub(crate) async fn append(mut self, fact: Fact) -> Result<(), Problem> {
        let record = self.actor.records(self.site.now(), self.item.congress, self.was.id.uuid(), fact);
        journal::append(&mut self.tx, record).await?;
        self.tx.commit().await?;
        self.site.wrote();
        Ok(())
    }
}

/// A refusal as a problem.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    Refused::from(refusal).into()
}

/// A round with its matter, for who may look.
///
/// # Errors
/// As if there were none, for anybody else.
pub(crate) async fn looked(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round, i64), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let kept = read_round(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let item = read_item(&mut site.db(), kept.round.ballot).await?.ok_or_else(Problem::missing)?;
    sight::looks(actor, &item, true)?;
    Ok((item, kept.round, kept.version))
}
