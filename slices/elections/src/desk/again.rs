//! 另行选举 at this session or a later one (选举法 45, 地方组织法 29): an election of its own for the seats a certified one left open.

use accounts_rules::{Actor, Right};
use ballots_rules::Tally;
use elections_rules::{
    Mode,
    election::{ElectionId, Fact, Kind, Place, Refusal, Stage, Verb, again, open_seats},
};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    db::{Ask, Sql, Tx},
    web::api::Once,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    prepare::{ElectionWanted, told, whole_congress},
    seated::seated,
    taken::{Taken, refused},
};
use crate::{
    queries::{Part, whole::parts},
    store::{Candidate, Election, begin_candidate, begin_election, certificates, districts, following, read_election},
};

/// The other election, as it is announced.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ElectionAgainWanted {
    /// At most 80 characters.
    #[schema(value_type = String)]
    pub title: Text<80>,
    /// Its day; not before the election it follows.
    #[schema(value_type = String, format = Date)]
    pub day: Day,
    /// The method it follows, at most 200 characters.
    #[schema(value_type = String)]
    pub method: Text<200>,
}

/// The seats an election left open and for which another can be held: a congress's vote, certified, not yet followed by one.
///
/// # Errors
/// When there are none.
pub async fn left_open(tx: &mut impl Ask, it: &Election) -> Result<u32, Problem> {
    it.stage.after(Verb::Again).map_err(refused)?;
    let elected = u32::try_from(certificates(tx, it.id).await?.len()).unwrap_or(u32::MAX);
    let open = open_seats(it.seats, elected);
    // The seats of a by-election are vacancies again: another by-election fills them.
    let none = open == 0 || it.mode == Mode::Direct || it.kind == Kind::By;
    if none || following(tx, it.id).await?.is_some() { Err(refused(Refusal::NothingOpen)) } else { Ok(open) }
}

/// Announces the other election: the open seats alone, with whoever was not elected by the order of the first vote; more may be nominated before the
/// list is fixed.
///
/// # Errors
/// When nothing is open, or the term is over.
pub async fn hold_again(
    site: &Site,
    actor: &Actor,
    id: ElectionId,
    wanted: ElectionAgainWanted,
    once: &Once,
) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Again)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let next: ElectionId = site.new_id();
    if let Some(before) = once.claim(&mut taken.tx, site, account, &wanted, next).await? {
        drop(taken);
        return read_election(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let open = left_open(&mut taken.tx, &taken.it).await?;
    if wanted.day < taken.it.day {
        return Err(refused(Refusal::DayEarly { day: taken.it.day.to_string() }));
    }
    let it = follower(&mut taken, (next, open), wanted).await?;
    begin_election(&mut taken.tx, &it).await?;
    whole_congress(&mut taken.tx, site, &it).await?;
    carry(&mut taken, &it).await?;
    told(&mut taken.tx, site, &it).await?;
    let fact = Fact::Announced { kind: it.kind, term: it.term, seats: it.seats, day: it.day };
    taken.note_of(next.uuid(), fact).await?;
    taken.note_of(next.uuid(), Fact::NominationsOpened).await?;
    taken.finish(Fact::HeldAgain { election: next, seats: open }).await?;
    Ok(it)
}

async fn follower(
    taken: &mut Taken<'_>,
    (next, seats): (ElectionId, u32),
    wanted: ElectionAgainWanted,
) -> Result<Election, Problem> {
    let was = taken.it.clone();
    let ElectionAgainWanted { title, day, method } = wanted;
    let like = ElectionWanted {
        title: title.clone(),
        kind: was.kind,
        mode: Some(was.mode),
        class: was.class,
        term: was.term,
        seats,
        day,
        method: method.clone(),
        candidates: None,
        voter_days: None,
        first_days: None,
        formal_days: None,
        vacancies: Vec::new(),
    };
    let seated = seated(&mut taken.tx, was.congress, &like).await?;
    Ok(Election {
        id: next,
        seated,
        title,
        seats,
        day,
        method,
        ballot: None,
        stage: Stage::Nominating,
        certified: None,
        confirmed: None,
        made: taken.site.now(),
        version: 1,
        follows: Some(was.id),
        candidates: None,
        ..was
    })
}

/// Whoever was not elected, with the votes of the first vote that counted.
fn unelected(part: &Part) -> Vec<Tally> {
    let elected = |one: &Candidate| {
        let mut marks = part.rounds.iter().flat_map(|(_, marks)| marks);
        marks.any(|mark| mark.candidate == one.id && mark.place == Place::Elected)
    };
    let first =
        part.rounds.iter().find(|(round, _)| round.valid).map(|(_, marks)| marks.as_slice()).unwrap_or_default();
    let left = part.candidates.iter().filter(|one| !elected(one)).filter_map(|one| {
        let mark = first.iter().find(|mark| mark.candidate == one.id)?;
        Some(Tally { name: one.name.to_string(), votes: mark.votes })
    });
    left.collect()
}

/// Carries candidates over.
async fn carry(taken: &mut Taken<'_>, it: &Election) -> Result<(), Problem> {
    let before = parts(&mut taken.tx, taken.it.id).await?;
    let (Some(part), Some(at)) = (before.first(), districts(&mut taken.tx, it.id).await?.into_iter().next()) else {
        return Ok(());
    };
    let names = again(it.contesting(), it.seats, unelected(part)).value;
    for (n, name) in (1_u32..).zip(&names) {
        let Some(one) = part.candidates.iter().find(|one| one.name.as_str() == name) else { continue };
        let candidate =
            Candidate { id: taken.site.new_id(), district: at.id, n, formal: false, preliminary: None, ..one.clone() };
        begin_candidate(&mut taken.tx, &candidate).await?;
    }
    Ok(())
}

/// Gives the vacancies back that a by-election did not fill: as many as seats are open.
pub(super) async fn release(tx: &mut Tx, it: &Election, open: u32) -> Result<(), Problem> {
    let sql = Sql::new("select mandate from election_vacancy where election = {} order by mandate desc");
    let all: Vec<(roster_rules::MandateId,)> = tx.all(sql.bind(it.id)).await?;
    for (mandate,) in all.into_iter().take(usize::try_from(open).unwrap_or(usize::MAX)) {
        tx.run(Sql::new("delete from election_vacancy where mandate = {}").bind(mandate)).await?;
    }
    Ok(())
}
