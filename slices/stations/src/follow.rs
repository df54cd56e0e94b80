//! Of two entries of the roster that are one person, one home stays; what was said at a reception and became an opinion bears its number.

use kernel::PersonId;
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    follow::Follower,
    journal::Entry,
};
use serde::Deserialize;
use stations_rules::EventId;

/// Moves homes along when people are merged.
pub const MERGED: Follower =
    Follower { name: "stations.merged", effect: |site, tx, entry| Box::pin(take_in(site, tx, entry)) };

/// 转为群众意见: ties a reception to the opinion that was typed from it.
pub const FROM_OPINIONS: Follower =
    Follower { name: "stations.from-opinions", effect: |_, tx, entry| Box::pin(became(tx, entry)) };

#[derive(Deserialize)]
struct Received {
    #[serde(default)]
    reception: Option<EventId>,
}

async fn became(tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    if entry.verb != "opinion.received" {
        return Ok(());
    }
    let Received { reception } = serde_json::from_value(entry.fact.clone())?;
    let Some(reception) = reception else { return Ok(()) };
    let sql =
        Sql::new("update station_event set opinion = {} where opinion is null and kind = 'reception' and id = {}");
    tx.run(sql.bind(entry.subject).bind(reception)).await.map(drop)
}

#[derive(Deserialize)]
struct Merged {
    kept: PersonId,
    merged: PersonId,
}

async fn take_in(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    if entry.verb != "person.merged" {
        return Ok(());
    }
    let Merged { kept, merged } = serde_json::from_value(entry.fact.clone())?;
    let sql = Sql::new("update station_home set until = {} where until is null and person = {}");
    let sql = sql.bind(site.today()).bind(merged);
    let sql = sql.add(" and exists (select 1 from station_home k where k.until is null and k.person = {})");
    tx.run(sql.bind(kept)).await?;
    let sql = Sql::new("update station_home set person = {} where until is null and person = {}");
    tx.run(sql.bind(kept).bind(merged)).await?;
    let sql = Sql::new("update station_further set until = {} where until is null and person = {} and station in ");
    let sql = sql.bind(site.today()).bind(merged).add("(select k.station from v_serves k where k.until is null");
    tx.run(sql.add(" and k.person = {})").bind(kept)).await?;
    let sql = Sql::new("update station_further set person = {} where until is null and person = {}");
    tx.run(sql.bind(kept).bind(merged)).await.map(drop)
}
