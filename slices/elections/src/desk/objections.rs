//! Objections to lists of voters: received, decided by the election committee, taken to the court, judged. What holds changes the list.

use accounts_rules::{Actor, Right};
use elections_rules::election::{Against, DistrictId, Fact, ObjectionId, Ruling, Struck, Verb, object};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    applied::apply,
    taken::{Taken, refused},
    voters::list,
};
use crate::store::{Election, Objection, begin_objection, listed, numbered, read_objection, save_objection};

/// An objection as it comes in.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoterObjectionWanted {
    /// `left_out`, `wrongly_on` or `wrong_facts`.
    #[schema(value_type = String)]
    pub against: Against,
    /// Who objects, at most 40 characters.
    #[schema(value_type = String)]
    pub objector: Text<40>,
    /// Whom it is about, at most 40 characters.
    #[schema(value_type = String)]
    pub about: Text<40>,
    /// Their number on the list; where names are kept, of everybody who stands on it.
    #[serde(default)]
    pub number: Option<u32>,
    /// What is said, at most 500 characters.
    #[schema(value_type = String)]
    pub words: Text<500>,
    /// The day it came in.
    #[schema(value_type = String, format = Date)]
    pub received: Day,
}

/// What becomes of the list where names are kept. Of a correction, what is left out stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoterListChange {
    /// The name as it is right, at most 40 characters; of a correction alone.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Option<Text<40>>,
    /// 选民证号, at most 40 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub card: Option<Text<40>>,
    /// The birthday.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub born: Option<Day>,
    /// 住址、工作单位, at most 120 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Option<Text<120>>,
    /// Why somebody is struck who stood on it wrongly: as with voters; left out, `mistaken`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub why: Option<Struck>,
}

/// What the committee decided, or the court judged.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoterRulingWanted {
    /// `upheld` or `rejected`.
    #[schema(value_type = String)]
    pub ruling: Ruling,
    /// The day.
    #[schema(value_type = String, format = Date)]
    pub on: Day,
    /// The reason, at most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
    /// What becomes of the list, where it was upheld.
    #[serde(default)]
    #[schema(value_type = Option<VoterListChange>)]
    pub change: Option<VoterListChange>,
}

/// The court is asked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoterSuitWanted {
    /// The day; five days before election day at the latest.
    #[schema(value_type = String, format = Date)]
    pub on: Day,
    /// Which court, at most 60 characters.
    #[schema(value_type = String)]
    pub court: Text<60>,
}

/// One objection with its election, for whoever keeps the list.
///
/// # Errors
/// As if there were none, for anybody who does not see the election.
pub async fn objection(site: &Site, actor: &Actor, id: ObjectionId) -> Result<(Objection, Election), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let found = read_objection(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let (_, it) = list(site, actor, found.district).await?;
    Ok((found, it))
}

/// Receives an objection. One that came after five days is received too: the committee says that it is late.
///
/// # Errors
/// When no list is posted, the vote was held, or nobody of that number stands on the list.
pub async fn receive(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: VoterObjectionWanted,
    once: &Once,
) -> Result<Objection, Problem> {
    let (district, _) = list(site, actor, id).await?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Hear)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let objection: ObjectionId = site.new_id();
    if let Some(before) = once.claim(&mut taken.tx, site, account, &wanted, objection).await? {
        drop(taken);
        return read_objection(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let VoterObjectionWanted { against, objector, about, number, words, received } = wanted;
    object(district.voter_list, received, (taken.it.day, site.today()))?;
    let posted = district.voter_list.ok_or_else(Problem::missing)?;
    let voter = match listed(&mut taken.tx, id).await? {
        Some(_) if against != Against::LeftOut => {
            let found = numbered(&mut taken.tx, id, number.unwrap_or(0)).await?;
            let nobody = || Errors::one("number", Wrong::new("elections-wrong-voter-number"));
            Some(found.ok_or_else(nobody)?.id)
        }
        _ => None,
    };
    let it = Objection {
        id: objection,
        district: id,
        against,
        objector,
        about,
        voter,
        words,
        posted,
        received,
        decided: None,
        reason: None,
        sued: None,
        court: None,
        judged: None,
        judgment_words: None,
        applied: false,
        made: site.now(),
    };
    begin_objection(&mut taken.tx, &it).await?;
    taken.finish(Fact::ObjectionReceived { objection, against, received }).await?;
    Ok(it)
}

/// Takes the objection and its election up.
async fn take<'a>(site: &'a Site, actor: &'a Actor, id: ObjectionId) -> Result<(Taken<'a>, Objection), Problem> {
    let (_, it) = objection(site, actor, id).await?;
    let mut taken = Taken::begin(site, actor, it.id, (Right::ElectionKeep, Verb::Hear)).await?;
    let found = read_objection(&mut taken.tx, id).await?.ok_or_else(Problem::missing)?;
    Ok((taken, found))
}

/// The election committee decides; where it upholds, the list follows.
///
/// # Errors
/// When it did, or on a day that cannot be.
pub async fn decide(
    site: &Site,
    actor: &Actor,
    id: ObjectionId,
    wanted: VoterRulingWanted,
) -> Result<Objection, Problem> {
    let (mut taken, mut it) = take(site, actor, id).await?;
    let VoterRulingWanted { ruling, on, reason, change } = wanted;
    it.decided = it.heard(taken.it.day).decide(on, ruling, site.today()).map_err(refused)?.decided;
    it.reason = Some(reason);
    if ruling == Ruling::Upheld {
        apply(&mut taken, &mut it, change.unwrap_or_default()).await?;
    }
    save_objection(&mut taken.tx, &it).await?;
    taken.finish(Fact::ObjectionDecided { objection: id, ruling, on, applied: it.applied }).await?;
    Ok(it)
}

/// Who does not accept the decision goes to the court.
///
/// # Errors
/// When nothing was rejected, or it is later than five days before election day.
pub async fn sue(site: &Site, actor: &Actor, id: ObjectionId, wanted: VoterSuitWanted) -> Result<Objection, Problem> {
    let (mut taken, mut it) = take(site, actor, id).await?;
    let VoterSuitWanted { on, court } = wanted;
    it.sued = it.heard(taken.it.day).sue(on, site.today()).map_err(refused)?.sued;
    it.court = Some(court);
    save_objection(&mut taken.tx, &it).await?;
    taken.finish(Fact::ObjectionSued { objection: id, on }).await?;
    Ok(it)
}

/// The court judges; its judgement is final, and the list follows it.
///
/// # Errors
/// When it was not asked, or on a day that cannot be.
pub async fn judge(
    site: &Site,
    actor: &Actor,
    id: ObjectionId,
    wanted: VoterRulingWanted,
) -> Result<Objection, Problem> {
    let (mut taken, mut it) = take(site, actor, id).await?;
    let VoterRulingWanted { ruling, on, reason, change } = wanted;
    it.judged = it.heard(taken.it.day).judge(on, ruling, site.today()).map_err(refused)?.judged;
    it.judgment_words = Some(reason);
    if ruling == Ruling::Upheld {
        apply(&mut taken, &mut it, change.unwrap_or_default()).await?;
    }
    save_objection(&mut taken.tx, &it).await?;
    taken.finish(Fact::ObjectionJudged { objection: id, ruling, on, applied: it.applied }).await?;
    Ok(it)
}
