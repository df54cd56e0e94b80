//! Rounds of districts are counted; the vote of a congress is linked and its announced result taken over.

use accounts_rules::{Actor, Right};
use ballots_rules::{
    Tally,
    paper::{BallotId, RoundId},
};
use elections_rules::{
    Mode, Outcome,
    election::{
        Basics, CandidateId, Counted, DistrictId, Due, ElectionId, Fact, Figures, Origin, Place, Refusal, Verb, Why,
        certifiable, count, due,
    },
};
use kernel::{PersonId, Text};
use kit::{
    Problem, Site,
    db::{Ask, Sql},
    row,
    web::{Errors, Wrong},
};
use law_rules::{Verdict, Word as _};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    linked::agrees,
    mobile::back,
    prepare::district,
    taken::{Taken, refused},
};
use crate::{
    queries::{
        Part,
        whole::{held, parts},
    },
    store::{
        Candidate, District, Election, Round, Tallied, begin_candidate, begin_round, candidates, districts, tallies,
    },
};

/// The vote of the congress.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotLinkWanted {
    /// The matter of the kind `election` that the congress votes on.
    #[schema(value_type = uuid::Uuid)]
    pub ballot: BallotId,
}

/// Votes for one name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VotesWanted {
    /// A candidate, or somebody who was written in; at most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// How many.
    pub votes: u32,
}

/// A round as the tellers of a district report it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountWanted {
    /// Voters registered, of whom voted, ballots that came in, of them void, votes by proxy, most commissions of one, mobile boxes.
    #[schema(value_type = Object)]
    pub figures: Figures,
    /// Votes by name.
    #[schema(max_items = 500)]
    pub votes: Vec<VotesWanted>,
}

/// More names than this are no list.
const MOST_NAMES: usize = 500;

/// Names the vote by which a congress elects.
///
/// # Errors
/// When the voters elect, the congress votes on no such matter, or it asks for other seats or names.
pub async fn link(site: &Site, actor: &Actor, id: ElectionId, wanted: BallotLinkWanted) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Link)).await?;
    if taken.it.mode == Mode::Direct {
        return Err(refused(Refusal::NoBallot));
    }
    let sql = Sql::new("select 1 from v_ballot where kind = 'election' and id = {} and congress = {}");
    let found: Option<(i64,)> = taken.tx.one(sql.bind(wanted.ballot).bind(taken.it.congress)).await?;
    if found.is_none() {
        return Err(Errors::one("ballot", Wrong::new("elections-wrong-ballot")).into());
    }
    agrees(&mut taken.tx, &taken.it, wanted.ballot).await?;
    taken.it.ballot = Some(wanted.ballot);
    taken.finish(Fact::BallotLinked { ballot: wanted.ballot }).await
}

/// The round of a district that is due.
///
/// # Errors
/// When the congress votes, or nothing is due.
pub async fn due_in(ask: &mut impl Ask, it: &Election, district: &District) -> Result<Due, Problem> {
    if it.mode == Mode::Indirect {
        return Err(refused(Refusal::ByBallot));
    }
    it.stage.after(Verb::Count).map_err(refused)?;
    let held = held(ask, it.id, district.id).await?;
    due(district.seats, &held).ok_or_else(|| refused(Refusal::NothingDue))
}

/// Counts the round that is due in a district.
///
/// # Errors
/// When the day has not come, or figures cannot be.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: CountWanted,
) -> Result<Verdict<Counted>, Problem> {
    let (district, _) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Count)).await?;
    come(site, &taken.it)?;
    let due = due_in(&mut taken.tx, &taken.it, &district).await?;
    let found = counted(&mut taken, id, &due, &wanted).await?;
    let Counted { n, why, valid, .. } = found.value;
    taken.finish(Fact::RoundCounted { district: id, n, why, valid }).await?;
    Ok(found)
}

/// Counts a round of a district and writes it down.
pub(super) async fn counted(
    taken: &mut Taken<'_>,
    id: DistrictId,
    due: &Due,
    wanted: &CountWanted,
) -> Result<Verdict<Counted>, Problem> {
    if wanted.votes.len() > MOST_NAMES {
        return Err(refused(Refusal::Figures));
    }
    let out = back(&mut taken.tx, &taken.it, (id, due.n), wanted.figures.ballots).await?;
    // Boxes that were sent out count themselves.
    let figures = Figures { mobile: out.unwrap_or(wanted.figures.mobile), ..wanted.figures };
    let tally = |one: &VotesWanted| Tally { name: one.name.to_string(), votes: one.votes };
    let found = count(due, &figures, wanted.votes.iter().map(tally).collect())?;
    let Counted { n, why, seats, valid, ref outcome } = found.value;
    let mut placed = Vec::new();
    let mut known = of_district(taken, id).await?;
    let marks = tallies(&mut taken.tx, taken.it.id).await?;
    let sits = |one: &&Candidate| marks.iter().any(|mark| mark.candidate == one.id && mark.place == Place::Elected);
    if let Some(one) = known.iter().filter(sits).find(|one| wanted.votes.iter().any(|voted| voted.name == one.name)) {
        return Err(refused(Refusal::Seated { name: one.name.to_string() }));
    }
    for one in &wanted.votes {
        let candidate = named(taken, &mut known, id, (&one.name, None)).await?;
        let place = outcome.as_ref().map_or(Place::Failed, |outcome| place(outcome, one.name.as_str()));
        placed.push(Tallied { district: id, n, candidate, votes: one.votes, place });
    }
    let at = taken.site.now();
    let round = Round { district: id, n, why, seats, figures, ballot_round: None, valid, at };
    begin_round(&mut taken.tx, &round, &placed).await?;
    Ok(found)
}

/// Nothing is counted before election day.
fn come(site: &Site, it: &Election) -> Result<(), Problem> {
    if site.today() < it.day { Err(refused(Refusal::DayAhead { day: it.day.to_string() })) } else { Ok(()) }
}

fn place(outcome: &Outcome, name: &str) -> Place {
    let among = |names: &[String]| names.iter().any(|one| one == name);
    if among(&outcome.elected) {
        Place::Elected
    } else if outcome.revote_tie.as_ref().is_some_and(|tie| among(&tie.candidates)) {
        Place::Tied
    } else {
        Place::Failed
    }
}

async fn of_district(taken: &mut Taken<'_>, id: DistrictId) -> Result<Vec<Candidate>, Problem> {
    let mut all = candidates(&mut taken.tx, taken.it.id).await?;
    all.retain(|one| one.district == id);
    Ok(all)
}

/// The candidate of a name; somebody who was written in becomes one.
async fn named(
    taken: &mut Taken<'_>,
    known: &mut Vec<Candidate>,
    district: DistrictId,
    (name, person): (&Text<60>, Option<PersonId>),
) -> Result<CandidateId, Problem> {
    if let Some(found) = known.iter().find(|one| one.name == *name) {
        return Ok(found.id);
    }
    let it = Candidate {
        id: taken.site.new_id(),
        district,
        n: known.iter().map(|one| one.n).max().unwrap_or(0) + 1,
        name: name.clone(),
        person,
        note: None,
        origin: Origin::Written,
        proposer: None,
        signers: None,
        formal: false,
        preliminary: None,
        basics: Basics::default(),
    };
    begin_candidate(&mut taken.tx, &it).await?;
    let id = it.id;
    known.push(it);
    Ok(id)
}

row! {
    /// A name of an announced round of a ballot.
    struct BallotLine {
        round: RoundId,
        n: u32,
        why: String,
        name: Text<60>,
        person: Option<PersonId>,
        approve: u32,
        standing: Option<String>,
    }
}

/// Takes over what the congress's vote came to, as far as it was announced; what was taken before is taken again.
///
/// # Errors
/// When no vote is linked, it asked for other seats or names, or nothing of it was announced.
pub async fn take(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Count)).await?;
    let ballot = taken.it.ballot.ok_or_else(|| refused(Refusal::NoBallot))?;
    come(site, &taken.it)?;
    agrees(&mut taken.tx, &taken.it, ballot).await?;
    let sql = Sql::new("select round, n, why, name, person, approve, standing from v_ballot_result where ballot = {}");
    let lines: Vec<BallotLine> = taken.tx.all(sql.bind(ballot).add(" order by n, ordinal")).await?;
    let found = districts(&mut taken.tx, id).await?;
    let Some((district, last)) = found.first().zip(lines.last().map(|line| line.n)) else {
        return Err(refused(Refusal::BallotSilent));
    };
    for sql in ["delete from election_tally where district = {}", "delete from election_round where district = {}"] {
        taken.tx.run(Sql::new(sql).bind(district.id)).await?;
    }
    let mut known = of_district(&mut taken, district.id).await?;
    let mut held = 0;
    for n in 1..=last {
        held += usize::from(take_round(&mut taken, district, &mut known, (n, &lines)).await?);
    }
    taken.finish(Fact::ResultTaken { ballot, rounds: held }).await
}

async fn take_round(
    taken: &mut Taken<'_>,
    district: &District,
    known: &mut Vec<Candidate>,
    (n, lines): (u32, &[BallotLine]),
) -> Result<bool, Problem> {
    let own: Vec<&BallotLine> = lines.iter().filter(|line| line.n == n).collect();
    let Some(first) = own.first() else { return Ok(false) };
    let mut placed = Vec::new();
    for line in &own {
        let candidate = named(taken, known, district.id, (&line.name, line.person)).await?;
        let place = line.standing.as_deref().and_then(Place::read).unwrap_or(Place::Failed);
        placed.push(Tallied { district: district.id, n, candidate, votes: line.approve, place });
    }
    let round = Round {
        district: district.id,
        n,
        why: Why::read(&first.why).unwrap_or(Why::First),
        seats: district.seats,
        figures: Figures::default(),
        ballot_round: Some(first.round),
        valid: own.iter().any(|line| line.standing.is_some()),
        at: taken.site.now(),
    };
    begin_round(&mut taken.tx, &round, &placed).await?;
    Ok(true)
}

/// Whether every district is decided; else the first that is not. The voters' rounds are counted again: whatever is due must be held, the other
/// election for seats nobody reached too. A congress may vote on these later (选举法 45).
pub(super) async fn undecided(ask: &mut impl Ask, it: &Election) -> Result<Option<District>, Problem> {
    let open = |part: &Part| match it.mode {
        Mode::Direct => part.due().is_some(),
        Mode::Indirect => {
            let places = |marks: &[Tallied]| marks.iter().map(|mark| mark.place).collect::<Vec<_>>();
            let last = part.rounds.last().map(|(round, marks)| (round.valid, places(marks)));
            !certifiable(last.as_ref().map(|(valid, places)| (*valid, places.as_slice())))
        }
    };
    let all = parts(ask, it.id).await?;
    Ok(all.into_iter().find(open).map(|part| part.district))
}
