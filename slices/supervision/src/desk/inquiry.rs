//! 专题询问: prepared, told, held, voted on, ended; what is to be put right stands in `item`.

mod item;
mod sent;

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment, Refused, Text};
use kit::{
    Problem, Site,
    db::{Ask, Sql},
    journal,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use supervision_rules::{EntryId, Fact, Inquiry, InquiryId, InquiryKind, InquiryTerms, Refusal, Turn};
use utoipa::ToSchema;

pub use self::item::{
    ItemBack, ItemEnd, ItemPlanWanted, ItemReportWanted, ItemWanted, list, plan, report, send_back, settle,
};
pub use self::sent::{Sent, listed, tallied};
use super::read::still;
use crate::{
    sight,
    store::{InquiryKept, begin_inquiry, read_inquiry, save_inquiry, take_inquiry},
};

/// An inquiry to be begun.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InquiryWanted {
    /// The topic, at most 60 characters.
    #[schema(value_type = String)]
    pub topic: Text<60>,
    /// With what it goes together: `report`, `enforcement` or `handling`.
    #[schema(value_type = String)]
    pub kind: InquiryKind,
    /// The day of the meeting.
    #[schema(value_type = String)]
    pub day: Day,
    /// Where, at most 100 characters.
    #[schema(value_type = String)]
    pub place: Text<100>,
    /// Who presides, at most 60 characters.
    #[schema(value_type = String)]
    pub leader: Text<60>,
    /// The decision it rests on, at most 200 characters.
    #[schema(value_type = String)]
    pub basis: Text<200>,
}

/// A question.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionWanted {
    /// The unit that answers.
    #[schema(value_type = uuid::Uuid)]
    pub unit: BodyId,
    /// Who asks, at most 30 characters.
    #[schema(value_type = String)]
    pub asker: Text<30>,
    /// What is asked, at most 500 characters.
    #[schema(value_type = String)]
    pub words: Text<500>,
}

/// What was answered.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionAnswerWanted {
    /// The gist, at most 4,000 characters.
    #[schema(value_type = String)]
    pub words: Text<4000>,
    /// What was asked further or is to be handed in, at most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub remark: Option<Text<500>>,
}

/// The totals of a vote on a unit.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PollWanted {
    /// The unit.
    #[schema(value_type = uuid::Uuid)]
    pub unit: BodyId,
    /// `first` at the inquiry, `second` after what was put right was reported.
    #[schema(value_type = String)]
    pub turn: Turn,
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

/// What it came to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InquiryResult {
    /// At most 4,000 characters.
    #[schema(value_type = String)]
    pub result: Text<4000>,
}

/// Why it will not take place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InquiryReason {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
}

/// Begins one.
///
/// # Errors
/// When the actor keeps no inquiries of that congress.
pub async fn begin(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: InquiryWanted,
    once: &Once,
) -> Result<InquiryKept, Problem> {
    actor.may(Right::InquiryKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &(congress, &wanted), id).await? {
        drop(tx);
        return of(site, actor, before).await;
    }
    let InquiryWanted { topic, kind, day, place, leader, basis } = wanted;
    let terms = InquiryTerms { topic, kind, day, place, leader, basis };
    let (inquiry, fact) = Inquiry::begin(id, congress, terms, site.now());
    begin_inquiry(&mut tx, &inquiry).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(InquiryKept { inquiry, version: 1 })
}

/// Who does it: the office of the congress, or the unit of an item.
#[derive(Clone, Copy, Debug)]
pub enum Over {
    /// The office.
    Congress,
    /// The unit that is to put this right.
    Item(EntryId),
}

impl Over {
    fn may(self, actor: &Actor, inquiry: &Inquiry) -> Result<(), Problem> {
        match self {
            Self::Congress => actor.may(Right::InquiryKeep, inquiry.congress)?,
            Self::Item(id) => {
                let item = inquiry.item(id).map_err(Refused::from)?;
                actor.may(Right::InquiryAnswer, item.unit)?;
            }
        }
        Ok(())
    }
}

/// Takes one up, asks the rule, saves, appends the fact; once for one key, and only over the version that was named.
async fn act(
    site: &Site,
    actor: &Actor,
    at: (InquiryId, Over),
    (sent, asked): (&Sent, &impl Serialize),
    rule: impl FnOnce(Inquiry, Moment) -> Result<(Inquiry, Fact), Refusal>,
) -> Result<InquiryKept, Problem> {
    act_read(site, actor, at, (sent, asked), |inquiry, now| Ok(rule(inquiry, now).map_err(Refused::from)?)).await
}

/// As [`act`], where what somebody has read is looked at as well.
async fn act_read(
    site: &Site,
    actor: &Actor,
    (id, over): (InquiryId, Over),
    (sent, asked): (&Sent, &impl Serialize),
    rule: impl FnOnce(Inquiry, Moment) -> Result<(Inquiry, Fact), Problem>,
) -> Result<InquiryKept, Problem> {
    let account = actor.account.ok_or(Problem::SignIn)?;
    let mut tx = site.db().begin().await?;
    let was = take_inquiry(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    sight::inquires(actor, &was.inquiry)?;
    over.may(actor, &was.inquiry)?;
    if sent.once.claim(&mut tx, site, account, asked, id).await?.is_some() {
        drop(tx);
        return of(site, actor, id).await;
    }
    still(sent.saw, was.version)?;
    let (inquiry, fact) = rule(was.inquiry.clone(), site.now())?;
    save_inquiry(&mut tx, &was.inquiry, &inquiry).await?;
    journal::append(&mut tx, actor.records(site.now(), inquiry.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(InquiryKept { inquiry, version: was.version })
}

/// A unit is of the congress, or there is none such.
async fn known(ask: &mut impl Ask, congress: BodyId, unit: BodyId) -> Result<(), Problem> {
    let sql = Sql::new("select 1 from v_body where kind = 'unit' and closed is null and congress = {}").bind(congress);
    let found: Option<(i64,)> = ask.one(sql.add(" and id = {}").bind(unit)).await?;
    found.map(drop).ok_or_else(|| Errors::one("unit", Wrong::new("supervision-wrong-unit")).into())
}

/// Puts a question on the list.
///
/// # Errors
/// When it was held, the list is full, or the unit is none of the congress.
pub async fn ask(
    site: &Site,
    actor: &Actor,
    id: InquiryId,
    wanted: QuestionWanted,
    sent: &Sent,
) -> Result<InquiryKept, Problem> {
    let congress = may(site, actor, id, Over::Congress).await?.congress;
    known(&mut site.db(), congress, wanted.unit).await?;
    let (entry, asked) = (site.new_id(), wanted.clone());
    let QuestionWanted { unit, asker, words } = wanted;
    act(site, actor, (id, Over::Congress), (sent, &asked), |inquiry, _| inquiry.ask(entry, unit, asker, words)).await
}

/// Strikes a question off the list.
///
/// # Errors
/// When the units know of it.
pub async fn strike(
    site: &Site,
    actor: &Actor,
    (id, entry): (InquiryId, EntryId),
    sent: &Sent,
) -> Result<InquiryKept, Problem> {
    act(site, actor, (id, Over::Congress), (sent, &entry), |inquiry, _| inquiry.strike(entry)).await
}

/// Sends the units the questions.
///
/// # Errors
/// When that was done, there is no question, or the list is another than the one that was read.
pub async fn tell(site: &Site, actor: &Actor, id: InquiryId, sent: &Sent) -> Result<InquiryKept, Problem> {
    act_read(site, actor, (id, Over::Congress), (sent, &"tell"), |inquiry, now| {
        sent.read_the_list(&inquiry)?;
        Ok(inquiry.tell(now).map_err(Refused::from)?)
    })
    .await
}

/// It has taken place.
///
/// # Errors
/// When the units were not told, or its day has not come.
pub async fn hold(site: &Site, actor: &Actor, id: InquiryId, sent: &Sent) -> Result<InquiryKept, Problem> {
    act(site, actor, (id, Over::Congress), (sent, &"hold"), Inquiry::hold).await
}

/// Writes down what was answered.
///
/// # Errors
/// When there is no such question, or it was answered.
pub async fn answer(
    site: &Site,
    actor: &Actor,
    (id, entry): (InquiryId, EntryId),
    wanted: QuestionAnswerWanted,
    sent: &Sent,
) -> Result<InquiryKept, Problem> {
    let asked = (entry, wanted.clone());
    act(site, actor, (id, Over::Congress), (sent, &asked), |inquiry, now| {
        inquiry.answer(entry, wanted.words, wanted.remark, now)
    })
    .await
}

/// Enters the totals of a vote on a unit.
///
/// # Errors
/// When it was not held, the unit was not asked, the votes do not add up, or others were entered that were not read.
pub async fn vote(
    site: &Site,
    actor: &Actor,
    id: InquiryId,
    wanted: PollWanted,
    sent: &Sent,
) -> Result<InquiryKept, Problem> {
    act_read(site, actor, (id, Over::Congress), (sent, &wanted), |inquiry, _| {
        sent.read_the_totals(&inquiry, wanted)?;
        Ok(inquiry.vote(wanted.poll()).map_err(Refused::from)?)
    })
    .await
}

/// Ends it with its result.
///
/// # Errors
/// When a question waits for its answer, or something is not put right.
pub async fn conclude(
    site: &Site,
    actor: &Actor,
    id: InquiryId,
    wanted: InquiryResult,
    sent: &Sent,
) -> Result<InquiryKept, Problem> {
    let asked = wanted.clone();
    act(site, actor, (id, Over::Congress), (sent, &asked), |inquiry, now| inquiry.conclude(wanted.result, now)).await
}

/// It will not take place.
///
/// # Errors
/// When it took place, or is over.
pub async fn call_off(
    site: &Site,
    actor: &Actor,
    id: InquiryId,
    wanted: InquiryReason,
    sent: &Sent,
) -> Result<InquiryKept, Problem> {
    let asked = wanted.clone();
    act(site, actor, (id, Over::Congress), (sent, &asked), |inquiry, now| inquiry.call_off(wanted.reason, now)).await
}

/// One, for who may look.
///
/// # Errors
/// When there is none for this actor.
pub async fn of(site: &Site, actor: &Actor, id: InquiryId) -> Result<InquiryKept, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let kept = read_inquiry(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::inquires(actor, &kept.inquiry)?;
    Ok(kept)
}

/// One, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: InquiryId, over: Over) -> Result<Inquiry, Problem> {
    let inquiry = of(site, actor, id).await?.inquiry;
    over.may(actor, &inquiry)?;
    Ok(inquiry)
}
