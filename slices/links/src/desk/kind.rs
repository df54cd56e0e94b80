//! Kinds of links are laid down and changed.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Text};
use kit::{
    Problem, Site,
    db::Ask,
    journal,
    web::{Filled, Stale, api::Once},
};
use links_rules::{Fact, KindId, KindSpec, Near, Refusal, Side};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::refused;
use crate::{
    queries, sight,
    store::{Kind, begin_kind, read_kind, save_kind, take_kind},
};

/// A kind of links to be laid down, or what it is to be.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkKindWanted {
    /// At most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// Who links: `committee`, `leaders`, `presidium`, `deputies`, `office` or `organs`.
    #[schema(value_type = String)]
    pub one: Side,
    /// Who is linked: `deputies`, `below`, `units`, `towns` or `villages`.
    #[schema(value_type = String)]
    pub other: Side,
    /// How many link each, 1 to 5.
    pub need: u16,
    /// How many each who links has at least.
    #[serde(default)]
    pub least: u16,
    /// How many each who links has at most, 1 to 1000.
    pub most: Option<u16>,
    /// `any`, `prefer` or `only`: whether who is of the same delegation or place comes first, or alone.
    #[schema(value_type = String)]
    pub near: Near,
    /// Contacts a year, at most 24; 0: not laid down.
    #[serde(default)]
    pub times: u16,
    /// The document, at most 200 characters.
    #[schema(value_type = Option<String>)]
    pub basis: Option<Text<200>>,
    /// The first day.
    #[schema(value_type = String)]
    pub since: Day,
    /// The last day.
    #[schema(value_type = Option<String>)]
    pub until: Option<Day>,
}

impl From<LinkKindWanted> for KindSpec {
    fn from(wanted: LinkKindWanted) -> Self {
        let LinkKindWanted { name, one, other, need, least, most, near, times, basis, since, until } = wanted;
        Self { name, one, other, need, least, most, near, times, basis, since, until }
    }
}

/// Lays a kind down.
///
/// # Errors
/// When links cannot be made so.
pub async fn make(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: LinkKindWanted,
    once: &Once,
) -> Result<Kind, Problem> {
    actor.may(Right::LinkKindKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let (id, made) = (site.new_id(), site.now());
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return read_kind(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let spec = KindSpec::from(wanted);
    spec.fit().map_err(refused)?;
    let kind = Kind { id, congress, spec, made, version: 1 };
    begin_kind(&mut tx, &kind).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), Fact::KindMade)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(kind)
}

/// Changes a kind. Its sides are fixed once something was linked or drafted.
///
/// # Errors
/// When links cannot be made so, or somebody else was quicker.
pub async fn revise(
    site: &Site,
    actor: &Actor,
    id: KindId,
    seen: i64,
    wanted: LinkKindWanted,
) -> Result<Kind, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut tx = site.db().begin().await?;
    let kind = take_kind(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    sight::office(actor, kind.congress)?;
    actor.may(Right::LinkKindKeep, kind.congress)?;
    if seen != kind.version {
        return Err(stale(&kind, &KindSpec::from(wanted)));
    }
    let spec = KindSpec::from(wanted);
    spec.fit().map_err(refused)?;
    let moved = (spec.one, spec.other) != (kind.spec.one, kind.spec.other);
    if moved && queries::kinds::used(&mut tx, id).await? {
        return Err(refused(Refusal::SidesFixed));
    }
    let kind = Kind { spec, version: kind.version + 1, ..kind };
    save_kind(&mut tx, &kind).await?;
    journal::append(&mut tx, actor.records(site.now(), kind.congress, id.uuid(), Fact::KindRevised)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(kind)
}

fn stale(kind: &Kind, mine: &KindSpec) -> Problem {
    let action = format!("/links/kinds/{}/settings", kind.id);
    let back = format!("/links/kinds/{}", kind.id);
    let stale = Stale { back, ..Stale::between(action, kind.version, filled(mine), filled(&kind.spec)) };
    Problem::Stale(Box::new(stale))
}

/// The fields of the form as they are filled for a kind.
pub(crate) fn filled(spec: &KindSpec) -> Vec<Filled> {
    let number = |number: u16| number.to_string();
    vec![
        ("name", "links-field-name", spec.name.to_string()),
        ("one", "links-field-one", spec.one.word().to_owned()),
        ("other", "links-field-other", spec.other.word().to_owned()),
        ("need", "links-field-need", number(spec.need)),
        ("least", "links-field-least", number(spec.least)),
        ("most", "links-field-most", spec.most.map(number).unwrap_or_default()),
        ("near", "links-field-near", spec.near.word().to_owned()),
        ("times", "links-field-times", number(spec.times)),
        ("basis", "links-field-basis", spec.basis.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("since", "links-field-since", spec.since.to_string()),
        ("until", "links-field-until", spec.until.map(|day| day.to_string()).unwrap_or_default()),
    ]
}

/// One kind, for who may see it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: KindId) -> Result<Kind, Problem> {
    found(&mut site.db(), actor, id).await
}

/// One kind, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: KindId, right: Right) -> Result<Kind, Problem> {
    let kind = of(site, actor, id).await?;
    actor.may(right, kind.congress)?;
    Ok(kind)
}

async fn found(ask: &mut impl Ask, actor: &Actor, id: KindId) -> Result<Kind, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let kind = read_kind(ask, id).await?.ok_or_else(Problem::missing)?;
    sight::office(actor, kind.congress)?;
    Ok(kind)
}
