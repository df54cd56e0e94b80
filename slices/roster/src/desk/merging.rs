//! Two entries found to be one person: merged, with the list of what moved, so that it can be taken back.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, PersonId, Refusal, Refused, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
};
use roster_rules::{Chain, Fact, Mandate, MandateId, MergeId, Seat, Standing, concurrent_seats};

use super::{begun, congresses_of, in_whose_name, mandates, people, stale};
use crate::store::{mandate, person};

/// Moves the mandates of `merged` to `kept`; the entry of `merged` stays and points there.
///
/// # Errors
/// When the actor has no right over both, the two are one already, they hold seats that one person cannot hold together, or the database refuses.
pub async fn merge(
    site: &Site,
    actor: &Actor,
    kept: PersonId,
    merged: PersonId,
    reason: &Text<200>,
) -> Result<MergeId, Problem> {
    if kept == merged {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-merge-itself").into());
    }
    let mut tx = begun(site, actor).await?;
    let body = both(&mut tx, actor, kept, merged).await?;
    people::load(&mut tx, kept).await?;
    let gone = people::load(&mut tx, merged).await?;
    let moving = mandate::of_person(&mut tx, merged).await?;
    fit_together(&mut tx, kept, &moving).await?;
    let id: MergeId = site.new_id();
    let sql = Sql::new("insert into merge (id, kept, merged, at, reason) values ({}, {}, {}, {}, {})");
    tx.run(sql.bind(id).bind(kept).bind(merged).bind(site.now()).bind(reason)).await?;
    let moved: Vec<MandateId> = moving.iter().map(|mandate| mandate.id).collect();
    move_all(&mut tx, moving, kept).await?;
    tx.bulk(
        "merge_moved",
        &["merge", "mandate"],
        moved.iter().map(|m| vec![id.into(), (*m).into()]).collect::<Vec<_>>(),
    )
    .await?;
    let version = gone.version;
    if !person::save(&mut tx, &person::Person { merged_into: Some(kept), ..gone }).await? {
        return Err(stale(Vec::new(), version, format!("/people/{merged}")));
    }
    let fact = Fact::PeopleMerged { merge: id, kept, merged, mandates: moved };
    journal::append(&mut tx, actor.records(site.now(), body, kept.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Takes a merge back: the mandates that moved then go back, whatever else happened since stays.
///
/// # Errors
/// When the actor has no right over both, it was taken back before, or the database refuses.
pub async fn undo(site: &Site, actor: &Actor, id: MergeId) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let sql = Sql::new("select kept, merged, undone from merge where id = {}").bind(id);
    let (kept, merged, undone) =
        tx.one::<(PersonId, PersonId, Option<i64>)>(sql).await?.ok_or_else(Problem::missing)?;
    let body = both(&mut tx, actor, kept, merged).await?;
    let restored = person::load(&mut tx, merged).await?.ok_or_else(Problem::missing)?;
    if undone.is_some() || restored.merged_into != Some(kept) {
        return Err(Refused::new(Refusal::NotNow, "roster-refused-merge-undone").into());
    }
    let sql = Sql::new("select mandate from merge_moved where merge = {}").bind(id);
    let mut back = Vec::new();
    for (moved,) in tx.all::<(MandateId,)>(sql).await? {
        back.extend(mandate::load(&mut tx, moved).await?.filter(|mandate| mandate.seat.person == kept));
    }
    let mandates: Vec<MandateId> = back.iter().map(|mandate| mandate.id).collect();
    move_all(&mut tx, back, merged).await?;
    tx.run(Sql::new("update merge set undone = {}").bind(site.now()).add(" where id = {}").bind(id)).await?;
    let version = restored.version;
    if !person::save(&mut tx, &person::Person { merged_into: None, ..restored }).await? {
        return Err(stale(Vec::new(), version, format!("/people/{merged}")));
    }
    let fact = Fact::MergeUndone { merge: id, kept, restored: merged, mandates };
    journal::append(&mut tx, actor.records(site.now(), body, kept.uuid(), fact)).await?;
    Ok(tx.commit().await?)
}

/// The right must be held over each of the two: a county does not dispose of a town's entry, nor the other way round.
async fn both(tx: &mut Tx, actor: &Actor, kept: PersonId, merged: PersonId) -> Result<BodyId, Problem> {
    // A merged entry has given its mandates away; then the one that holds them now speaks for both.
    let own = congresses_of(tx, merged).await?;
    let body = in_whose_name(tx, actor, Right::PersonMerge, kept).await?;
    if !own.is_empty() {
        in_whose_name(tx, actor, Right::PersonMerge, merged).await?;
    }
    Ok(body)
}

async fn fit_together(tx: &mut Tx, kept: PersonId, moving: &[Mandate]) -> Result<(), Problem> {
    let alive = |mandate: &&Mandate| !matches!(mandate.standing, Standing::Ended { .. });
    let held = mandate::of_person(tx, kept).await?;
    let mut areas: Vec<_> = held.iter().filter(alive).map(|m| m.seat.area.clone()).collect();
    for mandate in moving.iter().filter(alive) {
        if held.iter().filter(alive).any(|other| other.seat.term == mandate.seat.term) {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-merge-same-term").into());
        }
        areas.push(mandate.seat.area.clone());
    }
    let zones = mandates::zones(tx).await?;
    match concurrent_seats(&areas, &zones) {
        Chain::One | Chain::Unsure(..) => Ok(()),
        Chain::Broken(one, other) => Err(mandates::off_chain(&one, &other).into()),
    }
}

async fn move_all(tx: &mut Tx, mandates: Vec<Mandate>, to: PersonId) -> Result<(), Problem> {
    for mandate in mandates {
        let (id, version) = (mandate.id, mandate.version);
        let moved = Mandate { seat: Seat { person: to, ..mandate.seat.clone() }, ..mandate };
        if !mandate::save(tx, &moved).await? {
            return Err(stale(Vec::new(), version, format!("/mandates/{id}")));
        }
    }
    Ok(())
}
