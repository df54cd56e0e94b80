//! What the vote of a congress asks is held against the election it is linked with.

use ballots_rules::{
    paper::{Assembly, BallotId, Spec},
    round::{Bar, Base},
};
use elections_rules::election::{Kind, Refusal, Stage, unlike};
use kit::{
    Fault, Problem,
    db::{Sql, Tx},
    web::{Errors, Wrong},
};

use super::taken::refused;
use crate::store::{Candidate, Election, candidates};

/// Whether the ballot is of the assembly and by the majority that the law asks, for as many as the election, and once the formal list is fixed, for those who stand on it.
pub(super) async fn agrees(tx: &mut Tx, it: &Election, ballot: BallotId) -> Result<(), Problem> {
    let found: Option<(String,)> =
        tx.one(Sql::new("select spec from v_ballot_spec where ballot = {}").bind(ballot)).await?;
    let Some((spec,)) = found else {
        return Err(Errors::one("ballot", Wrong::new("elections-wrong-ballot")).into());
    };
    let spec: Spec = serde_json::from_str(&spec).map_err(Fault::from)?;
    let between_sessions = it.kind == Kind::By && it.class.is_none();
    if spec.assembly == Assembly::Committee && !between_sessions {
        return Err(refused(Refusal::BallotAssembly));
    }
    if spec.rule.base != Base::Members || spec.rule.bar != Bar::MoreThanHalf {
        return Err(refused(Refusal::BallotMajority));
    }
    if spec.rule.places != it.seats {
        return Err(refused(Refusal::BallotPlaces { places: spec.rule.places, seats: it.seats }));
    }
    if !matches!(it.stage, Stage::Fixed | Stage::Voted) {
        return Ok(());
    }
    let all = candidates(tx, it.id).await?;
    let formal: Vec<&str> = all.iter().filter(|one: &&Candidate| one.formal).map(|one| one.name.as_str()).collect();
    match unlike(&spec.listed(), &formal) {
        Some(name) => Err(refused(Refusal::BallotNames { name: name.to_owned() })),
        None => Ok(()),
    }
}
