//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod add;
pub mod decide;
pub mod draft;
pub mod elected;
pub mod follow;
pub mod rule;
pub mod seats;
pub mod together;

use accounts_rules::{Actor, Right};
use appointments_rules::{Appointment, AppointmentId, Fact};
use kernel::{BodyId, Day, Recorded, Refusal, Refused};
use kit::{
    Problem, Site,
    db::Tx,
    journal,
    web::{Errors, Wrong},
};
use uuid::Uuid;

use crate::{
    sight::{self, Sight},
    store::{self, Kept},
};

/// The fact with who, when and on what.
pub(crate) fn recorded(site: &Site, actor: &Actor, congress: BodyId, subject: Uuid, fact: Fact) -> Recorded<Fact> {
    actor.records(site.now(), congress, subject, fact)
}

/// One proposal, for who may see it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: AppointmentId) -> Result<(Kept, Sight), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let kept = store::read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let sight = sight::looks(&mut site.db(), actor, &kept).await?;
    Ok((kept, sight))
}

/// One proposal, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: AppointmentId, right: Right) -> Result<Kept, Problem> {
    let (kept, _) = of(site, actor, id).await?;
    actor.may(right, kept.it.congress)?;
    Ok(kept)
}

/// One proposal in hand.
pub(crate) struct Work<'a> {
    pub site: &'a Site,
    pub actor: &'a Actor,
    pub tx: Tx,
    pub kept: Kept,
}

impl<'a> Work<'a> {
    /// Takes it up for who holds the right, if it stands as the caller saw it.
    pub async fn begin(
        site: &'a Site,
        actor: &'a Actor,
        (id, seen): (AppointmentId, i64),
        right: Right,
    ) -> Result<Self, Problem> {
        let work = Self::take(site, actor, id, right).await?;
        if work.kept.version != seen {
            return Err(Refused::new(Refusal::Stale, "appointments-refused-changed").into());
        }
        Ok(work)
    }

    /// Takes it up for who holds the right, however it stands.
    pub async fn take(site: &'a Site, actor: &'a Actor, id: AppointmentId, right: Right) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut tx = site.db().begin().await?;
        let kept = store::take(&mut tx, id).await?.ok_or_else(Problem::missing)?;
        sight::looks(&mut tx, actor, &kept).await?;
        actor.may(right, kept.it.congress)?;
        Ok(Self { site, actor, tx, kept })
    }

    pub fn it(&self) -> Appointment {
        self.kept.it.clone()
    }

    /// Keeps what a rule answered.
    pub async fn finish(mut self, (now, fact): (Appointment, Fact)) -> Result<(), Problem> {
        store::save(&mut self.tx, &now).await?;
        self.noted(fact).await
    }

    /// Notes what happened and commits.
    pub async fn noted(mut self, fact: Fact) -> Result<(), Problem> {
        let (congress, id) = (self.kept.it.congress, self.kept.it.id.uuid());
        journal::append(&mut self.tx, recorded(self.site, self.actor, congress, id, fact)).await?;
        self.tx.commit().await?;
        self.site.wrote();
        Ok(())
    }
}

/// A day that can be meant: of this century or the last.
///
/// # Errors
/// Beside the field, when it cannot.
pub(crate) fn sane(field: &str, day: Day) -> Result<Day, Problem> {
    let year = day.parts().0;
    if (1900..=2100).contains(&year) { Ok(day) } else { Err(wrong(field, "appointments-wrong-day")) }
}

/// What is wrong with one field.
pub(crate) fn wrong(field: &str, key: &'static str) -> Problem {
    Errors::one(field, Wrong::new(key)).into()
}
