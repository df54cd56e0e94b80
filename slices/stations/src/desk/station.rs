//! 登记、修改联络站, and what becomes of it: 开放、暂停、合并、撤销.

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Text};
use kit::{
    Problem, Site,
    db::{Ask, Sql},
    journal,
    web::{Errors, Wrong, api::Once},
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use stations_rules::{Change, Fact, Function, Kind, Refusal, Stage, StationId, Step, Tier};
use utoipa::ToSchema;

use super::{Work, home, refused};
use crate::{
    queries::place,
    store::{self, Station},
};

/// Square metres a station can have.
const MOST_SIZE: u32 = 100_000;

/// What stands of a station in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationWanted {
    /// At most 60 characters; no two of a congress have the same.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// The code of the place, down to the village.
    #[schema(value_type = String)]
    pub area: AreaCode,
    /// `center`, `station` or `point`.
    #[schema(value_type = String)]
    pub tier: Tier,
    /// `town`, `village`, `district`, `park`, `trade` or `online`.
    #[schema(value_type = String)]
    pub kind: Kind,
    /// `home`, `law`, `budget`, `talk`, `mediation`.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub functions: Vec<Function>,
    /// The institution in whose house it is.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub host: Option<Text<60>>,
    /// 站长: who heads it, at most 60 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub head: Option<Text<60>>,
    /// The address, at most 100 characters.
    #[schema(value_type = String)]
    pub place: Text<100>,
    /// Square metres.
    #[serde(default)]
    pub size: Option<u32>,
    /// When it is open.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub hours: Option<Text<100>>,
    /// The telephone of the place, for everybody.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub phone: Option<Text<40>>,
    /// What is to be known of it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub about: Option<Text<1000>>,
    /// 制度: its rules, for everybody and on its wall; at most 4,000 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub rules: Option<Text<4000>>,
}

/// A step, and why.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationStepWanted {
    /// `open`, `suspend`, `merge` or `close`.
    #[schema(value_type = String)]
    pub step: Step,
    /// Of a merger: into which.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub into: Option<StationId>,
    /// Why, or on what decision; at most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
}

fn wrong(field: &'static str, key: &'static str) -> Problem {
    Errors::one(field, Wrong::new(key)).into()
}

/// Whether the card can stand for that congress.
pub(crate) async fn fits(ask: &mut impl Ask, congress: BodyId, card: &StationWanted) -> Result<(), Problem> {
    let area = place::congress_area(ask, congress).await?.ok_or_else(Problem::missing)?;
    if !area.contains(&card.area) || !place::known(ask, &card.area).await? {
        return Err(wrong("area", "stations-wrong-area"));
    }
    if card.size.is_some_and(|size| size > MOST_SIZE) {
        return Err(wrong("size", "stations-wrong-size"));
    }
    if card.functions.len() > Function::ALL.len() {
        return Err(wrong("functions", "stations-wrong-functions"));
    }
    Ok(())
}

/// Enters a station.
///
/// # Errors
/// Beside the fields; refused to those who keep no stations there.
pub async fn found(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: StationWanted,
    once: &Once,
) -> Result<Station, Problem> {
    found_as(site, actor, (congress, site.new_id()), wanted, once).await
}

/// The same, under an identity of one's own choice.
///
/// # Errors
/// As [`found`].
pub async fn found_as(
    site: &Site,
    actor: &Actor,
    (congress, id): (BodyId, StationId),
    wanted: StationWanted,
    once: &Once,
) -> Result<Station, Problem> {
    actor.may(Right::StationKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return store::read(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    fits(&mut tx, congress, &wanted).await?;
    let (stage, version) = (Stage::Planned, 1);
    let station = Station { id, congress, card: wanted, stage, stars: None, stars_till: None, version };
    if !store::begin(&mut tx, &station, site.now()).await? {
        return Err(wrong("name", "stations-wrong-name-taken"));
    }
    store::note(&mut tx, (id, site.now()), "founded", None, "").await?;
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), Fact::Founded)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(station)
}

/// Changes what stands of it in the register.
///
/// # Errors
/// Beside the fields; when it is over, or somebody else was quicker.
pub async fn revise(
    site: &Site,
    actor: &Actor,
    id: StationId,
    seen: i64,
    wanted: StationWanted,
) -> Result<Station, Problem> {
    let mut work = Work::living(site, actor, id, Right::StationKeep).await?;
    work.seen(seen)?;
    let congress = work.station.congress;
    fits(&mut work.tx, congress, &wanted).await?;
    let sql = Sql::new("select 1 from station where congress = {} and name = {}").bind(congress).bind(&wanted.name);
    if work.tx.one::<(i64,)>(sql.add(" and id <> {}").bind(id)).await?.is_some() {
        return Err(wrong("name", "stations-wrong-name-taken"));
    }
    work.station.card = wanted;
    keep(&mut work, "revised", None, "").await?;
    work.fact(Fact::Revised).await?;
    work.finish().await
}

/// Opens it, closes it for a while, puts it into another, or ends it. Of a merger the deputies go along.
///
/// # Errors
/// When it cannot go there from where it stands, or somebody else was quicker.
pub async fn change(
    site: &Site,
    actor: &Actor,
    id: StationId,
    seen: i64,
    wanted: &StationStepWanted,
) -> Result<Station, Problem> {
    let mut work = Work::begin(site, actor, id, Right::StationKeep).await?;
    work.seen(seen)?;
    let change = match wanted.step {
        Step::Open => Change::Open,
        Step::Suspend => Change::Suspend,
        Step::Merge => Change::Merge(successor(&mut work, wanted.into).await?),
        Step::Close => Change::Close,
    };
    let (stage, fact) = work.station.stage.take(change).map_err(refused)?;
    work.station.stage = stage;
    let into = match stage {
        Stage::Merged(into) => Some(into),
        _ => None,
    };
    if !stage.lives() {
        (work.station.stars, work.station.stars_till) = (None, None);
        home::move_all(&mut work, into).await?;
    }
    let other = into.map(StationId::uuid);
    keep(&mut work, wanted.step.word(), other, wanted.reason.as_str()).await?;
    if let Some(into) = into {
        store::bequeath(&mut work.tx, id, into).await?;
        store::note(&mut work.tx, (into, site.now()), "joined", Some(id.uuid()), wanted.reason.as_str()).await?;
    }
    work.fact(fact).await?;
    work.finish().await
}

async fn keep(work: &mut Work<'_>, step: &'static str, other: Option<uuid::Uuid>, words: &str) -> Result<(), Problem> {
    store::save(&mut work.tx, &work.station).await?;
    work.station.version += 1;
    store::note(&mut work.tx, (work.station.id, work.site.now()), step, other, words).await?;
    Ok(())
}

/// An open station of the same congress.
async fn successor(work: &mut Work<'_>, into: Option<StationId>) -> Result<StationId, Problem> {
    let into = into.ok_or_else(|| wrong("into", "kit-form-choose"))?;
    let found = store::take(&mut work.tx, into).await?;
    let fit =
        |it: &Station| it.id != work.station.id && it.stage == Stage::Open && it.congress == work.station.congress;
    if found.as_ref().is_some_and(fit) { Ok(into) } else { Err(refused(Refusal::IntoNothing)) }
}
