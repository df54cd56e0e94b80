//! How many stand: the number that the method of a congress fixes (选举办法), often adopted after the election was announced.

use accounts_rules::{Actor, Right};
use elections_rules::election::{ElectionId, Fact, Refusal, Verb, fixed};
use kit::{Problem, Site};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::taken::{Taken, refused};
use crate::store::Election;

/// How many stand.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidateNumberWanted {
    /// The number of candidates, not that by which they are more than the seats; nothing where the method leaves it to the law.
    pub candidates: Option<u32>,
}

/// Enters the number, or takes it out.
///
/// # Errors
/// When the formal list is fixed, no method fixes it there, or it lies outside what the law allows.
pub async fn set(
    site: &Site,
    actor: &Actor,
    id: ElectionId,
    wanted: CandidateNumberWanted,
) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Number)).await?;
    if !taken.it.contesting().may_fix() {
        return Err(refused(Refusal::FixedHere));
    }
    if let Some(number) = wanted.candidates {
        fixed(taken.it.contesting(), taken.it.seats, number)?;
    }
    taken.it.candidates = wanted.candidates;
    taken.finish(Fact::NumberFixed { candidates: wanted.candidates }).await
}
