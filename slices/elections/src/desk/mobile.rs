//! Mobile ballot boxes: sent out in the round that is due, with two scrutineers at least; what they carried joins the count.

use accounts_rules::{Actor, Right};
use elections_rules::{
    Mode,
    election::{
        BoxId, ByBox, Carried, DistrictId, Fact, MOST_SCRUTINEERS, Refusal, SCRUTINEERS, Verb, carried, joined,
        scrutineers,
    },
};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    db::Ask,
    web::{Errors, Filled, Stale, Wrong, api::Once, api::edition},
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    count::due_in,
    prepare::district,
    taken::{Taken, refused},
};
use crate::store::{
    District, Election, MobileBox, begin_box, boxes, candidates, read_box, read_district, remove_box, save_box,
};

/// A mobile box.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MobileBoxWanted {
    /// Where it goes, at most 120 characters.
    #[schema(value_type = String)]
    pub place: Text<120>,
    /// On which day.
    #[schema(value_type = String, format = Date)]
    pub day: Day,
    /// From when to when, at most 40 characters.
    #[schema(value_type = String)]
    pub hours: Text<40>,
    /// Why voters use it: `infirm` or `scattered`.
    #[schema(value_type = String)]
    pub reason: ByBox,
    /// Who goes with it: two to ten, none of them a candidate, each at most 40 characters.
    #[schema(value_type = Vec<String>)]
    pub scrutineers: Vec<Text<40>>,
    /// Ballots handed out; left out as long as it is on its way.
    #[serde(default)]
    pub handed: Option<u32>,
    /// Ballots returned.
    #[serde(default)]
    pub returned: Option<u32>,
}

/// More boxes than this go out in no round of a district.
const MOST_BOXES: usize = 200;

/// A district whose voters elect, with its election, for whoever keeps it.
///
/// # Errors
/// As if there were none, for a congress that votes itself and for anybody who does not see the election.
pub async fn polled(site: &Site, actor: &Actor, id: DistrictId) -> Result<(District, Election), Problem> {
    let (found, it) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    if it.mode == Mode::Direct { Ok((found, it)) } else { Err(Problem::missing()) }
}

/// One box with its district and election, for whoever keeps it.
///
/// # Errors
/// As [`polled`].
pub async fn mobile(site: &Site, actor: &Actor, id: BoxId) -> Result<(MobileBox, District, Election), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let found = read_box(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let (district, it) = polled(site, actor, found.district).await?;
    Ok((found, district, it))
}

/// Whether such a box may go out in the district.
async fn check(ask: &mut impl Ask, it: &Election, at: DistrictId, wanted: &MobileBoxWanted) -> Result<(), Problem> {
    let names: Vec<&str> = wanted.scrutineers.iter().map(Text::as_str).collect();
    if names.len() > MOST_SCRUTINEERS || names.iter().any(|name| name.contains('\n')) {
        return Err(refused(Refusal::Scrutineers { least: SCRUTINEERS, most: MOST_SCRUTINEERS }));
    }
    let all = candidates(ask, it.id).await?;
    let standing: Vec<&str> = all.iter().filter(|one| one.district == at).map(|one| one.name.as_str()).collect();
    scrutineers(&names, &standing).map_err(refused)?;
    carried(Carried { handed: wanted.handed, returned: wanted.returned }).map_err(refused)
}

fn made(id: BoxId, at: DistrictId, n: u32, (wanted, now): (MobileBoxWanted, kernel::Moment)) -> MobileBox {
    let MobileBoxWanted { place, day, hours, reason, scrutineers, handed, returned } = wanted;
    let carried = Carried { handed, returned };
    MobileBox { id, district: at, n, place, day, hours, reason, scrutineers, carried, made: now }
}

/// Sends a box out in the round that is due.
///
/// # Errors
/// When none is due, or those who go with it may not.
pub async fn send(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: MobileBoxWanted,
    once: &Once,
) -> Result<MobileBox, Problem> {
    let (district, _) = polled(site, actor, id).await?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Carry)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let carrier: BoxId = site.new_id();
    if let Some(before) = once.claim(&mut taken.tx, site, account, &wanted, carrier).await? {
        drop(taken);
        return read_box(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let due = due_in(&mut taken.tx, &taken.it, &district).await?;
    let out = of_round(&mut taken.tx, &taken.it, (id, due.n)).await?.len();
    if out >= MOST_BOXES {
        return Err(Errors::one("place", Wrong::new("elections-wrong-boxes").with("most", MOST_BOXES)).into());
    }
    check(&mut taken.tx, &taken.it, id, &wanted).await?;
    let it = made(carrier, id, due.n, (wanted, site.now()));
    begin_box(&mut taken.tx, &it).await?;
    taken.finish(Fact::BoxSent { district: id, carrier, n: due.n }).await?;
    Ok(it)
}

/// The boxes of a round.
async fn of_round(
    ask: &mut impl Ask,
    it: &Election,
    (district, n): (DistrictId, u32),
) -> Result<Vec<MobileBox>, Problem> {
    let mut all = boxes(ask, it.id).await?;
    all.retain(|one| one.district == district && one.n == n);
    Ok(all)
}

/// Takes a box up whose round was not counted yet.
async fn take<'a>(site: &'a Site, actor: &'a Actor, id: BoxId) -> Result<(Taken<'a>, MobileBox), Problem> {
    let (_, _, election) = mobile(site, actor, id).await?;
    let mut taken = Taken::begin(site, actor, election.id, (Right::ElectionKeep, Verb::Carry)).await?;
    let was = read_box(&mut taken.tx, id).await?.ok_or_else(Problem::missing)?;
    let district = read_district(&mut taken.tx, was.district).await?.ok_or_else(Problem::missing)?;
    let due = due_in(&mut taken.tx, &taken.it, &district).await?;
    if due.n == was.n { Ok((taken, was)) } else { Err(refused(Refusal::NothingDue)) }
}

/// Keeps what a box is and what it carried.
///
/// # Errors
/// When its round was counted. With both, when it was kept otherwise since the caller had `seen` it.
pub async fn keep(
    site: &Site,
    actor: &Actor,
    id: BoxId,
    wanted: MobileBoxWanted,
    seen: Option<i64>,
) -> Result<MobileBox, Problem> {
    let (mut taken, was) = take(site, actor, id).await?;
    check(&mut taken.tx, &taken.it, was.district, &wanted).await?;
    let it = made(id, was.district, was.n, (wanted, was.made));
    unchanged(&was, &it, seen)?;
    save_box(&mut taken.tx, &it).await?;
    taken.finish(Fact::BoxKept { carrier: id }).await?;
    Ok(it)
}

/// Takes a box away that does not go out.
///
/// # Errors
/// When its round was counted.
pub async fn withdraw(site: &Site, actor: &Actor, id: BoxId) -> Result<DistrictId, Problem> {
    let (mut taken, was) = take(site, actor, id).await?;
    if !remove_box(&mut taken.tx, id).await? {
        return Err(Problem::missing());
    }
    taken.finish(Fact::BoxWithdrawn { carrier: id }).await?;
    Ok(was.district)
}

/// How many boxes a round had: all must be back. Nothing where none went out.
pub(super) async fn back(
    ask: &mut impl Ask,
    it: &Election,
    (district, n): (DistrictId, u32),
    ballots: u32,
) -> Result<Option<u32>, Problem> {
    let all: Vec<Carried> = of_round(ask, it, (district, n)).await?.into_iter().map(|one| one.carried).collect();
    let (count, _) = joined(&all, ballots).map_err(refused)?;
    Ok((!all.is_empty()).then_some(count))
}

/// A box as its form has it.
fn held(it: &MobileBox) -> [Filled; 7] {
    let number = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let names = it.scrutineers.iter().map(Text::as_str).collect::<Vec<_>>().join("\n");
    [
        ("place", "elections-field-place", it.place.to_string()),
        ("day", "elections-field-box-day", it.day.to_string()),
        ("hours", "elections-field-hours", it.hours.to_string()),
        ("reason", "elections-field-box-reason", it.reason.word().to_owned()),
        ("scrutineers", "elections-field-scrutineers", names),
        ("handed", "elections-field-handed", number(it.carried.handed)),
        ("returned", "elections-field-returned", number(it.carried.returned)),
    ]
}

/// The version of a box.
#[must_use]
pub fn version(it: &MobileBox) -> i64 {
    edition(&held(it).each_ref().map(|(_, _, value)| value.as_str()))
}

fn unchanged(was: &MobileBox, now: &MobileBox, seen: Option<i64>) -> Result<(), Problem> {
    if seen.is_none_or(|seen| seen == version(was)) || held(was) == held(now) {
        return Ok(());
    }
    let action = format!("/elections/boxes/{}", was.id);
    Err(Problem::Stale(Box::new(Stale::between(action, version(was), held(now).into(), held(was).into()))))
}
