//! 重点督办建议: set, planned, visited, reported, ended.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment, Refusal as Family, Refused, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
    web::api::Once,
};
use serde::{Deserialize, Serialize};
use supervision_rules::{
    EntryId, Fact, Key, KeyId, KeyTerms, Matter, Policy, Refusal, ReportKind, SessionId, SuggestionId, Visit,
};
use utoipa::ToSchema;

use super::read::{Read, still};
use crate::{
    sight,
    store::{KeyKept, begin_key, read_key, save_key, take_key},
};

/// Who follows it, as the office enters it.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyTermsJson {
    /// 督办领导, at most 60 characters.
    #[schema(value_type = String)]
    pub leader: Text<60>,
    /// 督办委员会, at most 60 characters.
    #[schema(value_type = String)]
    pub committee: Text<60>,
    /// The decision of the chairpersons' meeting, at most 200 characters.
    #[schema(value_type = String)]
    pub basis: Text<200>,
}

/// A step of the plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepWanted {
    /// What is to be done and by whom, at most 200 characters.
    #[schema(value_type = String)]
    pub what: Text<200>,
    /// Its last day, today or later.
    #[schema(value_type = String)]
    pub by: Day,
}

/// What came of a step.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepNote {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub note: Text<500>,
}

/// A visit on the spot.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitWanted {
    /// The day, today or earlier.
    #[schema(value_type = String)]
    pub day: Day,
    /// Where, at most 100 characters.
    #[schema(value_type = String)]
    pub place: Text<100>,
    /// Who took part, at most 300 characters.
    #[schema(value_type = String)]
    pub people: Text<300>,
    /// What was seen, said and agreed, at most 4,000 characters.
    #[schema(value_type = String)]
    pub minutes: Text<4000>,
}

/// A report.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportWanted {
    /// `interim` or `final`.
    #[schema(value_type = String)]
    pub kind: ReportKind,
    /// At most 4,000 characters.
    #[schema(value_type = String)]
    pub words: Text<4000>,
}

/// A document that came of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyWanted {
    /// Title and reference number, at most 200 characters.
    #[schema(value_type = String)]
    pub name: Text<200>,
    /// The day it was issued, today or earlier.
    #[schema(value_type = String)]
    pub day: Day,
}

/// What its supervision came to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyResult {
    /// At most 4,000 characters.
    #[schema(value_type = String)]
    pub result: Text<4000>,
}

/// Why it is no longer a key suggestion.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyReason {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
}

impl From<KeyTermsJson> for KeyTerms {
    fn from(json: KeyTermsJson) -> Self {
        let KeyTermsJson { leader, committee, basis } = json;
        Self { leader, committee, basis }
    }
}

/// The chairpersons' meeting sets a suggestion as a key one.
///
/// # Errors
/// When it is not for this actor, has no number, or is one already.
pub async fn mark(site: &Site, actor: &Actor, of: SuggestionId, terms: KeyTerms) -> Result<KeyKept, Problem> {
    let (congress, session, stage) = markable(site, actor, of).await?;
    let mut tx = site.db().begin().await?;
    let matter = Matter { congress, suggestion: of, session, stage: &stage };
    let (key, fact) = Key::mark(site.new_id(), matter, terms, site.now()).map_err(Refused::from)?;
    if !begin_key(&mut tx, &key).await? {
        return Err(Refused::new(Family::NotNow, "supervision-refused-key-already").into());
    }
    journal::append(&mut tx, actor.records(site.now(), congress, key.id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(KeyKept { key, version: 1 })
}

/// Congress, session and stage of a suggestion, for who marks there: whoever does not learns nothing of papers not handed in.
///
/// # Errors
/// As if there were none, for anybody else.
pub(crate) async fn markable(
    site: &Site,
    actor: &Actor,
    of: SuggestionId,
) -> Result<(BodyId, SessionId, String), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let sql = Sql::new("select congress, session, stage from v_suggestion where id = {}").bind(of);
    let sql = sql.add(" and stage not in ('draft', 'cosigning')");
    let found: Option<(BodyId, SessionId, String)> = site.db().one(sql).await?;
    found.filter(|found| actor.may(Right::KeyMark, found.0).is_ok()).ok_or_else(Problem::missing)
}

/// Takes a key suggestion up, asks the rule, saves, appends the fact.
async fn act(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    right: Right,
    rule: impl FnOnce(Key, Moment) -> Result<(Key, Fact), Refusal>,
) -> Result<KeyKept, Problem> {
    act_once(site, actor, (id.into(), right), (&Once::default(), &()), rule).await
}

/// The same, once for one key: what was asked before under it is answered with the key suggestion as it stands.
async fn act_once(
    site: &Site,
    actor: &Actor,
    (Read { id, saw }, right): (Read<KeyId>, Right),
    (once, asked): (&Once, &impl Serialize),
    rule: impl FnOnce(Key, Moment) -> Result<(Key, Fact), Refusal>,
) -> Result<KeyKept, Problem> {
    let mut tx: Tx = site.db().begin().await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let was = take_key(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    sight::looks(&mut tx, actor, was.key.congress, was.key.suggestion).await?;
    actor.may(right, was.key.congress)?;
    if once.claim(&mut tx, site, account, asked, id).await?.is_some() {
        return Ok(KeyKept { version: was.version - 1, ..was });
    }
    still(saw, was.version)?;
    let (key, fact) = rule(was.key.clone(), site.now()).map_err(Refused::from)?;
    save_key(&mut tx, &was.key, &key).await?;
    journal::append(&mut tx, actor.records(site.now(), key.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(KeyKept { key, version: was.version })
}

/// Adds a step to the plan.
///
/// # Errors
/// When its supervision is over, the plan is full, or the day is past.
pub async fn plan(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    step: StepWanted,
    once: &Once,
) -> Result<KeyKept, Problem> {
    let asked = step.clone();
    let entry = site.new_id();
    act_once(site, actor, (id.into(), Right::KeyRecord), (once, &asked), |key, now| {
        key.plan(entry, step.what, step.by, now)
    })
    .await
}

/// A step is done.
///
/// # Errors
/// When its supervision is over, there is no such step, or it is done.
pub async fn finish(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    entry: EntryId,
    note: StepNote,
) -> Result<KeyKept, Problem> {
    act(site, actor, id, Right::KeyRecord, |key, now| key.finish(entry, note.note, now)).await
}

/// Records a visit.
///
/// # Errors
/// When its supervision is over, or the day lies ahead.
pub async fn visit(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    wanted: VisitWanted,
    once: &Once,
) -> Result<KeyKept, Problem> {
    let asked = wanted.clone();
    let VisitWanted { day, place, people, minutes } = wanted;
    let visit = Visit { id: site.new_id(), day, place, people, minutes };
    act_once(site, actor, (id.into(), Right::KeyRecord), (once, &asked), |key, now| key.visit(visit, now)).await
}

/// Takes a report in.
///
/// # Errors
/// When its supervision is over, or the final report is in.
pub async fn report(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    wanted: ReportWanted,
    once: &Once,
) -> Result<KeyKept, Problem> {
    let asked = wanted.clone();
    let entry = site.new_id();
    act_once(site, actor, (id.into(), Right::KeyRecord), (once, &asked), |key, now| {
        key.report(entry, wanted.kind, wanted.words, now)
    })
    .await
}

/// Records a document that came of it.
///
/// # Errors
/// When its supervision is over, or the day lies ahead.
pub async fn policy(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    wanted: PolicyWanted,
    once: &Once,
) -> Result<KeyKept, Problem> {
    let asked = wanted.clone();
    let policy = Policy { id: site.new_id(), name: wanted.name, day: wanted.day };
    act_once(site, actor, (id.into(), Right::KeyRecord), (once, &asked), |key, now| key.policy(policy, now)).await
}

/// Concludes it with its result.
///
/// # Errors
/// When it is over, a step is open, or the final report is missing.
pub async fn conclude(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    wanted: KeyResult,
    once: &Once,
) -> Result<KeyKept, Problem> {
    let asked = wanted.clone();
    act_once(site, actor, (id.into(), Right::KeyMark), (once, &asked), |key, now| key.conclude(wanted.result, now))
        .await
}

/// It is no longer a key suggestion.
///
/// # Errors
/// When it is over.
pub async fn lift(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<KeyId>>,
    wanted: KeyReason,
    once: &Once,
) -> Result<KeyKept, Problem> {
    let asked = wanted.clone();
    act_once(site, actor, (id.into(), Right::KeyMark), (once, &asked), |key, now| key.lift(wanted.reason, now)).await
}

/// One, for who may look.
///
/// # Errors
/// When there is none for this actor.
pub async fn of(site: &Site, actor: &Actor, id: KeyId) -> Result<KeyKept, Problem> {
    let kept = if actor.signed_in() { read_key(&mut site.db(), id).await? } else { return Err(Problem::SignIn) };
    let kept = kept.ok_or_else(Problem::missing)?;
    sight::looks(&mut site.db(), actor, kept.key.congress, kept.key.suggestion).await?;
    Ok(kept)
}

/// One, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: KeyId, right: Right) -> Result<Key, Problem> {
    let key = of(site, actor, id).await?.key;
    actor.may(right, key.congress)?;
    Ok(key)
}
