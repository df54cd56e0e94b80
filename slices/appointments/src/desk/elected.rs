//! What the congress elects into comes from elections: which office an election fills is said here, whoever was elected then holds it, and takes the
//! oath before the congress.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointeeId, Fact, HoldingId, How, Oath, Office, Refusal, SeatId, Sworn, is_elected};
use elections_rules::election::{ElectionId, Fact as OfElection, LeaderLeaving};
use kernel::{AccountId, Day, PersonId, Recorded, Refused};
use kit::{
    Fault, Problem, Site,
    db::{Sql, Tx},
    follow::Follower,
    journal::{self, Entry},
};
use law_rules::Word as _;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{follow::OathWanted, sane, seats, wrong};
use crate::{
    queries::{self, ElectedLine, LeaderElection},
    store::{self, Holding, Person, Seat},
};

/// Which office an election fills.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ElectedOfficeWanted {
    /// An office of the congress into which it elects.
    #[schema(value_type = Uuid)]
    pub seat: SeatId,
}

/// Enters whoever was elected as holding the office the election fills.
pub const FROM_ELECTIONS: Follower =
    Follower { name: "appointments.from-elections", effect: |site, tx, entry| Box::pin(take_over(site, tx, entry)) };

/// Who did what it comes from.
type By = (Option<AccountId>, Option<PersonId>);

async fn take_over(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    if entry.verb != OfElection::FILLED && entry.verb != OfElection::LEADER_LEFT {
        return Ok(());
    }
    let election = match serde_json::from_value(entry.fact.clone())? {
        OfElection::LeaderElected { election, .. } => election,
        OfElection::LeaderLeft { holding, leaving, on } => {
            return left(site, tx, entry, (HoldingId::from_uuid(holding.uuid()), leaving, on)).await;
        }
        _ => return Ok(()),
    };
    // Where nobody said which office it is, the result waits on the page of elections.
    let Some(seat) = store::office_of(tx, election).await? else { return Ok(()) };
    let Some(of) = queries::leader_election(tx, election).await? else { return Ok(()) };
    let Some(seat) = store::read_seat(tx, seat).await? else { return Ok(()) };
    let certificate = elections_rules::election::CertificateId::from_uuid(entry.subject);
    let Some(one) = queries::elected_by(tx, certificate).await? else { return Ok(()) };
    enters(site, tx, (entry.by, entry.acting_for), (&of, &seat, &one)).await
}

/// Somebody leaves an office before the congress; a holding that ended otherwise meanwhile stays as it is.
async fn left(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (id, leaving, on): (HoldingId, LeaderLeaving, Day),
) -> Result<(), Fault> {
    let Some((seat, person, ..)) = store::holding(tx, id).await? else { return Ok(()) };
    let Some(seat) = store::read_seat(tx, seat).await? else { return Ok(()) };
    if !store::end_before_congress(tx, id, (on, leaving.word(), entry.subject)).await? {
        return Ok(());
    }
    let by = (entry.by, entry.acting_for);
    note(tx, site, by, (&seat, id.uuid()), Fact::HolderLeft { seat: seat.id, person }).await
}

/// One election of leaders, for who may do this with it.
///
/// # Errors
/// As if there were none, for who does not see the offices of that congress.
pub async fn of(site: &Site, actor: &Actor, id: ElectionId, right: Right) -> Result<LeaderElection, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let it = queries::leader_election(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::AppointmentSee, it.congress).map_err(|_| Problem::missing())?;
    actor.may(right, it.congress)?;
    Ok(it)
}

/// Says which office an election fills; whoever was elected already holds it from then on.
///
/// # Errors
/// When the congress elects nobody into it, or somebody holds another office by this election.
pub async fn name_office(
    site: &Site,
    actor: &Actor,
    id: ElectionId,
    wanted: ElectedOfficeWanted,
) -> Result<(), Problem> {
    of(site, actor, id, Right::AppointmentKeep).await?;
    let mut tx = site.db().begin().await?;
    let it = queries::leader_election(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let seat = store::read_seat(&mut tx, wanted.seat).await?.filter(|seat| seat.congress == it.congress);
    let seat = seat.filter(|seat| seat.closed.is_none()).ok_or_else(|| wrong("seat", "appointments-wrong-seat"))?;
    if !is_elected(seat.office) {
        return Err(wrong("seat", "appointments-wrong-not-elected"));
    }
    let all = queries::elected(&mut tx, id).await?;
    if all.iter().any(|one| one.holding.is_some()) && it.seat != Some(seat.id) {
        return Err(Refused::from(Refusal::Done).into());
    }
    store::name_office(&mut tx, id, seat.id, (site.now(), actor.account)).await?;
    let by = (actor.account, actor.acting_for);
    note(&mut tx, site, by, (&seat, id.uuid()), Fact::ElectionNamed { seat: seat.id }).await?;
    for one in &all {
        enters(site, &mut tx, by, (&it, &seat, one)).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Somebody holds the office by an election, once; who acted stops, and so does who held it in the term before.
async fn enters(
    site: &Site,
    tx: &mut Tx,
    by: By,
    (of, seat, one): (&LeaderElection, &Seat, &ElectedLine),
) -> Result<(), Fault> {
    if store::came_from(tx, one.certificate).await? {
        return Ok(());
    }
    let person = known(site, tx, seat, one).await?;
    let term = Sql::new("select began from v_term where id = {}").bind(of.term);
    let began = tx.one::<(Option<Day>,)>(term).await?.and_then(|(began,)| began);
    for (held, who) in store::ended_by_election(tx, (seat.id, person), (of.day, began)).await? {
        store::end_one(tx, held, of.day.plus_days(-1)).await?;
        note(tx, site, by, (seat, held.uuid()), Fact::HolderLeft { seat: seat.id, person: who }).await?;
    }
    let fact = Fact::HolderElected { seat: seat.id, person };
    if let Some(kept) = store::adopt(tx, (seat.id, person), (of.day, one.certificate)).await? {
        return note(tx, site, by, (seat, kept.uuid()), fact).await;
    }
    let (id, how, note_of): (HoldingId, _, _) = (site.new_id(), How::Elected, of.title.clone());
    let (since, certificate) = (of.day, Some(one.certificate));
    let it = Holding { id, seat: seat.id, person, since, until: None, how, entered: None, note: note_of, certificate };
    store::begin_holding(tx, &it).await?;
    note(tx, site, by, (seat, id.uuid()), fact).await
}

/// Whom the register knows as the person: by the roster, else the only one of that name who is nobody else there.
async fn known(site: &Site, tx: &mut Tx, seat: &Seat, one: &ElectedLine) -> Result<AppointeeId, Fault> {
    let all = Sql::new("select id, person from appointee where congress = {} and (name = {} or person = {})")
        .bind(seat.congress)
        .bind(&one.name)
        .bind(one.person);
    let found: Vec<(AppointeeId, Option<PersonId>)> = tx.all(all.add(" order by id")).await?;
    if let Some((id, _)) = found.iter().find(|(_, person)| person.is_some() && *person == one.person) {
        return Ok(*id);
    }
    let free = |person: &Option<PersonId>| person.is_none() || one.person.is_none();
    if let [(id, person)] = found.as_slice()
        && free(person)
    {
        return Ok(*id);
    }
    let (id, congress, name) = (site.new_id(), seat.congress, one.name.clone());
    let new = Person { id, congress, name, born: None, post: String::new(), person: one.person };
    store::begin_person(tx, &new).await?;
    Ok(id)
}

async fn note(
    tx: &mut Tx,
    site: &Site,
    (by, acting_for): By,
    (seat, subject): (&Seat, Uuid),
    fact: Fact,
) -> Result<(), Fault> {
    let record = Recorded { at: site.now(), by, acting_for, body: Some(seat.congress), subject, fact };
    journal::append(tx, record).await.map(drop)
}

/// Who organises the oath of whom the congress elected: the presidium at the session; of the procurator-general after the approval.
#[must_use]
pub const fn oath_before(office: Office) -> Oath {
    match office {
        Office::ProcuratorGeneral => Oath::AfterApproval,
        _ => Oath::Presidium,
    }
}

/// Enters the oath of whom the congress elected (宪法宣誓的决定).
///
/// # Errors
/// When the holding came otherwise than by election, the oath was taken, or the day cannot be.
pub async fn swear(site: &Site, actor: &Actor, id: HoldingId, wanted: OathWanted) -> Result<Seat, Problem> {
    let seat = seats::of_holding(site, actor, id, Right::AppointmentKeep).await?;
    let day = sane("day", wanted.day)?;
    if day > site.today() {
        return Err(wrong("day", "appointments-wrong-later"));
    }
    wanted.led_where_together()?;
    let mut tx = site.db().begin().await?;
    let (_, person, since, _) = store::holding(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if day < since {
        return Err(wrong("day", "appointments-wrong-before-vote"));
    }
    let sql = Sql::new("select 1 from appointment_holding where how = 'elected' and entered is null and id = {}");
    if tx.one::<(i64,)>(sql.bind(id)).await?.is_none() {
        return Err(Refused::from(Refusal::NoOath).into());
    }
    let OathWanted { form, place, led, witness, .. } = wanted;
    if !store::swear(&mut tx, id, &Sworn { day, form, place, led, witness }).await? {
        return Err(Refused::from(Refusal::Done).into());
    }
    let by = (actor.account, actor.acting_for);
    note(&mut tx, site, by, (&seat, id.uuid()), Fact::HolderSworn { seat: seat.id, person }).await?;
    tx.commit().await?;
    site.wrote();
    Ok(seat)
}
