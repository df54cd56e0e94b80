//! The follower: facts of suggestions, bills and accounts become notices, exactly once each.

use accounts_rules::{Duty, Right};
use elections_rules::election::Fact as OfElection;
use kernel::{AccountId, BodyId, Day, PersonId};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    follow::Follower,
    journal::Entry,
};
use notices_rules::{
    Audience, Counting, Kind, Matter, Part, Particulars, Proposed, Put, ROUND_VERBS, Shown, Supervised, Tidings, Voice,
    told_by, told_by_appointment, told_by_bill, told_by_disclosure, told_by_election, told_by_link, told_by_opinion,
    told_by_round, told_by_supervision,
};
use serde::Deserialize;
use suggestions_rules::{AssignmentId, Fact, Role};
use uuid::Uuid;

use crate::{
    audience,
    keep::{Told, tell, via},
};

/// Tells whomever a fact concerns.
pub const FOLLOWER: Follower =
    Follower { name: "notices", effect: |site, tx, entry| Box::pin(take_in(site, tx, entry)) };

async fn take_in(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    let all = match entry.verb.as_str() {
        verb if verb.starts_with("suggestion.") => of_suggestion(tx, entry).await?,
        verb if verb.starts_with("bill.") => of_bill(tx, entry).await?,
        verb if verb.starts_with("supervision.") => of_supervision(tx, entry).await?,
        verb if verb.starts_with("disclosure.") => of_disclosure(tx, entry).await?,
        OfElection::ELECTED | OfElection::CONFIRMED | OfElection::LEFT => of_election(tx, entry).await?,
        "election.certified" => of_certified(tx, entry).await?,
        verb if verb.starts_with("appointment.") => of_appointment(tx, entry).await?,
        verb if ROUND_VERBS.contains(&verb) => of_round(tx, entry).await?,
        verb if verb.starts_with("opinion.") => of_opinion(tx, entry).await?,
        "station.grade-published" => of_station(tx, entry, Kind::StationGraded).await?,
        "station.grade-proposed" => of_station(tx, entry, Kind::StationProposed).await?,
        "duty.stuck" => of_stuck(tx, entry).await?,
        verb if verb.starts_with("duty.") => notices_rules::told_by_duty(&serde_json::from_value(entry.fact.clone())?),
        verb if verb.starts_with("link.") => of_link(tx, entry).await?,
        "acting.granted" | "acting.accepted" | "acting.ended" | "post.issued" | "post.withdrawn" => of_account(entry)?,
        _ => return Ok(()),
    };
    for tidings in all {
        let mut accounts = audience::accounts(tx, &tidings.to, site.today()).await?;
        // Nobody is told what they did themselves, nor what the office is told of them.
        let of_others = via(&tidings.to).is_some();
        accounts.retain(|account| Some(*account) != entry.by && !(of_others && account.uuid() == entry.subject));
        tell(tx, site, &accounts, &told(tidings, entry)).await?;
    }
    Ok(())
}

fn told(tidings: Tidings, entry: &Entry) -> Told {
    let via = via(&tidings.to);
    let place = via.map(|(_, body)| body.to_string()).unwrap_or_default();
    let Tidings { kind, given, .. } = tidings;
    let key = format!("fact.{}.{}.{place}", entry.seq, kind.word());
    Told { kind, subject: entry.subject, via, given, key, at: entry.at }
}

async fn of_suggestion(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: Fact = serde_json::from_value(entry.fact.clone())?;
    let Some(matter) = matter(tx, entry).await? else { return Ok(vec![]) };
    Ok(told_by(&fact, &matter))
}

async fn of_bill(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: bills_rules::Fact = serde_json::from_value(entry.fact.clone())?;
    let id = entry.subject;
    let sql = Sql::new("select congress, lead from v_bill where id = {}").bind(id);
    let Some((congress, lead)) = tx.one::<(BodyId, Option<PersonId>)>(sql).await? else { return Ok(vec![]) };
    let sql = Sql::new("select person from v_bill_signer where bill = {} and answer = 'confirmed' order by person");
    let seconds: Vec<(PersonId,)> = tx.all(sql.bind(id)).await?;
    let seconds = seconds.into_iter().map(|(person,)| person).collect();
    Ok(told_by_bill(&fact, &Put { congress, lead, seconds }))
}

async fn of_supervision(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: supervision_rules::Fact = serde_json::from_value(entry.fact.clone())?;
    let found = Sql::new("select v.congress, v.unit, s.id, s.lead from v_supervised v")
        .add(" left join v_suggestion s on s.id = v.suggestion where v.id = {}");
    type Around = (BodyId, Option<BodyId>, Option<uuid::Uuid>, Option<PersonId>);
    let about: Option<Around> = tx.one(found.bind(entry.subject)).await?;
    let Some((congress, unit, suggestion, lead)) = about else { return Ok(vec![]) };
    let of = suggestion.unwrap_or_default();
    let sql = Sql::new("select person from v_cosigner where suggestion = {} and answer = 'confirmed' order by person");
    let seconds: Vec<(PersonId,)> = tx.all(sql.bind(of)).await?;
    let signers = match fact {
        supervision_rules::Fact::EvaluationOpened { scored: true, .. } => scorers(tx, entry).await?,
        _ => lead.into_iter().chain(seconds.into_iter().map(|(person,)| person)).collect(),
    };
    // An evaluation's units are those it judges, an inquiry's those it asks, a letter's the one it went to, a key suggestion's those that have a part.
    let sql = Sql::new("select unit from v_evaluation_unit where evaluation = {}").bind(entry.subject);
    let sql = sql.add(" union select unit from v_inquiry_unit where inquiry = {}").bind(entry.subject);
    let sql = sql.add(" union select unit from v_assignment where suggestion = {} and work <> 'passed-on'").bind(of);
    let units: Vec<(BodyId,)> = match unit {
        Some(unit) => vec![(unit,)],
        None => tx.all(sql.add(" order by unit")).await?,
    };
    let units = units.into_iter().map(|(unit,)| unit).collect();
    Ok(told_by_supervision(&fact, &Supervised { signers, units, congress: Some(congress) }))
}

async fn of_disclosure(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: disclosure_rules::Fact = serde_json::from_value(entry.fact.clone())?;
    let sql =
        Sql::new("select s.id, s.lead from v_disclosure d join v_suggestion s on s.id = d.suggestion where d.id = {}");
    let Some((of, lead)) = tx.one::<(uuid::Uuid, PersonId)>(sql.bind(entry.subject)).await? else { return Ok(vec![]) };
    let sql = Sql::new("select person from v_cosigner where suggestion = {} and answer = 'confirmed' order by person");
    let seconds: Vec<(PersonId,)> = tx.all(sql.bind(of)).await?;
    let sql =
        Sql::new("select distinct unit from v_assignment where suggestion = {} and work <> 'passed-on' order by unit");
    let units: Vec<(BodyId,)> = tx.all(sql.bind(of)).await?;
    let signers = std::iter::once(lead).chain(seconds.into_iter().map(|(person,)| person)).collect();
    let units = units.into_iter().map(|(unit,)| unit).collect();
    Ok(told_by_disclosure(&fact, &Shown { signers, units }))
}

async fn of_opinion(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: opinions_rules::Fact = serde_json::from_value(entry.fact.clone())?;
    // An entry of the roster that was merged since leads on to whom it was merged into.
    let sql = Sql::new(
        "select o.holder, coalesce(p.merged_into, p.id) from v_opinion o left join v_person p on p.id = o.deputy",
    );
    let found: Option<(BodyId, Option<PersonId>)> = tx.one(sql.add(" where o.id = {}").bind(entry.subject)).await?;
    let Some((holder, deputy)) = found else { return Ok(vec![]) };
    Ok(told_by_opinion(&fact, &Voice { holder, deputy }))
}

/// The keepers of a station.
async fn keepers(tx: &mut Tx, station: Uuid) -> Result<Vec<AccountId>, Fault> {
    let sql = Sql::new("select distinct account from v_keeper where station = {} order by account").bind(station);
    Ok(tx.all::<(AccountId,)>(sql).await?.into_iter().map(|(account,)| account).collect())
}

/// Whoever keeps a station hears that the clock could not publish its roster.
async fn of_stuck(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: duty_rules::Fact = serde_json::from_value(entry.fact.clone())?;
    let duty_rules::Fact::RosterStuck { station, .. } = &fact else { return Ok(vec![]) };
    let keepers = keepers(tx, station.uuid()).await?;
    Ok(notices_rules::told_of_stuck(&fact, &keepers, entry.body))
}

/// The keepers of a station hear that its stars are shown, or were published.
async fn of_station(tx: &mut Tx, entry: &Entry, kind: Kind) -> Result<Vec<Tidings>, Fault> {
    let keepers = keepers(tx, entry.subject).await?;
    let given = Particulars { unit: Some(BodyId::from_uuid(entry.subject)), ..Particulars::default() };
    let told = |account| Tidings { to: Audience::Account(account), kind, given: given.clone() };
    Ok(keepers.into_iter().map(told).collect())
}

async fn of_link(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: links_rules::Fact = serde_json::from_value(entry.fact.clone())?;
    let sql =
        Sql::new("select coalesce(p.merged_into, p.id) from v_link l join v_person p on p.id = l.one where l.id = {}");
    let one: Option<(PersonId,)> = tx.one(sql.bind(entry.subject)).await?;
    Ok(told_by_link(&fact, one.map(|(person,)| person)))
}

async fn of_election(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: OfElection = serde_json::from_value(entry.fact.clone())?;
    let sql = match &fact {
        OfElection::Elected { mandate, .. } | OfElection::Confirmed { mandate, .. } => {
            Sql::new("select person from v_elected where mandate = {}").bind(*mandate)
        }
        OfElection::DepartureAccepted { mandate, .. } => {
            Sql::new("select person from v_mandate where id = {}").bind(*mandate)
        }
        _ => return Ok(vec![]),
    };
    Ok(tx.one::<(PersonId,)>(sql).await?.map(|(whom,)| told_by_election(&fact, whom)).unwrap_or_default())
}

/// Leaders are elected and the office is not named: whoever keeps the register of offices names it.
async fn of_certified(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let OfElection::Certified { elected: 1.., .. } = serde_json::from_value(entry.fact.clone())? else {
        return Ok(vec![]);
    };
    let sql = Sql::new("select l.congress from v_leader_election l where l.id = {}").bind(entry.subject);
    let sql = sql.add(" and not exists (select 1 from v_office_election n where n.election = l.id)");
    let waits = |(congress,): (BodyId,)| {
        let to = Audience::Holders(Right::AppointmentKeep, congress);
        Tidings { to, kind: Kind::OfficeToName, given: Particulars::default() }
    };
    Ok(tx.one::<(BodyId,)>(sql).await?.map(waits).into_iter().collect())
}

async fn of_appointment(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: appointments_rules::Fact = serde_json::from_value(entry.fact.clone())?;
    let sql = Sql::new(
        "select a.made_by, coalesce(p.merged_into, p.id) from v_appointment a left join v_person p on p.id = a.person",
    );
    let found: Option<(Option<AccountId>, Option<PersonId>)> =
        tx.one(sql.add(" where a.id = {}").bind(entry.subject)).await?;
    let Some((drafter, person)) = found else { return Ok(vec![]) };
    Ok(told_by_appointment(&fact, &Proposed { drafter, person }))
}

async fn of_round(tx: &mut Tx, entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let fact: ballots_rules::paper::Fact = serde_json::from_value(entry.fact.clone())?;
    let sql = Sql::new("select congress from v_ballot_round where round = {}").bind(entry.subject);
    let Some((congress,)) = tx.one::<(BodyId,)>(sql).await? else { return Ok(vec![]) };
    let sql = Sql::new("select account, role from v_ballot_teller where round = {} order by account");
    let tellers: Vec<(AccountId, String)> = tx.all(sql.bind(entry.subject)).await?;
    let teller = |(account, role): (AccountId, String)| Some((account, serde_json::from_value(role.into()).ok()?));
    let tellers = tellers.into_iter().filter_map(teller).collect();
    Ok(told_by_round(&fact, &Counting { congress, tellers }))
}

/// The deputies who may score the units of an evaluation: those who signed a suggestion assigned in its days.
async fn scorers(tx: &mut Tx, entry: &Entry) -> Result<Vec<PersonId>, Fault> {
    let sql = Sql::new("select congress, since, until from v_evaluation where id = {}").bind(entry.subject);
    let Some((congress, since, until)) = tx.one::<(BodyId, Day, Day)>(sql).await? else { return Ok(vec![]) };
    let (from, before) = (since.start(), until.plus_days(1).start());
    let within = |sql: Sql| {
        sql.add(" where h.stage in ('handling', 'closed') and h.work <> 'objecting' and h.role <> 'reader' and h.congress = {} and h.assigned >= {} and h.assigned < {}")
            .bind(congress)
            .bind(from)
            .bind(before)
    };
    let sql = within(Sql::new("select h.lead from v_handling h"));
    let seconds = " union select c.person from v_cosigner c join v_handling h on h.suggestion = c.suggestion";
    let sql = within(sql.add(seconds)).add(" and c.answer = 'confirmed' order by 1");
    Ok(tx.all::<(PersonId,)>(sql).await?.into_iter().map(|(person,)| person).collect())
}

/// Who stands around the suggestion now: within the second in which the fact was written.
async fn matter(tx: &mut Tx, entry: &Entry) -> Result<Option<Matter>, Fault> {
    let id = entry.subject;
    let sql = Sql::new("select congress, lead, number from v_suggestion where id = {}").bind(id);
    let Some((congress, lead, number)) = tx.one::<(BodyId, PersonId, Option<String>)>(sql).await? else {
        return Ok(None);
    };
    let sql = Sql::new("select person from v_cosigner where suggestion = {} and answer = 'confirmed' order by person");
    let seconds: Vec<(PersonId,)> = tx.all(sql.bind(id)).await?;
    let sql = Sql::new("select id, unit, role from v_assignment where suggestion = {}")
        .bind(id)
        .add(" and work <> 'passed-on' order by id");
    let parts: Vec<(AssignmentId, BodyId, String)> = tx.all(sql).await?;
    let part = |(id, unit, role): (_, _, String)| {
        let replies = Role::read(&role).is_some_and(Role::replies);
        Part { id, unit, replies }
    };
    Ok(Some(Matter {
        congress,
        lead,
        seconds: seconds.into_iter().map(|(person,)| person).collect(),
        parts: parts.into_iter().map(part).collect(),
        numbered: number.is_some(),
        by_another: entry.acting_for.is_some(),
    }))
}

/// The facts of accounts that are news to somebody, as the journal has them.
#[derive(Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
enum OfAccount {
    ActingGranted { deputy: PersonId, account: AccountId, until: Day },
    ActingAccepted { deputy: PersonId, account: AccountId },
    ActingEnded { deputy: PersonId, account: AccountId },
    PostIssued { duty: Duty, body: BodyId },
    PostWithdrawn { duty: Duty, body: BodyId },
}

fn of_account(entry: &Entry) -> Result<Vec<Tidings>, Fault> {
    let owner = Audience::Account(AccountId::from_uuid(entry.subject));
    let post = |kind, duty: Duty, body| {
        let given = Particulars { duty: Some(duty.to_string()), unit: Some(body), ..Particulars::default() };
        vec![Tidings { to: owner.clone(), kind, given }]
    };
    let acting = |kinds: [Kind; 2], deputy, account, day| {
        let given = Particulars { person: Some(deputy), account: Some(account), day, ..Particulars::default() };
        let both = [Audience::People(vec![deputy]), Audience::Account(account)];
        both.into_iter().zip(kinds).map(|(to, kind)| Tidings { to, kind, given: given.clone() }).collect()
    };
    Ok(match serde_json::from_value(entry.fact.clone())? {
        OfAccount::ActingGranted { deputy, account, until } => {
            acting([Kind::ActingGranted, Kind::ActingTrusted], deputy, account, Some(until))
        }
        OfAccount::ActingAccepted { deputy, account } => {
            let given = Particulars { person: Some(deputy), ..Particulars::default() };
            vec![Tidings { to: Audience::Account(account), kind: Kind::ActingAgreed, given }]
        }
        OfAccount::ActingEnded { deputy, account } => {
            acting([Kind::ActingEnded, Kind::ActingOver], deputy, account, None)
        }
        OfAccount::PostIssued { duty, body } => {
            let mut all = post(Kind::PostGiven, duty, body);
            all.extend(entry.body.map(|congress| set(entry, duty, body, congress)));
            all
        }
        OfAccount::PostWithdrawn { duty, body } => post(Kind::PostTaken, duty, body),
    })
}

/// The office hears of every post that serves its congress, whoever gave it: who keeps the machine gives none unseen. Of posts of
/// units and stations, which come in dozens, only the chief hears.
fn set(entry: &Entry, duty: Duty, body: BodyId, congress: BodyId) -> Tidings {
    let right = if duty.issuing_right() == Right::PostIssue { Right::AccountSee } else { Right::PostIssue };
    let given = Particulars {
        duty: Some(duty.to_string()),
        unit: Some(body),
        account: Some(AccountId::from_uuid(entry.subject)),
        by: entry.by,
        ..Particulars::default()
    };
    Tidings { to: Audience::Holders(right, congress), kind: Kind::PostSet, given }
}
