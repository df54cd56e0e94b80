//! A round is held electronically.

use accounts_rules::{Actor, Right};
use ballots_rules::{
    paper::{Kind, Round, RoundId},
    secret::{Beginning, Hall, LEAST, Refusal},
};
use kernel::{AccountId, Text};
use kit::{
    Problem, Site,
    db::Ask,
    journal,
    web::{Errors, Wrong},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::refused;
use crate::{
    desk::taken::Taken,
    queries::people,
    secret::{
        crypto,
        store::{begin_hall, read_hall},
    },
    store::{Item, standing},
};

/// A trustee to be named.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrusteeWanted {
    /// Who, at most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// An account of the congress, where there is one: it may hand in by itself.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub account: Option<AccountId>,
}

/// How a round is held electronically.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HallWanted {
    /// Fewest voters; left out, seven.
    #[serde(default)]
    pub least: Option<u32>,
    /// 密钥保管人: two to nine.
    #[schema(max_items = 9)]
    pub trustees: Vec<TrusteeWanted>,
}

/// Holds the round electronically.
///
/// # Errors
/// When it is an election or a ranking, no adopted method permits it, it is counted already, or there are too few people or
/// trustees.
pub async fn begin(site: &Site, actor: &Actor, id: RoundId, wanted: HallWanted) -> Result<Hall, Problem> {
    let mut taken = Taken::by(site, actor, id, Right::BallotPrepare).await?;
    if read_hall(&mut taken.tx, id).await?.is_some() {
        return Err(refused(Refusal::HallThere));
    }
    let not_permitted = || refused(Refusal::NotPermitted);
    for account in wanted.trustees.iter().filter_map(|one| one.account) {
        let unknown = || Errors::one("trustees", Wrong::new("ballots-wrong-account"));
        people::staff(&mut taken.tx, taken.item.congress, account).await?.ok_or_else(unknown)?;
    }
    suits(&taken.item, &taken.was).map_err(refused)?;
    let (method, article) = permit(&mut taken.tx, &taken.item, &taken.was).await?.ok_or_else(not_permitted)?;
    let HallWanted { least, trustees } = wanted;
    let trustees = trustees.into_iter().map(|one| (one.name, one.account)).collect();
    let vote = crypto::new_vote(site);
    let beginning = Beginning { vote, method, article, least: least.unwrap_or(LEAST), trustees };
    let (hall, fact) = Hall::begin(&taken.was, beginning).map_err(refused)?;
    begin_hall(&mut taken.tx, &hall, site.chance::<32>().to_vec()).await?;
    journal::append(&mut taken.tx, actor.records(site.now(), taken.item.congress, id.uuid(), fact)).await?;
    taken.tx.commit().await?;
    site.wrote();
    Ok(hall)
}

/// Whether the electronic way suits a round: no vote of an election does, not even among its tied.
///
/// # Errors
/// When not.
pub(crate) fn suits(item: &Item, round: &Round) -> Result<(), Refusal> {
    if item.spec.kind == Kind::Election { Err(Refusal::Election) } else { Hall::suits(round) }
}

/// The document and the article by which the standing method permits an electronic secret ballot; nothing where it does not.
pub(crate) async fn permit(
    ask: &mut impl Ask,
    item: &Item,
    round: &Round,
) -> Result<Option<(Text<200>, Text<80>)>, Problem> {
    let stands = standing(ask, item.congress, (round.spec.assembly, round.spec.kind)).await?;
    Ok(stands.and_then(|edition| edition.method.secret.map(|article| (edition.method.document, article))))
}

/// Lets the paper way through only where no electronic one runs, or gave the result.
///
/// # Errors
/// When one runs, or did.
pub(crate) async fn paper(taken: &mut Taken<'_>) -> Result<(), Problem> {
    use ballots_rules::secret::HallStage::{Done, Void};
    match read_hall(&mut taken.tx, taken.was.id).await?.map(|kept| kept.hall.stage) {
        None | Some(Void) => Ok(()),
        Some(Done) => Err(refused(Refusal::HallThere)),
        Some(_) => Err(refused(Refusal::HallRuns)),
    }
}
