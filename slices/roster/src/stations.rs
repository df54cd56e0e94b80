//! The follower that keeps a body for each liaison station of the register, under the same identity: posts of keepers are in it.

use kernel::{AreaCode, BodyId, Level};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    follow::Follower,
    journal::Entry,
};
use roster_rules::{Body, BodyKind};

use crate::store::body;

/// Keeps bodies of stations.
pub const STATIONS: Follower =
    Follower { name: "roster.stations", effect: |site, tx, entry| Box::pin(take_in(site, tx, entry)) };

async fn take_in(_: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    match entry.verb.as_str() {
        "station.founded" | "station.revised" | "station.merged" | "station.closed" => {}
        _ => return Ok(()),
    }
    let id = BodyId::from_uuid(entry.subject);
    let sql = Sql::new("select congress, area, name, stage from v_station where id = {}").bind(id);
    let found: Option<(BodyId, AreaCode, String, String)> = tx.one(sql).await?;
    let Some((congress, area, name, stage)) = found else { return Ok(()) };
    // A village is no area of the roster's: the station then stands in its town or street.
    let area = if area.level() == Level::Village { area.parent().unwrap_or(area) } else { area };
    let closed = matches!(stage.as_str(), "merged" | "closed").then(|| entry.at.day());
    match body::load(tx, id).await? {
        Some(mut kept) => {
            kept.body.name = name;
            kept.closed = closed;
            body::save(tx, &kept).await.map(drop)
        }
        None => {
            let committee = body::of_congress(tx, congress, BodyKind::StandingCommittee).await?;
            let parent = Some(committee.first().map_or(congress, |kept| kept.body.id));
            let (kind, powers, transfer) = (BodyKind::Station, vec![], false);
            body::insert(tx, &Body { id, area, kind, name, parent, congress, powers, transfer }).await
        }
    }
}
