//! Bodies entered by hand: units, stations, groups, committees of zones.

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Day, Refusal, Refused, Text};
use kit::{
    Problem, Site, journal,
    web::{Compared, api::Once},
};
use roster_rules::{Body, BodyKind, Fact, Power};
use serde::{Deserialize, Serialize};

use super::{allowed, begun, come, made_before, stale};
use crate::store::body::{self, Kept};

/// A body as a form or a request says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBody {
    /// The area it is for.
    #[schema(value_type = String, examples("430121"))]
    pub area: AreaCode,
    /// What it is.
    #[schema(value_type = String, examples("unit"))]
    pub kind: BodyKind,
    /// Its official name.
    #[schema(value_type = String, max_length = 80)]
    pub name: Text<80>,
    /// Delegated powers; of work committees only.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub powers: Vec<Power>,
    /// Whether suggestions are handed to it to be divided among others (转办); of units and offices only.
    #[serde(default)]
    pub transfer: bool,
}

/// Enters a unit, station, group or work committee that serves a congress.
///
/// # Errors
/// When the actor may not, the kind follows from the law and is not entered by hand, the area lies outside the congress's, or the database refuses.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    new: &NewBody,
    once: &Once,
) -> Result<BodyId, Problem> {
    allowed(actor, right_of(new.kind)?, congress)?;
    let id: BodyId = site.new_id();
    let mut tx = begun(site, actor).await?;
    if let Some(before) = made_before(&mut tx, site, actor, once, new, id).await? {
        return Ok(before);
    }
    let serves = body::load(&mut tx, congress).await?.ok_or_else(Problem::missing)?.body;
    if !serves.area.contains(&new.area) {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-area-outside").into());
    }
    if new.kind != BodyKind::WorkCommittee && !new.powers.is_empty() {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-powers").into());
    }
    if new.transfer {
        divides(new.kind)?;
    }
    let parent = match new.kind {
        BodyKind::Unit => None,
        _ => {
            let committee = body::of_congress(&mut tx, congress, BodyKind::StandingCommittee).await?;
            Some(committee.first().map_or(congress, |kept| kept.body.id))
        }
    };
    let body = Body {
        id,
        area: new.area.clone(),
        kind: new.kind,
        name: new.name.to_string(),
        parent,
        congress,
        powers: new.powers.clone(),
        transfer: new.transfer,
    };
    body::insert(&mut tx, &body).await?;
    journal::append(&mut tx, actor.records(site.now(), congress, body.id.uuid(), Fact::BodyEntered { body: body.id }))
        .await?;
    tx.commit().await?;
    Ok(body.id)
}

/// Gives a body another name. Names are data: what a committee is called differs from place to place.
///
/// # Errors
/// When the actor may not, somebody else was quicker, or the database refuses.
pub async fn rename(site: &Site, actor: &Actor, id: BodyId, seen: i64, name: &Text<80>) -> Result<(), Problem> {
    let asked = |kept: &Kept| vec![named(kept, name.as_str())];
    amend(site, actor, (id, seen), asked, |kept| {
        kept.body.name = name.to_string();
        Ok(Fact::BodyAmended { body: id, fields: vec!["name".to_owned()] })
    })
    .await
}

/// Changes the list of powers delegated to a work committee.
///
/// # Errors
/// As [`rename`]; and when the body is no work committee.
pub async fn delegate(site: &Site, actor: &Actor, id: BodyId, seen: i64, powers: &[Power]) -> Result<(), Problem> {
    let words = |powers: &[Power]| powers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let asked = |kept: &Kept| {
        let (yours, stands) = (words(powers), words(&kept.body.powers));
        vec![named(kept, &kept.body.name), Compared { name: "powers", label: "roster-powers", yours, stands }]
    };
    amend(site, actor, (id, seen), asked, |kept| {
        if kept.body.kind != BodyKind::WorkCommittee {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-powers"));
        }
        kept.body.powers = powers.to_vec();
        Ok(Fact::BodyAmended { body: id, fields: vec!["powers".to_owned()] })
    })
    .await
}

/// Makes a unit or an office one to which suggestions are handed to be divided among others (转办机构), or no longer one. What lies with it
/// already stays with it.
///
/// # Errors
/// As [`rename`]; and when the body is neither.
pub async fn transfer(site: &Site, actor: &Actor, id: BodyId, seen: i64, divides_on: bool) -> Result<(), Problem> {
    let word = |is: bool| if is { "1".to_owned() } else { "0".to_owned() };
    let asked = |kept: &Kept| {
        let (yours, stands) = (word(divides_on), word(kept.body.transfer));
        vec![named(kept, &kept.body.name), Compared { name: "transfer", label: "roster-field-transfer", yours, stands }]
    };
    amend(site, actor, (id, seen), asked, |kept| {
        divides(kept.body.kind)?;
        if kept.closed.is_some() {
            return Err(Refused::new(Refusal::NotNow, "roster-refused-body-closed"));
        }
        kept.body.transfer = divides_on;
        Ok(Fact::BodyAmended { body: id, fields: vec!["transfer".to_owned()] })
    })
    .await
}

/// Closes a body on a day. It stays in the record.
///
/// # Errors
/// As [`rename`]; and when it is closed already, or is an organ of state power that nobody closes by hand.
pub async fn close(site: &Site, actor: &Actor, id: BodyId, seen: i64, on: Day) -> Result<(), Problem> {
    let asked = |kept: &Kept| {
        let stands = kept.closed.map(|day| day.to_string()).unwrap_or_default();
        let closed = Compared { name: "on", label: "roster-field-closed-on", yours: on.to_string(), stands };
        vec![named(kept, &kept.body.name), closed]
    };
    amend(site, actor, (id, seen), asked, |kept| {
        if kept.closed.is_some() {
            return Err(Refused::new(Refusal::NotNow, "roster-refused-body-closed"));
        }
        if right_of(kept.body.kind).is_err() {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-body-by-law"));
        }
        come(site, on)?;
        kept.closed = Some(on);
        Ok(Fact::BodyClosed { body: id, on })
    })
    .await
}

/// Opens a body again that was closed by mistake.
///
/// # Errors
/// As [`rename`]; and when it is not closed.
pub async fn reopen(site: &Site, actor: &Actor, id: BodyId, seen: i64) -> Result<(), Problem> {
    let asked = |kept: &Kept| vec![named(kept, &kept.body.name)];
    amend(site, actor, (id, seen), asked, |kept| match kept.closed.take() {
        Some(was) => Ok(Fact::BodyReopened { body: id, was }),
        None => Err(Refused::new(Refusal::NotNow, "roster-refused-body-open")),
    })
    .await
}

/// The name beside the one that stands: whoever comes too late sees of which body they speak.
fn named(kept: &Kept, yours: &str) -> Compared {
    Compared { name: "name", label: "roster-field-body", yours: yours.to_owned(), stands: kept.body.name.clone() }
}

async fn amend(
    site: &Site,
    actor: &Actor,
    (id, seen): (BodyId, i64),
    asked: impl Fn(&Kept) -> Vec<Compared>,
    change: impl FnOnce(&mut Kept) -> Result<Fact, Refused>,
) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let mut kept = body::load(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    allowed(actor, Right::UnitEdit, kept.body.congress)?;
    let (version, compared) = (kept.version, asked(&kept));
    if version != seen {
        return Err(stale(compared, version, format!("/bodies/{id}")));
    }
    let fact = change(&mut kept)?;
    if !body::save(&mut tx, &kept).await? {
        return Err(stale(compared, version, format!("/bodies/{id}")));
    }
    journal::append(&mut tx, actor.records(site.now(), kept.body.congress, id.uuid(), fact)).await?;
    Ok(tx.commit().await?)
}

/// Units divide what they are handed (政府办、党委办), and so do offices of a congress; a court's or a procuratorate's office is a unit here.
fn divides(kind: BodyKind) -> Result<(), Refused> {
    match kind {
        BodyKind::Unit | BodyKind::Office => Ok(()),
        _ => Err(Refused::new(Refusal::Unfit, "roster-refused-transfer")),
    }
}

/// Organs of state power follow from the areas by law and are generated, not typed.
fn right_of(kind: BodyKind) -> Result<Right, Refused> {
    match kind {
        BodyKind::Unit | BodyKind::Station | BodyKind::Group | BodyKind::WorkCommittee | BodyKind::Office => {
            Ok(Right::UnitEdit)
        }
        BodyKind::Congress | BodyKind::StandingCommittee | BodyKind::Presidium | BodyKind::Delegation => {
            Err(Refused::new(Refusal::Unfit, "roster-refused-body-by-law"))
        }
    }
}
