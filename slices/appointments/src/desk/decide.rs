//! The chairpersons' meeting puts it on the agenda, the committee votes, the result is announced: then it takes effect.

use accounts_rules::{Actor, Right};
use appointments_rules::{Appointment, AppointmentId, How, Kind, Meeting, Number, Refusal, Tally};
use kernel::{Day, Refused, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::{Errors, Wrong},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Work, sane, wrong};
use crate::{
    look, queries,
    store::{self, Holding},
};

/// The meeting before which it goes.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaWanted {
    /// The meeting, at most 80 characters.
    #[schema(value_type = String)]
    pub meeting: Text<80>,
    /// Its day.
    #[schema(value_type = String)]
    pub day: Day,
}

/// What the vote came to: an announced round of ballots, on paper or electronic, or the figures.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AppointmentVote {
    /// The round of ballots in which the person stands by name: a decision of the committee, of the day of the meeting or later.
    pub round: Option<Uuid>,
    /// 全体组成人员.
    #[schema(maximum = 2_000)]
    pub members: Option<u32>,
    /// 出席.
    pub present: Option<u32>,
    /// 赞成.
    pub yes: Option<u32>,
    /// 反对.
    pub no: Option<u32>,
    /// 弃权.
    pub abstain: Option<u32>,
}

/// A day.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnouncementWanted {
    /// Of the announcement; not before the vote.
    #[schema(value_type = String)]
    pub day: Day,
}

/// The most members an assembly has.
const MOST: u32 = 2_000;

/// Puts it on the agenda of a meeting.
///
/// # Errors
/// When it was not examined.
pub async fn put_on(site: &Site, actor: &Actor, at: (AppointmentId, i64), wanted: AgendaWanted) -> Result<(), Problem> {
    let work = Work::begin(site, actor, at, Right::AppointmentDecide).await?;
    let day = sane("day", wanted.day)?;
    let done = work.it().put_on(Meeting { name: wanted.meeting, day })?;
    work.finish(done).await
}

/// Records the vote; whether it passes is the rule's to say.
///
/// # Errors
/// When it is on no agenda, or no such figures can be.
pub async fn vote(
    site: &Site,
    actor: &Actor,
    at: (AppointmentId, i64),
    wanted: AppointmentVote,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentDecide).await?;
    let tally = match wanted.round {
        Some(round) => {
            let taken = queries::taken(&mut work.tx, round).await?;
            work.kept.it.counted(taken.is_some_and(|it| it.way == "hall"))?;
            let found = queries::tally(&mut work.tx, &work.kept.it, round).await?;
            found.ok_or_else(|| wrong("round", "appointments-wrong-round"))?
        }
        None => typed(&wanted)?,
    };
    let (now, fact, _) = work.it().vote(tally, site.today())?;
    store::link_ballot(&mut work.tx, at.0, wanted.round).await?;
    work.finish((now, fact)).await
}

fn typed(wanted: &AppointmentVote) -> Result<Tally, Problem> {
    let mut errors = Errors::default();
    let mut take = |field: &'static str, value: Option<u32>| match value {
        Some(value) if value <= MOST => value,
        Some(_) => {
            errors.note(field, Wrong::new("appointments-wrong-number").with("most", MOST));
            0
        }
        None => {
            errors.note(field, Wrong::new("kit-form-required"));
            0
        }
    };
    let tally = Tally {
        members: take("members", wanted.members),
        present: take("present", wanted.present),
        yes: take("yes", wanted.yes),
        no: take("no", wanted.no),
        abstain: take("abstain", wanted.abstain),
    };
    errors.check()?;
    Ok(tally)
}

/// Announces what was adopted. All of one meeting stand in one announcement; from the day of the vote it takes effect.
///
/// # Errors
/// When it was not adopted.
pub async fn announce(
    site: &Site,
    actor: &Actor,
    at: (AppointmentId, i64),
    wanted: AnnouncementWanted,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentDecide).await?;
    let day = sane("day", wanted.day)?;
    if day > site.today() {
        return Err(wrong("day", "appointments-wrong-later"));
    }
    // Refused before a number is taken.
    work.it().announce(Number { year: 0, n: 0 }, day)?;
    let of = (work.kept.it.matter.kind, work.kept.it.matter.office);
    let route = look::route(&mut work.tx, work.kept.it.congress, of).await?.value;
    let (documents, _) = look::documents(&mut work.tx, &work.kept.it).await?;
    if route.awaits(&documents) {
        return Err(Refused::from(Refusal::NotApproved).into());
    }
    let number = notice(&mut work.tx, &work.kept.it, day).await?;
    let done = work.it().announce(number, day)?;
    takes_effect(&mut work.tx, site, &done.0).await?;
    work.finish(done).await
}

/// The number of the announcement of that meeting: that of the others announced, or a new one.
async fn notice(tx: &mut Tx, it: &Appointment, day: Day) -> Result<Number, Problem> {
    let sql = Sql::new("select notice_year, notice_n from appointment where notice_n is not null and congress = {}")
        .bind(it.congress)
        .add(" and meets = {} order by notice_year, notice_n limit 1")
        .bind(it.stage.decided());
    if let Some((year, n)) = tx.one::<(i64, i64)>(sql).await? {
        return Ok(Number { year, n });
    }
    Ok(store::number(tx, it.congress, "notice", i64::from(day.parts().0)).await?)
}

async fn takes_effect(tx: &mut Tx, site: &Site, it: &Appointment) -> Result<(), Problem> {
    let Some(since) = it.stage.decided() else { return Ok(()) };
    let (seat, person) = (it.matter.seat, it.matter.person);
    let how = match it.matter.kind {
        Kind::Appoint => How::Appointed,
        Kind::Acting => How::Acting,
        Kind::Remove | Kind::Dismiss | Kind::Resign => {
            store::end_holding(tx, (seat, person), (since, Some(it.id)), false).await?;
            return Ok(());
        }
        Kind::Approve => return Ok(()),
    };
    store::end_holding(tx, (seat, person), (since, Some(it.id)), true).await?;
    let (id, entered, note, certificate) = (site.new_id(), Some(it.id), String::new(), None);
    store::begin_holding(tx, &Holding { id, seat, person, since, until: None, how, entered, note, certificate })
        .await?;
    Ok(())
}
