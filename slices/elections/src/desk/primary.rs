//! A preliminary election (预选) of a district is counted while names are put forward; the formal list follows its order.

use accounts_rules::{Actor, Right};
use elections_rules::election::{
    Asked, CandidateId, DistrictId, Fact, Primary, PrimaryFigures, PrimaryVotes, Verb, primary,
};
use kernel::Day;
use kit::{
    Problem, Site,
    web::{Errors, Filled, Stale, Wrong, api::edition},
};
use law_rules::{Verdict, Word as _};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    prepare::district,
    taken::{Taken, happened},
};
use crate::store::{Candidate, PrimaryRound, candidates, primaries, save_candidate, save_primary};

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
/// When names are not put forward now, the day has not come, or figures cannot be. With both counts, when somebody entered another since
/// the caller had `seen` it.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: PrimaryWanted,
    seen: Option<i64>,
) -> Result<Verdict<Primary<CandidateId>>, Problem> {
    let (district, _) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Primary)).await?;
    let PrimaryWanted { day, asked, figures, votes } = wanted;
    happened(site, day)?;
    let mut known = candidates(&mut taken.tx, taken.it.id).await?;
    known.retain(|one| one.district == id);
    let stranger = votes.iter().any(|one| !known.iter().any(|own| own.id == one.candidate));
    if stranger || votes.len() > MOST_NAMES || known.is_empty() {
        return Err(Errors::one("votes", Wrong::new("elections-wrong-nominee")).into());
    }
    let before = known.clone();
    let mut all = Vec::new();
    for one in &mut known {
        let got = votes.iter().find(|voted| voted.candidate == one.id).map_or(0, |voted| voted.votes);
        one.preliminary = Some(got);
        all.push(PrimaryVotes { nominee: one.id, votes: got });
    }
    let found = primary((taken.it.contesting(), district.seats), asked, &figures, &all)?;
    let valid = found.value.valid;
    let was = primaries(&mut taken.tx, taken.it.id).await?.into_iter().find(|round| round.district == id);
    let now = PrimaryRound { district: id, day, asked, figures, valid, at: site.now() };
    unchanged(was.map(|was| (was, before.as_slice())), (now, &known), seen)?;
    for one in &known {
        save_candidate(&mut taken.tx, one).await?;
    }
    save_primary(&mut taken.tx, &now).await?;
    taken.finish(Fact::PrimaryCounted { district: id, valid }).await?;
    Ok(found)
}

/// A count as its form has it.
fn held(round: &PrimaryRound, nominees: &[Candidate]) -> [Filled; 9] {
    let PrimaryFigures { entitled, took_part, handed, returned, invalid, marks } = round.figures;
    let line = |one: &Candidate| format!("{}｜{}", one.name, one.preliminary.unwrap_or(0));
    [
        ("day", "elections-field-primary-day", round.day.to_string()),
        ("asked", "elections-field-asked", round.asked.word().to_owned()),
        ("entitled", "elections-field-entitled", entitled.to_string()),
        ("took_part", "elections-field-took-part", took_part.to_string()),
        ("handed", "elections-field-handed", handed.to_string()),
        ("returned", "elections-field-returned", returned.to_string()),
        ("invalid", "elections-field-invalid", invalid.to_string()),
        ("marks", "elections-field-marks", marks.to_string()),
        ("votes", "elections-field-votes", nominees.iter().map(line).collect::<Vec<_>>().join("\n")),
    ]
}

/// The version of a count with what its nominees came to.
#[must_use]
pub fn version(round: &PrimaryRound, nominees: &[Candidate]) -> i64 {
    edition(&held(round, nominees).each_ref().map(|(_, _, value)| value.as_str()))
}

/// That the count which stands, if any, is the one that was `seen`, 0 for none, or says the same.
fn unchanged(
    was: Option<(PrimaryRound, &[Candidate])>,
    now: (PrimaryRound, &[Candidate]),
    seen: Option<i64>,
) -> Result<(), Problem> {
    let Some((was, theirs)) = was else { return Ok(()) };
    let stands = version(&was, theirs);
    if seen.is_none_or(|seen| seen == stands) || stands == version(&now.0, now.1) {
        return Ok(());
    }
    let action = format!("/elections/districts/{}/preliminary", was.district);
    Err(Problem::Stale(Box::new(Stale::between(action, stands, held(&now.0, now.1).into(), held(&was, theirs).into()))))
}
