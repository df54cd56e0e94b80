//! Recall and resignation of leaders before the congress in session: received, decided, approved where the law asks for it, made public.

use accounts_rules::{Actor, Right};
use elections_rules::election::{
    Answer, DepartureStage, Fact, HeldId, LeaderLeaving, LeaderLeavingId, LeaderVote, NoticeKind, Refusal,
    approved_above, leader_leaves, may_leave,
};
use kernel::{BodyId, Day, Text};
use kit::{
    Problem, Site,
    db::{Ask, Tx},
    journal,
    paper::written,
    web::{Errors, Wrong, api::Once},
};
use law_rules::{Rung, Word as _};
use roster_views::body_name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    publish::{ZH, publish},
    recorded,
    taken::{happened, refused, timely},
};
use crate::{
    queries::{Holder, holder, people::body_level},
    sight,
    store::{LeaderLeave, begin_leader, read_leader, save_leader, take_leader},
};

/// A recall or a resignation as it comes in.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeaderLeaveWanted {
    /// What the leader holds.
    #[schema(value_type = uuid::Uuid)]
    pub holding: HeldId,
    /// `recalled` or `resigned`.
    #[schema(value_type = String)]
    pub leaving: LeaderLeaving,
    /// The day it came in.
    #[schema(value_type = String, format = Date)]
    pub received: Day,
    /// The grounds, at most 500 characters; a motion of recall states them.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub words: Option<Text<500>>,
}

/// What the congress decided.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeaderLeaveDecision {
    /// Whether it was carried, or the resignation accepted.
    pub accepted: bool,
    /// Which session decided, at most 80 characters.
    #[schema(value_type = String)]
    pub meeting: Text<80>,
    /// Its day.
    #[schema(value_type = String, format = Date)]
    pub decided: Day,
    /// `mover` of a recall (`presidium`, `committee`, `deputies`), `movers` where the deputies moved it, all `deputies`, and how many said `yes`.
    #[schema(value_type = Object)]
    pub vote: LeaderVote,
    /// How the leader answered a motion of recall: `spoken`, `written` or `none`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub answer: Option<Answer>,
}

/// What the standing committee above approved.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeaderApproval {
    /// The day of the approval.
    #[schema(value_type = String, format = Date)]
    pub on: Day,
    /// The number of the document, at most 40 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub number: Option<Text<40>>,
}

/// Receives one.
///
/// # Errors
/// When nobody holds that office there, no congress recalls from it, or something of it waits.
pub async fn receive(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: LeaderLeaveWanted,
    once: &Once,
) -> Result<LeaderLeave, Problem> {
    actor.may(Right::ElectionKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let id: LeaderLeavingId = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return read_leader(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    happened(site, wanted.received)?;
    let LeaderLeaveWanted { holding, leaving, received, words } = wanted;
    if leaving == LeaderLeaving::Recalled && words.is_none() {
        return Err(Errors::one("words", Wrong::new("kit-form-required")).into());
    }
    let held = holder(&mut tx, holding).await?.filter(|held| held.congress == congress);
    let held = held.ok_or_else(|| Problem::from(Errors::one("holding", Wrong::new("elections-wrong-holding"))))?;
    may_leave(leaving, &held.office, rung(&mut tx, congress).await?).map_err(refused)?;
    let it = LeaderLeave {
        id,
        congress,
        holding,
        leaving,
        received,
        words,
        stage: DepartureStage::Received,
        meeting: None,
        decided: None,
        vote: None,
        answer: None,
        approved: None,
        approval: None,
        made: site.now(),
        version: 1,
    };
    if !held.holds() || received < held.since || !begin_leader(&mut tx, &it).await? {
        return Err(refused(Refusal::LeaderGone));
    }
    noted(&mut tx, (site, actor), &it, Fact::LeaderLeaveReceived { holding, leaving }).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}

/// On which rung of the law a congress stands.
///
/// # Errors
/// When the database refuses.
pub async fn rung(ask: &mut impl Ask, congress: BodyId) -> Result<Rung, Problem> {
    Ok(Rung::read(&body_level(ask, congress).await?).unwrap_or(Rung::County))
}

async fn noted(tx: &mut Tx, (site, actor): (&Site, &Actor), it: &LeaderLeave, fact: Fact) -> Result<(), Problem> {
    journal::append(tx, recorded(site, actor, it.congress, it.id.uuid(), fact)).await?;
    Ok(())
}

/// One of them with the holding, for who may see it, or hold a right over it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(
    site: &Site,
    actor: &Actor,
    id: LeaderLeavingId,
    right: Option<Right>,
) -> Result<(LeaderLeave, Holder), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut db = site.db();
    let it = read_leader(&mut db, id).await?.ok_or_else(Problem::missing)?;
    sight::looks(actor, it.congress)?;
    if let Some(right) = right {
        actor.may(right, it.congress)?;
    }
    let held = holder(&mut db, it.holding).await?.ok_or_else(Problem::missing)?;
    Ok((it, held))
}

/// One taken up at that stage, and what the leader holds.
async fn taken(
    (site, actor): (&Site, &Actor),
    id: LeaderLeavingId,
    (right, stage): (Right, DepartureStage),
) -> Result<(Tx, LeaderLeave, Holder), Problem> {
    of(site, actor, id, Some(right)).await?;
    let mut tx = site.db().begin().await?;
    let it = take_leader(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if it.stage != stage {
        return Err(refused(Refusal::DepartureStage));
    }
    let held = holder(&mut tx, it.holding).await?.ok_or_else(Problem::missing)?;
    Ok((tx, it, held))
}

/// Enters what the congress decided; who leaves does so on that day, unless the committee above has to approve.
///
/// # Errors
/// When it is decided, or what is said of it contradicts the vote.
pub async fn decide(
    site: &Site,
    actor: &Actor,
    id: LeaderLeavingId,
    wanted: LeaderLeaveDecision,
) -> Result<LeaderLeave, Problem> {
    let staged = (Right::ElectionCertify, DepartureStage::Received);
    let (mut tx, mut it, held) = taken((site, actor), id, staged).await?;
    timely(site, (it.received, wanted.decided))?;
    if it.leaving == LeaderLeaving::Recalled && wanted.answer.is_none() {
        return Err(Errors::one("answer", Wrong::new("kit-form-choose")).into());
    }
    let level = rung(&mut tx, it.congress).await?;
    let found = leader_leaves(it.leaving, (&held.office, level), &wanted.vote)?.value;
    if wanted.accepted != found.passed {
        let (some, need) = match found.petition.filter(|need| wanted.vote.movers.unwrap_or(0) < *need) {
            Some(need) => return Err(refused(Refusal::RecallFails { yes: wanted.vote.movers.unwrap_or(0), need })),
            None => (wanted.vote.yes, found.pass),
        };
        return Err(refused(Refusal::VoteFails { yes: some, need }));
    }
    it.stage = if wanted.accepted { DepartureStage::Accepted } else { DepartureStage::Declined };
    (it.meeting, it.decided, it.vote) = (Some(wanted.meeting), Some(wanted.decided), Some(wanted.vote));
    it.answer = wanted.answer.filter(|_| it.leaving == LeaderLeaving::Recalled);
    save_leader(&mut tx, &it).await?;
    let (holding, leaving) = (it.holding, it.leaving);
    noted(&mut tx, (site, actor), &it, Fact::LeaderLeaveDecided { holding, accepted: wanted.accepted }).await?;
    if wanted.accepted && found.approval.is_none() {
        noted(&mut tx, (site, actor), &it, Fact::LeaderLeft { holding, leaving, on: wanted.decided }).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(it)
}

/// Whether it is carried and waits for the committee above.
#[must_use]
pub fn waits(it: &LeaderLeave, held: &Holder) -> bool {
    it.stage == DepartureStage::Accepted && it.approved.is_none() && approved_above(&held.office)
}

/// Enters that the committee above approved: the procurator-general leaves on that day.
///
/// # Errors
/// When nothing waits for it.
pub async fn approve(
    site: &Site,
    actor: &Actor,
    id: LeaderLeavingId,
    wanted: LeaderApproval,
) -> Result<LeaderLeave, Problem> {
    let staged = (Right::ElectionCertify, DepartureStage::Accepted);
    let (mut tx, mut it, held) = taken((site, actor), id, staged).await?;
    if !waits(&it, &held) {
        return Err(refused(Refusal::ApprovalNone));
    }
    timely(site, (it.decided.unwrap_or(it.received), wanted.on))?;
    (it.approved, it.approval) = (Some(wanted.on), wanted.number);
    save_leader(&mut tx, &it).await?;
    let (holding, leaving, on) = (it.holding, it.leaving, wanted.on);
    noted(&mut tx, (site, actor), &it, Fact::LeaderLeaveApproved { holding, on }).await?;
    noted(&mut tx, (site, actor), &it, Fact::LeaderLeft { holding, leaving, on }).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}

/// Makes it public.
///
/// # Errors
/// When nothing was carried, the approval is missing, or it is public.
pub async fn announce(site: &Site, actor: &Actor, id: LeaderLeavingId) -> Result<LeaderLeave, Problem> {
    let staged = (Right::ElectionCertify, DepartureStage::Accepted);
    let (mut tx, mut it, held) = taken((site, actor), id, staged).await?;
    if waits(&it, &held) {
        return Err(refused(Refusal::ApprovalWaits));
    }
    let values = [
        ("congress", body_name(&mut tx, it.congress).await?),
        ("name", held.name),
        ("office", held.title),
        ("meeting", it.meeting.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("decided", it.decided.map(written).unwrap_or_default()),
        ("approved", it.approved.map(written).unwrap_or_default()),
    ];
    let word = it.leaving.word();
    let title = ZH.tf(&format!("elections-leader-notice-title-{word}"), &values);
    let mut body = ZH.tf(&format!("elections-leader-notice-{word}"), &values).into_owned();
    if it.approved.is_some() {
        body.push('\n');
        body.push_str(&ZH.tf("elections-leader-notice-approved", &values));
    }
    publish(&mut tx, site, (NoticeKind::Leader, id.uuid(), it.congress), (&title, &body)).await?;
    it.stage = DepartureStage::Published;
    save_leader(&mut tx, &it).await?;
    noted(&mut tx, (site, actor), &it, Fact::LeaderLeavePublished { holding: it.holding }).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}
