//! A round is opened, tellers are named and declare, boxes are emptied; or it is called off.

use accounts_rules::{Actor, Right};
use ballots_rules::paper::{
    BallotId, Boxes, Name, Opening, Refusal, Role, Round, RoundId, Spec, Stage, Teller, Why, follow,
};
use kernel::{AccountId, BodyId, Text};
use kit::{
    Problem, Site,
    db::Ask,
    journal,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::taken::{Taken, looked, refused};
use crate::{
    queries::people,
    secret::desk::begin::paper,
    sight,
    store::{Item, begin_round, results, rounds_of, spec_hash, take_item},
};

/// A round to be opened.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundWanted {
    /// 应到: all deputies in office, or all members of the committee.
    pub members: u32,
    /// 实到.
    pub present: u32,
    /// 计票人: accounts, two at least.
    #[schema(value_type = Vec<Uuid>)]
    pub counters: Vec<AccountId>,
    /// 总监票人: an account.
    #[schema(value_type = Uuid)]
    pub chief: AccountId,
    /// Candidates of another election, where they are not those proposed.
    #[serde(default)]
    #[schema(value_type = Option<Vec<Object>>)]
    pub names: Option<Vec<Name>>,
}

/// A teller to be named in a round that runs.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TellerWanted {
    /// The account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// `counter` or `chief`.
    #[schema(value_type = String)]
    pub role: Role,
}

/// What a teller declares.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarationWanted {
    /// Whether I am on the ballot or a near relative of somebody who is, and so stand aside.
    pub near: bool,
}

/// Ballots out and in.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BoxesWanted {
    /// 领出: handed out, spoiled ones included.
    pub handed_out: u32,
    /// 作废换发: spoiled ones taken back for another.
    pub spoiled: u32,
    /// 收回: the ballots of each box.
    pub returned: Vec<u32>,
}

/// Why a round is called off, or a result taken up again.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotReason {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
}

/// The round that can be opened now.
#[derive(Clone, Debug)]
pub struct Due {
    /// Which of its matter.
    pub n: u32,
    /// Why.
    pub why: Why,
    /// The round it follows from.
    pub after: Option<RoundId>,
    /// With what.
    pub spec: Spec,
}

/// The round of a matter that can be opened now.
///
/// # Errors
/// When one runs, or nothing follows from the last.
pub async fn due(ask: &mut impl Ask, item: &Item) -> Result<Due, Problem> {
    let rounds = rounds_of(ask, item.id).await?;
    let Some(last) = rounds.last().map(|kept| &kept.round) else {
        return Ok(Due { n: 1, why: Why::First, after: None, spec: item.spec.clone() });
    };
    let n = last.n + 1;
    match &last.stage {
        Stage::CalledOff { .. } => Ok(Due { n, why: last.why, after: last.after, spec: last.spec.clone() }),
        Stage::Announced { .. } => {
            let found = results(ask, last.id).await?.into_iter().rev().find(|result| result.announced.is_some());
            let outcome = found.map(|result| last.outcome(&result.figures, &result.presidium).value);
            let next = outcome.and_then(|outcome| follow(last, &outcome));
            let next = next.ok_or_else(|| refused(Refusal::NothingFollows))?;
            Ok(Due { n, why: next.why, after: Some(last.id), spec: next.spec })
        }
        Stage::Open | Stage::Counting { .. } | Stage::Reported { .. } => Err(refused(Refusal::RoundRuns)),
    }
}

/// With what people vote on paper now: in the round that runs, or else in the one that can be opened; nothing once all is decided.
///
/// # Errors
/// When the database refuses.
pub async fn on_paper(ask: &mut impl Ask, item: &Item) -> Result<Option<(u32, Spec)>, Problem> {
    let last = rounds_of(ask, item.id).await?.pop().map(|kept| kept.round);
    if let Some(round) = last.filter(|round| matches!(round.stage, Stage::Open | Stage::Counting { .. })) {
        return Ok(Some((round.n, round.spec)));
    }
    match due(ask, item).await {
        Ok(due) => Ok(Some((due.n, due.spec))),
        Err(Problem::Refused(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

async fn named(ask: &mut impl Ask, congress: BodyId, account: AccountId, role: Role) -> Result<Teller, Problem> {
    let field = if role == Role::Chief { "chief" } else { "counters" };
    let unknown = || Errors::one(field, Wrong::new("ballots-wrong-account"));
    let found = people::staff(ask, congress, account).await?.ok_or_else(unknown)?;
    Ok(Teller { account, person: found.person, name: found.name, role, declared: None, aside: None })
}

/// Opens the round that is due.
///
/// # Errors
/// When one runs, nothing follows, too few are present, or the tellers do not suffice.
pub async fn open(
    site: &Site,
    actor: &Actor,
    id: BallotId,
    wanted: RoundWanted,
    once: &Once,
) -> Result<Round, Problem> {
    let account = actor.account.ok_or(Problem::SignIn)?;
    let new = site.new_id();
    let mut tx = site.db().begin().await?;
    let item = take_item(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let opened = !rounds_of(&mut tx, id).await?.is_empty();
    sight::looks(actor, &item, opened)?;
    actor.may(Right::BallotPrepare, item.congress)?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, new).await? {
        drop(tx);
        return of(site, actor, before).await.map(|(_, round, _)| round);
    }
    let Due { n, why, after, mut spec } = due(&mut tx, &item).await?;
    if let Some(names) = wanted.names.filter(|_| why == Why::Rerun) {
        spec.names = names;
    }
    let mut tellers = vec![named(&mut tx, item.congress, wanted.chief, Role::Chief).await?];
    for account in wanted.counters {
        tellers.push(named(&mut tx, item.congress, account, Role::Counter).await?);
    }
    let hash = spec_hash(&spec)?;
    let opening = Opening { n, why, after, spec, hash, members: wanted.members, present: wanted.present, tellers };
    let (round, fact) = Round::open(new, id, opening, site.now()).map_err(refused)?;
    begin_round(&mut tx, &round).await?;
    journal::append(&mut tx, actor.records(site.now(), item.congress, new.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(round)
}

/// Names another teller, or another chief in the place of the one before.
///
/// # Errors
/// When the result is reported, the account is nobody's here, or stands on the ballot.
pub async fn name_teller(site: &Site, actor: &Actor, id: RoundId, wanted: TellerWanted) -> Result<Round, Problem> {
    let mut taken = Taken::by(site, actor, id, Right::BallotPrepare).await?;
    let teller = named(&mut taken.tx, taken.item.congress, wanted.account, wanted.role).await?;
    let done = taken.was.clone().name_teller(teller, site.now());
    taken.finish(done).await
}

/// A teller declares to be near to nobody on the ballot, or stands aside.
///
/// # Errors
/// When this account counts nothing here, or has declared.
pub async fn declare(site: &Site, actor: &Actor, id: RoundId, wanted: DeclarationWanted) -> Result<Round, Problem> {
    let taken = Taken::begin(site, actor, id).await?;
    let account = taken.account()?;
    let done = taken.was.clone().declare(account, wanted.near, site.now());
    taken.finish(done).await
}

/// The boxes are emptied.
///
/// # Errors
/// When the result is reported, or the figures cannot be.
pub async fn empty_boxes(site: &Site, actor: &Actor, id: RoundId, wanted: BoxesWanted) -> Result<Round, Problem> {
    let mut taken = Taken::by(site, actor, id, Right::BallotPrepare).await?;
    paper(&mut taken).await?;
    let BoxesWanted { handed_out, spoiled, returned } = wanted;
    let done = taken.was.clone().empty_boxes(Boxes { handed_out, spoiled, returned });
    taken.finish(done).await
}

/// Calls the round off.
///
/// # Errors
/// When there is a result.
pub async fn call_off(site: &Site, actor: &Actor, id: RoundId, wanted: BallotReason) -> Result<Round, Problem> {
    let mut taken = Taken::by(site, actor, id, Right::BallotAnnounce).await?;
    paper(&mut taken).await?;
    let done = taken.was.clone().call_off(wanted.reason, site.now());
    taken.finish(done).await
}

/// One round with its matter and version, for who may look.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round, i64), Problem> {
    looked(site, actor, id).await
}

/// One round, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: RoundId, right: Right) -> Result<(Item, Round), Problem> {
    let (item, round, _) = looked(site, actor, id).await?;
    actor.may(right, item.congress)?;
    Ok((item, round))
}

/// One round, for who counts in it in this role.
///
/// # Errors
/// As [`of`]; and when somebody else asks.
pub async fn teller(site: &Site, actor: &Actor, id: RoundId, role: Option<Role>) -> Result<(Item, Round), Problem> {
    let (item, round, _) = looked(site, actor, id).await?;
    let own = actor.account.filter(|_| actor.acting_for.is_none()).and_then(|account| round.tellers.of(account));
    match own.filter(|teller| role.is_none_or(|role| role == teller.role)) {
        Some(_) => Ok((item, round)),
        None => Err(refused(Refusal::NoTeller)),
    }
}

/// Every round of a matter, for pages.
///
/// # Errors
/// When the database refuses.
pub async fn all_of(ask: &mut impl Ask, ballot: BallotId) -> Result<Vec<Round>, Problem> {
    Ok(rounds_of(ask, ballot).await?.into_iter().map(|kept| kept.round).collect())
}
