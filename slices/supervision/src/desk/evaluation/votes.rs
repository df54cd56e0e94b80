//! 现场测评: the totals of a vote on the spot, entered and corrected.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Refused};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Val},
    web::{Errors, Stale, Wrong, api::edition},
};
use serde::Deserialize;
use supervision_rules::{EvaluationId, Fact, Measure};
use utoipa::ToSchema;

use super::Work;

/// The totals of a vote on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoteWanted {
    /// Ballots handed in; the four others add up to it.
    pub ballots: u32,
    /// 满意.
    pub satisfied: u32,
    /// 基本满意.
    pub basically: u32,
    /// 不满意.
    pub dissatisfied: u32,
    /// 弃权 and invalid ones.
    pub invalid: u32,
}

impl VoteWanted {
    /// The fields as the form has them: name, key of the label, number.
    #[must_use]
    pub fn fields(&self) -> [(&'static str, &'static str, String); 5] {
        [
            ("ballots", "supervision-field-ballots", self.ballots.to_string()),
            ("satisfied", "supervision-field-satisfied", self.satisfied.to_string()),
            ("basically", "supervision-field-basically", self.basically.to_string()),
            ("dissatisfied", "supervision-field-dissatisfied", self.dissatisfied.to_string()),
            ("invalid", "supervision-field-invalid", self.invalid.to_string()),
        ]
    }
}

/// The totals that stand for a unit, if any were entered.
pub async fn entered(ask: &mut impl Ask, id: EvaluationId, unit: BodyId) -> Result<Option<VoteWanted>, Fault> {
    let sql = Sql::new("select ballots, satisfied, basically, dissatisfied, invalid from evaluation_vote");
    let sql = sql.add(" where evaluation = {}").bind(id).add(" and unit = {}").bind(unit);
    let row: Option<(u32, u32, u32, u32, u32)> = ask.one(sql).await?;
    Ok(row.map(|(ballots, satisfied, basically, dissatisfied, invalid)| VoteWanted {
        ballots,
        satisfied,
        basically,
        dissatisfied,
        invalid,
    }))
}

/// The version of the totals of a unit; 0 while none were entered.
#[must_use]
pub fn votes_version(stands: Option<&VoteWanted>) -> i64 {
    stands.map_or(0, |votes| {
        let [ballots, satisfied, basically, dissatisfied, invalid] = votes.fields().map(|(_, _, number)| number);
        edition(&[&ballots, &satisfied, &basically, &dissatisfied, &invalid])
    })
}

/// Enters the totals; later ones take the place of those before. Answers their version.
///
/// # Errors
/// When it is not open, its scheme asks for no vote, or the votes do not add up to the ballots. With both totals when others were
/// entered since the caller had `seen` them.
pub async fn vote(
    site: &Site,
    actor: &Actor,
    (id, unit): (EvaluationId, BodyId),
    wanted: VoteWanted,
    seen: Option<i64>,
) -> Result<i64, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::EvaluationKeep, work.was.congress)?;
    work.was.takes(unit, Measure::Vote).map_err(Refused::from)?;
    let VoteWanted { ballots, satisfied, basically, dissatisfied, invalid } = wanted;
    let sum = [satisfied, basically, dissatisfied, invalid].into_iter().map(u64::from).sum::<u64>();
    if sum != u64::from(ballots) || ballots == 0 || ballots > 5_000 {
        return Err(Errors::one("ballots", Wrong::new("supervision-wrong-ballots").with("sum", sum)).into());
    }
    let stands = entered(&mut work.tx, id, unit).await?;
    if seen.is_some_and(|seen| seen != votes_version(stands.as_ref())) && stands != Some(wanted) {
        let back = format!("/supervision/evaluations/{id}/units/{unit}/votes");
        let none = || wanted.fields().map(|(name, label, _)| (name, label, String::new())).into();
        let theirs = stands.as_ref().map_or_else(none, |stands| stands.fields().into());
        let stale = Stale::between(back, votes_version(stands.as_ref()), wanted.fields().into(), theirs);
        return Err(Problem::Stale(Box::new(stale)));
    }
    let sql = Sql::new(
        "insert into evaluation_vote (evaluation, unit, ballots, satisfied, basically, dissatisfied, invalid, at) values ",
    );
    let counts = [ballots, satisfied, basically, dissatisfied, invalid].map(Val::from);
    let vals: Vec<Val> = [Val::from(id), unit.into()].into_iter().chain(counts).chain([site.now().into()]).collect();
    let sql = sql
        .list(vals)
        .add(" on conflict (evaluation, unit) do update set ballots = excluded.ballots, satisfied = excluded.satisfied,")
        .add(" basically = excluded.basically, dissatisfied = excluded.dissatisfied, invalid = excluded.invalid, at = excluded.at");
    work.tx.run(sql).await?;
    work.append(Fact::VotesEntered { unit, ballots, satisfied, basically, dissatisfied, invalid }).await?;
    Ok(votes_version(Some(&wanted)))
}
