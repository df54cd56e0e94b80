//! A proposal is begun, changed, handed in, examined, withdrawn.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointeeId, Appointment, AppointmentId, Fact, Fit, Kind, Matter, Nominator, SeatId, Stage};
use kernel::{BodyId, Day, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
    web::{Filled, Stale, api::Once},
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Work, recorded, sane, wrong};
use crate::{
    look,
    store::{self, Kept, Person, Seat},
};

/// What is proposed of whom.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentWanted {
    /// `appoint`, `remove`, `acting`, `dismiss`, `resign` or `approve`.
    #[schema(value_type = String)]
    pub kind: Kind,
    /// The office.
    #[schema(value_type = Uuid)]
    pub seat: SeatId,
    /// Of whom, where this person is known already.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub appointee: Option<AppointeeId>,
    /// Of whom else.
    #[serde(default)]
    pub new: Option<AppointeeWanted>,
    /// Who proposes: `government_head`, `supervision_director`, `court_president`, `procurator_general`, `chairpersons` …; to dismiss `organ`,
    /// `chairpersons` or `members`.
    #[schema(value_type = String)]
    pub proposer: Nominator,
    /// Why, at most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
    /// How many members of the standing committee moved it together: where `members` propose to dismiss.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 2_000)]
    pub signers: Option<u32>,
}

/// Somebody who was not known here before.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointeeWanted {
    /// The name, at most 40 characters.
    #[schema(value_type = String)]
    pub name: Text<40>,
    /// 现任职务, at most 120 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub post: Option<Text<120>>,
    /// The birthday.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub born: Option<Day>,
    /// The entry of the roster, where there is one.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub person: Option<PersonId>,
}

/// What may still be changed of a draft.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentRevised {
    /// Who proposes.
    #[schema(value_type = String)]
    pub proposer: Nominator,
    /// Why, at most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
    /// How many members of the standing committee moved it together: where `members` propose to dismiss.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 2_000)]
    pub signers: Option<u32>,
}

/// Why it is withdrawn.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentReason {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
}

/// Begins a proposal.
///
/// # Errors
/// When the committee cannot decide it, or there is no such office or person.
pub async fn draft(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: AppointmentWanted,
    once: &Once,
) -> Result<Kept, Problem> {
    actor.may(Right::AppointmentKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let id: AppointmentId = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return store::read(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let seat = seat_of(&mut tx, congress, wanted.seat).await?;
    let way = look::route(&mut tx, congress, (wanted.kind, seat.office)).await?;
    if !look::proposes((wanted.kind, &way.value), wanted.proposer) {
        return Err(wrong("proposer", "appointments-wrong-proposer"));
    }
    signed(wanted.kind, wanted.proposer, wanted.signers)?;
    let person = person_of(&mut tx, site, congress, &wanted).await?;
    let matter = Matter { kind: wanted.kind, seat: seat.id, office: seat.office, person };
    let fact = Fact::Drafted { kind: wanted.kind, seat: seat.id, person };
    let kept = Kept {
        it: Appointment { id, congress, matter, stage: Stage::Drafted },
        proposer: wanted.proposer,
        reason: wanted.reason,
        signers: wanted.signers,
        ballot: None,
        made: site.now(),
        made_by: actor.account,
        version: 1,
    };
    store::begin(&mut tx, &kept).await?;
    journal::append(&mut tx, recorded(site, actor, congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(kept)
}

/// The most members a standing committee has.
const MOST_MEMBERS: u32 = 2_000;

/// Members who move something say how many they are; nobody else does.
fn signed(kind: Kind, proposer: Nominator, signers: Option<u32>) -> Result<(), Problem> {
    let together = kind == Kind::Dismiss && proposer == Nominator::Members;
    match signers {
        Some(signers) if together && (1..=MOST_MEMBERS).contains(&signers) => Ok(()),
        None if !together => Ok(()),
        _ => Err(wrong("signers", "appointments-wrong-signers")),
    }
}

async fn seat_of(tx: &mut Tx, congress: BodyId, id: SeatId) -> Result<Seat, Problem> {
    let seat = store::read_seat(tx, id).await?.filter(|seat| seat.congress == congress && seat.closed.is_none());
    seat.ok_or_else(|| wrong("seat", "appointments-wrong-seat"))
}

async fn person_of(
    tx: &mut Tx,
    site: &Site,
    congress: BodyId,
    wanted: &AppointmentWanted,
) -> Result<AppointeeId, Problem> {
    match (wanted.appointee, &wanted.new) {
        (Some(id), None) => {
            let found = store::read_person(tx, id).await?.filter(|it| it.congress == congress);
            found.map(|it| it.id).ok_or_else(|| wrong("appointee", "appointments-wrong-appointee"))
        }
        (None, Some(new)) => begin_person(tx, site, congress, new).await,
        _ => Err(wrong("appointee", "appointments-wrong-who")),
    }
}

/// Enters somebody who was not known here before.
pub(super) async fn begin_person(
    tx: &mut Tx,
    site: &Site,
    congress: BodyId,
    new: &AppointeeWanted,
) -> Result<AppointeeId, Problem> {
    if let Some(person) = new.person {
        let sql = Sql::new("select 1 from v_person where id = {} and merged_into is null").bind(person);
        if tx.one::<(i64,)>(sql).await?.is_none() {
            return Err(wrong("person", "appointments-wrong-person"));
        }
    }
    let born = new.born.map(|day| sane("born", day)).transpose()?;
    let person = Person {
        id: site.new_id(),
        congress,
        name: new.name.to_string(),
        born,
        post: new.post.as_ref().map(Text::to_string).unwrap_or_default(),
        person: new.person,
    };
    store::begin_person(tx, &person).await?;
    Ok(person.id)
}

/// What of a draft can be changed, as its form holds it.
fn held(proposer: Nominator, signers: Option<u32>, reason: &Text<500>) -> Vec<Filled> {
    vec![
        ("proposer", "appointments-field-proposer", proposer.word().to_owned()),
        ("signers", "appointments-field-signers", signers.map(|n| n.to_string()).unwrap_or_default()),
        ("reason", "appointments-field-reason", reason.to_string()),
    ]
}

/// Changes who proposes and why.
///
/// # Errors
/// When it was handed in; with both versions, when somebody else changed it meanwhile.
pub async fn revise(
    site: &Site,
    actor: &Actor,
    at: (AppointmentId, i64),
    wanted: AppointmentRevised,
) -> Result<(), Problem> {
    let mut work = Work::take(site, actor, at.0, Right::AppointmentKeep).await?;
    let fact = work.kept.it.revise()?;
    if work.kept.version != at.1 {
        let stands = held(work.kept.proposer, work.kept.signers, &work.kept.reason);
        let action = format!("/appointments/{}/revision", at.0);
        let typed = held(wanted.proposer, wanted.signers, &wanted.reason);
        let stale = Stale::between(action, work.kept.version, typed, stands);
        return Err(Problem::Stale(Box::new(Stale { back: format!("/appointments/{}", at.0), ..stale })));
    }
    let matter = &work.kept.it.matter;
    let way = look::route(&mut work.tx, work.kept.it.congress, (matter.kind, matter.office)).await?;
    if !look::proposes((matter.kind, &way.value), wanted.proposer) {
        return Err(wrong("proposer", "appointments-wrong-proposer"));
    }
    signed(matter.kind, wanted.proposer, wanted.signers)?;
    store::save_words(&mut work.tx, at.0, (wanted.proposer, wanted.signers), &wanted.reason).await?;
    work.noted(fact).await
}

/// Hands it in.
///
/// # Errors
/// When it was handed in before, or nothing comes with it.
pub async fn submit(site: &Site, actor: &Actor, at: (AppointmentId, i64)) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    let done = work.it().submit(site.today())?;
    if store::document_count(&mut work.tx, at.0).await? == 0 {
        return Err(wrong("document", "appointments-wrong-no-document"));
    }
    work.finish(done).await
}

/// Examines it: every check is gone through.
///
/// # Errors
/// When something bars the way.
pub async fn examine(site: &Site, actor: &Actor, at: (AppointmentId, i64)) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    let looked = look::look(&mut work.tx, &work.kept, site.today()).await?;
    let count = |fit| looked.checks.iter().filter(|one| one.fit == fit).count();
    let number = |fit| u32::try_from(count(fit)).unwrap_or(u32::MAX);
    let done = work.it().examine(number(Fit::Bars), number(Fit::Doubt), site.today())?;
    work.finish(done).await
}

/// Withdraws it.
///
/// # Errors
/// When it was voted on.
pub async fn withdraw(
    site: &Site,
    actor: &Actor,
    at: (AppointmentId, i64),
    wanted: AppointmentReason,
) -> Result<(), Problem> {
    let work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    let done = work.it().withdraw(wanted.reason, site.today())?;
    work.finish(done).await
}
