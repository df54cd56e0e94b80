//! The last round of a district is entered again before anything is certified: a slip of the pen is put right, and what stood before stays to be read.

use accounts_rules::{Actor, Right};
use elections_rules::{
    Mode,
    election::{Counted, DistrictId, Due, Fact, Figures, Refusal, Verb, due},
};
use kernel::Text;
use kit::{
    Problem, Site,
    db::{Ask, Sql},
};
use law_rules::Verdict;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    count::{CountWanted, VotesWanted, counted},
    prepare::district,
    taken::{Taken, refused},
};
use crate::{
    queries::{Part, whole::parts},
    store::{Before, District, Election, Recount, Round, Tallied, begin_recount, recounts},
};

/// A round as it should have been entered.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecountWanted {
    /// Which round: the last one of the district.
    pub n: u32,
    /// Voters registered, of whom voted, ballots that came in, of them void, votes by proxy, most commissions of one, mobile boxes.
    #[schema(value_type = Object)]
    pub figures: Figures,
    /// Votes by name.
    #[schema(max_items = 500)]
    pub votes: Vec<VotesWanted>,
    /// Why, at most 200 characters.
    #[schema(value_type = String)]
    pub reason: Text<200>,
}

/// The last round of a district as it stands, and among whom it was held.
#[derive(Clone, Debug)]
pub struct Last {
    /// The round.
    pub round: Round,
    /// What everybody came to.
    pub votes: Vec<(String, u32)>,
    /// What was due then.
    pub due: Due,
}

/// The last round of a district of the voters that may be entered again.
///
/// # Errors
/// When the congress votes, nothing was counted, or the result is certified.
pub async fn last(ask: &mut impl Ask, it: &Election, district: &District) -> Result<Last, Problem> {
    if it.mode == Mode::Indirect {
        return Err(refused(Refusal::ByBallot));
    }
    it.stage.after(Verb::Recount).map_err(refused)?;
    let part: Option<Part> = parts(ask, it.id).await?.into_iter().find(|part| part.district.id == district.id);
    let found = part.and_then(|part| {
        let (round, marks) = part.rounds.last()?.clone();
        let held = part.held();
        let (_, before) = held.split_last()?;
        let vote = |mark: &Tallied| (part.name(mark.candidate).to_owned(), mark.votes);
        Some(Last { round, votes: marks.iter().map(vote).collect(), due: due(district.seats, before)? })
    });
    found.ok_or_else(|| refused(Refusal::NothingCounted))
}

/// Enters it again.
///
/// # Errors
/// When it is not the last round, the result is certified, or figures cannot be.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: RecountWanted,
) -> Result<Verdict<Counted>, Problem> {
    let (district, _) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Recount)).await?;
    let Last { round, votes, due } = last(&mut taken.tx, &taken.it, &district).await?;
    let RecountWanted { n, figures, votes: right, reason } = wanted;
    if round.n != n {
        return Err(refused(Refusal::NothingCounted));
    }
    let earlier = recounts(&mut taken.tx, taken.it.id).await?;
    let earlier = earlier.iter().filter(|one| one.district == id && one.n == n).count();
    let attempt = u32::try_from(earlier).unwrap_or(u32::MAX).saturating_add(1);
    let before = Before { figures: round.figures, votes };
    let kept = Recount { district: id, n, attempt, before, reason, account, at: site.now() };
    begin_recount(&mut taken.tx, &kept).await?;
    for sql in [
        "delete from election_tally where district = {} and n = {}",
        "delete from election_round where district = {} and n = {}",
    ] {
        taken.tx.run(Sql::new(sql).bind(id).bind(n)).await?;
    }
    let found = counted(&mut taken, id, &due, &CountWanted { figures, votes: right }).await?;
    // A name that was misread stood for nobody.
    let sql = Sql::new("delete from election_candidate where district = {} and origin = 'written' ").bind(id);
    let sql = sql.add("and not exists (select 1 from election_tally t where t.candidate = election_candidate.id)");
    taken.tx.run(sql).await?;
    let valid = found.value.valid;
    taken.finish(Fact::RoundRecounted { district: id, n, attempt, valid }).await?;
    Ok(found)
}
