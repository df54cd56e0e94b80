//! The follower that makes mandates of elections, confirms them, and ends them where a departure was accepted, and gives roles in the standing
//! committee to whom the congress elected into it: exactly once each.

use elections_rules::{
    LeaderClass,
    election::{Effect, Fact as OfElection},
};
use kernel::{AreaCode, BodyId, Day, PersonId, Recorded, Refused};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    follow::Follower,
    journal::{self, Entry},
    row,
};
use roster_rules::{Fact, Law, Mandate, MandateId, RoleName, RoleSpan, Seat, Standing};

use crate::store::{
    mandate::{self, Role},
    person,
};

/// Takes elections of deputies and ends of mandates over.
pub const FROM_ELECTIONS: Follower =
    Follower { name: "roster.from-elections", effect: |site, tx, entry| Box::pin(take_over(site, tx, entry)) };

/// The verb by which the register of appointments says that somebody elected holds an office now.
const HELD: &str = "office.holder-elected";

async fn take_over(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    match entry.verb.as_str() {
        OfElection::ELECTED | OfElection::CONFIRMED | OfElection::LEFT | OfElection::FILLED => {}
        HELD => return held(site, tx, entry).await,
        OfElection::LEADER_LEFT => return left_office(site, tx, entry).await,
        _ => return Ok(()),
    }
    let fact: OfElection = serde_json::from_value(entry.fact.clone())?;
    match fact {
        OfElection::Elected { .. } => elected(site, tx, entry, fact).await,
        OfElection::Confirmed { mandate, on, at_once } => {
            moved(site, tx, entry, mandate, |was| confirmed(was, on)).await?;
            if at_once {
                moved(site, tx, entry, mandate, |was| taken_up(was, on)).await?;
            }
            Ok(())
        }
        OfElection::DepartureAccepted { mandate, leaving, on } => {
            let ends = matches!(leaving.effect(), Effect::Ends(_));
            let done = moved(site, tx, entry, mandate, |was| left(was, leaving.effect(), on)).await?;
            if done && ends {
                mandate::end_roles(tx, mandate, on).await?;
            }
            Ok(())
        }
        // Members of the committee are elected as such; of chairs and vice chairs the office says which they are.
        OfElection::LeaderElected { person, congress, class: LeaderClass::Member, on, .. } => {
            given(site, tx, entry, (person, congress), (RoleName::StandingMember, on)).await
        }
        _ => Ok(()),
    }
}

/// The role that goes with an office of the standing committee, or of a town's congress, to which somebody was elected.
async fn held(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    let sql = Sql::new("select congress, person, office, seat, since from v_elected_holder where id = {}");
    let found: Option<(BodyId, Option<PersonId>, String, String, Day)> = tx.one(sql.bind(entry.subject)).await?;
    let Some((congress, Some(person), office, seat, on)) = found else { return Ok(()) };
    match role_of(&office, &seat) {
        Some(role) => given(site, tx, entry, (person, congress), (role, on)).await,
        None => Ok(()),
    }
}

/// The role that went with an office of the standing committee, or of a town's congress, from which somebody was recalled or resigned.
async fn left_office(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    let OfElection::LeaderLeft { holding, on, .. } = serde_json::from_value(entry.fact.clone())? else {
        return Ok(());
    };
    let sql = Sql::new("select congress, person, office, title from v_leader_holding where id = {}").bind(holding);
    let found: Option<(BodyId, Option<PersonId>, String, String)> = tx.one(sql).await?;
    let Some((congress, Some(person), office, title)) = found else { return Ok(()) };
    let Some(role) = role_of(&office, &title) else { return Ok(()) };
    let person = person::load(tx, person).await?.and_then(|found| found.merged_into).unwrap_or(person);
    let own: Vec<MandateId> = mandate::of_person(tx, person)
        .await?
        .into_iter()
        .filter(|one| one.seat.congress == congress)
        .map(|one| one.id)
        .collect();
    for one in mandate::roles_of_person(tx, person).await? {
        let open = own.contains(&one.mandate) && one.span.role == role && one.span.ended.is_none();
        if open && mandate::end_role(tx, one.id, on).await? {
            let fact = Fact::RoleLaidDown { mandate: one.mandate, role, on };
            note(site, tx, entry, (congress, one.mandate), fact).await?;
        }
    }
    Ok(())
}

/// 常委会主任、副主任、秘书长、委员 and 乡镇人大主席、副主席 are one office each to the law; what it is called says which.
fn role_of(office: &str, seat: &str) -> Option<RoleName> {
    Some(match office {
        "committee_member" if seat.contains("副主任") => RoleName::ViceChair,
        "committee_member" if seat.contains("秘书长") => RoleName::SecretaryGeneral,
        "committee_member" if seat.contains("主任") => RoleName::Chair,
        "committee_member" => RoleName::StandingMember,
        "township_chair" if seat.contains('副') => RoleName::TownViceChair,
        "township_chair" => RoleName::TownChair,
        _ => return None,
    })
}

/// A role from a day on, with the mandate the person has in the congress; who has none, or has the role, stays as they are.
async fn given(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (person, congress): (PersonId, BodyId),
    (role, on): (RoleName, Day),
) -> Result<(), Fault> {
    let Some(found) = person::load(tx, person).await? else { return Ok(()) };
    let person = found.merged_into.unwrap_or(person);
    let mut alive = mandate::of_person(tx, person).await?.into_iter();
    let sits = |one: &Mandate| one.seat.congress == congress && !matches!(one.standing, Standing::Ended { .. });
    let Some(of) = alive.find(sits) else { return Ok(()) };
    let roles = mandate::roles_of_person(tx, person).await?;
    if roles.iter().any(|one| one.mandate == of.id && one.span.role == role && one.span.ended.is_none()) {
        return Ok(());
    }
    let span = RoleSpan { role, began: on, ended: None };
    let new = Role { id: site.new_id(), mandate: of.id, span, basis: None };
    if mandate::insert_role(tx, &new).await? {
        let fact = Fact::RoleGiven { mandate: of.id, role, on };
        note(site, tx, entry, (congress, of.id), fact).await?;
    }
    Ok(())
}

/// The mandate of an election; where the roster has nobody of that identity, the person too.
async fn elected(site: &Site, tx: &mut Tx, entry: &Entry, fact: OfElection) -> Result<(), Fault> {
    let OfElection::Elected { mandate, person, congress, term, on, constituency, .. } = fact else { return Ok(()) };
    let place = Sql::new("select area from body where id = {}").bind(congress);
    let Some((area,)) = tx.one::<(AreaCode,)>(place).await? else { return Ok(()) };
    let person = known(site, tx, entry, (mandate, person, congress)).await?;
    let alive = mandate::of_person(tx, person).await?;
    // The desk of elections refuses who sits in the term; who was entered by hand meanwhile keeps that mandate.
    if alive.iter().any(|one| one.seat.term == term && !matches!(one.standing, Standing::Ended { .. })) {
        return Ok(());
    }
    let seat = Seat { person, congress, area, term, constituency, delegation: None };
    mandate::insert(tx, &Mandate { id: mandate, seat, standing: Standing::Elected { elected: on }, version: 1 })
        .await?;
    note(site, tx, entry, (congress, mandate), Fact::MandateElected { mandate, person, congress, term, on }).await
}

row! {
    /// What the election tells of whom it elected: name, 性别, 民族, 党派, 学历, post.
    struct Told {
        name: String,
        gender: Option<String>,
        ethnicity: Option<String>,
        party: Option<String>,
        education: Option<String>,
        occupation: Option<String>,
    }
}

/// The entry of the person, led on where it was merged; a new one as the certificate and the list of candidates have it where there is none. Of an
/// entry that tells nothing but a name, what the list told is filled in; any other stays as the office keeps it.
async fn known(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (mandate, id, congress): (MandateId, PersonId, BodyId),
) -> Result<PersonId, Fault> {
    let sql = Sql::new("select name, sex, ethnicity, party, education, note from v_elected where mandate = {}");
    let told: Option<Told> = tx.one(sql.bind(mandate)).await?;
    if let Some(found) = person::load(tx, id).await? {
        let now = found.merged_into.unwrap_or(id);
        if let Some(told) = told.filter(|_| found.merged_into.is_none()) {
            filled(site, tx, entry, (found, told, congress)).await?;
        }
        return Ok(now);
    }
    let told =
        told.ok_or_else(|| Fault::new(format_args!("mandate {mandate} was elected and stands on no certificate")))?;
    let Told { name, gender, ethnicity, party, education, occupation } = told;
    let new = person::Person {
        id,
        name,
        pinyin: String::new(),
        gender,
        ethnicity,
        party,
        education,
        occupation,
        merged_into: None,
        kept_by: Some(congress),
        version: 1,
    };
    person::insert(tx, &new).await?;
    of_person(site, tx, entry, (congress, id), Fact::PersonEntered { person: id }).await?;
    Ok(id)
}

/// Fills in an entry that tells nothing but a name.
async fn filled(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (was, told, congress): (person::Person, Told, BodyId),
) -> Result<(), Fault> {
    let own = [&was.gender, &was.ethnicity, &was.party, &was.education, &was.occupation];
    let new = [
        ("gender", &told.gender),
        ("ethnicity", &told.ethnicity),
        ("party", &told.party),
        ("education", &told.education),
        ("occupation", &told.occupation),
    ];
    let fields: Vec<String> =
        new.iter().filter(|(_, told)| told.is_some()).map(|(name, _)| (*name).to_owned()).collect();
    if fields.is_empty() || own.iter().any(|field| field.is_some()) {
        return Ok(());
    }
    let Told { gender, ethnicity, party, education, occupation, .. } = told;
    let id = was.id;
    if !person::save(tx, &person::Person { gender, ethnicity, party, education, occupation, ..was }).await? {
        return Err(Fault::new(format_args!("person {id} moved while an election was followed")));
    }
    of_person(site, tx, entry, (congress, id), Fact::PersonAmended { person: id, fields }).await
}

async fn of_person(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (congress, person): (BodyId, PersonId),
    fact: Fact,
) -> Result<(), Fault> {
    let (by, acting_for, body) = (entry.by, entry.acting_for, Some(congress));
    let record = Recorded { at: site.now(), by, acting_for, body, subject: person.uuid(), fact };
    journal::append(tx, record).await.map(drop)
}

type Moved = Result<(Standing, Fact), Refused>;

/// Moves a mandate on, if it stands so that it can be; what was entered by hand before stays.
async fn moved(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    id: MandateId,
    rule: impl FnOnce(&Mandate) -> Moved + Send,
) -> Result<bool, Fault> {
    let Some(was) = mandate::load(tx, id).await? else { return Ok(false) };
    let Ok((standing, fact)) = rule(&was) else { return Ok(false) };
    let congress = was.seat.congress;
    if !mandate::save(tx, &was.standing(standing)).await? {
        return Err(Fault::new(format_args!("mandate {id} moved while it was followed")));
    }
    note(site, tx, entry, (congress, id), fact).await?;
    Ok(true)
}

fn confirmed(was: &Mandate, on: Day) -> Moved {
    Ok((was.standing.confirmed_on(on)?, Fact::MandateConfirmed { mandate: was.id, on }))
}

fn taken_up(was: &Mandate, on: Day) -> Moved {
    let (mandate, person, congress) = (was.id, was.seat.person, was.seat.congress);
    Ok((was.standing.taken_up_on(on)?, Fact::MandateTakenUp { mandate, person, congress, on }))
}

fn left(was: &Mandate, effect: Effect, on: Day) -> Moved {
    let (mandate, person, congress) = (was.id, was.seat.person, was.seat.congress);
    let law = Law::on(on);
    Ok(match effect {
        Effect::Ends(reason) => {
            let article = reason.article(law);
            let fact = Fact::MandateEnded { mandate, person, congress, on, reason, article };
            (was.standing.ended_on(on, reason)?, fact)
        }
        Effect::Suspended(ground) => {
            let article = ground.article(law);
            let fact = Fact::MandateSuspended { mandate, person, congress, on, ground, article };
            (was.standing.suspended_on(on, ground)?, fact)
        }
        Effect::Resumed => (was.standing.resumed_on(on)?, Fact::MandateResumed { mandate, person, congress, on }),
    })
}

async fn note(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (congress, subject): (BodyId, MandateId),
    fact: Fact,
) -> Result<(), Fault> {
    let (by, acting_for, body) = (entry.by, entry.acting_for, Some(congress));
    let record = Recorded { at: site.now(), by, acting_for, body, subject: subject.uuid(), fact };
    journal::append(tx, record).await.map(drop)
}
