//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod event;
pub mod further;
pub mod grade;
pub mod home;
pub mod objection;
pub mod photo;
pub mod plan;
pub mod station;
pub mod year;

use accounts_rules::{Actor, Right};
use kernel::{AccountId, Refusal, Refused};
use kit::{Problem, Site, db::Tx, journal};
use stations_rules::{Fact, StationId};

use crate::{
    sight,
    store::{self, Station},
};

/// One station in hand.
struct Work<'a> {
    site: &'a Site,
    actor: &'a Actor,
    account: AccountId,
    tx: Tx,
    station: Station,
}

impl<'a> Work<'a> {
    /// Takes it up for who holds the right there.
    async fn begin(site: &'a Site, actor: &'a Actor, id: StationId, right: Right) -> Result<Self, Problem> {
        let account = actor.account.ok_or(Problem::SignIn)?;
        let mut tx = site.db().begin().await?;
        let station = store::take(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        sight::may(actor, right, &station)?;
        Ok(Self { site, actor, account, tx, station })
    }

    /// The same, as long as something can be kept of it.
    async fn living(site: &'a Site, actor: &'a Actor, id: StationId, right: Right) -> Result<Self, Problem> {
        let work = Self::begin(site, actor, id, right).await?;
        if work.station.stage.lives() { Ok(work) } else { Err(refused(stations_rules::Refusal::Over)) }
    }

    /// Only if it stands as the caller saw it.
    fn seen(&self, version: i64) -> Result<(), Problem> {
        if self.station.version == version {
            return Ok(());
        }
        Err(Refused::new(Refusal::Stale, "stations-refused-changed").into())
    }

    async fn fact(&mut self, fact: Fact) -> Result<(), Problem> {
        let recorded = self.actor.records(self.site.now(), self.station.congress, self.station.id.uuid(), fact);
        journal::append(&mut self.tx, recorded).await?;
        Ok(())
    }

    async fn finish(self) -> Result<Station, Problem> {
        self.tx.commit().await?;
        self.site.wrote();
        Ok(self.station)
    }
}

/// What a rule refused.
pub(crate) fn refused(refusal: stations_rules::Refusal) -> Problem {
    Refused::from(refusal).into()
}
