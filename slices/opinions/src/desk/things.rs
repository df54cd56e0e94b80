//! 站码、接待码、活动码: made for a station, a reception, an activity. What hangs at a merged station leads on by itself; at a closed one
//! the office leads it on.

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Day, Text};
use kit::{
    Problem, Site,
    db::Tx,
    journal,
    web::{Errors, Wrong, api::Once},
};
use opinions_rules::{CodeFact, CodeId, CodeKind, TargetId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::codes;
use crate::{
    keys,
    queries::{place, stations},
    store::{self, CodeKept},
};

/// A code that is wanted.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThingCode {
    /// `station`, `reception` or `activity`.
    #[schema(value_type = String)]
    pub kind: CodeKind,
    /// The station, or the reception; none for an activity.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub target: Option<TargetId>,
    /// What an activity is called, at most 60 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Option<Text<60>>,
    /// When an activity is.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub day: Option<Day>,
    /// Where an activity is, by the code of the place.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub area: Option<AreaCode>,
    /// Where the code hangs, at most 100 characters.
    #[schema(value_type = String)]
    pub place: Text<100>,
}

/// What a code will lead to.
struct Target {
    id: TargetId,
    name: Option<String>,
    day: Option<Day>,
    area: Option<AreaCode>,
}

/// Makes a code, once for one key; those that hang already stay good.
///
/// # Errors
/// Refused to those who keep no codes of the congress; beside the field that names nothing there is.
pub async fn make(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: &ThingCode,
    once: &Once,
) -> Result<CodeId, Problem> {
    actor.may(Right::CodeKeep, congress)?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let key = keys::newest(site).await?;
    let mut tx = site.db().begin().await?;
    let to = target(&mut tx, site, congress, wanted).await?;
    let id = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, by, wanted, id).await? {
        return Ok(before);
    }
    let code = CodeKept {
        id,
        serial: codes::serial(site),
        key: key.n,
        kind: wanted.kind.word().to_owned(),
        target: to.id,
        congress,
        place: wanted.place.to_string(),
        made: site.now(),
        revoked: None,
        name: to.name,
        day: to.day,
        area: to.area,
    };
    store::write_code(&mut tx, &code).await?;
    let fact = CodeFact::Made { kind: wanted.kind, target: to.id };
    journal::append(&mut tx, codes::recorded(site, actor, &code, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(id)
}

fn wrong(field: &'static str, key: &'static str) -> Problem {
    Errors::one(field, Wrong::new(key)).into()
}

async fn target(tx: &mut Tx, site: &Site, congress: BodyId, wanted: &ThingCode) -> Result<Target, Problem> {
    match wanted.kind {
        CodeKind::Deputy => Err(wrong("kind", "opinions-wrong-kind")),
        CodeKind::Activity => activity(tx, site, congress, wanted).await,
        CodeKind::Station => {
            let kept = stations::kept_by(tx, congress).await?;
            let found = kept.into_iter().find(|it| Some(it.id) == wanted.target);
            let found = found.ok_or_else(|| wrong("target", "opinions-wrong-station"))?;
            Ok(Target { id: found.id, name: None, day: None, area: Some(found.area) })
        }
        CodeKind::Reception => {
            let all = stations::receptions(tx, congress).await?;
            let found = all.into_iter().find(|(id, ..)| Some(*id) == wanted.target);
            let (id, ..) = found.ok_or_else(|| wrong("target", "opinions-wrong-reception"))?;
            Ok(Target { id, name: None, day: None, area: None })
        }
    }
}

async fn activity(tx: &mut Tx, site: &Site, congress: BodyId, wanted: &ThingCode) -> Result<Target, Problem> {
    let need = |field| wrong(field, "kit-form-required");
    let name = wanted.name.as_ref().ok_or_else(|| need("name"))?.to_string();
    let day = wanted.day.ok_or_else(|| need("day"))?;
    let area = wanted.area.clone().ok_or_else(|| need("area"))?;
    let serving = place::congresses(tx, &area).await?;
    if !place::known(tx, &area).await? || serving.iter().all(|it| it.id != congress) {
        return Err(wrong("area", "opinions-wrong-area"));
    }
    Ok(Target { id: site.new_id(), name: Some(name), day: Some(day), area: Some(area) })
}

/// 站点撤并: what hangs at a station that is no more leads to the one its people go to now.
///
/// # Errors
/// As [`codes::of`]; beside `target`, when the congress keeps no such station, or the code is none of a station's.
pub async fn lead(site: &Site, actor: &Actor, id: CodeId, to: TargetId) -> Result<(), Problem> {
    let code = codes::of(site, actor, id).await?;
    if codes::kind(&code)? != CodeKind::Station || code.revoked.is_some() {
        return Err(wrong("target", "opinions-wrong-lead"));
    }
    let mut tx = site.db().begin().await?;
    let station =
        stations::kept_by(&mut tx, code.congress).await?.into_iter().find(|it| it.id == to && it.stage == "open");
    if station.is_none() || to == code.target {
        return Err(wrong("target", "opinions-wrong-station"));
    }
    store::lead(&mut tx, id, to).await?;
    let fact = CodeFact::Moved { kind: CodeKind::Station, from: code.target, to };
    journal::append(&mut tx, codes::recorded(site, actor, &code, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}
