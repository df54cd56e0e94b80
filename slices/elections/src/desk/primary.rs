//! A preliminary election (预选) of a district is counted while names are put forward; the formal list follows its order.

use accounts_rules::{Actor, Right};
use elections_rules::election::{
    Asked, CandidateId, DistrictId, Fact, Primary, PrimaryFigures, PrimaryVotes, Refusal, Verb, primary,
};
use kernel::Day;
use kit::{
    Problem, Site,
    web::{Errors, Wrong},
};
use law_rules::Verdict;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    prepare::district,
    taken::{Taken, refused},
};
use crate::store::{PrimaryRound, candidates, save_candidate, save_primary};

/// Votes for a nominee.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrimaryVotesWanted {
    /// Who.
    #[schema(value_type = uuid::Uuid)]
    pub candidate: CandidateId,
    /// How many.
    pub votes: u32,
}

/// A preliminary election as it is reported.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrimaryWanted {
    /// When it was held.
    #[schema(value_type = String, format = Date)]
    pub day: Day,
    /// How many must take part, by the rules of the province or the method: `nothing`, `third` or `half`; left out, `nothing`, as the law asks for none.
    #[serde(default = "nothing")]
    #[schema(value_type = Option<String>)]
    pub asked: Asked,
    /// Who may take part, who did, ballots handed out and returned, of them void, names a ballot may have.
    #[schema(value_type = Object)]
    pub figures: PrimaryFigures,
    /// Votes of everybody who was nominated; who is left out has none.
    #[schema(max_items = 500)]
    pub votes: Vec<PrimaryVotesWanted>,
}

/// The law asks for no number of participants.
const fn nothing() -> Asked {
    Asked::Nothing
}

/// More names than this are no list.
const MOST_NAMES: usize = 500;

/// Counts the preliminary election of a district; a count before is replaced.
///
/// # Errors
/// When names are not put forward now, the day has not come, or figures cannot be.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: PrimaryWanted,
) -> Result<Verdict<Primary<CandidateId>>, Problem> {
    let (district, _) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Primary)).await?;
    let PrimaryWanted { day, asked, figures, votes } = wanted;
    if day > site.today() {
        return Err(refused(Refusal::DayAhead { day: day.to_string() }));
    }
    let mut known = candidates(&mut taken.tx, taken.it.id).await?;
    known.retain(|one| one.district == id);
    let stranger = votes.iter().any(|one| !known.iter().any(|own| own.id == one.candidate));
    if stranger || votes.len() > MOST_NAMES || known.is_empty() {
        return Err(Errors::one("votes", Wrong::new("elections-wrong-nominee")).into());
    }
    let mut all = Vec::new();
    for one in &mut known {
        let got = votes.iter().find(|voted| voted.candidate == one.id).map_or(0, |voted| voted.votes);
        one.preliminary = Some(got);
        all.push(PrimaryVotes { nominee: one.id, votes: got });
    }
    let found = primary((taken.it.contesting(), district.seats), asked, &figures, &all)?;
    let valid = found.value.valid;
    for one in &known {
        save_candidate(&mut taken.tx, one).await?;
    }
    save_primary(&mut taken.tx, &PrimaryRound { district: id, day, asked, figures, valid, at: site.now() }).await?;
    taken.finish(Fact::PrimaryCounted { district: id, valid }).await?;
    Ok(found)
}
