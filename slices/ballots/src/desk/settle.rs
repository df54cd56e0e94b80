//! The chief teller reports, the office's head announces; a result is corrected as a new edition.

use accounts_rules::{Actor, Right};
use ballots_rules::paper::{Refusal, Round, RoundId, unreadable};
use kernel::Text;
use kit::{Fault, Problem, Site};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    round::BallotReason,
    taken::{Taken, refused},
};
use crate::{
    secret::desk::begin::paper,
    store::{announce_result, begin_result, choose_result, readings, results, rounds_of, save_round, take_up_result},
};

/// The chief teller reports.
///
/// # Errors
/// When somebody else asks, bundles do not agree, spellings are unresolved, or figures do not hang together.
pub async fn report(site: &Site, actor: &Actor, id: RoundId) -> Result<Round, Problem> {
    let mut taken = Taken::begin(site, actor, id).await?;
    let account = taken.account()?;
    let bundles = taken.bundles().await?;
    let said = readings(&mut taken.tx, id).await?;
    let done = taken.was.clone().report(account, &bundles, &said, site.now());
    let (now, figures, fact) = done.map_err(refused)?;
    begin_result(&mut taken.tx, &now, &figures, unreadable(&bundles, &said), site.now()).await?;
    taken.finish(Ok((now, fact))).await
}

/// Whom of the tied the presidium decided for.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotTieWanted {
    /// As many names of the tied as places are left.
    #[schema(value_type = Vec<String>, max_items = 200)]
    pub names: Vec<Text<60>>,
}

/// The presidium's decision on a tie of the reported result is written down.
///
/// # Errors
/// When nothing is reported, no tie waits for the presidium, or the names are not so many of the tied.
pub async fn decide_tie(site: &Site, actor: &Actor, id: RoundId, wanted: BallotTieWanted) -> Result<Round, Problem> {
    let mut taken = Taken::by(site, actor, id, Right::BallotAnnounce).await?;
    let found = results(&mut taken.tx, id).await?.into_iter().find(|result| result.edition == taken.was.edition);
    let result = found.ok_or_else(|| refused(Refusal::NotReported))?;
    let fact = taken.was.decide_tie(&result.figures, &wanted.names).map_err(refused)?;
    let names: Vec<String> = wanted.names.iter().map(ToString::to_string).collect();
    choose_result(&mut taken.tx, &taken.was, &names).await?;
    let now = taken.was.clone();
    taken.finish(Ok((now, fact))).await
}

/// The result is announced, which locks it.
///
/// # Errors
/// When nothing is reported.
pub async fn announce(site: &Site, actor: &Actor, id: RoundId) -> Result<Round, Problem> {
    let mut taken = Taken::by(site, actor, id, Right::BallotAnnounce).await?;
    let (now, fact) = taken.was.clone().announce(site.now()).map_err(refused)?;
    let found = results(&mut taken.tx, id).await?.into_iter().find(|result| result.edition == now.edition);
    let result = found.ok_or_else(|| Fault::new(format_args!("round {id} is reported and has no result")))?;
    let outcome = now.outcome(&result.figures, &result.presidium).value;
    now.tie_settled(&outcome).map_err(refused)?;
    announce_result(&mut taken.tx, &now, &result.figures, &outcome, site.now()).await?;
    taken.finish(Ok((now, fact))).await
}

/// A result is taken up again: bundles can be recounted, and the next report is another edition.
///
/// # Errors
/// When there is none, or a later round rests on it.
pub async fn correct(site: &Site, actor: &Actor, id: RoundId, wanted: BallotReason) -> Result<Round, Problem> {
    let mut taken = Taken::by(site, actor, id, Right::BallotAnnounce).await?;
    paper(&mut taken).await?;
    let rounds = rounds_of(&mut taken.tx, taken.was.ballot).await?;
    let later = rounds.iter().any(|kept| kept.round.n > taken.was.n);
    let (now, fact) = taken.was.clone().correct(later).map_err(refused)?;
    take_up_result(&mut taken.tx, &taken.was, &wanted.reason, site.now()).await?;
    save_round(&mut taken.tx, &taken.was, &now).await?;
    taken.append(fact).await?;
    Ok(now)
}
