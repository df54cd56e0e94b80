//! A matter is prepared: names, settings, the method cited; changed until its first round opens.

use accounts_rules::{Actor, Right};
use ballots_rules::{
    paper::{Adopted, Assembly, BallotId, Fact, Kind, Name, Refusal, Spec},
    round::Rule,
};
use kernel::{BodyId, Day, Text};
use kit::{
    Problem, Site,
    db::Ask,
    journal,
    web::{Errors, Filled, Stale, Wrong, api::Once},
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::taken::refused;
use crate::{
    sight,
    store::{Edition, Item, begin_item, read_item, rounds_of, save_spec, standing, take_item},
};

/// What is voted on and how it counts.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotSpecWanted {
    /// `congress` or `committee`.
    #[schema(value_type = String)]
    pub assembly: Assembly,
    /// `election`, `decision`, `pick`, `rating` or `ranking`.
    #[schema(value_type = String)]
    pub kind: Kind,
    /// In the order of the ballot: `name`, and where wished `note` and `person`.
    #[schema(value_type = Vec<Object>)]
    pub names: Vec<Name>,
    /// Seats, or how many may be picked or put in an order; of a decision or a rating left out.
    pub places: Option<u32>,
    /// The method the body adopted, at most 200 characters; left out, the document of the standing method of that assembly and kind.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub method: Option<Text<200>>,
    /// How it counts; left out, as the standing method says, and as is usual for the kind and the assembly where it says nothing.
    #[schema(value_type = Option<Object>)]
    pub rule: Option<Rule>,
}

/// A matter to be voted on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotWanted {
    /// At most 80 characters.
    #[schema(value_type = String)]
    pub title: Text<80>,
    /// The meeting, at most 80 characters.
    #[schema(value_type = String)]
    pub meeting: Text<80>,
    /// Its day.
    #[schema(value_type = String)]
    pub day: Day,
    /// What is voted on.
    pub spec: BallotSpecWanted,
}

impl BallotSpecWanted {
    /// The spec, with what stands taken over where no rule is said, and cited where it is the same. Places and marks follow from kind and
    /// names whatever a rule says of them.
    async fn spec(self, ask: &mut impl Ask, congress: BodyId) -> Result<Spec, Problem> {
        let Self { assembly, kind, names, places, method, rule } = self;
        let all = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let places = if matches!(kind, Kind::Decision | Kind::Rating) { all } else { places.unwrap_or(1) };
        let stands = standing(ask, congress, (assembly, kind)).await?;
        let said = |edition: &Edition| edition.method.rule(assembly, kind, places).map_err(refused);
        let stood = stands.as_ref().map(said).transpose()?;
        let rule = rule.or_else(|| stood.clone()).unwrap_or_else(|| kind.usual(assembly, places));
        let rule = Rule { places, most_marks: places, ranked: kind == Kind::Ranking, ..rule };
        let cited = stands.as_ref().filter(|_| stood.as_ref() == Some(&rule));
        let adopted = cited.map(|edition| Adopted { id: edition.id, edition: edition.n });
        let method = method.or_else(|| stands.map(|edition| edition.method.document));
        let method = method.ok_or_else(|| Errors::one("method", Wrong::new("ballots-wrong-method")))?;
        Ok(Spec { assembly, kind, names, rule, method, adopted })
    }
}

/// Prepares a matter.
///
/// # Errors
/// When it cannot be voted on so.
pub async fn draft(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: BallotWanted,
    once: &Once,
) -> Result<Item, Problem> {
    actor.may(Right::BallotPrepare, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let (id, made) = (site.new_id(), site.now());
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return read_item(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let BallotWanted { title, meeting, day, spec } = wanted;
    let spec = spec.spec(&mut tx, congress).await?;
    spec.fit().map_err(refused)?;
    let item = Item { id, congress, title, meeting, day, spec, made, version: 1 };
    begin_item(&mut tx, &item).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), Fact::BallotDrafted)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(item)
}

/// Changes what is voted on and how it counts.
///
/// # Errors
/// When a round was opened, or it cannot be voted on so. With both specs when it was changed since the caller had `seen` it.
pub async fn revise(
    site: &Site,
    actor: &Actor,
    id: BallotId,
    wanted: BallotSpecWanted,
    seen: Option<i64>,
) -> Result<Item, Problem> {
    let mut tx = site.db().begin().await?;
    let item = take_item(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let opened = !rounds_of(&mut tx, id).await?.is_empty();
    sight::looks(actor, &item, opened)?;
    actor.may(Right::BallotPrepare, item.congress)?;
    if opened {
        return Err(refused(Refusal::SpecFixed));
    }
    let spec = wanted.spec(&mut tx, item.congress).await?;
    // Taking it up has counted a version.
    if seen.is_some_and(|seen| seen.checked_add(1) != Some(item.version)) && spec != item.spec {
        let stale = Stale::between(format!("/ballots/{id}/settings"), item.version - 1, held(&spec), held(&item.spec));
        return Err(Problem::Stale(Box::new(stale)));
    }
    spec.fit().map_err(refused)?;
    save_spec(&mut tx, id, &spec).await?;
    journal::append(&mut tx, actor.records(site.now(), item.congress, id.uuid(), Fact::SpecRevised)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Item { spec, ..item })
}

/// A spec as programs send it.
fn held(spec: &Spec) -> Vec<Filled> {
    let json = |value: serde_json::Result<String>| value.unwrap_or_default();
    vec![
        ("assembly", "ballots-field-assembly", spec.assembly.word().to_owned()),
        ("kind", "ballots-field-kind", spec.kind.word().to_owned()),
        ("names", "ballots-field-names", json(serde_json::to_string(&spec.names))),
        ("method", "ballots-field-method", spec.method.to_string()),
        ("rule", "ballots-settings-title", json(serde_json::to_string(&spec.rule))),
    ]
}

/// One matter, for who may see it; whether a round of it was opened.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: BallotId) -> Result<(Item, bool), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let item = read_item(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let opened = !rounds_of(&mut site.db(), id).await?.is_empty();
    sight::looks(actor, &item, opened)?;
    Ok((item, opened))
}

/// One matter, for who may do this with it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: BallotId, right: Right) -> Result<(Item, bool), Problem> {
    let (item, opened) = of(site, actor, id).await?;
    actor.may(right, item.congress)?;
    Ok((item, opened))
}
